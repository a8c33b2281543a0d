"""A red flag: no plan, the card in its place, and the only way back."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.tui.screens.safety import NONE, SafetyPage
from ryggkompis.tui.widgets.large_words import LargeWords
from tests.tui.screen_text import (
    FixedClock,
    a_companion,
    an_app,
    choose,
    is_drawn,
    known,
    none_of_it,
    reads,
    screen_text,
    until,
)


def known_since_yesterday(folder: Path) -> FixedClock:
    """The first questions were answered yesterday, so today asks the one line."""
    clock = FixedClock()
    known(a_companion(folder, clock))
    clock.move(days=1)
    return clock


async def mark_second_question(pilot: Pilot[None]) -> None:
    await reads(pilot, "does any of this fit?")
    await pilot.press("down", "space", "enter")
    await reads(pilot, "This is what you answered", "Yes: Does it feel different when you wipe")


async def come_to_the_list(pilot: Pilot[None], place: int = 3) -> None:
    await reads(pilot, "Walk 1")
    await pilot.press("i")
    await reads(pilot, "the whole list is asked")
    await choose(pilot, place)


async def test_a_red_flag_empties_the_plan_and_a_doctors_look_opens_it_one_level_down(tmp_path: Path) -> None:
    clock = known_since_yesterday(tmp_path)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        level = app.state.plan.level
        assert level > 0
        await come_to_the_list(pilot)
        await mark_second_question(pilot)
        await choose(pilot, 1)
        await reads(pilot, "This needs checking", "Call 116 117 now", "Say:")
        assert app.state.plan.walks == ()
        assert "Walk 1" not in screen_text(app)
        await pilot.press("u")
        await reads(pilot, "A yes, an unsure")

        clock.move(days=1)
        app.look_again()
        await reads(pilot, "Friday 6 March", "This needs checking")
        await pilot.press("c")
        await reads(pilot, "Who has looked at it?")
        await pilot.press("enter")
        await reads(pilot, "There is nothing written")
        await pilot.press(*"Dr Ås", "enter")
        await reads(pilot, "Which day was that?", "6 Mar 2026")
        await pilot.press(*["backspace"] * 10, *"04/03/2026", "enter")
        await reads(pilot, "a look on Wednesday 4 March 2026 was before that")
        await pilot.press(*["backspace"] * 10, *"05/03/2026", "enter")
        await reads(pilot, "The latest of this is from 5 March 2026.", "seen you for it after that")
        await pilot.press("1")
        await reads(pilot, "Walk 1")
        assert app.state.gate.lock is None
        assert app.state.plan.level == level - 1, "held for a day"
        assert [entry.by for entry in app.state.history.entries if isinstance(entry, Clearance)] == ["Dr Ås"]


async def test_a_yes_holds_from_its_key_and_a_slip_is_taken_back(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=known_since_yesterday(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_the_list(pilot)
        await mark_second_question(pilot)
        assert app.state.gate.lock is not None
        assert app.state.gate.lock.marked == ("CES2",)
        await choose(pilot, 2)
        await reads(pilot, "does any of this fit?", "[ ] Does it feel different")
        await until(pilot, lambda: app.state.gate.lock and not app.state.gate.lock.marked)
        await none_of_it(pilot)
        await reads(pilot, "compared with yesterday")
        assert app.state.gate.lock is None


async def test_something_new_and_the_list_left_holds_the_plan_back_until_it_is_answered(
    tmp_path: Path,
) -> None:
    app = an_app(tmp_path, clock=known_since_yesterday(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_the_list(pilot, 2)
        await reads(pilot, "does any of this fit?")
        await pilot.press("escape")
        await reads(pilot, "This needs checking", "Answer the whole list now: press i")
        await pilot.press("i")
        await none_of_it(pilot)
        await until(pilot, lambda: app.state.gate.lock is None)
        await reads(pilot, "compared with yesterday")


async def test_what_was_marked_is_marked_again_when_one_comes_back(tmp_path: Path) -> None:
    clock = known_since_yesterday(tmp_path)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_the_list(pilot)
        await reads(pilot, "does any of this fit?")
        await pilot.press("down", "question_mark", "escape")
        await reads(pilot, "Call 116 117 now", "the list is not finished")
    clock.move(days=1)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Call 116 117 now")
        await pilot.press("i")
        await reads(pilot, "[unsure] Does it feel different")


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_enter_and_zero_answer_no_question_that_was_not_seen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = an_app(tmp_path, clock=known_since_yesterday(tmp_path))
    async with app.run_test(size=size) as pilot:
        await come_to_the_list(pilot)
        await reads(pilot, "does any of this fit?")
        seen: list[str] = []
        await pilot.press("0")
        while isinstance(app.screen, SafetyPage):
            await until(pilot, lambda: is_drawn(pilot))
            page = app.screen
            seen += [str(option.id) for option in page.query_one(OptionList).options if option.id != NONE]
            rows = page.query_one(OptionList)
            assert rows.virtual_size.height <= rows.size.height, "all of the page is on the screen"
            await pilot.press("enter")
            await until(pilot, lambda: app.screen is not page)  # noqa: B023 - awaited here
        assert seen == [flag.id for flag in app.state.flags.flags if flag.only_when is None]
        await reads(pilot, f"{len(seen)} questions, all no – right?")
        await pilot.press("enter", "enter")
        assert not [gate for gate in app.state.today.gates if gate.scope == "full"]
        await choose(pilot, 1)
        await until(pilot, lambda: app.state.gate.last_full == app.state.day)


async def test_the_most_urgent_answer_stands_alone_on_top(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=known_since_yesterday(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_the_list(pilot)
        await reads(pilot, "does any of this fit?")
        await pilot.press("y", "down", "down", "j", "enter")
        await reads(pilot, "Yes: Are you numb", "Yes: Are you unable to pee")
        await choose(pilot, 1)
        await reads(pilot, "Call 113 now", "Say:")
        words = str(app.screen.query_one("#instead-words").render())
        assert "116" not in words
        assert "Call: Call" not in words
        assert words.count("113") == 1, "on top, and nowhere else"
        assert app.screen.query_one(LargeWords).text == "113"


async def test_a_soft_flag_shows_its_card_and_keeps_the_plan(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"PSY1": "unsure"}))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "116 123", "22 40 00 40", "do not have to face it alone", "Walk 1")
        assert "Pelvic tilt" not in screen_text(app)
        assert app.state.plan.exercises


async def test_urgent_help_is_one_key_away_in_an_empty_journal_and_in_every_dialog(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Språk / Language")
        await pilot.press("!")
        await reads(pilot, "When do I need help now?", "113", "116 117")
        words = app.screen.query_one("#text").render().plain  # type: ignore[union-attr]
        assert all(flag.question.en in words for flag in app.state.flags.flags if flag.id != "PSY1")
        assert "116\N{NO-BREAK SPACE}123" in words
        await pilot.press("escape")
        await reads(pilot, "Språk / Language")


async def test_urgent_help_opens_while_one_types(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=known_since_yesterday(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("n")
        await reads(pilot, "Anything you want")
        await pilot.press("a", "f2")
        await reads(pilot, "When do I need help now?")
        await pilot.press("escape", "enter")
        await until(pilot, lambda: app.state.today.entries[-1].kind == "note")


@pytest.mark.parametrize(
    ("flag", "key"),
    [("CES1", "y"), ("CES5", "u"), ("MOT3", "space"), ("VAS1", "question_mark"), ("MED1", "j")],
)
async def test_one_red_flag_alone_yes_or_unsure_leaves_no_plan(tmp_path: Path, flag: str, key: str) -> None:
    app = an_app(tmp_path, clock=known_since_yesterday(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_the_list(pilot)
        await reads(pilot, "does any of this fit?")
        while flag not in (ids := [option.id for option in app.screen.query_one(OptionList).options]):
            page = app.screen
            await pilot.press("enter")
            await until(pilot, lambda: app.screen is not page and is_drawn(pilot))  # noqa: B023 - awaited here
        await pilot.press(*["down"] * ids.index(flag), key, "enter")
        await reads(
            pilot, "This is what you answered", "Unsure:" if key in {"u", "question_mark"} else "Yes:"
        )
        await choose(pilot, 1)
        await reads(pilot, "This needs checking")
        plan = app.state.plan
        assert app.state.gate.lock is not None
        assert app.state.gate.lock.flags == (flag, "DAILY")
        assert (plan.walks, plan.exercises, plan.comfort) == ((), (), ())
        assert "Walk 1" not in screen_text(app)
