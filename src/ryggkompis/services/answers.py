"""What was typed into a form, understood; and what stands in the form before anything is typed."""

import re
from contextlib import suppress
from datetime import date
from typing import Final

from ryggkompis.domain.base.text import clean, shown
from ryggkompis.i18n import formats
from ryggkompis.services.asks import Ask, Number, Text, When
from ryggkompis.services.errors import EmptyText, NeedsAnswer, NotADay, OutOfRange, TooMuchText

_ISO: Final = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})", re.ASCII)
_DAY_FIRST: Final = re.compile(r"(?P<d>\d{1,2})[./ ]+(?P<m>\d{1,2})[./ ]+(?P<y>\d{4}|\d{2})", re.ASCII)
_CENTURY: Final = 2000
_LONGEST_NUMBER: Final = 6
_SHOWN: Final = 40


def written(value: object) -> str:
    """Write ``value`` as it stands in a form; unknown is blank."""
    if value is None:
        return ""
    return formats.numeric_day(value) if isinstance(value, date) else shown(str(value))


def understood(ask: Ask, text: str) -> object:
    """Understand what was typed; blank is unknown.

    Raises:
        OutOfRange, NotADay, EmptyText, TooMuchText, NeedsAnswer: when it does not fit what is asked.

    """
    said = clean(text).strip()
    if not said:
        if not ask.is_needed:
            return None
        if isinstance(ask, Text):
            raise EmptyText
        raise NeedsAnswer(field=ask.label)
    match ask:
        case Number():
            return _number(ask, said)
        case When():
            return read_day(said)
        case Text() if len(said) > ask.limit:
            raise TooMuchText(length=len(said), limit=ask.limit)
        case _:
            return said


def read_day(said: str) -> date:
    """Read a day written as 2026-03-02, 02.03.2026 or 2/3/26.

    Raises:
        NotADay: when it is written otherwise, or no such day exists.

    """
    found = _ISO.fullmatch(said) or _DAY_FIRST.fullmatch(said)
    if found:
        year = int(found["y"])
        with suppress(ValueError):
            return date(year if len(found["y"]) > 2 else _CENTURY + year, int(found["m"]), int(found["d"]))  # noqa: PLR2004 - two figures stand for this century
    raise NotADay(value=_short(said))


def _number(ask: Number, said: str) -> int:
    if (
        said.isascii()
        and said.isdigit()
        and len(said) <= _LONGEST_NUMBER
        and ask.low <= int(said) <= ask.high
    ):
        return int(said)
    raise OutOfRange(value=_short(said), field=ask.label, low=ask.low, high=ask.high)


def _short(said: str) -> str:
    """Quote what was typed, but not all of a page."""
    return shown(said) if len(said) <= _SHOWN else shown(said[:_SHOWN]) + "…"
