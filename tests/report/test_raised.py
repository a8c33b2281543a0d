"""A line for each safety question: its days, how sure the answer was, and what came of it."""

from datetime import datetime, time, timedelta, timezone

import pytest

from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import CheckIn, Event
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.report.rendering import render
from ryggkompis.report.safety import Raised, Safety
from tests.domain.patient import Patient
from tests.report.journals import day, report_of

NOON = time(12)


def safety(patient: Patient, last: int = 30, first: int = 0) -> Safety:
    return report_of(patient, last=last, first=first).safety


def one(patient: Patient, flag: str, last: int = 30, first: int = 0) -> Raised:
    (found,) = [one for one in safety(patient, last, first).raised if one.flag == flag]
    return found


def page(patient: Patient, last: int = 30) -> str:
    return " ".join(render("txt", report_of(patient, last=last), "en").decode().split())


def test_its_days_are_counted_and_a_yes_counts_more_than_a_doubt_of_the_same_day() -> None:
    patient = Patient()
    patient.gate(1, MOT1="unsure")
    patient.gate(1, MOT1="yes")
    patient.gate(3, MOT1="unsure")
    found = one(patient, "MOT1")
    assert (found.first, found.last, found.yes, found.unsure) == (day(1), day(3), 1, 1)
    assert "yes 2 days, 3 Mar 2026 to 5 Mar 2026, unsure: 1: Are you unable to lift" in page(patient)


def test_what_was_asked_and_not_answered_is_counted_and_named_as_that() -> None:
    patient = Patient()
    patient.gate(1, MOT1="unsure")
    open_: dict[str, Answer] = {"MOT1": "unsure"}
    patient.say(Gate, 3, NOON, scope="daily", answers={}, marked=open_, unanswered=("MOT1",))
    found = one(patient, "MOT1")
    assert (found.unsure, found.unanswered, found.days, found.holds) == (1, 1, 2, True)
    assert "unsure 2 days, 3 Mar 2026 to 5 Mar 2026, unanswered: 1: Are you unable to lift" in page(patient)


def test_who_looked_at_it_stands_beside_it_and_what_they_found_below() -> None:
    patient = Patient()
    patient.gate(1, MOT1="yes")
    patient.say(Clearance, 2, NOON, by="Dr Berg", text="MRI taken")
    assert not one(patient, "MOT1").holds
    assert "(MOT1) Looked at by Dr Berg on 4 Mar 2026." in page(patient)
    assert "looked at by Dr Berg: MRI taken" in page(patient)


def test_nobody_had_looked_at_what_was_told_only_afterwards() -> None:
    patient = Patient()
    patient.gate(1, MOT1="yes")
    patient.say(Clearance, 2, NOON, by="Dr Berg")
    late, seen = patient.entries
    zone = timezone(timedelta(0))
    saved = datetime(2026, 3, 20, 12, tzinfo=zone)
    patient.entries = [replace(late, saved=saved), replace(seen, saved=saved - timedelta(days=9))]
    assert one(patient, "MOT1").seen is None
    assert "(MOT1) No examination noted." in page(patient)


def test_what_still_holds_from_before_the_period_is_told_with_it() -> None:
    patient = Patient()
    patient.gate(2, CES3="yes", INFL="unsure")
    found = safety(patient, first=10)
    assert [(r.flag, r.first, r.holds) for r in found.raised] == [
        ("CES3", day(2), True),
        ("INFL", day(2), False),
    ]
    assert found.answers == ()


def test_what_was_answered_for_before_the_period_is_not_told_again() -> None:
    patient = Patient()
    patient.gate(2, CES3="yes")
    patient.clear(3)
    patient.gate(14)
    assert safety(patient, first=10).raised == ()


def test_a_doubt_that_passed_says_when_it_was_no() -> None:
    patient = Patient()
    patient.gate(1, AGE1="unsure")
    patient.gate(7)
    patient.say(Event, 5, NOON, text="GP", event="visit")
    assert (one(patient, "AGE1").no_since, one(patient, "AGE1").visit) == (day(7), day(5))
    assert "Visit noted on 7 Mar 2026. No again on 9 Mar 2026." in page(patient)


def test_the_one_line_says_when_the_list_was_answered() -> None:
    patient = Patient()
    patient.say(Gate, 1, NOON, scope="daily", answers={"DAILY": "yes"})
    patient.gate(2, "full")
    assert one(patient, "DAILY").no_since == day(2)
    assert "The whole list answered on 4 Mar 2026." in page(patient)


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ({"MOT2": "yes", "CES3": "unsure", "CES1": "yes"}, ["CES1", "CES3", "MOT2"]),
        ({"AGE1": "yes", "VAS1": "unsure", "CES1": "yes"}, ["VAS1", "CES1", "AGE1"]),
        ({"FRA1": "yes", "CES1": "unsure"}, ["CES1", "FRA1"]),
    ],
)
def test_the_gravest_stands_first(said: dict[str, str], order: list[str]) -> None:
    """Numb between the legs beside trouble with the bladder is 113, and comes before all else."""
    patient = Patient()
    patient.gate(1, **said)  # type: ignore[arg-type]
    assert [r.flag for r in safety(patient).raised] == order


def test_a_question_of_another_version_is_as_grave_as_the_worst() -> None:
    patient = Patient()
    patient.gate(1, CES1="yes")
    patient.say(Gate, 2, NOON, scope="full", answers={"NEW9": "yes"})
    assert [r.flag for r in safety(patient).raised] == ["NEW9", "CES1"]
    assert "(NEW9)" in page(patient)


def test_numbness_of_three_mornings_is_told_though_nobody_answered_a_question() -> None:
    patient = Patient()
    for n in range(3):
        patient.say(CheckIn, n, NOON, numb="more")
    assert (one(patient, "MOT2").yes, one(patient, "MOT2").holds) == (0, True)
    assert "More numbness 3 mornings in a row, since 4 Mar 2026; it counts as MOT2." in page(patient)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "No safety question was answered"),
        (1, "Physical warning signs: asked on 1 day, always no."),
        (2, "Physical warning signs: asked on 2 days, always no."),
    ],
)
def test_nothing_but_no_says_how_often_it_was_asked(days: int, told: str) -> None:
    patient = Patient()
    for n in range(days):
        patient.gate(n)
        patient.gate(n)
    assert told in page(patient)


@pytest.mark.parametrize("said", ["yes", "unsure", "no"])
def test_always_no_is_said_of_nothing_that_is_kept_from_the_page(said: Answer) -> None:
    patient = Patient()
    patient.gate(1, PSY1=said)
    assert "Physical warning signs: asked on 1 day, always no." in page(patient)
    told = render("txt", report_of(patient, last=9, with_crisis=True), "en").decode()
    assert ("Asked on 1 day, always no." in told) is (said == "no")
    assert ("(PSY1)" in told) is (said != "no")


def test_who_looked_at_it_in_the_same_minute_counts() -> None:
    patient = Patient()
    patient.gate(1, CES1="unsure")
    patient.say(Clearance, 1, time(7, 30), by="Dr Hansen")
    found = one(patient, "CES1")
    assert found.seen is not None
    assert not found.holds
