"""A good end, a closed episode, and its coming back: by keys, in the window."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Key

from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import CheckIn, Walk
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.services import episodes
from tests.gates import answer_gate
from tests.tui.screen_text import (
    LANGUAGES,
    SIZES,
    FixedClock,
    a_companion,
    an_app,
    none_of_it,
    reads,
    screen_text,
    until,
)
from tests.well_again import HALF_A_YEAR, ONSET, TODAY, marks, well_again

BACK = TODAY + timedelta(days=HALF_A_YEAR)


def half_a_year_later(folder: Path) -> FixedClock:
    """Close the episode of somebody who is well, and wait."""
    clock = well_again(folder)
    episodes.close(a_companion(folder, clock), "well")
    clock.move(days=HALF_A_YEAR)
    return clock


async def test_a_good_end_and_half_a_year_later_a_new_first_week(tmp_path: Path) -> None:
    clock = well_again(tmp_path)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "week 30", "You have kept well for a month.")
        await pilot.press("a")
        await reads(pilot, "What you have reached", "about 29 weeks")
        await pilot.press("enter")
        await reads(pilot, "How do you want to go on?", "close this episode")
        await pilot.press("4")
        await reads(pilot, "How did it end?")
        await pilot.press("1")
        await reads(pilot, "This episode is closed.", "well again", "Is it back?")
        assert "week 30" not in screen_text(app)

    clock.move(days=HALF_A_YEAR)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "This episode is closed.", "What you have reached")
        await pilot.press("a")
        await none_of_it(pilot)
        await reads(pilot, "Is this a new episode, or does the old one go on?")
        await pilot.press("1")
        await reads(pilot, "When did it begin?")
        await pilot.press("1")
        await reads(pilot, "Which leg is it?")
        await pilot.press("2")
        await reads(pilot, "before the leg says stop")
        await pilot.press("1", "0", "enter")
        await reads(pilot, "on an ordinary day now")
        await pilot.press("1", "5", "enter")
        for n in (1, 2, 3):
            await reads(pilot, f"({n} of 3)")
            await pilot.press("enter")
        await reads(pilot, "week 1", "Walk 1", "How is it this morning?")
    state = app.state
    assert [(one.start, one.end) for one in state.episodes] == [(ONSET, TODAY), (BACK, None)]
    assert state.profile is not None
    assert (state.profile.side, state.profile.walk_tolerance, state.profile.walks_now) == ("right", 10, 15)
    assert state.profile.goals == ("tie my shoes",)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_a_closed_episode_says_so_and_names_its_keys(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    app = an_app(tmp_path, clock=half_a_year_later(tmp_path), language=language)
    words = {
        "nb": ("Denne episoden er avsluttet.", "a Er det tilbake?", "t Har du vært på tur?"),
        "en": ("This episode is closed.", "a Is it back?", "t Have you been for a walk?"),
    }[language]
    async with app.run_test(size=size) as pilot:
        await reads(pilot, words[0])
        if size[1] < 24:
            await pilot.press(*["down"] * 4)
        await reads(pilot, *words[1:])


async def test_a_walk_is_written_down_all_the_same(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=half_a_year_later(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "This episode is closed.")
        await pilot.press("t")
        await reads(pilot, "How many minutes did you walk?")
        await pilot.press("2", "5", "enter")
        await reads(pilot, "How much did the leg hurt at its worst")
        await pilot.press("escape")
        await reads(pilot, "This episode is closed.")
        assert not app.state.today.all(Walk)
        await pilot.press("t", "enter", "0", "1", "0")
        await until(pilot, lambda: app.state.today.walked == 25)
        await reads(pilot, "This episode is closed.")


async def test_what_is_said_on_other_pages_can_still_be_logged(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=half_a_year_later(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "This episode is closed.")
        await pilot.press("exclamation_mark")
        await reads(pilot, "When do I need help now?", "113")
        await pilot.press("escape")
        await pilot.press("n")
        await reads(pilot, "Anything you want to remember")
        await pilot.press(*"slipped", "enter")
        await until(pilot, lambda: len(app.state.today.entries) == 1)
        await pilot.press("3")
        await reads(pilot, "Exercises")
        await pilot.press("d")
        await until(pilot, lambda: app.screen.is_modal)


async def test_a_yes_holds_and_nothing_begins(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=half_a_year_later(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "This episode is closed.")
        await pilot.press("a")
        await reads(pilot, "does any of this fit?")
        await pilot.press("space", "enter")
        await reads(pilot, "right?")
        await pilot.press("1")
        await reads(pilot, "This needs checking before we go on", "Call 116 117 now")
        await pilot.press("a")
        await pilot.pause()
        assert not app.screen.is_modal
    assert len(app.state.episodes) == 1
    assert a_companion(tmp_path, half_clock()).state().plan.lock is not None


def half_clock() -> FixedClock:
    clock = FixedClock()
    clock.move(days=(BACK - clock.now().date()).days)
    return clock


async def test_left_between_two_answers_nothing_is_begun_and_nothing_is_lost(tmp_path: Path) -> None:
    clock = half_a_year_later(tmp_path)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await reads(pilot, "does any of this fit?")
        await pilot.press("escape")
        await reads(pilot, "This episode is closed.")
        await pilot.press("a")
        await none_of_it(pilot)
        await reads(pilot, "Is this a new episode")
        await pilot.press("1")
        await reads(pilot, "When did it begin?")
        await pilot.press("3")
        await reads(pilot, "Which leg")
        await pilot.press("escape")
        await reads(pilot, "This episode is closed.")
        assert len(app.state.episodes) == 1
        # The list was answered today, and what was begun is still there.
        await pilot.press("a")
        await reads(pilot, "Is this a new episode", "› 1 a new episode")
        await pilot.press("2")
        await reads(pilot, "Walk 1")
    assert (len(app.state.episodes), app.state.episode.end) == (1, None)


async def test_with_half_a_list_that_holds_the_rest_is_asked_before_anything_else(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=half_a_year_later(tmp_path))
    companion = a_companion(tmp_path, half_clock())
    answer_gate(companion, {})
    companion.diary.say(Gate, scope="daily", answers={DAILY_LINE: "yes"}, marked={"CES1": "yes"})
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Answer the whole list now")
        await pilot.press("a")
        await reads(pilot, "does any of this fit?")
        await pilot.press("escape")
    assert len(app.state.episodes) == 1


async def test_two_keys_in_one_read_answer_one_question(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=well_again(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "You have kept well for a month.")
        await pilot.press("a")
        await reads(pilot, "What you have reached")
        await pilot.press("enter")
        await reads(pilot, "How do you want to go on?")
        app.screen.post_message(Key("4", "4"))
        app.screen.post_message(Key("1", "1"))
        await reads(pilot, "How did it end?")
        assert not app.state.episode.is_closed(TODAY)


async def test_a_check_in_asks_whether_it_is_new_and_without_an_answer_nothing_changes(
    tmp_path: Path,
) -> None:
    app = an_app(tmp_path, clock=half_a_year_later(tmp_path))
    companion, yesterday = a_companion(tmp_path, half_clock()), half_clock()
    yesterday.move(days=-1)
    answer_gate(a_companion(tmp_path, yesterday), {})
    async with app.run_test(size=(80, 24)) as pilot:
        app.reload()
        await pilot.press("i")
        await reads(pilot, "Is anything new?")
        await pilot.press("0")
        await reads(pilot, "How is this morning compared")
        await pilot.press("2", "4", "2", "0", "0", "5", "2")
        await reads(pilot, "Is this right?")
        await pilot.press("1")
        # The list of yesterday was not about this pain.
        await none_of_it(pilot)
        await reads(pilot, "Is this a new episode, or does the old one go on?")
        await pilot.press("escape")
        await reads(pilot, "This episode is closed.")
    assert app.state.today.all(CheckIn)
    assert marks(companion) == [(str(ONSET), str(TODAY), "well", None)]


async def test_declined_it_is_not_offered_again(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=well_again(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "You have kept well for a month.")
        await pilot.press("a")
        await reads(pilot, "What you have reached")
        await pilot.press("enter")
        await reads(pilot, "How do you want to go on?")
        await pilot.press("1")
        await reads(pilot, "Walk 1")
        assert "You have kept well" not in screen_text(app)
        await pilot.press("u")
        await reads(pilot, "You have kept well for a month.")


async def test_an_onset_that_has_not_come_is_refused_and_nothing_asked_of_it(tmp_path: Path) -> None:
    clock = well_again(tmp_path)
    answer_gate(a_companion(tmp_path, clock), {})
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("f")
        await reads(pilot, "What Ryggkompis is")
        await pilot.press("enter")
        await reads(pilot, "Does any of this fit you?")
        await pilot.press("0")
        await reads(pilot, "careful with")
        await pilot.press("0")
        await reads(pilot, "When did it begin?")
        await pilot.press("9")
        await reads(pilot, "Which day did it begin?")
        await pilot.press("ctrl+a", "ctrl+k", *str(TODAY + timedelta(days=40)), "enter")
        await reads(pilot, "Which day did it begin?", "has not come yet")
    assert app.state.profile is not None
    assert app.state.profile.onset == ONSET


async def test_an_onset_far_later_asks_what_it_means(tmp_path: Path) -> None:
    clock = well_again(tmp_path)
    answer_gate(a_companion(tmp_path, clock), {})
    clock.move(days=1)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        await reads(pilot, "What Ryggkompis is")
        await pilot.press("enter")
        await reads(pilot, "Does any of this fit you?")
        await pilot.press("0")
        await reads(pilot, "careful with")
        await pilot.press("0")
        await reads(pilot, "When did it begin?")
        await pilot.press("1")
        await reads(pilot, "Which leg")
        await pilot.press("1", "enter", "enter", "enter", "enter", "enter", "0")
        await reads(pilot, "Is this a new episode, or a correction?")
        await pilot.press("1")
        # The list of yesterday was not about this pain.
        await none_of_it(pilot)
        await reads(pilot, "week 1", "Walk 1")
    assert [one.start for one in app.state.episodes] == [ONSET, TODAY + timedelta(days=1)]
