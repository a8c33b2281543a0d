"""What was shown holds today's plan: told later raises nothing before tomorrow (invariant I6, a to c)."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import Walk
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.domain.plan.as_shown import as_shown, remembered, shown_now, told_late, versions_shown
from ryggkompis.domain.plan.plan import Step, steps
from ryggkompis.domain.plan.reasons import EasedByThePast
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags

MORNING = datetime.combine(DAY_0, time(9), UTC)


def good(days: int) -> Patient:
    """Good days as planned at level 3: on day 9 walking has earned level 4."""
    patient = Patient(walk_tolerance=9)
    for day in range(days):
        patient.good_day(day, 3)
    return patient


def saved(patient: Patient, day: int, moment: datetime) -> None:
    """Let everything about a day have been told at a moment."""
    patient.entries = [
        replace(e, saved=moment) if e.day == DAY_0 + timedelta(days=day) else e for e in patient.entries
    ]


def today(patient: Patient, day: int) -> Step:
    return patient.steps(day)[-1]


def record(day: int, level: int, exercises: Mapping[str, int] | None = None, *, held: bool = False) -> Shown:
    at = MORNING + timedelta(days=day)
    return Shown(DAY_0 + timedelta(days=day), "3", held, level, exercises or {}, at, 0)


def seen(patient: Patient, day: int, *shown: Shown) -> Step:
    """What is shown on ``day``, with all that was told late."""
    step, history = today(patient, day), patient.history()
    late = told_late(history, step.facts.day, shown)
    rest = History.of(e for e in history.entries if e.id not in {one.id for one in late})
    without = list(steps(step.facts.day, rest, catalogue(), red_flags()))[-1] if late else None
    return as_shown(step, history, shown, without)


def says_easier(step: Step) -> bool:
    return any(isinstance(d.reason, EasedByThePast) for d in step.decisions)


def test_a_rise_that_was_told_late_waits_for_tomorrow_and_says_so() -> None:
    patient = good(9)
    patient.morning(9)
    assert today(patient, 9).standing.rung == 4
    for day in range(3, 9):
        saved(patient, day, MORNING + timedelta(days=9, hours=1))
    # At nine, today's morning was told, and nothing of the six days before.
    untold = Patient(walk_tolerance=9)
    untold.entries = [e for e in patient.entries if (e.day - DAY_0).days not in range(3, 9)]
    before = today(untold, 9)
    assert before.standing.rung == 3
    shown = shown_now(before, untold.history(), (), MORNING + timedelta(days=9), "3")
    step = seen(patient, 9, shown)
    assert step.standing.rung == 3
    assert "NotBeforeTomorrow" in {type(d.reason).__name__ for d in step.decisions}
    patient.morning(10)
    assert seen(patient, 10, record(0, 3), shown).standing.rung == 4


def test_what_is_told_late_makes_today_easier_at_once() -> None:
    patient = good(6)
    patient.morning(6)
    shown = shown_now(today(patient, 6), patient.history(), (), MORNING + timedelta(days=6), "3")
    patient.walk(5, 10, peak_leg=9)
    step = seen(patient, 6, shown)
    assert (shown.level, step.standing.rung) == (3, 2)
    assert says_easier(step)
    # It stands for the rest of the day, and is gone tomorrow.
    again = shown_now(step, patient.history(), (shown,), MORNING + timedelta(days=6, hours=2), "3")
    assert says_easier(seen(patient, 6, again))
    patient.morning(7)
    assert not says_easier(seen(patient, 7, again))


@pytest.mark.parametrize(
    "told", [lambda p: p.evening(5, leg_avg=4), lambda p: p.walk(5, 5, peak_leg=4, settled=0), lambda _: None]
)
def test_what_is_told_late_and_changes_nothing_is_not_spoken_of(told: Callable[[Patient], None]) -> None:
    patient = good(6)
    patient.morning(6)
    shown = shown_now(today(patient, 6), patient.history(), (), MORNING + timedelta(days=6), "3")
    told(patient)
    assert not says_easier(seen(patient, 6, shown))


def test_what_makes_today_easier_is_told_apart_from_todays_own_check_in() -> None:
    at_nine, at_ten = (MORNING + timedelta(days=6, hours=n) for n in (0, 1))
    silent = shown_now(today(good(6), 6), good(6).history(), (), at_nine, "3")
    worse = good(6)
    worse.morning(6, leg=6)
    saved(worse, 6, at_ten)
    assert not says_easier(seen(worse, 6, silent))
    both = good(6)
    both.morning(6)
    both.walk(5, 10, peak_leg=9)
    both.entries[-1] = replace(both.entries[-1], saved=at_ten)
    assert says_easier(seen(both, 6, silent))


def test_a_new_version_of_the_rules_is_not_taken_for_something_told_late() -> None:
    patient = good(6)
    patient.morning(6)
    shown = shown_now(today(patient, 6), patient.history(), (), MORNING + timedelta(days=6), "2")
    assert not says_easier(seen(patient, 6, replace(shown, level=5)))


def test_todays_own_check_in_raises_what_it_earns() -> None:
    patient = good(9)
    silent = shown_now(today(patient, 9), patient.history(), (), MORNING + timedelta(days=9), "3")
    patient.morning(9)
    assert silent.level == 3
    assert seen(patient, 9, silent).standing.rung == 4


@pytest.mark.parametrize(("morning", "most"), [(None, 2), ({"leg": 6}, 2), ({"flare": True}, 0)])
def test_a_silent_worse_or_flare_day_shows_nothing_above_what_was_last_shown(
    morning: dict[str, Any] | None, most: int
) -> None:
    patient = good(6)
    if morning is not None:
        patient.morning(6, **morning)
    step = seen(patient, 6, record(4, 2))
    assert step.standing.rung <= most
    assert step.standing.shown == ()


@pytest.mark.parametrize(
    ("rule", "taken"),
    [("D9", {5: {"peak_leg": 4, "settled": 90}}), ("D8b", {2: {"peak_leg": 9}, 5: {"peak_leg": 9}})],
)
def test_a_calm_day_that_is_held_shows_nothing_above_what_was_last_shown(
    rule: str, taken: Mapping[int, Mapping[str, int]]
) -> None:
    patient = good(6)
    for day, answers in taken.items():
        patient.entries = [
            e for e in patient.entries if not (isinstance(e, Walk) and e.day == DAY_0 + timedelta(day))
        ]
        patient.walk(day, 10, **answers)
    patient.morning(6)
    assert rule in {d.rule for d in today(patient, 6).decisions}
    assert today(patient, 6).standing.rung > 0
    step = seen(patient, 6, record(5, 0))
    assert (step.standing.rung, step.standing.shown) == (0, ())


def test_an_ordinary_day_is_one_level_above_what_was_last_shown_at_most() -> None:
    patient = good(7)
    patient.morning(7)
    assert [seen(patient, 7, record(0, n), record(6, n)).standing.rung for n in (1, 2, 3)] == [2, 3, 3]


@pytest.mark.parametrize(("days", "level"), [(6, 2), (7, 3)])
def test_a_new_high_is_shown_a_week_after_the_last(days: int, level: int) -> None:
    patient = good(9)
    patient.morning(9)
    step = seen(patient, 9, record(0, 1), record(9 - days, 2), record(8, 2))
    assert step.standing.rung == level


def test_a_day_without_a_plan_showed_nothing_so_it_makes_no_high_old() -> None:
    patient = good(9)
    patient.morning(9)
    held = [record(day, 2, held=True) for day in (0, 1, 2)]
    assert seen(patient, 9, *held, record(4, 2), record(8, 2)).standing.rung == 2
    assert seen(patient, 9, *held, record(2, 2), record(8, 2)).standing.rung == 3


def test_one_exercise_is_one_step_above_what_was_shown() -> None:
    patient = good(7)
    patient.morning(7)
    names = today(patient, 7).standing.shown
    assert len(names) > 2
    step = seen(patient, 7, record(6, 3, {names[0]: 1}))
    assert step.standing.shown == names[:2]


def test_after_a_held_day_the_way_back_is_the_tables_own() -> None:
    patient = good(7)
    patient.morning(7)
    step = seen(patient, 7, record(5, 1), record(6, 1, held=True))
    assert step.standing.rung == 3


def test_of_each_version_the_first_and_the_last_day_are_remembered_however_long_ago() -> None:
    days = [replace(record(day, 0), version="2" if day < 50 else "3") for day in (0, 10, 49, 50, 60, 99)]
    kept = remembered(days, days[-1].day)
    assert [(one.day - DAY_0).days for one in kept] == [0, 49, 50, 99]
    assert [one.day for one in remembered(days[:4], DAY_0 + timedelta(days=77))] == [
        DAY_0 + timedelta(days=day) for day in (0, 49, 50)
    ]
    spans = [(0, 99), (20, 48), (49, 49), (50, 70), (100, 200)]
    found = [versions_shown(kept, *(DAY_0 + timedelta(days=day) for day in span)) for span in spans]
    assert found == [("2", "3"), ("2",), ("2",), ("3",), ()]


def test_what_was_shown_more_than_28_days_ago_holds_nothing() -> None:
    patient = good(9)
    patient.morning(9)
    old = replace(record(-20, 0), version="2")
    assert seen(patient, 9, old).standing.rung == today(patient, 9).standing.rung


def test_a_calm_day_on_which_the_pain_has_come_to_reach_further_shows_nothing_more() -> None:
    patient = Patient(walk_tolerance=9)
    for day in range(34):
        site = "buttock" if day < 16 else "thigh" if day < 31 else "calf"
        patient.good_day(day, 3, site=None if day == 32 else site)
    step = today(patient, 33)
    assert "D7b" in {d.rule for d in step.decisions}
    assert step.standing.eased_until == step.facts.day - timedelta(days=1)
    held = seen(patient, 33, record(32, 0))
    assert (held.standing.rung, held.standing.shown) == (0, ())
