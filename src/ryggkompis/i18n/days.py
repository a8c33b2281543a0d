"""Days as people write them, in both languages: “12. oktober”, “last Friday”, “i går”, “-1”, “28.11.”."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from ryggkompis.i18n.formats import HABITS

_CENTURY: Final = 2000
_WEEK: Final = 7
_FURTHEST: Final = 4000
"""Days that “… days ago” may reach; ten years and more are written out."""
_JUST_GONE: Final = 60
"""Days within which a day that should lie ahead is the one that has passed, and no day of next year."""
_LETTERS: Final = 3
"""Letters by which a month and a weekday are known."""
_ISO: Final = r"(?a)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
_DAY_FIRST: Final = r"(?a)(?P<d>\d{1,2})[./ ] *(?P<m>\d{1,2})(?:[./ -] *(?P<y>\d{4}|\d{2})|\.)?"
_NAMED: Final = r"(?ai)(?P<d>\d{1,2})(?:\.|st|nd|rd|th)? *(?:of |de )?(?P<m>[a-zæøå]{3,})\.?,? *(?P<y>\d{4})?"
_MONTH_FIRST: Final = r"(?ai)(?P<m>[a-zæøå]{3,})\.? (?P<d>\d{1,2})(?:\.|st|nd|rd|th)?(?:,? +(?P<y>\d{4}))?"
_NEAR: Final[Mapping[str, int]] = {
    "i dag": 0,
    "idag": 0,
    "today": 0,
    "i går": -1,
    "igår": -1,
    "yesterday": -1,
    "i forgårs": -2,
    "forgårs": -2,
    "i morgen": 1,
    "imorgen": 1,
    "tomorrow": 1,
    "i overmorgen": 2,
}
_COUNTED: Final = r"(?a)(?P<sign>[+-])(?P<n>\d{1,4})"
_DAYS: Final = r"(?P<n>\d{1,4}|en|ei|a|one) (?P<unit>dag|dager|day|days|uke|uker|week|weeks)"
_AGO: Final = rf"(?a)(?:for )?{_DAYS} (?:siden|ago)"
_HENCE: Final = rf"(?a)(?:om|in) {_DAYS}"
_LAST: Final = r"(?:last|sist|siste|forrige) (?P<name>[a-zæøå]+\.?)"
_NEXT: Final = r"(?:next|neste|førstkommende) (?P<name>[a-zæøå]+\.?)"


def read_day(said: str, today: date | None = None, *, is_ahead: bool = False) -> date | None:
    """Read a day as it was written; None where it is none, or no calendar has it.

    Args:
        said: what was written, in bokmål or English, whichever language the program speaks.
        today: what “yesterday”, a weekday or a day without its year counts from; None reads whole days only.
        is_ahead: whether such a day lies ahead, as a visit does; else it is the last there was.

    """
    words = " ".join(said.casefold().split()).removeprefix("den ").removeprefix("the ")
    if found := re.fullmatch(_ISO, words):
        return _dated(found, int(found["m"]), today, is_ahead=is_ahead)
    # “fredag 27. november”: the date says it all.
    first, _, rest = words.partition(" ")
    if rest and _weekday_called(first.rstrip(",")) is not None:
        words = rest
    for pattern, month in _WRITTEN:
        found = re.fullmatch(pattern, words)
        place = month(found["m"]) if found else None
        if found and place is not None:
            return _dated(found, place, today, is_ahead=is_ahead)
    return None if today is None else _counted(words, today, is_ahead=is_ahead)


def _weekday_called(word: str) -> int | None:
    """Find a weekday by its name in any language; 0 is Monday."""
    return _called(word, [habits.weekdays for habits in HABITS.values()])


def _month_called(word: str) -> int | None:
    """Find a month by its name in any language; 1 is January."""
    place = _called(word, [habits.months for habits in HABITS.values()])
    return None if place is None else place + 1


def _called(word: str, known: Sequence[Sequence[str]]) -> int | None:
    begun = word.rstrip(".")
    if len(begun) < _LETTERS:
        return None
    places = (
        place for names in known for place, name in enumerate(names) if name.casefold().startswith(begun)
    )
    return next(places, None)


_WRITTEN: Final[tuple[tuple[str, Callable[[str], int | None]], ...]] = (
    (_DAY_FIRST, int),
    (_NAMED, _month_called),
    (_MONTH_FIRST, _month_called),
)


def _dated(found: re.Match[str], month: int, today: date | None, *, is_ahead: bool) -> date | None:
    written, day = found["y"], int(found["d"])
    if written:
        return _date(int(written) if len(written) > 2 else _CENTURY + int(written), month, day)  # noqa: PLR2004 - two figures stand for this century
    if today is None:
        return None
    # A leap day may be four years, and once in a while eight, away.
    years = (today.year + n for n in range(-1, 9)) if is_ahead else (today.year - n for n in range(9))
    days = (_date(year, month, day) for year in years)
    since = today - timedelta(days=_JUST_GONE)
    return next((one for one in days if one and (one >= since if is_ahead else one <= today)), None)


def _date(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day)
    return None


def _counted(words: str, today: date, *, is_ahead: bool) -> date | None:
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if found := re.fullmatch(_COUNTED, words):
        return _moved(today, int(found["sign"] + found["n"]))
    if found := re.fullmatch(_AGO, words) or re.fullmatch(_HENCE, words):
        return _moved(today, _days(found))
    if found := re.fullmatch(_LAST, words):
        return _weekday(found["name"], today - timedelta(days=1), is_ahead=False)
    if found := re.fullmatch(_NEXT, words):
        return _weekday(found["name"], today + timedelta(days=1), is_ahead=True)
    return _weekday(words.removeprefix("på ").removeprefix("on "), today, is_ahead=is_ahead)


def _days(found: re.Match[str]) -> int:
    count = int(found["n"]) if found["n"].isdecimal() else 1
    days = count * (_WEEK if found["unit"].startswith(("uke", "week")) else 1)
    return -days if found.re.pattern == _AGO else days


def _moved(today: date, days: int) -> date | None:
    return today + timedelta(days=days) if abs(days) <= _FURTHEST else None


def _weekday(name: str, start: date, *, is_ahead: bool) -> date | None:
    """Find the weekday at or after ``start``, or at or before it."""
    place = _weekday_called(name)
    if place is None:
        return None
    away = (place - start.weekday()) % _WEEK if is_ahead else -((start.weekday() - place) % _WEEK)
    return start + timedelta(days=away)
