"""The facts of a report: what a therapist reads, with unknown as unknown."""

from datetime import time
from typing import Any

import pytest

from ryggkompis.domain.base.errors import BackwardsPeriod
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.course.progress import ClearlyBetter, TooEarly, Window
from ryggkompis.domain.journal.entries import (
    CheckIn,
    Event,
    ExerciseDone,
    Note,
    Profile,
    Programme,
    Walk,
    Weekly,
)
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.report.activity import Practice, WalkedWeek
from ryggkompis.report.errors import UnknownPart
from ryggkompis.report.omit import parts
from tests.domain.patient import Patient
from tests.report.journals import day, report_of

NOON = time(12)


def a_morning(patient: Patient, n: int, **said: Any) -> None:
    patient.say(CheckIn, n, time(8), **said)


def test_an_empty_journal_is_a_report_of_nothing_and_not_of_zeros() -> None:
    summary = report_of(Patient(), last=6)
    assert (summary.coverage.days, summary.coverage.logged, summary.coverage.missing) == (7, 0, 7)
    assert summary.leg.first is None
    assert summary.leg.last is None
    assert summary.leg.change == TooEarly(0, 0)
    assert summary.walking.longest is None
    assert summary.lowest.then is summary.lowest.now is None
    assert summary.person is None
    assert summary.safety.asked == 0


def test_one_day_can_be_a_period() -> None:
    assert report_of(Patient(), first=3, last=3).coverage.days == 1


def test_a_period_the_wrong_way_round_is_refused() -> None:
    with pytest.raises(BackwardsPeriod):
        report_of(Patient(), first=3, last=2)


def test_the_course_compares_the_first_logged_week_with_the_last_seven_days() -> None:
    patient = Patient()
    for n, leg in enumerate([8, 6, 8, 6, 8, 6, 7]):
        a_morning(patient, n, leg=leg)
    for n, leg in enumerate([3, 2, 3, 4], start=24):
        a_morning(patient, n, leg=leg)
    summary = report_of(patient, last=28)
    assert summary.leg.first == Window(7.0, 7)
    assert summary.leg.last == Window(3.0, 4)
    assert summary.leg.change == ClearlyBetter(7.0, 3.0)
    assert summary.back.first is None


def test_only_the_days_of_the_period_count() -> None:
    patient = Patient()
    for n in range(20):
        a_morning(patient, n, leg=n % 10)
    summary = report_of(patient, first=5, last=9)
    assert sorted(summary.leg.values) == [day(n) for n in range(5, 10)]
    assert [line["day"] for line in summary.lines] == [day(n).isoformat() for n in range(5, 10)]
    assert summary.coverage.logged == 5


def test_red_flags_stand_with_their_day_and_unsure_counts() -> None:
    patient = Patient()
    patient.gate(0, CES1="no")
    patient.gate(2, MOT1="unsure", CES3="yes")
    summary = report_of(patient, last=5)
    assert [(a.day, a.flag, a.answer) for a in summary.safety.answers] == [
        (day(2), "CES3", "yes"),
        (day(2), "MOT1", "unsure"),
    ]
    assert summary.safety.lock is not None
    assert summary.safety.lock.since == day(2)
    assert summary.safety.asked == 2


def test_a_lock_from_before_the_period_is_still_told() -> None:
    patient = Patient()
    patient.gate(0, CES1="yes")
    summary = report_of(patient, first=10, last=12)
    assert summary.safety.answers == ()
    assert summary.safety.lock is not None


def test_a_clearance_is_told_and_opens_the_lock() -> None:
    patient = Patient()
    patient.gate(0, CES1="yes")
    patient.say(Clearance, 1, NOON, by="Dr Berg", text="MRI taken")
    summary = report_of(patient, last=3)
    assert summary.safety.lock is None
    assert [(s.by, s.text) for s in summary.safety.seen] == [("Dr Berg", "MRI taken")]


