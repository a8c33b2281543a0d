"""Where it is steady a check-in once a week is enough; anything new brings the daily ones back."""

from datetime import timedelta
from functools import cache
from typing import Any, Final

from ryggkompis.domain.plan.ladder import LADDER
from ryggkompis.domain.plan.plan import Plan
from tests.domain.patient import DAY_0, Patient

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
