"""Reminders as an iCalendar file (RFC 5545), in the local time of wherever the phone is.

Each reminder keeps its id, and the sequence rises with every writing, so that a new import updates what is
in the calendar. What is no longer meant is written as cancelled. Each time of a day is an event of its own: a
rule of hours and minutes is read as all of them in one calendar, and as the first in another.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value

PRODID: Final = "-//Ryggkompis//reminders//EN"
BEGINS: Final = b"BEGIN:VCALENDAR\r\n"
_LONGEST_LINE: Final = 75
"""Octets, without the line's end."""
_MINUTE: Final = 60

Repeats: TypeAlias = Literal["daily", "weekly"]


class Reminder(Value, kw_only=True):
    """One line of the day's rhythm."""

    key: str
    """The same for the same thing in every file."""
    title: str
    start: datetime | date
    """A moment without a zone, or a whole day."""
    minutes: int = 0
    """How long it takes."""
    repeats: Repeats | None = None
    every: int = 1
    """Days, or weeks, from one to the next."""
    until: date | None = None
    """The last day of what repeats."""
    alarms: tuple[timedelta, ...] = (timedelta(0),)
    """When it rings, from its start on; a whole day starts at midnight."""
    is_cancelled: bool = False


def calendar(reminders: Sequence[Reminder], name: str, written: datetime) -> bytes:
    """Write the file; ``name`` is of this diary alone, ``written`` is the moment, in UTC."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for reminder in reminders:
        lines += _event(reminder, name, written)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(reminder: Reminder, name: str, written: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{reminder.key}@{name}.ryggkompis"
    yield f"DTSTAMP:{written:%Y%m%dT%H%M%SZ}"
    # It rises by itself with the clock, so that no file of its own has to remember the last number.
    yield f"SEQUENCE:{int(written.timestamp()) // _MINUTE}"
    yield f"SUMMARY:{_escaped(reminder.title)}"
    if isinstance(reminder.start, datetime):
        yield f"DTSTART:{reminder.start:%Y%m%dT%H%M%S}"
    else:
        yield f"DTSTART;VALUE=DATE:{reminder.start:%Y%m%d}"
    if reminder.minutes:
        yield f"DURATION:PT{reminder.minutes}M"
    if reminder.repeats:
        yield f"RRULE:{_rule(reminder)}"
    yield f"STATUS:{'CANCELLED' if reminder.is_cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    for alarm in () if reminder.is_cancelled else reminder.alarms:
        yield from _alarm(reminder, alarm)
    yield "END:VEVENT"


def _rule(reminder: Reminder) -> str:
    parts = [f"FREQ={(reminder.repeats or '').upper()}"]
    if reminder.every > 1:
        parts.append(f"INTERVAL={reminder.every}")
    if reminder.until is not None:
        parts.append(f"UNTIL={reminder.until:%Y%m%d}T235959")
    return ";".join(parts)


def _alarm(reminder: Reminder, alarm: timedelta) -> Iterator[str]:
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(reminder.title)}"
    minutes = alarm // timedelta(minutes=1)
    yield f"TRIGGER:{'-' if minutes < 0 else ''}PT{abs(minutes)}M"
    yield "END:VALARM"


def _escaped(text: str) -> str:
    for char in "\\;,":
        text = text.replace(char, f"\\{char}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Break a line into pieces of at most 75 octets, never within a character."""
    pieces, piece = list[bytes](), b""
    for char in line:
        octets = char.encode()
        if len(piece) + len(octets) > _LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join((*pieces, piece)) + b"\r\n"
