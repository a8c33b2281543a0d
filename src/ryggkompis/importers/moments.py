"""Days and times as other programs write them, in whatever order."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.text import shown
from ryggkompis.i18n.days import read_day
from ryggkompis.importers.errors import UnclearDays
from ryggkompis.importers.source import Source

Order: TypeAlias = Literal["day", "month"]
"""What stands first in ``02/03/2026``."""
_NUMBERS: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,?[ T]+(.+))?", re.ASCII)
_CLOCK: Final = re.compile(
    r"(?:kl\.? *)?(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?)?\s*(am|pm|a\.m\.|p\.m\.)?",
    re.ASCII | re.IGNORECASE,
)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})(.*)", re.ASCII)
_WITH_CLOCK: Final = re.compile(
    r"(?P<day>.+?)(?:,|T| +(?:at|kl\.?)(?= )| *-(?= ))? *"
    r"(?<![\d:.])(?P<clock>\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:am|pm|a\.m\.|p\.m\.)?)",
    re.ASCII | re.IGNORECASE,
)
_CENTURY: Final = 2000
_ENDLESS: Final = 1e14


def order_of(source: Source, texts: Iterable[str]) -> Order | None:
    """Find out what stands first in the days of a file; None where it is not clear, and such days are none.

    With dots it is always the day. Else it is the way in which all days are real and lie closest together.

    Raises:
        UnclearDays: when it is clear of no day in the file.

    """
    given = [text.strip() for text in texts if text.strip()]
    found = [match for text in given if (match := _NUMBERS.fullmatch(text)) and match[2] != "."]
    spans: dict[Order, timedelta] = {}
    orders: tuple[Order, ...] = ("day", "month")
    for order in orders:
        days = [_numbered(match, order) for match in found]
        known = [day for day in days if day is not None]
        if len(known) == len(days):
            spans[order] = max(known) - min(known) if known else timedelta()
    # 03/04 read the wrong way puts a course months away; then no day is better than a guess.
    is_unclear = len(spans) > 1 and spans["day"] == spans["month"] and _differs(found)
    if is_unclear and len(found) == len(given):
        raise UnclearDays(file=source.name, text=shown(given[0]))
    fitting: Order = min(orders, key=lambda which: spans.get(which, timedelta.max))
    return None if is_unclear else fitting


def moment_of(text: str, order: Order | None = "day") -> datetime | None:
    """Read a day, with or without a time and an offset; None for anything else."""
    text = _YEAR_FIRST.sub(r"\1-\2-\3\4", " ".join(text.split()))
    if match := _NUMBERS.fullmatch(text):
        day, clock = _numbered(match, order), clock_of(match[5] or "0:00")
        return datetime.combine(day, clock) if day is not None and clock is not None else None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return _in_words(text)


def has_clock(text: str) -> bool:
    """Tell whether a time stands beside the day."""
    plain = text.strip()
    if ":" in plain:
        return True
    return read_day(plain) is None and _WITH_CLOCK.fullmatch(plain) is not None


def _in_words(text: str) -> datetime | None:
    """Read a day as people write it, whatever stands first in it, and the time after it."""
    if (day := read_day(text)) is not None:
        return datetime.combine(day, time())
    found = _WITH_CLOCK.fullmatch(text)
    day, clock = (read_day(found["day"]), clock_of(found["clock"])) if found else (None, None)
    return datetime.combine(day, clock) if day is not None and clock is not None else None


def clock_of(text: str) -> time | None:
    """Read ``18:52``, ``6:52 pm``, ``8 pm`` or ``18.52.07``; None for anything else."""
    match = _CLOCK.fullmatch(text.strip())
    # A number alone is no time; “8 pm” is.
    if match is None or (match[2] is None and match[4] is None):
        return None
    hour, half = int(match[1]), (match[4] or "").replace(".", "").lower()
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - the hours on the dial of a clock
            return None
        hour = hour % 12 + 12 * (half == "pm")
    try:
        return time(hour, int(match[2] or 0), int(match[3] or 0))
    except ValueError:
        return None


def minutes_of(text: str) -> float | None:
    """Read how long something took: ``00:31:40``, ``28:10.5`` or ``25``; in minutes."""
    parts = text.strip().replace(",", ".").split(":")
    try:
        numbers = [float(part) for part in parts]
    except ValueError:
        return None
    if not all(0 <= number < 1e6 for number in numbers):  # noqa: PLR2004 - also what is no number at all
        return None
    match numbers:
        case [hours, minutes, seconds]:
            return hours * 60 + minutes + seconds / 60
        case [minutes, seconds]:
            return minutes + seconds / 60
        case [minutes]:
            return minutes
        case _:
            return None


def _numbered(match: re.Match[str], order: Order | None) -> date | None:
    if order is None and match[2] != ".":
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    month, day = (second, first) if order == "day" or match[2] == "." else (first, second)
    try:
        return date(year if year > 99 else _CENTURY + year, month, day)  # noqa: PLR2004 - two digits
    except ValueError:
        return None


def _differs(found: list[re.Match[str]]) -> bool:
    return any(match[1].lstrip("0") != match[3].lstrip("0") for match in found)


def in_utc(moment: datetime | None, zone: tzinfo) -> datetime | None:
    """Put a moment that is told in UTC, or with an offset of its own, on the patient's clock."""
    try:
        return moment and (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(zone)
    except (ValueError, OverflowError):
        return None  # the first or the last day that there is


def positive(value: object) -> float | None:
    """Take a number of milliseconds from JSON; None for what is none."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 < value < _ENDLESS:
        return None
    return float(value)


def from_epoch(milliseconds: float | None, zone: tzinfo) -> datetime | None:
    """Read a moment that is counted in milliseconds since 1970; None for what is none."""
    try:
        return (
            None
            if milliseconds is None
            else datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone(zone)
        )
    except (ValueError, OverflowError, OSError):
        return None
