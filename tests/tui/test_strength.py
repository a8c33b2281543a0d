"""Once a week strength is looked at first: weaker leads to questions, and untried says nothing."""

from pathlib import Path

from textual.pilot import Pilot

from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.screens.asking import Asking
from tests.tui.screen_text import (
    FixedClock,
    a_companion,
    an_app,
    choose,
    is_drawn,
    known,
    none_of_it,
    reads,
    until,
)


def a_week_later(folder: Path) -> Ryggkompis:
    clock = FixedClock()
    known(a_companion(folder, clock))
    clock.move(days=7)
    return an_app(folder, clock=clock)


async def come_to_strength(pilot: Pilot[None]) -> None:
    await reads(pilot, "Walk 1")
    await pilot.press("i")
    await reads(pilot, "Does it feel safe to try now?", "Hold on to the worktop")


async def at_the_list(pilot: Pilot[None]) -> None:
    await reads(pilot, "does any of this fit?")
    await until(pilot, lambda: is_drawn(pilot))


async def test_as_before_leads_to_the_whole_list_with_nothing_marked(tmp_path: Path) -> None:
    app = a_week_later(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_strength(pilot)
        await choose(pilot, 1)
        await reads(pilot, "five steps on your heels", "five steps on your toes", "Rise once from a chair")
        await choose(pilot, 1)
        await none_of_it(pilot)
        await reads(pilot, "compared with yesterday")
        assert app.state.gate.lock is None


async def test_what_is_not_tried_says_nothing(tmp_path: Path) -> None:
    app = a_week_later(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_strength(pilot)
        await choose(pilot, 2)
        await at_the_list(pilot)
        await pilot.press("escape")
        await reads(pilot, "Walk 1")
        assert app.state.gate.lock is None
        await come_to_strength(pilot)
        await choose(pilot, 1)
        await reads(pilot, "Are both legs as strong")
        await choose(pilot, 3)
        await at_the_list(pilot)
        assert app.state.gate.lock is None


async def test_weaker_on_one_side_leads_to_two_questions_and_unsure_counts_as_yes(tmp_path: Path) -> None:
    app = a_week_later(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_strength(pilot)
        await choose(pilot, 1)
        await reads(pilot, "Are both legs as strong")
        await choose(pilot, 2)
        await reads(pilot, "walk on your heel")
        assert app.state.gate.lock is not None, "weaker holds from its key"
        await choose(pilot, 3)
        await reads(pilot, "getting weaker day by day")
        await choose(pilot, 1)
        await at_the_list(pilot)
        while not isinstance(app.screen, Asking):
            page = app.screen
            await pilot.press("enter")
            await until(pilot, lambda: app.screen is not page)  # noqa: B023 - awaited here
            await pilot.pause()
        await reads(pilot, "This is what you answered", "Unsure: Are you unable to lift")
        await choose(pilot, 1)
        await reads(pilot, "This needs checking")
        assert app.state.gate.lock.flags == ("MOT1",)
        gate = app.state.today.gates[-1]
        assert (gate.scope, gate.answers, gate.marked) == ("daily", {"MOT1": "unsure"}, None)


async def test_weaker_and_then_left_holds_the_plan_back_until_the_list_is_answered(tmp_path: Path) -> None:
    app = a_week_later(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_strength(pilot)
        await choose(pilot, 1)
        await reads(pilot, "Are both legs as strong")
        await choose(pilot, 2)
        await reads(pilot, "walk on your heel")
        await pilot.press("escape")
        await reads(pilot, "getting weaker day by day")
        await pilot.press("escape")
        await at_the_list(pilot)
        await pilot.press("escape")
        await reads(pilot, "This needs checking", "the list is not finished")
        assert app.state.gate.lock is not None
        assert app.state.gate.lock.marked == ("MOT1", "MOT2")


async def test_on_a_bad_day_nobody_is_asked_to_try(tmp_path: Path) -> None:
    clock = FixedClock()
    companion = known(a_companion(tmp_path, clock))
    companion.diary.say(CheckIn, leg=3)
    clock.move(days=7)
    a_companion(tmp_path, clock).diary.say(CheckIn, leg=7, flare=True)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("i")
        await reads(pilot, "does any of this fit?")
