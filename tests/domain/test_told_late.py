"""A yes that is told late is as good as any: no clearance and no list from before it was told answers it."""

from datetime import UTC, datetime, timedelta

import pytest

from ryggkompis.domain.base.value import replace
from tests.domain.patient import DAY_0, Patient


def told(patient: Patient, day: int) -> None:
    """Let the latest entry have been told on ``day``."""
    at = datetime.combine(DAY_0 + timedelta(days=day), datetime.min.time(), UTC) + timedelta(hours=12)
    patient.entries[-1] = replace(patient.entries[-1], saved=at)


def cleared(told_on: int, **answers: str) -> Patient:
    """A clearance on day 5, and after it a yes about day 3, told on another day or in that second."""
    patient = Patient(walk_tolerance=9)
    patient.clear(5)
    told(patient, 5)
    patient.gate(3, **answers)  # type: ignore[arg-type]
    told(patient, told_on)
    return patient


@pytest.mark.parametrize(("told_on", "locks"), [(3, False), (4, False), (5, True), (6, True), (30, True)])
def test_a_clearance_answers_for_what_had_been_told(told_on: int, *, locks: bool) -> None:
    patient = cleared(told_on, CES1="unsure")
    assert (patient.plan(40).lock is not None) == locks


@pytest.mark.parametrize(("told_on", "stands"), [(3, False), (5, False), (6, True)])
def test_a_later_no_answers_for_what_had_been_told(told_on: int, *, stands: bool) -> None:
    patient = Patient(walk_tolerance=9)
    patient.gate(3, PSY1="yes")
    told(patient, told_on)
    patient.gate(5, "full")
    told(patient, 5)
    gate = patient.steps(6)[-1].facts.gate
    assert ("PSY1" in gate.lasting) == stands
