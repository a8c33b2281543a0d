"""The therapist's programme wins where it is stricter, and never over the gate or a flare."""

from datetime import time, timedelta
from typing import Any

import pytest

from ryggkompis.domain.catalogue.catalogue import PHASES, Exercise, Level, Words
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.plan.ladder import LADDER, day_minutes
from tests.domain.patient import DAY_0, Patient

TEXT = Words(nb="Rolig.", en="Slowly.")
OWN = Exercise(
    id="X1",
    name=TEXT,
    start=TEXT,
    purpose=TEXT,
    cue=TEXT,
    caution=TEXT,
    tags=("STR",),
    phases=dict.fromkeys(PHASES, 9),
    levels=(Level(sets=1, reps=6, how=TEXT),),
)


def with_programme(day: int, level: int = 5, **said: Any) -> Patient:
    patient = Patient.at_level(level, days=day)
    patient.say(Programme, day, time(6, 0), name="Spring", sha="ab" * 32, **said)
    return patient


def ids(patient: Patient, day: int) -> list[str]:
    return [exercise.id for exercise in patient.plan(day).exercises]


def test_walking_stays_at_the_ceiling_however_well_it_goes() -> None:
    patient = with_programme(3, walk_ceiling=2)
    for day in range(3, 40):
        patient.good_day(day, 2)
    plans = patient.plans(39)
    assert plans[3].decisions[0].rule == "PROGRAMME"
    assert [plan.level for plan in plans[2:5]] == [5, 3, 2], "the level falls by two a day at most"
    assert {plan.level for plan in plans[4:]} == {2}
    assert {plan.walks for plan in plans[3:]} == {LADDER[2]}
    assert plans[-1].walks == LADDER[2]


@pytest.mark.parametrize(("ceiling", "walks"), [(-2, (1, 1, 1, 1)), (-1, (2, 2, 2, 2)), (0, (3, 3, 3, 3))])
def test_walking_stays_at_a_ceiling_of_level_0_or_below(ceiling: int, walks: tuple[int, ...]) -> None:
    patient = with_programme(3, walk_ceiling=ceiling)
    for day in range(3, 30):
        patient.good_day(day, 0, minutes=sum(walks))
    assert {plan.walks for plan in patient.plans(29)[3:]} == {walks}


def test_a_flare_climbs_back_to_the_ceiling_at_most() -> None:
    patient = with_programme(3, level=6, walk_ceiling=4)
    for day in range(3, 20):
        patient.good_day(day, 4)
    patient.morning(20, flare=True)
    for day in range(21, 50):
        patient.good_day(day, 3)
    assert max(plan.level for plan in patient.plans(49)[3:]) == 4


def test_a_lifted_ceiling_does_not_lift_the_level_at_once() -> None:
    patient = with_programme(3, walk_ceiling=1)
    for day in range(3, 10):
        patient.good_day(day, 1)
    patient.say(Programme, 10, time(6, 0), name="Later", sha="cd" * 32)
    patient.morning(10)
    assert patient.plan(10).level <= 2


def test_barred_exercises_are_never_planned() -> None:
    patient = with_programme(3, level=1, barred=("E01", "E03"))
    for day in range(3, 30):
        patient.good_day(day, 1)
    assert all({"E01", "E03"}.isdisjoint(ids(patient, day)) for day in range(3, 30))


def test_own_and_required_exercises_come_first_on_a_good_morning() -> None:
    patient = with_programme(3, level=1, required=("E11",), own=(OWN,))
    patient.good_day(3, 1)
    planned = ids(patient, 3)
    assert planned[:2] == ["X1", "E11"]
    assert len(planned) == len(set(planned))


def test_a_required_exercise_that_is_not_tolerated_stays_out() -> None:
    patient = Patient(walk_tolerance=9, sensitivities=("flex",))
    patient.say(Programme, 0, time(6, 30), name="Spring", sha="ab" * 32, required=("E05",))
    patient.good_day(0, 1)
    assert "E05" not in ids(patient, 0)


