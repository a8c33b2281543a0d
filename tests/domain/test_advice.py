"""The advice rules R1-R8 (clinical 4.5): each appears where it should and not before; none blocks a plan."""

from datetime import time
from typing import Any

import pytest

from ryggkompis.domain.journal.entries import Weekly
from ryggkompis.domain.plan.concerns import LongAndSevere
from tests.domain.patient import Patient


def advice(patient: Patient, day: int) -> list[str]:
    plan = patient.plan(day)
    assert not plan.is_empty
    return [said.rule for said in plan.advice]


def steady(days: int, leg: int = 4, **said: Any) -> Patient:
    patient = Patient(walk_tolerance=9)
    for day in range(days):
        patient.morning(day, leg=leg, **said)
    return patient


def weekly(patient: Patient, day: int, **said: Any) -> None:
    patient.say(Weekly, day, time(18, 0), **said)


def test_r1_a_flare_of_more_than_a_week() -> None:
    patient = steady(5)
    for day in range(5, 14):
        patient.morning(day, flare=True)
    assert "R1" not in advice(patient, 12)
    assert "R1" in advice(patient, 13)


def test_r1_three_flares_in_a_month() -> None:
    patient = steady(5)
    for start in (5, 12, 19):
        patient.morning(start, flare=True)
        for day in range(start + 1, start + 7):
            patient.morning(day)
    assert "R1" not in advice(patient, 18)
    assert "R1" in advice(patient, 19)


def test_r2_severe_pain_in_the_second_week() -> None:
    assert "R2" not in advice(steady(6, leg=7), 5)
    assert "R2" in advice(steady(9, leg=7), 8)
    assert "R2" not in advice(steady(9, leg=6), 8)


def test_r2_nights_broken_three_times() -> None:
    assert "R2" in advice(steady(9, leg=3, sleep_wakes=3), 8)
    assert "R2" not in advice(steady(9, leg=3, sleep_wakes=2), 8)


@pytest.mark.parametrize(("now", "said"), [(4, True), (3, True), (2, False), (1, False)])
def test_r3_six_weeks_without_a_clear_change(now: int, said: bool) -> None:
    patient = steady(30, leg=4)
    for day in range(30, 44):
        patient.morning(day, leg=now)
    assert ("R3" in advice(patient, 43)) is said
    assert "R3" not in advice(patient, 40)


def test_r4_twelve_weeks_with_much_pain_or_away_from_work() -> None:
    patient = steady(86, leg=5)
    assert "R4" not in advice(patient, 41)
    said = {day: [a.reason for a in patient.plan(day).advice if a.rule == "R4"] for day in (42, 83, 85)}
    specialist = [r.asks_for_specialist for (r,) in said.values() if isinstance(r, LongAndSevere)]
    assert specialist == [False, False, True]
    away = steady(86, leg=3)
    assert "R4" not in advice(away, 85)
    weekly(away, 84, work="off")
    assert "R4" in advice(away, 85)


def test_r5_goals_that_stand_still_for_six_weeks() -> None:
    patient = steady(45)
    weekly(patient, 1, goals=(3, 4, 5))
    assert "R5" not in advice(patient, 44)
    weekly(patient, 43, goals=(4, 4, 5))
    assert "R5" in advice(patient, 44)
    weekly(patient, 44, goals=(6, 6, 6))
    assert "R5" not in advice(patient, 44)


def test_r6_sudden_relief_asks_for_the_whole_list_and_raises_nothing() -> None:
    patient = steady(5, leg=7)
    patient.morning(5, leg=3, gate=None)
    patient.gate(5, "daily")
    plan = patient.plan(5)
    assert plan.advice[0].rule == "R6"
    assert plan.watchful
    assert "GATE" in [d.rule for d in plan.decisions]
    assert "R6" not in advice(steady(6, leg=3), 5)


def test_r6_sees_the_days_average_as_well() -> None:
    patient = steady(5)
    patient.evening(3, leg_avg=8)
    patient.evening(4, leg_avg=3)
    patient.morning(5)
    assert "R6" in advice(patient, 5)


def test_r7_two_weeks_of_much_worry() -> None:
    patient = steady(16)
    weekly(patient, 7, worry=8)
    assert "R7" not in advice(patient, 15)
    weekly(patient, 14, worry=7)
    assert "R7" in advice(patient, 15)


def test_r8_two_weeks_at_the_lowest_level() -> None:
    patient = Patient(walk_tolerance=3)
    for day in range(16):
        patient.morning(day)
    assert "R8" not in advice(patient, 13)
    assert "R8" in advice(patient, 14)
    assert "R8" not in advice(patient, 15), "it has just been said"
