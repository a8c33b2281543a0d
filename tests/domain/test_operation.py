"""After an operation: whoever operated decides, one begins gently, and twelve weeks are looked after."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.course.happened import happened
from ryggkompis.domain.journal.entries import Profile, Programme
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.operation import Wound, operation_on
from ryggkompis.domain.plan.reasons import Heals, NeedsOwnPlan
from ryggkompis.domain.plan.safety import GateDay, gate_on
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags

ENDS = frozenset({"FLEX", "EXT", "ROT"})


def day(n: int) -> date:
    return DAY_0 + timedelta(days=n)


def told(patient: Patient, on: int, operated: int, cleared: int | None = None, start: int = 0) -> Patient:
    """Say on a day when the back was operated on, and from when exercise is allowed."""
    allowed = None if cleared is None else day(cleared)
    patient.say(EpisodeMark, on, time(6), start=day(start), operated=day(operated), cleared=allowed)
    return patient


def well(until: int, *, first: int = 0, **profile: Any) -> Patient:
    """Somebody who does well, and can walk as far as anybody may start with."""
    patient = Patient(**{"walk_tolerance": 60, "walks_now": 60, **profile})
    for n in range(first, until):
        patient.morning(n, leg=1, site="none")
    return patient


def ends(patient: Patient, n: int) -> set[str]:
    known = catalogue().exercise
    return {e.id for e in patient.plan(n).exercises if not ENDS.isdisjoint(getattr(known(e.id), "tags", ()))}


@pytest.mark.parametrize(("on", "excluded"), [(9, True), (10, False), (11, False)])
def test_the_plan_begins_on_the_day_from_which_exercise_is_allowed(on: int, *, excluded: bool) -> None:
    plan = told(well(12), 0, 0, cleared=10).plan(on)
    assert plan.is_excluded == excluded
    assert bool(plan.walks) != excluded
    assert bool(plan.comfort) != excluded, "positions are the surgeon's words, too"


def test_what_is_waited_for_is_said() -> None:
    patient = told(well(12), 0, 0, cleared=10)
    assert patient.plan(9).decisions[-1].reason == NeedsOwnPlan(("operated",), day(10))
    assert told(well(12), 0, 0).plan(9).decisions[-1].reason == NeedsOwnPlan(("operated",), None)


@pytest.mark.parametrize("cleared", [3, 5])
def test_a_lock_hides_no_operation_that_is_waited_for(cleared: int) -> None:
    """The lock opens after exercise was allowed, or on that day: one begins as low as without a lock."""
    patient = told(well(7), 0, -84, cleared=cleared)
    patient.gate(0, CAN3="yes")
    patient.clear(5)
    assert patient.plan(4).lock is not None
    assert patient.plan(6).level <= 2


def test_an_operation_that_has_not_been_changes_nothing() -> None:
    patient = told(well(12), 0, 8)
    assert not patient.plan(7).is_excluded
    assert patient.plan(8).is_excluded


def test_a_word_from_before_the_operation_allows_nothing() -> None:
    assert told(well(12), 0, 5, cleared=4).plan(11).is_excluded
    assert not told(well(12), 0, 5, cleared=5).plan(11).is_excluded


def test_what_was_ticked_counts_beside_the_day_that_was_told() -> None:
    """A tick can be about another operation than the one whose day is known: unknown opens nothing."""
    patient = told(well(40), 0, 0, cleared=10)
    patient.say(Profile, 30, time(6), walk_tolerance=60, exclusions=("operated",))
    assert not patient.plan(29).is_excluded
    assert patient.plan(30).is_excluded
    assert patient.plan(30).decisions[-1].reason == NeedsOwnPlan(("operated",), None)


def test_one_begins_low_once_exercise_is_allowed() -> None:
    assert told(well(40), 0, 0, cleared=10).plan(10).level == 2
    assert well(40).plan(0).level == 9


@pytest.mark.parametrize(("ago", "level"), [(83, 2), (84, 9)])
def test_who_begins_here_begins_low_for_twelve_weeks(ago: int, level: int) -> None:
    assert told(well(1), 0, -ago, cleared=-ago).plan(0).level == level


@pytest.mark.parametrize(("ago", "level"), [(27, 2), (28, 9)])
def test_or_four_weeks_after_exercise_was_allowed(ago: int, level: int) -> None:
    assert told(well(1), 0, -300, cleared=-ago).plan(0).level == level


def test_who_tells_it_late_is_led_back_to_a_low_level_too() -> None:
    patient = Patient.at_level(6, days=14)
    assert patient.plan(13).level > 2
    patient.morning(14)
    told(patient, 14, 4, cleared=9)
    assert patient.plan(14).level <= 2
    late = Patient.at_level(6, days=14)
    late.morning(14)
    assert told(late, 14, -200, cleared=-100).plan(14).level == late.plan(13).level


def test_a_lock_in_between_makes_the_way_back_no_shorter() -> None:
    patient = Patient.at_level(6, days=14)
    told(patient, 14, 14, cleared=16)
    patient.gate(15, CES1="yes")
    patient.clear(17)
    patient.morning(18)
    assert patient.plan(18).level <= 2


def test_after_long_silence_one_begins_low_again_while_it_heals() -> None:
    patient = told(well(3), 0, 0, cleared=1)
    for n in range(3, 30):
        patient.morning(n, leg=1, site="none")
        for minutes in patient.plan(n).walks:
            patient.walk(n, minutes, peak_leg=1, settled=0, further_down=False)
    assert patient.plan(29).level > 2
    assert patient.plan(45).level <= 2


@pytest.mark.parametrize("leg", [1, 3, 5, 7])
@pytest.mark.parametrize(("ago", "is_left_out"), [(0, True), (83, True), (84, False)])
def test_nothing_goes_to_the_end_of_the_range_for_twelve_weeks(
    leg: int, ago: int, *, is_left_out: bool
) -> None:
    patient = Patient(walk_tolerance=60)
    patient.morning(0, leg=leg)
    assert ends(patient, 0) or leg < 2, "else this would show nothing"
    told(patient, 0, -ago, cleared=-ago)
    assert not (ends(patient, 0) and is_left_out)
    if not is_left_out and leg >= 2:
        assert ends(patient, 0)
    assert any(isinstance(d.reason, Heals) for d in patient.plan(0).decisions) == is_left_out


def test_unless_the_programme_asks_for_it() -> None:
    patient = well(20)
    patient.say(Programme, 6, time(6), name="Hospital", sha="ab" * 32, required=("E05",))
    told(patient, 0, 0, cleared=5)
    assert "E05" not in ends(patient, 5)
    assert "E05" in ends(patient, 7)


def test_an_operation_outlives_its_episode() -> None:
    """A new round soon after it neither allows exercise nor forgets the twelve weeks."""
    waits = told(well(3), 0, 0)
    waits.say(EpisodeMark, 50, time(6), start=day(50))
    waits.morning(50, leg=1, site="none")
    assert waits.plan(50).is_excluded
    heals = told(well(3), 0, 0, cleared=5)
    heals.say(EpisodeMark, 50, time(6), start=day(50))
    heals.morning(50, leg=1, site="none")
    plan = heals.plan(50)
    assert plan.level <= 2
    assert any(isinstance(d.reason, Heals) for d in plan.decisions)


def test_a_second_operation_is_waited_for_like_the_first() -> None:
    patient = told(told(well(70), 0, 0, cleared=10), 40, 39)
    assert not patient.plan(39).is_excluded
    assert patient.plan(40).is_excluded
    told(patient, 60, 39, cleared=60)
    assert not patient.plan(60).is_excluded
    assert patient.plan(60).level <= 2
    assert [one.day for one in happened(patient.history())] == [day(0), day(39)]


def test_of_two_words_about_one_operation_the_later_stands() -> None:
    marks = told(told(Patient(), 0, 0, cleared=10), 3, 0).history().episode_marks
    found = operation_on(marks, day(20))
    assert found is not None
    assert not found.is_allowed(day(20))


# The list.


def gate(patient: Patient, n: int) -> GateDay:
    return gate_on(day(n), patient.history(), red_flags())


@pytest.mark.parametrize(("n", "wound"), [(-1, None), (0, day(0)), (83, day(0)), (84, None)])
def test_a_wound_is_asked_about_for_twelve_weeks(n: int, wound: date | None) -> None:
    patient = told(Patient(), -2, 0, cleared=5, start=-2)
    assert gate(patient, n).wound == (None if wound is None else Wound(wound))


def test_an_operation_without_a_day_is_asked_about_until_there_is_one() -> None:
    patient = Patient(exclusions=("operated",))
    assert gate(patient, 400).wound == Wound(None)
    told(patient, 401, 10)
    assert gate(patient, 401).wound is None, "that was more than twelve weeks ago"


def test_a_list_from_before_the_operation_is_asked_again() -> None:
    patient = Patient()
    answers: dict[str, Answer] = {flag.id: "no" for flag in red_flags().flags if flag.id != "OP1"}
    patient.say(Gate, 0, time(7), scope="full", answers=answers)
    assert not gate(patient, 1).is_full_list_due(worse=False)
    told(patient, 1, 0)
    assert gate(patient, 1).is_full_list_due(worse=False)
    patient.gate(1, "full")
    assert not gate(patient, 1).is_full_list_due(worse=False)
    told(patient, 3, 2)
    assert gate(patient, 3).is_full_list_due(worse=False), "the wound is a new one"
    patient.gate(2, "full")
    assert not gate(patient, 3).is_full_list_due(worse=False), "the list is of the day of the operation"


def test_a_wound_that_is_red_holds_the_plan_back_until_somebody_has_looked_at_it() -> None:
    patient = told(well(20), 0, 0, cleared=5)
    patient.gate(10, OP1="unsure")
    assert patient.plan(10).lock is not None
    assert patient.plan(19).lock is not None
    patient.clear(19)
    assert patient.plan(19).lock is None
