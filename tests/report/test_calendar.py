"""Reminders as a real calendar reads them: floating times, stable ids, and what is gone is cancelled."""

from datetime import UTC, date, datetime, time
from typing import Any

import icalendar
import pytest

from ryggkompis.report.calendar import Reminder, calendar
from ryggkompis.report.reminders import BEFORE_VISIT, Wishes

WRITTEN = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
DAY = date(2026, 3, 2)


def read(*reminders: Reminder, written: datetime = WRITTEN) -> list[Any]:
    found = icalendar.Calendar.from_ical(calendar(reminders, "ours", written))
    assert not found.errors
    assert found["version"] == "2.0"
    events = found.walk("VEVENT")
    assert not any(event.errors for event in events)
    return list(events)


def a_walk(**more: Any) -> Reminder:
    said: dict[str, Any] = {
        "key": "walk-1",
        "title": "Gåtur, 6 min",
        "start": datetime(2026, 3, 2, 9, 30),  # noqa: DTZ001 - floating, on purpose
        "minutes": 6,
        "repeats": "daily",
        "until": date(2026, 3, 30),
    }
    return Reminder(**{**said, **more})


def test_a_walk_is_at_half_past_nine_wherever_one_is() -> None:
    """Also after the clocks have changed: there is no zone that could move it."""
    (event,) = read(a_walk())
    assert event["uid"] == "walk-1@ours.ryggkompis"
    assert str(event["summary"]) == "Gåtur, 6 min"
    assert event.decoded("dtstart") == datetime(2026, 3, 2, 9, 30)  # noqa: DTZ001
    assert event.decoded("dtstart").tzinfo is None
    assert event["rrule"]["UNTIL"][0].tzinfo is None
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger").total_seconds() == 0


def test_a_new_file_updates_the_old_one() -> None:
    (old,) = read(a_walk())
    (new,) = read(a_walk(minutes=7), written=WRITTEN.replace(day=9))
    assert old["uid"] == new["uid"]
    assert new["sequence"] > old["sequence"]
    assert new.decoded("dtstamp") > old.decoded("dtstamp")


def test_what_is_gone_is_cancelled_and_says_nothing() -> None:
    (event,) = read(a_walk(is_cancelled=True))
    assert event["status"] == "CANCELLED"
    assert event.walk("VALARM") == []


def test_a_visit_is_a_whole_day_said_at_nine_and_on_the_evening_before() -> None:
    """A whole day starts at midnight, when nobody should be woken."""
    (event,) = read(Reminder(key="visit", title="Time", start=DAY, alarms=BEFORE_VISIT))
    assert event.decoded("dtstart") == DAY
    midnight = datetime(2026, 3, 2)  # noqa: DTZ001 - floating, on purpose
    rings = [midnight + alarm.decoded("trigger") for alarm in event.walk("VALARM")]
    assert [f"{ring:%d.%m %H:%M}" for ring in rings] == ["28.02 09:00", "01.03 18:00"]


@pytest.mark.parametrize(
    "title", ["æøå 😀 " * 30, "a, b; c\\d", "x" * 76, "BEGIN:VEVENT\nSUMMARY:no", "Żółć مرحبا 日本語 " * 9]
)
def test_any_words_arrive_as_they_were_in_short_lines(title: str) -> None:
    reminder = a_walk(title=title)
    data = calendar([reminder], "ours", WRITTEN)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    (event,) = read(reminder)
    assert str(event["summary"]) == title


def test_the_usual_wishes_do_not_nag() -> None:
    assert Wishes() == Wishes(check_in=time(8), review="sun", interval=0, positions=False)
