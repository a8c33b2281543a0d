"""A walk and a rest by the clock: when to turn, when it is enough, and nothing lost whatever happens."""

from pathlib import Path

import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import ComfortDone, Walk
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.screens.clock import ClockPage
from ryggkompis.tui.widgets.plan_list import PlanList
from tests.tui.screen_text import (
    LANGUAGES,
    SIZES,
    FixedClock,
    a_companion,
    an_app,
    known,
    later,
    reads,
    screen_text,
    until,
)


def an_app_and_its_clock(folder: Path, language: Language = "en") -> tuple[Ryggkompis, FixedClock]:
    known(a_companion(folder))
    clock = later(minutes=10)
    return an_app(folder, clock=clock, language=language), clock


def pass_time(app: Ryggkompis, clock: FixedClock, minutes: int) -> None:
    """Let minutes go by in view of the clock."""
    assert isinstance(app.screen, ClockPage)
    for _ in range(minutes):
        clock.move(minutes=1)
        app.screen.look()


def walks(app: Ryggkompis) -> list[Walk]:
    return list(app.state.today.walks)


async def test_a_walk_turns_at_half_time_and_is_told_with_three_keys(tmp_path: Path) -> None:
    app, clock = an_app_and_its_clock(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("enter")
        await reads(pilot, "Walk 1 · 7 min", "On the way out", "Stop and rest if the leg gets worse", "██")
        clock.move(minutes=3, seconds=30)
        await reads(pilot, "Time to turn back")
        clock.move(minutes=3, seconds=20)
        await reads(pilot, "That was the whole walk")
        await pilot.press("enter")
        await reads(pilot, "at its worst on the way")
        assert [(one.minutes, one.peak_leg) for one in walks(app)] == [(7, None)]
        await pilot.press("4")
        await reads(pilot, "back to how it was")
        await pilot.press("1")
        await reads(pilot, "further down the leg?")
        await pilot.press("0")
        await reads(pilot, "● Walk 1")
        (walk,) = walks(app)
        assert (walk.minutes, walk.peak_leg, walk.settled, walk.further_down) == (7, 4, 0, False)


async def test_a_walk_that_is_not_told_about_is_kept_with_what_is_known(tmp_path: Path) -> None:
    app, clock = an_app_and_its_clock(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("enter")
        await reads(pilot, "On the way out")
        clock.move(minutes=5)
        await pilot.press("escape")
        await reads(pilot, "at its worst on the way")
        await pilot.press("escape")
        await reads(pilot, "● Walk 1")
        (walk,) = walks(app)
        assert (walk.minutes, walk.peak_leg, walk.settled, walk.further_down) == (5, None, None, None)


async def test_a_clock_opened_by_mistake_leaves_no_trace(tmp_path: Path) -> None:
    app, _clock = an_app_and_its_clock(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("enter", "escape")
        await until(pilot, lambda: not isinstance(app.screen, ClockPage))
        assert walks(app) == []


async def test_a_pause_does_not_count(tmp_path: Path) -> None:
    app, clock = an_app_and_its_clock(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("enter")
        await reads(pilot, "On the way out")
        clock.move(minutes=2)
        await pilot.press("space")
        await reads(pilot, "Paused")
        clock.move(minutes=30)
        await pilot.press("space", "enter")
        await reads(pilot, "at its worst on the way")
        assert walks(app)[0].minutes == 2


async def test_after_a_closed_laptop_the_minutes_are_asked_for(tmp_path: Path) -> None:
    app, clock = an_app_and_its_clock(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("enter")
        await reads(pilot, "On the way out")
        clock.move(hours=3)
        await reads(pilot, "That was the whole walk")
        await pilot.press("enter")
        await reads(pilot, "How many minutes did you walk?")
        assert walks(app)[0].minutes == 1
        await pilot.press("backspace", "8", "enter", "enter", "enter", "enter")
        await until(pilot, lambda: walks(app)[0].minutes == 8)


async def test_a_clock_set_back_on_the_way_loses_nothing(tmp_path: Path) -> None:
    app, clock = an_app_and_its_clock(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("enter")
        await reads(pilot, "On the way out")
        clock.move(minutes=4)
        await reads(pilot, "Time to turn back")
        clock.move(minutes=-15)
        await pilot.press("enter")
        await reads(pilot, "at its worst on the way")
        assert walks(app)[0].minutes == 4


async def test_more_than_planned_is_told_kindly(tmp_path: Path) -> None:
    app, clock = an_app_and_its_clock(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("enter")
        await reads(pilot, "On the way out")
        clock.move(minutes=9)
        await reads(pilot, "That was the whole walk")
        clock.move(minutes=9)
        await pilot.press("enter")
        await reads(pilot, "at its worst on the way")
        assert walks(app)[0].minutes == 18
        await pilot.press("escape")
        await reads(pilot, "18 min")


async def test_a_walk_over_midnight_belongs_to_the_day_it_began(tmp_path: Path) -> None:
    app, clock = an_app_and_its_clock(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        day = app.state.day
        await pilot.press("enter")
        await reads(pilot, "On the way out")
        clock.move(hours=24)
        await reads(pilot, "That was the whole walk")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.history[day].walks)


async def test_a_rest_has_its_caution_and_helps_or_not(tmp_path: Path) -> None:
    app, clock = an_app_and_its_clock(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("end", "enter")
        await reads(pilot, "Rest, and breathe calmly")
        relief = app.state.catalogue.relief(app.state.plan.comfort[-1])
        assert relief is not None
        await reads(pilot, relief.name.en, relief.caution.en.split(".")[0])
        pass_time(app, clock, relief.minutes[0])
        await reads(pilot, "You can stop whenever you like")
        pass_time(app, clock, relief.minutes[1] - relief.minutes[0])
        await reads(pilot, "That is long enough")
        await pilot.press("enter")
        await reads(pilot, "Did it feel good?")
        await pilot.press("1")
        await until(pilot, lambda: app.state.today.comforts and app.state.today.comforts[0].helped)
        (done,) = app.state.today.all(ComfortDone)
        assert done.minutes == relief.minutes[1]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_clock_can_be_read_at_every_size(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    app, clock = an_app_and_its_clock(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await reads(pilot, "Gåtur 1" if language == "nb" else "Walk 1")
        app.screen.query_one(PlanList).focus()
        await pilot.press("enter")
        clock.move(minutes=3)
        await reads(pilot, "På vei ut" if language == "nb" else "On the way out")
        assert sum("██" in line for line in screen_text(app).splitlines()) >= 8
