"""Where it is steady a check-in once a week is enough; anything new brings the daily ones back."""

from datetime import time, timedelta
from functools import cache
from typing import Any, Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.domain.plan.ladder import LADDER
from ryggkompis.domain.plan.plan import Plan
from ryggkompis.domain.plan.tapering import is_enough_asked
from tests.domain.patient import DAY_0, Patient
from tests.domain.test_edges import ago, facts, standing

WELL: Final[dict[str, Any]] = {"leg": 1, "back": 1, "site": "none", "morning": "same", "flare": False}
STEADY = 120
"""Days after which the patient below has been steady for long."""


@cache
def lived() -> Patient:
    """Somebody who climbs to the last phase and stays there."""
    patient = Patient(walk_tolerance=40)
    patient.live(range(STEADY), range(STEADY), **WELL)
    return patient


def steady() -> Patient:
    """Give the same days lived, to go on from."""
    return lived().again()


def weekly(patient: Patient, first: int, days: int) -> Plan:
    """Go on with one check-in a week, and the walks as planned."""
    return patient.live(range(first, first + days), range(first + 6, first + days, 7), **WELL)


def test_weeks_of_weekly_check_ins_keep_level_and_phase() -> None:
    patient = steady()
    before = patient.plan(STEADY - 1)
    assert before.is_weekly_enough
    after = weekly(patient, STEADY, 8 * 7)
    assert (after.level, after.phase) == (before.level, before.phase)
    assert after.is_weekly_enough


def test_the_load_never_rises_on_a_day_without_a_check_in() -> None:
    patient = steady()
    weekly(patient, STEADY, 3 * 7)
    levels = [plan.level for plan in patient.plans(STEADY + 3 * 7 - 1)[STEADY:]]
    silent = [n for n in range(1, 3 * 7) if n % 7 != 6]
    assert all(levels[n] <= levels[n - 1] for n in silent)


def test_eight_silent_days_lower_even_where_it_is_steady() -> None:
    patient = steady()
    level = patient.plan(STEADY - 1).level
    assert patient.plan(STEADY + 6).level == level
    assert patient.plan(STEADY + 7).level == level - 1
    assert sum(LADDER[level - 1]) <= sum(LADDER[level])


def monthly_days(patient: Patient, first: int, months: int) -> Patient:
    """Go on with a check-in every four weeks and nothing else."""
    for day in range(first, first + 28 * months, 28):
        patient.morning(day, leg=1, back=1, site="none", morning="same", flare=False)
    return patient


def test_after_twelve_weeks_of_weekly_check_ins_one_every_four_weeks_is_enough() -> None:
    patient = steady()
    weeks = (84 - (STEADY - first_steady(patient))) // 7 + 1
    assert not patient.plan(STEADY - 1).is_monthly_enough
    plan = weekly(patient, STEADY, 7 * weeks)
    assert plan.is_monthly_enough
    last = STEADY + 7 * weeks - 1
    after = monthly_days(patient, last + 28, 3).plan(last + 84 + 27)
    assert (after.level, after.is_monthly_enough) == (plan.level, True)
    silent = [patient.plan(last + 84 + n).level for n in (35, 36)]
    assert silent == [plan.level, plan.level - 1], "eight days more than the month"
    patient.morning(last + 84 + 28, leg=5, back=1, site="none", flare=False)
    assert not patient.plan(last + 84 + 28).is_weekly_enough, "daily check-ins when it is worse"


def first_steady(patient: Patient) -> int:
    return next(day for day, plan in enumerate(patient.plans(STEADY - 1)) if plan.is_weekly_enough)


def test_what_is_enough_by_the_own_word_is_where_it_ends_well_and_rises_no_further() -> None:
    """Somebody at level 8 says that this is enough; without the word the plan goes on."""
    patient = Patient(walk_tolerance=40)
    level = patient.live(range(20), range(20), **WELL).level
    patient.say(Profile, 20, time(6, 0), walk_tolerance=40, walk_enough=level)
    patient.live(range(20, 90), range(20, 90), **WELL)
    plans = patient.plans(89)
    assert {plan.level for plan in plans[20:]} == {level}
    assert 6 <= level < 12
    assert plans[-1].next_step == ()
    assert plans[-1].is_weekly_enough
    assert not any(plan.is_enough_asked for plan in plans[20:])
    patient.say(Profile, 90, time(6, 0), walk_tolerance=40)
    for day in range(90, 93):
        patient.morning(day, leg=1, back=1, site="none", morning="same", flare=False)
    later = patient.plan(92)
    assert later.level > level
    assert not later.is_weekly_enough


def test_before_four_weeks_in_the_last_phase_nobody_is_steady() -> None:
    patient = Patient.at_level(6, days=40, leg=1)
    assert not patient.plan(39).is_weekly_enough
    assert patient.plan(46).level == patient.plan(39).level
    assert patient.plan(47).level < patient.plan(39).level, "eight silent days lower, as for everybody"


def test_a_flare_a_worse_morning_or_more_pain_brings_daily_check_ins_back() -> None:
    said: dict[str, Any]
    for said in ({"flare": True}, {"leg": 5}, {"numb": "more"}):
        patient = steady()
        morning: dict[str, Any] = {"leg": 1, "back": 1, "site": "none", "flare": False, **said}
        patient.morning(STEADY, **morning)
        assert not patient.plan(STEADY).is_weekly_enough, said


def test_a_flare_told_in_the_evening_ends_it_on_a_silent_morning() -> None:
    patient = steady()
    patient.evening(STEADY - 1, flare=True)
    plan = patient.plan(STEADY)
    assert plan.flare
    assert not plan.is_weekly_enough
    assert plan.day == DAY_0 + timedelta(days=STEADY)


def test_beneath_an_answer_about_not_wanting_to_live_nobody_asks_if_it_is_enough() -> None:
    stands = standing(phase="maintain", level=8, level_since=ago(14))
    calm = facts()
    assert is_enough_asked(stands, calm)
    assert not is_enough_asked(stands, facts(gate=replace(calm.gate, lasting=("PSY1",))))
