"""What was planned stands beside what was walked, by days that are known, and advice with its days."""

import re
from datetime import UTC, datetime, time, timedelta

import pytest

from ryggkompis.domain.journal.entries import Event, ExerciseDone, Weekly
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.domain.plan.ladder import day_minutes
from ryggkompis.report.goals import GoalCourse, Rating, goals_mean
from ryggkompis.report.periods import since_seen
from ryggkompis.report.planned import LONGEST
from ryggkompis.report.rendering import render
from tests.domain.patient import DAY_0, Patient
from tests.report.journals import day, report_of

NOON = time(12)


def shown(n: int, level: int, *, is_held: bool = False) -> Shown:
    first_at = datetime.combine(DAY_0, time(9), UTC)
    return Shown(DAY_0 + timedelta(days=n), "3", is_held, level, {}, first_at, 0)


def test_a_week_tells_minutes_levels_and_the_share_of_what_is_known() -> None:
    patient = Patient(walk_tolerance=8)
    for n in range(7):
        patient.morning(n)
    patient.walk(0, 10)
    patient.walk(3, 12)
    patient.evening(5, walked=False)
    (week,) = report_of(patient, last=6, shown=[shown(n, 2) for n in range(7)]).plan.stretches
    wanted = day_minutes(2)
    assert (week.first, week.days, week.known) == (day(0), 7, 3)
    assert (week.lowest, week.highest) == (2, 2)
    assert (week.planned, week.walked) == (7 * wanted, 22)
    assert week.share == pytest.approx(22 / (3 * wanted))


def test_what_was_shown_stands_instead_of_what_is_worked_out_now() -> None:
    patient = Patient(walk_tolerance=8)
    for n in range(7):
        patient.morning(n)
    on_screen = [shown(0, 5), shown(1, 3, is_held=True)]
    (week,) = report_of(patient, last=6, shown=on_screen).plan.stretches
    (without,) = report_of(patient, last=6).plan.stretches
    assert week.highest == 5
    assert without.lowest == without.highest
    assert without.planned is not None
    assert week.planned == without.planned + day_minutes(5) - 2 * (without.planned // 7)


def test_a_week_that_is_not_over_says_how_many_days_it_had() -> None:
    patient = Patient(walk_tolerance=8)
    for n in range(10):
        patient.morning(n)
        patient.walk(n, 12)
    page = render("md", report_of(patient, last=9), "en").decode()
    rows = [line for line in page.splitlines() if re.match(r"\| (2|9) Mar 2026", line)]
    assert [row.split(" | ")[3] for row in rows] == ["84", "36"]
    assert [row.split(" | ")[-1] for row in rows] == ["7/7 |", "3/3 |"]


def test_nothing_known_is_no_share_and_no_zero() -> None:
    patient = Patient(walk_tolerance=8)
    patient.morning(0)
    (week,) = report_of(patient, last=6).plan.stretches
    assert (week.walked, week.known, week.share) == (None, 0, None)


@pytest.mark.parametrize(("days", "is_by_month"), [(LONGEST, False), (LONGEST + 1, True)])
def test_above_half_a_year_it_is_told_month_by_month(days: int, *, is_by_month: bool) -> None:
    patient = Patient()
    for n in (0, days - 1):
        patient.morning(n)
        patient.walk(n, 10)
    plan = report_of(patient, last=days - 1).plan
    assert plan.is_by_month == is_by_month
    assert len(plan.stretches) == (6 if is_by_month else 26)
    assert sum(one.days for one in plan.stretches) == days


def test_todays_exercises_stand_with_their_level_also_those_not_done_yet() -> None:
    patient = Patient(walk_tolerance=8)
    for n in range(3):
        patient.morning(n)
    patient.say(ExerciseDone, 0, NOON, exercise="E01", response="down")
    summary = report_of(patient, last=2)
    assert summary.plan.exercises
    page = render("md", summary, "en").decode()
    for one in summary.plan.exercises:
        assert one.name is not None
        assert f"| {one.name.en} | {one.level} | 0 |" in page
    assert "| Towards the back | Same | Down the leg |" in page


def worried() -> Patient:
    patient = Patient(walk_tolerance=8)
    for n in range(30):
        patient.morning(n)
        if n % 7 == 0:
            patient.say(Weekly, n, NOON, worry=9, work="off")
    return patient


def test_advice_is_told_with_its_days_and_goes_with_what_it_tells_of() -> None:
    told = report_of(worried(), last=29)
    (fear,) = [one for one in told.plan.advice if one.rule == "R7"]
    assert day(0) < fear.first <= fear.last <= day(29)
    assert fear.days == (fear.last - fear.first).days + 1
    assert "WHAT THE PROGRAM ADVISED" in render("txt", told, "en").decode()
    without = report_of(worried(), last=29, without=frozenset({"worry"}))
    assert [one for one in without.plan.advice if one.rule == "R7"] == []


@pytest.mark.parametrize(
    ("latest", "is_moved"), [((4, 4), False), ((5, 4), False), ((5, 5), True), ((1, 1), True)]
)
def test_the_mean_of_the_activities_says_whether_it_passed_two(
    latest: tuple[int, int], *, is_moved: bool
) -> None:
    goals = [GoalCourse(str(n), (Rating(day(0), 3), Rating(day(7), value))) for n, value in enumerate(latest)]
    mean = goals_mean(goals)
    assert mean is not None
    assert mean.is_moved == is_moved
    assert goals_mean(goals[:1]) is None


def test_an_activity_is_told_from_its_first_rating_to_its_latest() -> None:
    patient = Patient(goals=("tie shoes",))
    for n, value in enumerate([2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9, 9, 9]):
        patient.say(Weekly, 7 * n, NOON, goals=(value,))
    assert (
        "| tie shoes | 2 → 5 → 8 → 9 → 9 | +7 |" in render("md", report_of(patient, last=90), "en").decode()
    )


def test_sleep_is_told_then_and_now_where_the_two_do_not_meet() -> None:
    patient = Patient()
    for n in range(20):
        patient.morning(n, sleep_wakes=1 if n < 5 else 0)
    page = " ".join(render("txt", report_of(patient, last=19), "en").decode().split())
    assert "Woken by pain on 5 of the first 7 nights, and on 0 of the last 7." in page
    early = report_of(patient, last=12)
    assert early.sleep.first is early.sleep.last is None
    assert report_of(patient, last=13).sleep.last is not None


def test_what_is_new_to_whoever_treats_begins_at_the_visit_before_today_or_three_months_ago() -> None:
    patient = Patient()
    for n in range(0, 200, 2):
        patient.morning(n)
    assert since_seen(patient.history(), day(198)).first == day(198 - 90)
    assert since_seen(patient.history(), day(60)).first == day(0)
    patient.say(Event, 150, NOON, text="", event="visit")
    patient.say(Event, 198, NOON, text="", event="visit")
    assert since_seen(patient.history(), day(198)).first == day(150)
    assert since_seen(patient.history(), day(199)).first == day(198)
