"""A session by the keys: it waits for the patient, needs no key in a hold, and loses nothing."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import ExerciseDone
from ryggkompis.i18n.language import speaking
from ryggkompis.store.settings import change_settings
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.screens.session import SessionPage
from tests.gates import answer_gate
from tests.tui.screen_text import (
    LANGUAGES,
    MORNING,
    SIZES,
    FixedClock,
    a_companion,
    an_app,
    places,
    reads,
    screen_text,
    underway,
    until,
)


def done(app: Ryggkompis) -> list[ExerciseDone]:
    return list(app.state.today.exercises)


def a_slow_clock() -> FixedClock:
    """A clock by which no step ends by itself, however busy the machine is between two keys."""
    return FixedClock(MORNING + timedelta(minutes=10), step=0.001)


def blocks(app: Ryggkompis) -> int:
    """Count the rows of the large number."""
    return sum("██" in line for line in screen_text(app).splitlines())


def page(app: Ryggkompis) -> SessionPage:
    assert isinstance(app.screen, SessionPage)
    return app.screen


async def press(pilot: Pilot[None], clock: FixedClock, *keys: str) -> None:
    """Press ``keys`` with two seconds and a half between them."""
    app = pilot.app
    assert isinstance(app, Ryggkompis)
    for key in keys:
        clock.move(seconds=2.5)
        if isinstance(app.screen, SessionPage):
            app.screen.look()
        await until(pilot, lambda: app.turns.is_open)
        await pilot.press(key)


async def test_the_start_position_waits_and_then_it_runs_by_itself(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=(clock := FixedClock(MORNING + timedelta(minutes=10), step=0.25)))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g", "right")
        await reads(
            pilot, "2/4 · Bridge", "Start position", "Lie down on your side", "when you lie ready", "Stop if"
        )
        assert not blocks(app)
        clock.move(minutes=20)
        await press(pilot, clock, "enter")
        await reads(pilot, "Get ready")
        assert blocks(app) == 8
        await reads(pilot, "1 of 5")
        await reads(pilot, "2 of 5")


async def test_it_begins_without_a_key_where_that_is_wanted(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    change_settings(places(tmp_path), start_wait=10)
    app = an_app(tmp_path, clock=FixedClock(MORNING + timedelta(minutes=10), step=0.25))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g", "right")
        await reads(pilot, "Start position")
        assert blocks(app) == 8
        await reads(pilot, "1 of 5")


async def test_an_answer_is_kept_at_once_and_the_next_exercise_follows(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=(clock := a_slow_clock()))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await press(pilot, clock, "g", "right", "enter", "enter", "enter")
        await reads(pilot, "Where did the pain go?", "up towards the back")
        assert "set 1 of 1" not in screen_text(app), "one set is no number of sets"
        assert [(one.exercise, one.sets, one.response) for one in done(app)] == [("E10", 1, None)]
        await press(pilot, clock, "enter", "space", "up", "d")
        await reads(pilot, "Enough of this one today")
        assert [(one.exercise, one.sets, one.response) for one in done(app)] == [("E10", 1, "down")]
        await press(pilot, clock, "enter", "enter", "enter", "enter", "1")
        await reads(pilot, "4/4")
        assert [(one.exercise, one.sets, one.response) for one in done(app)][1:] == [("E14", 1, "up")]


async def test_down_is_asked_once_and_then_ends_the_exercise(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=(clock := a_slow_clock()))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await press(pilot, clock, "g", "enter", "enter", "down", "d")
        await reads(pilot, "Does the pain go further down the leg?", "Enter: yes", "Space: no")
        await press(pilot, clock, "space")
        await reads(pilot, "Hold")
        assert [one.response for one in done(app)] == [None]
        await press(pilot, clock, "d", "enter")
        await reads(pilot, "Enough of this one today", "Rest in a calm position")
        assert [(one.exercise, one.sets, one.response) for one in done(app)] == [("E03", None, "down")]
        assert "E03" not in app.state.exercises_done
        await press(pilot, clock, "enter")
        await reads(pilot, "2/4", "Start position")
        # What bends the same way comes no more in this session either.
        assert "E04" not in {page(app).session.parts[one.part].id for one in page(app).session.script}
        await press(pilot, clock, "escape", "g")
        await reads(pilot, "1/2 · Bridge")


async def test_what_is_left_in_the_middle_is_asked_about_as_one_exercise(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=(clock := a_slow_clock()))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await press(pilot, clock, "g", "enter", "enter", "enter")
        await reads(pilot, "set 2 of 3")
        await press(pilot, clock, "right")
        await reads(pilot, "Where did the pain go?")
        assert "of 3" not in screen_text(app), "two of its sets were never done"


async def test_two_keys_that_are_read_at_once_do_not_answer_the_question_unseen(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=(clock := a_slow_clock()))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await press(pilot, clock, "g", "enter", "enter")
        await reads(pilot, "Hold")
        clock.move(seconds=2.5)
        for key in ("d", "enter"):
            app.post_message(Key(key, None))
        await reads(pilot, "Does the pain go further down the leg?")
        assert page(app).session.is_doubted
        assert [one.response for one in done(app)] == [None]


async def test_what_was_begun_is_kept_as_begun_and_can_be_done_later(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=(clock := a_slow_clock()))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        await press(pilot, clock, "g", "enter", "enter")
        clock.move(seconds=2.5)
        page(app).look()
        # On the disk already: a machine that is switched off tells nothing.
        (begun,) = a_companion(tmp_path).state().today.exercises
        await press(pilot, clock, "escape")
        await reads(pilot, "What you did is kept", "○ From lying on your front to press-up", "begun")
        assert done(app) == [begun]
        assert (begun.exercise, begun.sets, begun.cut_short) == ("E03", None, True)
        assert "E03" not in app.state.exercises_done
        await press(pilot, clock, "g")
        await reads(pilot, "1/4", "set 1 of 3")
        await press(pilot, clock, "escape", *["down"] * 4, "space")
        await reads(pilot, "● From lying on your front to press-up")
        assert [(one.sets, one.cut_short) for one in done(app)] == [(None, True), (3, None)]


async def test_an_interrupted_session_is_taken_up_where_it_was(tmp_path: Path) -> None:
    """Also by another run of the program."""
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=(clock := a_slow_clock()))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        await press(pilot, clock, "g", "enter", "enter", "enter")
        await reads(pilot, "set 2 of 3", "Rest")
        await press(pilot, clock, "escape")
        await reads(pilot, "What you did is kept", "○ From lying on your front to press-up", "1 of 3 sets")
    clock = a_slow_clock()
    clock.move(hours=2)
    again = an_app(tmp_path, clock=clock)
    async with again.run_test(size=(80, 24)) as pilot:
        assert [(one.exercise, one.sets) for one in done(again)] == [("E03", 1)]
        await reads(pilot, "Walk 1")
        await pilot.press("g")
        await reads(pilot, "set 2 of 3", "Start position")


async def test_a_pause_stands_still_and_a_machine_that_slept_waits(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=(clock := a_slow_clock()))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await press(pilot, clock, "g", "enter", "space")
        await reads(pilot, "Paused")
        left = page(app).session.left
        clock.move(minutes=3)
        page(app).look()
        assert page(app).session.left == left
        await pilot.press("space")
        await until(pilot, lambda: page(app).session.looked is not None)
        clock.move(hours=1)
        await reads(pilot, "The clock stood still")
        assert page(app).session.step.kind in {"ready", "hold"}


async def test_taking_ones_time_with_the_answer_does_not_stop_the_session(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=(clock := a_slow_clock()))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await press(pilot, clock, "g", "enter", "enter", "enter", "right")
        await reads(pilot, "Where did the pain go?")
        clock.move(minutes=1)
        await press(pilot, clock, "2")
        await reads(pilot, "2/4", "Start position")
        page(app).look()
        assert not page(app).session.is_paused


async def test_the_end_says_what_was_done_and_how_the_leg_took_it(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=(clock := a_slow_clock()))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g")
        while not page(app).session.is_over:
            await press(pilot, clock, "2" if page(app).session.is_asked else "enter")
        await reads(pilot, "That was all", "Done: 4 exercises", "The pain afterwards: the same (4 times).")
        assert {one.exercise for one in done(app)} == {one.id for one in app.state.plan.exercises}
        assert all(one.response == "same" and not one.cut_short for one in done(app))
        await press(pilot, clock, "enter")
        await until(pilot, lambda: not isinstance(app.screen, SessionPage))


async def test_a_session_in_which_all_was_skipped_says_so(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=(clock := a_slow_clock()))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await press(pilot, clock, "g", "right", "right", "right", "right")
        await reads(pilot, "You skipped all of it this time", "Nothing is noted as done")
        assert not done(app)


async def test_a_red_answer_from_elsewhere_ends_the_session(tmp_path: Path) -> None:
    """Invariant I1: no exercise can be reached under a lock."""
    companion = underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=a_slow_clock())
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g")
        await reads(pilot, "Start position")
        answer_gate(companion, {"CES1": "yes"})
        app.look_again()
        await until(pilot, lambda: not isinstance(app.screen, SessionPage))
        await pilot.press("g")
        await reads(pilot, "This needs checking")
        assert not isinstance(app.screen, SessionPage)


async def test_a_session_over_midnight_belongs_to_the_day_it_began(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    clock = a_slow_clock()
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        day = app.state.day
        await press(pilot, clock, "g", "enter", "space")
        clock.move(hours=24)
        await press(pilot, clock, "d", "d")
        await reads(pilot, "Enough of this one today")
        (kept,) = app.state.history[day].exercises
        assert (kept.exercise, kept.response) == ("E03", "down")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_count_can_be_read_at_every_size(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=(clock := a_slow_clock()), language=language)
    async with app.run_test(size=size) as pilot:
        await reads(pilot, "Gåtur 1" if language == "nb" else "Walk 1")
        await press(pilot, clock, "g", "enter", "space")
        with speaking(language):
            name = "Press opp" if language == "nb" else "From lying"
            await reads(pilot, "1/4", name)
        assert blocks(app) == (5 if size == (40, 15) else 8 if size == (80, 24) else 16)
        await press(pilot, clock, "d", "d")
        stop = app.state.catalogue.stop_rule.in_(language).split()[0]
        await reads(pilot, stop)


async def test_a_figure_of_ones_own_exercise_may_be_missing(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=a_slow_clock())
    async with app.run_test(size=(132, 43)) as pilot:
        await reads(pilot, "Walk 1")
        plain = app.state.catalogue
        bare = tuple(replace(one, figure=None) for one in plain.exercises)
        app.state = replace(app.state, catalogue=replace(plain, exercises=bare))
        await pilot.press("g")
        await reads(pilot, "1/4", "Start position", "when you lie ready")