def test_the_crisis_answer_is_left_out_until_it_is_asked_for() -> None:
    patient = Patient()
    patient.gate(0, PSY1="yes")
    silent, told = report_of(patient, last=1), report_of(patient, last=1, with_crisis=True)
    assert silent.safety.answers == ()
    assert "PSY1" not in str(silent)
    assert [a.flag for a in told.safety.answers] == ["PSY1"]
    assert "PSY1" in str(told.lines)


def test_a_crisis_answer_of_no_is_left_out_as_well_so_that_its_absence_says_nothing() -> None:
    yes, no = Patient(), Patient()
    yes.gate(0, PSY1="yes")
    no.gate(0, PSY1="no")
    assert report_of(yes, last=1) == report_of(no, last=1)


def test_a_gate_that_only_asked_about_crisis_is_not_there_at_all() -> None:
    patient = Patient()
    patient.gate(0)
    only = patient.entries[0]
    assert isinstance(only, Gate)
    patient.entries = [replace(only, answers={"PSY1": "yes"})]
    summary = report_of(patient, last=1)
    assert summary.lines == ()
    assert summary.safety.asked == 0


def test_the_lowest_point_is_the_furthest_down_of_each_week() -> None:
    patient = Patient()
    for n, site in enumerate(["thigh", "foot", "calf"]):
        a_morning(patient, n, site=site)
    for n, site in enumerate(["none", "buttock"], start=20):
        a_morning(patient, n, site=site)
    summary = report_of(patient, last=22)
    assert (summary.lowest.then, summary.lowest.now) == ("foot", "buttock")


def test_the_lowest_point_now_is_unknown_when_the_last_week_is_silent() -> None:
    patient = Patient()
    a_morning(patient, 0, site="calf")
    assert report_of(patient, last=20).lowest.now is None


def test_numbness_tells_the_latest_answer_and_the_days_of_more() -> None:
    patient = Patient()
    for n, numb in enumerate(["none", "more", "less", None]):
        a_morning(patient, n, numb=numb)
    numbness = report_of(patient, last=4).numbness
    assert (numbness.answered, numbness.latest, numbness.more_on) == (3, "less", (day(1),))
    assert numbness.latest_on == day(2), "the silent day after it has no answer"


def test_goals_are_followed_by_their_names_and_unknown_ratings_are_left_out() -> None:
    patient = Patient(goals=("tie shoes", "drive"))
    patient.say(Weekly, 7, NOON, goals=(2, None))
    patient.say(Weekly, 14, NOON, goals=(5, 0, 3))
    goals = {g.name: [r.value for r in g.ratings] for g in report_of(patient, last=14).goals}
    assert goals == {"tie shoes": [2, 5], "drive": [0], "3": [3]}


def test_walking_is_summed_from_monday_and_silent_weeks_stay_visible() -> None:
    patient = Patient()
    for n, minutes in [(0, 10), (6, 12), (14, 20)]:
        patient.say(Walk, n, NOON, minutes=minutes, further_down=n == 14)
    walking = report_of(patient, last=15).walking
    assert day(0).weekday() == 0
    assert walking.weeks == (
        WalkedWeek(day(0), 2, 22),
        WalkedWeek(day(7), 0, 0),
        WalkedWeek(day(14), 1, 20),
    )
    assert (walking.longest, walking.further_down) == (20, 1)