def test_exercises_keep_to_the_days_of_the_programme() -> None:
    """Day 0 is a Monday."""
    patient = with_programme(0, level=1, days=("mon", "thu"))
    for day in range(8):
        patient.good_day(day, 1)
    assert [bool(ids(patient, day)) for day in range(8)] == [
        True,
        False,
        False,
        True,
        False,
        False,
        False,
        True,
    ]


def test_a_programme_gives_nothing_under_a_lock_or_in_a_flare() -> None:
    patient = with_programme(3, required=("E11",), own=(OWN,))
    patient.gate(3, CES1="unsure")
    assert patient.plan(3).exercises == ()
    flaring = with_programme(3, own=(OWN,))
    flaring.morning(3, flare=True)
    assert flaring.plan(3).exercises == ()


def test_the_plan_names_the_programme_in_force() -> None:
    plan = with_programme(3).plan(3)
    assert plan.programme is not None
    assert (plan.programme.name, plan.programme.sha[:4]) == ("Spring", "abab")


def loads(patient: Patient, day: int) -> tuple[int, dict[str, int]]:
    plan = patient.plan(day)
    return sum(plan.walks), {exercise.id: exercise.level for exercise in plan.exercises}


WIDER = [{"over": True}, {"walk_ceiling": 9}]
"""How a programme comes to hold back less: it is ended, or another takes its place."""


@pytest.mark.parametrize("said", WIDER)
@pytest.mark.parametrize("ceiling", [-2, 0, 2, 4])
@pytest.mark.parametrize("lasted", [1, 2, 10])
def test_what_a_ceiling_held_back_does_not_jump(ceiling: int, lasted: int, said: dict[str, Any]) -> None:
    patient = with_programme(14, level=6, walk_ceiling=ceiling)
    walked = day_minutes(ceiling)
    for day in range(14, 14 + lasted + 6):
        if day == 14 + lasted:
            patient.say(Programme, day, time(6, 0), name="Later", sha="cd" * 32, **said)
        patient.good_day(day, 0, minutes=walked)
    walks = [loads(patient, day)[0] for day in range(14, 14 + lasted + 6)]
    assert max(walks[: lasted + 1]) <= walked, "nothing rises on the day itself"
    assert max(walks) <= day_minutes(ceiling + 1), "and later as anything rises: a step at a time"


@pytest.mark.parametrize("said", WIDER)
def test_nothing_rises_on_the_day_a_programme_ends(said: dict[str, Any]) -> None:
    """Day 35 is a Monday, and the programme has exercises on other days."""
    patient = Patient.at_level(1, days=21)
    for day in range(21):
        patient.exercise(day, "E10", level=1)
    known = loads(patient, 20)[1]
    assert known["E10"] > 1
    patient.say(
        Programme,
        21,
        time(6, 0),
        name="Spring",
        sha="ab" * 32,
        walk_ceiling=0,
        barred=("E10",),
        days=("tue",),
    )
    for day in range(21, 42):
        if day == 35:
            patient.say(Programme, day, time(6, 0), name="Later", sha="cd" * 32, **said)
        patient.good_day(day, 0)
    walked, exercises = loads(patient, 34)
    walked_now, exercises_now = loads(patient, 35)
    assert walked_now <= walked
    assert all(level <= exercises.get(id_, 0) for id_, level in exercises_now.items())
    assert loads(patient, 37)[1]["E10"] == 1, "it comes back at its first level"


def test_an_ended_programme_is_none() -> None:
    patient = with_programme(3, walk_ceiling=2, own=(OWN,))
    patient.say(Programme, 5, time(6, 0), name="Spring", sha="ab" * 32, over=True)
    patient.good_day(5, 2)
    assert patient.plan(4).programme is not None
    assert patient.plan(5).programme is None
    assert "X1" not in ids(patient, 5)


def test_the_last_day_of_a_programme_ends_nothing_by_itself() -> None:
    patient = with_programme(3, walk_ceiling=2, until=DAY_0 + timedelta(days=5))
    for day in range(3, 20):
        patient.good_day(day, 2)
    assert {loads(patient, day)[0] for day in range(5, 20)} == {sum(LADDER[2])}
