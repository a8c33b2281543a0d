"""A session by the keys: three presses, nothing to press while holding, and nothing lost on the way."""

from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import ExerciseDone
from ryggkompis.i18n.language import speaking
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.screens.session import SessionPage
from tests.gates import answer_gate

from .screen_text import (
    LANGUAGES,
    MORNING,
    SIZES,
    FixedClock,
    a_companion,
    an_app,
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


def page(app: Ryggkompis) -> SessionPage:
    assert isinstance(app.screen, SessionPage)
    return app.screen


async def test_a_session_begins_with_one_key_and_runs_by_itself(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g")
        await reads(pilot, "1/4 · From lying on your front to press-up · set 1 of 3", "Get ready", "Stop if")
        assert sum("██" in line for line in screen_text(app).splitlines()) == 8
        await pilot.press("right")
        await reads(pilot, "2/4 · Bridge")
        await reads(pilot, "1 of 5")
        await reads(pilot, "2 of 5")


async def test_an_answer_is_kept_at_once_and_the_next_exercise_follows(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=a_slow_clock())
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g", "right", "enter", "enter")
        await reads(pilot, "Where did the pain go?", "up towards the back")
        assert [(one.exercise, one.sets, one.response) for one in done(app)] == [("E10", 1, None)]
        await pilot.press("enter", "space")
        await reads(pilot, "Where did the pain go?")
        await pilot.press("up")
        await reads(pilot, "3/4")
        assert [(one.exercise, one.sets, one.response) for one in done(app)] == [("E10", 1, "up")]


async def test_down_ends_the_exercise_in_the_middle_and_says_why(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=a_slow_clock())
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g", "enter", "down")
        await reads(pilot, "Enough of this one today", "Rest in a calm position")
        assert [(one.exercise, one.sets, one.response) for one in done(app)] == [("E03", None, "down")]
        await pilot.press("enter")
        await reads(pilot, "2/4", "Get ready")
        await pilot.press("escape", "g")
        await reads(pilot, "1/3 · Bridge")


async def test_an_interrupted_session_is_taken_up_where_it_was(tmp_path: Path) -> None:
    """Also by another run of the program."""
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=a_slow_clock())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g", "enter", "enter")
        await reads(pilot, "set 2 of 3", "Rest")
        await pilot.press("escape")
        await reads(pilot, "What you did is kept", "1 of 3 sets")
    clock = a_slow_clock()
    clock.move(hours=2)
    again = an_app(tmp_path, clock=clock)
    async with again.run_test(size=(80, 24)) as pilot:
        assert [(one.exercise, one.sets) for one in done(again)] == [("E03", 1)]
        await reads(pilot, "Walk 1")
        await pilot.press("g")
        await reads(pilot, "set 2 of 3", "Get ready")


async def test_a_pause_stands_still_and_a_machine_that_slept_waits(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    clock = a_slow_clock()
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g", "space")
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
    clock = a_slow_clock()
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g", "enter", "enter", "right")
        await reads(pilot, "Where did the pain go?")
        clock.move(minutes=1)
        await pilot.press("2")
        await reads(pilot, "2/4", "Get ready")
        page(app).look()
        assert not page(app).session.is_paused


async def test_when_all_is_done_it_says_so_and_begins_no_more(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=a_slow_clock())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g")
        while isinstance(app.screen, SessionPage):
            asked = page(app).session.step.kind == "ask"
            await pilot.press("2" if asked else "enter")
        await reads(pilot, "The exercises are done")
        assert {one.exercise for one in done(app)} == {one.id for one in app.state.plan.exercises}
        assert all(one.response == "same" for one in done(app))


async def test_a_red_answer_from_elsewhere_ends_the_session(tmp_path: Path) -> None:
    """Invariant I1: no exercise can be reached under a lock."""
    companion = underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=a_slow_clock())
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g")
        await reads(pilot, "Get ready")
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
        await pilot.press("g", "enter", "space")
        clock.move(hours=24)
        await pilot.press("down")
        await reads(pilot, "Enough of this one today")
        (kept,) = app.state.history[day].exercises
        assert (kept.exercise, kept.response) == ("E03", "down")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_count_can_be_read_at_every_size(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, clock=a_slow_clock(), language=language)
    async with app.run_test(size=size) as pilot:
        await reads(pilot, "Gåtur 1" if language == "nb" else "Walk 1")
        await pilot.press("g", "space")
        with speaking(language):
            name = "Fra mageleie" if language == "nb" else "From lying"
            await reads(pilot, "1/4", name)
        assert sum("██" in line for line in screen_text(app).splitlines()) >= 8
        await pilot.press("space", "enter", "down")
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
        await reads(pilot, "1/4", "Get ready")
