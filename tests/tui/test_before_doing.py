"""Whatever of the plan is begun, the day's safety question comes before it, once."""

from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.screens.clock import ClockPage
from ryggkompis.tui.screens.session import SessionPage
from tests.gates import answer_daily
from tests.tui.screen_text import (
    MORNING,
    FixedClock,
    a_companion,
    an_app,
    choose,
    none_of_it,
    reads,
    screen_text,
    underway,
    until,
)

BEGUN = {"g": SessionPage, "home enter": ClockPage, "end enter": ClockPage}
"""The keys that begin the exercises, a walk and a position for rest."""


YESTERDAY = MORNING.replace(year=2100)
"""After whatever day this machine has, so that nothing was told late."""


def the_next_day(folder: Path) -> FixedClock:
    """Yesterday was told of, and today nothing has been."""
    underway(a_companion(folder, FixedClock(YESTERDAY))).remember_shown()
    return FixedClock(YESTERDAY + timedelta(days=1))


@pytest.mark.parametrize("keys", BEGUN)
async def test_what_is_begun_asks_the_one_line_where_nothing_was_answered_today(
    tmp_path: Path, keys: str
) -> None:
    app = an_app(tmp_path, clock=the_next_day(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press(*keys.split())
        await reads(pilot, "Safety first", "the whole list is asked")
        await pilot.press("escape")
        await reads(pilot, "Left today")
        assert not app.state.gate.answered
        await pilot.press(*keys.split())
        await reads(pilot, "Safety first")
        await choose(pilot, 1)
        await until(pilot, lambda: isinstance(app.screen, BEGUN[keys]))
        await pilot.press("escape")
        await reads(pilot, "Left today")
        await pilot.press(*keys.split())
        await until(pilot, lambda: isinstance(app.screen, BEGUN[keys]))


@pytest.mark.parametrize("keys", BEGUN)
async def test_an_answer_that_holds_the_plan_begins_nothing(tmp_path: Path, keys: str) -> None:
    app = an_app(tmp_path, clock=the_next_day(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press(*keys.split())
        await reads(pilot, "the whole list is asked")
        await choose(pilot, 2)
        await reads(pilot, "does any of this fit?")
        await pilot.press("escape")
        await reads(pilot, "This needs checking")
        assert not isinstance(app.screen, BEGUN[keys])


async def test_the_list_of_a_worse_morning_that_was_left_comes_before_anything_is_begun(
    tmp_path: Path,
) -> None:
    clock = the_next_day(tmp_path)
    companion = a_companion(tmp_path, clock)
    answer_daily(companion, "no")
    companion.diary.say(CheckIn, leg=6, morning="worse")
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        assert app.state.seems_worse
        await pilot.press("home", "enter")
        await none_of_it(pilot)
        await until(pilot, lambda: isinstance(app.screen, ClockPage))


async def test_who_takes_a_walk_back_has_not_taken_back_the_safety_answer(tmp_path: Path) -> None:
    clock = the_next_day(tmp_path)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("home", "enter")
        await reads(pilot, "Safety first")
        await choose(pilot, 1)
        await reads(pilot, "On the way out")
        clock.move(minutes=3)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Asking))
        await pilot.press("escape")
        await until(pilot, lambda: app.state.today.walks)
        await pilot.press("u")
        await reads(pilot, "Take it back?")
        await pilot.press("1")
        await until(pilot, lambda: not app.state.today.walks)
        assert app.state.gate.answered
        assert "Walk 1" in screen_text(app)
