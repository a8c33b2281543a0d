"""An operation stands in every format as an event, with how the leg was on both sides of it."""

from datetime import time

import pytest

from ryggkompis.domain.journal.entries import Event
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.report.rendering import FORMATS, render
from tests.domain.patient import Patient
from tests.report.journals import day, report_of, words_of


def operated(before: int = 14, after: int = 14) -> Patient:
    patient = Patient(walk_tolerance=12)
    for n in range(14 - before, 14):
        patient.morning(n, leg=7)
    for n in range(14, 14 + after):
        patient.morning(n, leg=2)
    patient.say(
        EpisodeMark, 14, time(6), start=day(0), operated=day(14), cleared=day(20), cleared_by="Dr Lie"
    )
    return patient


def test_it_is_an_event_with_the_leg_on_both_sides() -> None:
    (event,) = report_of(operated(), last=30).events
    assert (event.day, event.kind, event.allowed_from) == (day(14), "operation", day(20))
    assert event.around is not None
    assert (event.around.before, event.around.after) == (7, 2)
    assert (event.around.n_before, event.around.n_after, event.around.overlaps) == (14, 14, 0)


@pytest.mark.parametrize(("before", "after", "is_told"), [(7, 7, True), (6, 7, False), (7, 6, False)])
def test_too_little_known_on_one_side_compares_nothing(before: int, after: int, *, is_told: bool) -> None:
    (event,) = report_of(operated(before, after), last=30).events
    assert (event.around is not None) == is_told


def test_another_event_in_the_same_weeks_is_counted() -> None:
    patient = operated()
    patient.say(Event, 16, time(12), text="new shoes")
    operation = report_of(patient, last=30).events[0]
    assert operation.around is not None
    assert operation.around.overlaps == 1


def test_a_period_that_does_not_reach_it_does_not_tell_of_it() -> None:
    assert report_of(operated(), last=30, first=15).events == ()


def test_who_leaves_events_out_leaves_it_out() -> None:
    report = report_of(operated(), last=30, without=frozenset({"events"}))
    assert report.events == ()
    assert all("operated" not in line for line in report.lines)


@pytest.mark.parametrize("format_", [one for one in FORMATS if one != "csv"])
def test_who_leaves_the_profile_out_still_tells_of_the_operation(format_: str) -> None:
    """It is an event, and whoever treats must know of it; when the pain began and who treated stay out."""
    report = report_of(operated(), last=30, without=frozenset({"profile"}))
    assert [(one.day, one.kind, one.allowed_from) for one in report.events] == [
        (day(14), "operation", day(20))
    ]
    assert not any(line["kind"] == "episode" for line in report.lines)
    said = words_of(format_, render(format_, report, "en"))
    assert "operat" in said.lower()
    assert "Dr Lie" not in said
    both = report_of(operated(), last=30, without=frozenset({"profile", "events"}))
    assert both.events == ()


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_tells_of_it(format_: str) -> None:
    said = words_of(format_, render(format_, report_of(operated(), last=30), "en"))
    assert "operat" in said.lower()
