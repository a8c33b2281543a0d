"""The entry test is done again on the next free, calm morning, and on no other (clinical-3, 4.2; I2, I14)."""

from collections.abc import Callable
from datetime import time

import pytest

from ryggkompis.domain.journal.entries import Profile
from tests.domain.patient import Patient

DAYS = 9
Happens = Callable[[Patient], None]


def told(happens: Happens | None) -> Patient:
    """Nine good days at level 3; then somebody says that they can walk much more than they said."""
    patient = Patient(walk_tolerance=9)
    for day in range(DAYS - 1):
        patient.good_day(day, 3)
    if happens is None:
        patient.good_day(DAYS - 1, 3)
        patient.morning(DAYS)
    else:
        happens(patient)
    patient.say(Profile, DAYS, time(6, 0), walk_tolerance=30)
    return patient


def walks(patient: Patient, *minutes: int, **answers: int) -> None:
    """Walk yesterday, after a calm morning; this morning is calm too."""
    patient.morning(DAYS - 1)
    for one in minutes:
        patient.walk(DAYS - 1, one, **{"peak_leg": 4, "settled": 0, **answers})
    patient.morning(DAYS)


def unevenly(patient: Patient) -> None:
    """Much more than the plan, all of it on one day, and told as good."""
    walks(patient, 90)


def hardly(patient: Patient) -> None:
    """Much less than the plan since the first day but yesterday's."""
    patient.entries = [e for e in patient.entries if e.kind != "walk"]
    for day in range(DAYS - 1):
        patient.walk(day, 5, peak_leg=4, settled=0)
    walks(patient, 5)


def relieved(patient: Patient) -> None:
    """The leg falls from 4 to nothing overnight."""
    patient.good_day(DAYS - 1, 3)
    patient.morning(DAYS, leg=0)


def reaching(patient: Patient) -> None:
    """The pain reached further down on the day before yesterday, and nobody said more about it."""
    patient.entries = [e for e in patient.entries if (e.day - patient.entries[0].day).days != DAYS - 2]
    patient.good_day(DAYS - 2, 3, site="foot")
    patient.good_day(DAYS - 1, 3, site=None)
    patient.morning(DAYS, site=None)


@pytest.mark.parametrize(
    "happens",
    [
        pytest.param(lambda p: walks(p, 18, peak_leg=9), id="yesterday was red: D8"),
        pytest.param(lambda p: walks(p, 18, peak_leg=4, settled=90), id="yesterday was on the edge: D9"),
        pytest.param(lambda p: (p.good_day(DAYS - 1, 3), p.morning(DAYS, leg=6)), id="worse: D7"),
        pytest.param(lambda p: (p.good_day(DAYS - 1, 3, leg=6), p.morning(DAYS)), id="worse yesterday"),
        pytest.param(lambda p: (p.good_day(DAYS - 1, 3), p.morning(DAYS, flare=True)), id="a flare: D4"),
        pytest.param(lambda p: p.good_day(DAYS - 1, 3), id="silent: D2"),
        pytest.param(lambda p: (p.good_day(DAYS - 1, 3), p.morning(DAYS, gate=None)), id="list not answered"),
        pytest.param(unevenly, id="more than planned, unevenly: D13"),
        pytest.param(hardly, id="less than planned: D12"),
        pytest.param(relieved, id="relief that is too sudden"),
        pytest.param(reaching, id="the site came to reach further down"),
    ],
)
def test_a_held_morning_does_no_entry_test_and_raises_nothing(happens: Happens) -> None:
    before, step = told(happens).steps(DAYS)[-2:]
    assert step.standing.rung <= before.standing.level
    assert step.standing.level <= before.standing.level
    assert "START" not in {decision.rule for decision in step.decisions}


def test_a_calm_morning_does_it_and_raises_by_three_levels_at_most() -> None:
    patient = told(None)
    levels = [step.standing.level for step in patient.steps(DAYS)]
    assert levels[-2:] == [3, 6]
    assert "START" in {decision.rule for decision in patient.plan(DAYS).decisions}


def test_it_waits_for_the_first_morning_that_is_free() -> None:
    patient = told(lambda p: walks(p, 18, peak_leg=4, settled=90))
    for day in range(DAYS, DAYS + 3):
        patient.good_day(day, 3)
    levels = [step.standing.level for step in patient.steps(DAYS + 2)]
    assert levels[DAYS] == levels[DAYS - 1]
    assert max(levels) > levels[DAYS]


@pytest.mark.parametrize(("tolerance", "levels"), [(2, [-2, -2]), (3, [1, 6])])
def test_who_can_hardly_walk_in_a_flare_walks_less_from_then_on(tolerance: int, levels: list[int]) -> None:
    """The entry test lowers where fewer than three minutes can be walked, and a flare leads no higher."""
    patient = Patient.at_level(6, days=9)
    for day in (9, 10):
        patient.morning(day, leg=7, flare=True)
    patient.say(Profile, 10, time(6, 0), walk_tolerance=tolerance)
    for day in (11, 12):
        patient.morning(day, leg=4)
    assert [plan.level for plan in patient.plans(12)][-3:] == [levels[0], *levels]
    assert patient.rule(12) == "D11"


@pytest.mark.parametrize("flare", [True, False])
def test_who_says_it_for_the_first_time_need_not_wait_for_a_good_morning_either(*, flare: bool) -> None:
    patient = Patient()
    patient.morning(0, flare=flare)
    patient.say(Profile, 1, time(6, 0), walk_tolerance=2)
    patient.morning(1, morning="worse", flare=flare)
    assert [plan.walks for plan in patient.plans(1)] == [(3, 3, 3, 3), (1, 1, 1, 1)]


def test_a_bad_morning_does_not_answer_it() -> None:
    """With more pain in the leg the test starts nobody so high: it is asked of the next calm morning."""
    patient = Patient(walk_tolerance=60, walks_now=28)
    for day in (0, 1, 2, 4, 5, 6):
        patient.morning(day, leg=4)
        for minutes in (14, 7, 7):
            patient.walk(day, minutes, peak_leg=4, settled=0)
    patient.say(Profile, 3, time(6, 0), walk_tolerance=60, walks_now=60)
    patient.morning(3, leg=6)
    levels = [step.standing.level for step in patient.steps(6)]
    assert levels == [8, 8, 8, 8, 8, 8, 9]
