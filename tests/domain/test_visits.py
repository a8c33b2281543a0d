"""When a visit is spoken of: near it, and for a while after it."""

from datetime import date, time, timedelta

import pytest

from ryggkompis.domain.journal.entries import Event, Profile
from ryggkompis.domain.journal.visits import coming_visit, last_visit, untold_visit
from tests.domain.patient import DAY_0, Patient

VISIT = 10


def day(n: int) -> date:
    return DAY_0 + timedelta(days=n)


def planned() -> Patient:
    patient = Patient()
    patient.say(Profile, 0, time(9), next_visit=day(VISIT))
    return patient


@pytest.mark.parametrize(("n", "is_near"), [(7, False), (8, True), (9, True), (10, True), (11, False)])
def test_a_visit_is_near_from_two_days_before_until_its_day(n: int, is_near: bool) -> None:
    assert coming_visit(planned().history(), day(n)) == (day(VISIT) if is_near else None)


@pytest.mark.parametrize(("n", "is_asked"), [(10, False), (11, True), (24, True), (25, False)])
def test_what_was_agreed_is_asked_for_two_weeks_at_most(n: int, is_asked: bool) -> None:
    assert untold_visit(planned().history(), day(n)) == (day(VISIT) if is_asked else None)


@pytest.mark.parametrize(("told", "is_asked"), [(9, True), (10, False), (11, False)])
def test_what_was_told_on_the_day_or_later_is_not_asked_again(told: int, is_asked: bool) -> None:
    patient = planned()
    patient.say(Event, told, time(12), event="visit", text="went well")
    assert (untold_visit(patient.history(), day(12)) is not None) == is_asked


def test_only_visits_that_have_been_count_as_the_last() -> None:
    patient = Patient()
    patient.say(Event, 3, time(12), event="visit", text="first")
    patient.say(Event, 4, time(12), event="work", text="half days")
    patient.say(Event, 8, time(12), event="visit", text="second")
    found = patient.history()
    assert [last_visit(found, day(n)) for n in (2, 3, 7, 8)] == [None, day(3), day(3), day(8)]


def test_without_a_profile_nothing_is_planned() -> None:
    assert coming_visit(Patient().history(), day(0)) is None
    assert untold_visit(Patient().history(), day(0)) is None