def test_exercises_tell_where_the_pain_went() -> None:
    patient = Patient()
    for n, response in enumerate(["up", "up", "down", None]):
        patient.say(ExerciseDone, n // 2, NOON, exercise="E01", response=response)
    patient.say(ExerciseDone, 1, NOON, exercise="X99")
    done = report_of(patient, last=3).exercising
    assert done.days == 2
    first, unknown = done.practices
    assert (first.times, first.up, first.same, first.down) == (4, 2, 0, 1)
    assert first.name is not None
    assert unknown == Practice("X99", None, 1, 0, 0, 0)


def test_days_in_a_row_are_one_flare_with_what_went_before() -> None:
    patient = Patient()
    patient.say(Walk, 2, NOON, minutes=40)
    patient.say(Event, 3, NOON, text="moved house")
    for n in (4, 5, 9):
        a_morning(patient, n, flare=True)
    a_morning(patient, 6, flare=False)
    patient.evening(10, flare=True)
    first, second = report_of(patient, last=12).flares
    assert (first.first, first.last, first.days) == (day(4), day(5), 2)
    assert [(b.day, b.walked, b.events) for b in first.before] == [
        (day(2), 40, ()),
        (day(3), None, ("moved house",)),
    ]
    assert (second.first, second.days) == (day(9), 2)


def test_sleep_counts_only_nights_that_were_answered_for() -> None:
    patient = Patient()
    for n, wakes in enumerate([0, 1, 3, None]):
        a_morning(patient, n, sleep_wakes=wakes)
    sleep = report_of(patient, last=4).sleep
    assert (sleep.nights, sleep.woken, sleep.often) == (3, 2, 1)


def test_the_profile_and_programme_that_stand_at_the_end_are_told() -> None:
    patient = Patient(side="left", therapist="Kari", thresholds={"flare_rise": 4})
    patient.say(Profile, 5, NOON, side="right")
    patient.say(Programme, 1, NOON, name="Spring", sha="ab", barred=("E02",))
    early, late = report_of(patient, last=4), report_of(patient, last=6)
    assert early.person is not None
    assert (early.person.side, early.thresholds) == ("left", {"flare_rise": 4})
    assert late.person is not None
    assert late.person.side == "right"
    assert [(one.name, one.since) for one in early.programmes] == [("Spring", day(1))]


def private() -> Patient:
    patient = Patient(goals=("tie shoes",), therapist="Kari Lie", side="left")
    a_morning(patient, 1, leg=4, sleep_wakes=2)
    patient.say(Note, 1, NOON, text="secret note")
    patient.say(Medicine, 1, NOON, text="secret pill")
    patient.say(Event, 1, NOON, text="secret event")
    patient.say(Weekly, 1, NOON, work="off", worry=7, goals=(3,))
    patient.say(Clearance, 1, NOON, by="Dr Berg", text="secret finding")
    words = "secret advice"
    patient.say(Programme, 1, NOON, name="Secret plan", sha="ab", note=words, text=f"note: {words}")
    return patient


@pytest.mark.parametrize(
    ("part", "gone"),
    [
        ("notes", ["secret note", "secret finding", "secret advice"]),
        ("medicine", ["secret pill"]),
        ("events", ["secret event"]),
        ("programme", ["Secret plan", "secret advice"]),
        ("work", ["'off'"]),
        ("profile", ["Kari Lie", "'left'"]),
        ("goals", ["tie shoes"]),
    ],
)
def test_what_is_left_out_is_neither_in_the_facts_nor_in_the_entries(part: str, gone: list[str]) -> None:
    whole, less = (
        str(report_of(private(), last=2)),
        str(report_of(private(), last=2, without=frozenset({part}))),
    )
    for word in gone:
        assert word in whole
        assert word not in less


def test_sleep_and_worry_can_be_left_out() -> None:
    summary = report_of(private(), last=2, without=frozenset({"sleep", "worry"}))
    assert summary.sleep.nights == 0
    assert [week.worry for week in summary.weeks] == [None]
    assert not any("worry" in line or "sleep_wakes" in line for line in summary.lines)
    assert summary.leg.values == {day(1): 4}


def test_parts_are_understood_in_any_case_and_number() -> None:
    assert parts(["Notes", " medicines "]) == {"notes", "medicine"}


def test_a_part_nobody_knows_is_refused_with_those_there_are() -> None:
    with pytest.raises(UnknownPart) as caught:
        parts(["safety"])
    assert "notes, medicine" in str(caught.value)
