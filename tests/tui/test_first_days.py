"""Somebody new: from the first question to the first check-in, by keys alone."""

from datetime import timedelta
from pathlib import Path

from textual.pilot import Pilot

from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.journal.entries import CheckIn, Entry
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.tui.app import Ryggkompis
from tests.tui.screen_text import (
    HOSTILE,
    MORNING,
    FixedClock,
    a_companion,
    an_app,
    flat,
    known,
    none_of_it,
    reads,
    say_together,
    screen_text,
    until,
)

GOALS = ("tie my shoes", HOSTILE, "æøå Blåbærtur")


async def answer_safety_with_none(pilot: Pilot[None]) -> None:
    await none_of_it(pilot)


async def come_to_about(pilot: Pilot[None]) -> None:
    await reads(pilot, "Språk / Language")
    await pilot.press("2")
    await reads(pilot, "What Ryggkompis is", "No clinician")
    await pilot.press("enter")
    await reads(pilot, "Does any of this fit you?", "expecting a child")


async def test_from_the_first_question_to_the_first_check_in(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_about(pilot)
        await pilot.press("0")
        await reads(pilot, "careful with")
        await pilot.press("1", "enter")
        await answer_safety_with_none(pilot)
        await reads(pilot, "When did it begin?")
        assert app.state.gate.last_full == MORNING.date()
        await pilot.press("4")
        await reads(pilot, "Which leg")
        await pilot.press("1")
        await reads(pilot, "the leg says stop")
        await pilot.press("1", "2", "enter")
        await reads(pilot, "ordinary day now")
        await pilot.press("2", "0", "enter")
        for n, goal in enumerate(GOALS, 1):
            await reads(pilot, f"({n} of 3)")
            app.screen.focused.value = goal  # type: ignore[union-attr]  # an Input; ESC cannot be typed
            await pilot.press("enter")
        await reads(pilot, "ever had cancer")
        await pilot.press("0")
        await reads(pilot, "mark where it hurts")
        await pilot.press("0")
        await reads(pilot, "How is it this morning?", "week 4", "0 of 22 min")
        await check_in(pilot, leg="4")
        await reads(pilot, "Left today: 4 walks")

    profile, check = app.state.profile, app.state.today.check_in
    assert profile is not None
    assert check is not None
    assert (profile.side, profile.walk_tolerance, profile.walks_now) == ("left", 12, 20)
    assert profile.sensitivities == ("flex",)
    assert profile.onset == MORNING.date() - timedelta(weeks=3)
    assert profile.goals[0] == GOALS[0]
    assert profile.goals[2] == GOALS[2]
    assert "\x1b" not in profile.goals[1]
    assert (check.leg, check.back, check.morning) == (4, None, "same")


async def check_in(pilot: Pilot[None], leg: str = "4", morning: str = "2") -> None:
    """The whole list was just answered; morning; site, numb, flare and sleep skipped; leg; back skipped."""
    await pilot.press("i")
    await reads(pilot, "compared with yesterday")
    await pilot.press(morning)
    for words in ("How far down", "numbness", "flare-up?", "in the night"):
        await reads(pilot, words)
        await pilot.press("enter")
    await reads(pilot, "leg hurt right now")
    await pilot.press(leg)
    await reads(pilot, "back hurt right now")
    await pilot.press("enter")
    await reads(pilot, "Is this right?", f"Leg pain now: {leg}", "Back pain now: –")
    await pilot.press("1")
    await until(pilot, lambda: pilot.app.screen.__class__.__name__ == "TodayPage")


async def test_the_safety_list_cannot_be_left_out_and_leaving_it_loses_nothing(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_about(pilot)
        await pilot.press("3", "escape")
        await reads(pilot, "Safety first")
        kept = a_companion(tmp_path).state().profile
        assert kept is not None, "also where the program is killed now"
        assert kept.exclusions == ("pregnant",)
        await pilot.press("escape")
        await reads(pilot, "careful with")
        await pilot.press("backspace")
        await reads(pilot, "[x] 3  expecting a child")
        await pilot.press("escape")
        await answer_safety_with_none(pilot)
        await reads(pilot, "When did it begin?")
        await pilot.press("escape")
        await reads(pilot, "You need a plan from somebody who knows you", "expecting a child")
    assert app.state.profile is not None
    assert app.state.profile.exclusions == ("pregnant",)


async def test_an_answer_that_cannot_be_is_refused_in_one_sentence(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("enter", "t")
        await reads(pilot, "How many minutes did you walk?")
        await pilot.press("9", "9", "9", "enter")
        await reads(pilot, "does not fit", "720")
        assert not app.state.today.walks


async def test_a_bad_morning_shortens_the_plan_and_asks_the_whole_list_first(tmp_path: Path) -> None:
    clock = FixedClock()
    companion = known(a_companion(tmp_path, clock))
    for leg in (3, 3, 3):
        say_together(companion, *_calm_morning(leg))
        clock.move(days=1)
    app: Ryggkompis = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.state.plan.walk_minutes
        await pilot.press("i")
        await reads(pilot, "the whole list is asked")
        await pilot.press("0")
        await reads(pilot, "compared with yesterday")
        await pilot.press("3")
        for words in ("How far down", "numbness", "flare-up?", "in the night"):
            await reads(pilot, words)
            await pilot.press("enter")
        await reads(pilot, "leg hurt right now")
        await pilot.press("5")
        await reads(pilot, "back hurt right now")
        await pilot.press("enter")
        await reads(pilot, "Is this right?")
        await pilot.press("1")
        await answer_safety_with_none(pilot)
        await reads(pilot, "The leg is at 5 this morning")
        assert app.state.plan.walk_minutes < before
        assert app.state.gate.last_full == clock.now().date()


def _calm_morning(leg: int) -> tuple[tuple[type[Entry], dict[str, object]], ...]:
    gate: dict[str, object] = {"scope": "daily", "answers": {DAILY_LINE: "no"}}
    return (Gate, gate), (CheckIn, {"leg": leg, "morning": "same"})


async def test_a_second_check_in_starts_from_the_first_and_replaces_it(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await check_in(pilot, leg="4")
        await pilot.press("i")
        await reads(pilot, "the whole list is asked")
        await pilot.press("0")
        await reads(pilot, "›  2  same as yesterday")
        for words in ("compared with", "How far down", "numbness", "flare-up?", "in the night"):
            await reads(pilot, words)
            await pilot.press("enter")
        await reads(pilot, "leg hurt right now", "[4]")
        await pilot.press("t")
        await reads(pilot, "back hurt right now")
        await pilot.press("enter")
        await reads(pilot, "Leg pain now: 10")
        await pilot.press("1")
        await until(pilot, lambda: app.state.today.check_in and app.state.today.check_in.leg == 10)


async def test_yesterday_can_be_told_about(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("b")
        await reads(pilot, "You are telling about Tue 3 Mar")
        await pilot.press("n")
        await reads(pilot, "Anything you want to remember")
        await pilot.press(*"fell", "enter")
        await until(pilot, lambda: app.state.today.entries)
        await pilot.press("escape")
        await reads(pilot, "Wednesday 4 March")
        assert "telling about" not in screen_text(app)
    assert [entry.kind for entry in app.state.history[MORNING.date() - timedelta(days=1)].entries] == ["note"]


async def test_a_day_that_is_over_is_not_spoken_of_as_today(tmp_path: Path) -> None:
    known(a_companion(tmp_path), next_visit=MORNING.date())
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "How is it this morning?", "You have a visit", "Left today")
        await pilot.press("b")
        await reads(pilot, "You are telling about Tue 3 Mar", "How was that morning?", "Walk 1")
        seen = flat(screen_text(app))
        assert not [
            words for words in ("this morning", "You have a visit", "today:", "Left") if words in seen
        ]
        await pilot.press("i")
        await none_of_it(pilot)
        await reads(pilot, "How was that morning compared with the day before?")


async def test_esc_in_the_middle_of_a_check_in_saves_nothing_and_forgets_nothing(tmp_path: Path) -> None:
    clock = FixedClock()
    known(a_companion(tmp_path, clock))
    clock.move(days=1)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await reads(pilot, "the whole list is asked")
        await pilot.press("enter")
        assert "the whole list is asked" in screen_text(app)
        await pilot.press("0")
        await reads(pilot, "compared with yesterday")
        await pilot.press("1", "escape")
        await reads(pilot, "Walk 1")
        assert app.state.today.check_in is None
        await pilot.press("i")
        await reads(pilot, "the whole list is asked")
        await pilot.press("0")
        await reads(pilot, "›  1  better than yesterday")
