"""The first check-in says which phase it is; silence says nothing of the leg (clinical-3, 4.3)."""

from collections.abc import Callable
from datetime import time

import pytest

from ryggkompis.domain.journal.entries import Profile
from tests.domain.patient import Patient


def begun(before: Callable[[Patient], None] | None = None) -> Patient:
    """Somebody with a leg of 3 on their first morning, who may have told of the day before."""
    patient = Patient()
    if before is not None:
        before(patient)
    patient.say(Profile, 1, time(6, 0), walk_tolerance=15)
    patient.morning(1, leg=3)
    return patient


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(lambda p: p.walk(0, 9, peak_leg=3, settled=0), id="a walk"),
        pytest.param(lambda p: p.evening(0, leg_avg=3), id="an evening"),
        pytest.param(lambda p: p.say(Profile, 0, time(21, 0), walk_tolerance=15), id="about themselves"),
    ],
)
def test_what_is_told_of_the_day_before_changes_nothing_of_the_first_morning(
    before: Callable[[Patient], None],
) -> None:
    plain, told = begun().plan(1), begun(before).plan(1)
    assert (told.phase, told.level, told.exercises) == (plain.phase, plain.level, plain.exercises)
    assert (told.phase, len(told.exercises)) == ("early", 4)


def all_answered(patient: Patient) -> None:
    """The first questions and the whole list, the evening before."""
    patient.say(Profile, 0, time(21, 0), walk_tolerance=15)
    patient.gate(0, "full")


def test_after_exercises_were_seen_the_evening_before_the_others_come_in_one_by_one() -> None:
    evening, morning = begun(all_answered).plans(1)
    assert (evening.phase, morning.phase) == ("acute", "early")
    assert {one.id for one in morning.exercises} <= {one.id for one in evening.exercises} != set()


def test_a_flare_that_was_told_before_the_first_check_in_is_no_trap() -> None:
    """Evenings alone for some days, one of them a flare; then calm mornings, and the whole plan walked."""
    patient = Patient()
    for day in range(4):
        patient.evening(day, walked=False, flare=day == 2)
    for day in range(7, 28):
        patient.good_day(day, 0, leg=1, site="none")
    assert patient.plan(27).level > 0


@pytest.mark.parametrize("leg", [3, None])
def test_silence_leads_to_no_later_phase(leg: int | None) -> None:
    patient = Patient(walk_tolerance=15)
    for day in range(3):
        patient.morning(day, leg=leg, morning="same")
    before = patient.plan(3).phase
    assert {plan.phase for plan in patient.plans(20)[3:]} == {before}
    patient.morning(21, leg=leg, morning="same")
    assert patient.plan(21).phase != before
