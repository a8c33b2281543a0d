"""Words of the command line as values; what does not fit is told with the name of its option."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Final

from ryggkompis.cli.errors import EmptyFlags, EmptyName, MistypedDay, OddFlag
from ryggkompis.cli.options.errors import LongName
from ryggkompis.domain.base.fields import fields_of
from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.services.checks import at_most, choices, limits
from ryggkompis.services.errors import OutOfRange

NOTHING: Final = "none"
NOTHINGS: Final = frozenset({NOTHING, "ingen"})
"""How it is said that there is none of it."""
UNKNOWN: Final = "?"
_LONGEST_NAME: Final = 255
"""Bytes of a name, as most disks have it."""
_LONGEST_PATH: Final = 4_000
_DAY: Final = r"\d{4}-\d{2}-\d{2}"
# Nine digits: Python refuses to read thousands of them, with an error that nobody has worded.
_WHOLE: Final = r"[+-]?\d{1,9}"
_ANSWERS: Final[Mapping[str, Answer]] = {
    "": "yes",
    "yes": "yes",
    "ja": "yes",
    "unsure": "unsure",
    "usikker": "unsure",
    "?": "unsure",
}


def a_day(text: str, today: date | None = None, *, is_ahead: bool = False) -> date:
    """Read a day as people write it; ``today`` is what “yesterday” counts from.

    Raises:
        MistypedDay: for anything else, and for a day no calendar has.

    """
    with suppress(ValueError):
        if re.fullmatch(_DAY, text, re.ASCII):
            return date.fromisoformat(text)
    # Only for a day in words: most commands name none, and scripts write the whole.
    from ryggkompis.i18n.days import read_day

    day = read_day(text, today, is_ahead=is_ahead)
    if day is None:
        raise MistypedDay(text=text)
    return day


def a_name(text: str) -> str:
    """Read what names a file, a folder or an entry.

    Raises:
        EmptyName: for none: a variable that was never set must not mean the latest entry, or this folder.
        LongName: for one that no disk takes.

    """
    if not text.strip():
        raise EmptyName
    parts = os.fsencode(text).replace(b"\\", b"/").split(b"/")
    if len(os.fsencode(text)) > _LONGEST_PATH or max(map(len, parts)) > _LONGEST_NAME:
        raise LongName(most=_LONGEST_NAME)
    return text


def whole_number(text: str, name: str, low: int, high: int) -> int:
    """Read a whole number from ``low`` to ``high``; ``name`` says in a fault where it stood."""
    if not re.fullmatch(_WHOLE, text.strip(), re.ASCII):
        raise OutOfRange(value=text, field=name, low=low, high=high)
    number = int(text)
    if not low <= number <= high:
        raise OutOfRange(value=text, field=name, low=low, high=high)
    return number


def number_of(kind: type[Entry], field: str, name: str) -> Callable[[str], int]:
    """Make a reader of numbers that ``field`` of ``kind`` can hold."""
    low, high = limits(kind, field)
    return lambda text: whole_number(text, name, low, high)


def choice_of(kind: type[Entry], field: str, name: str) -> Callable[[str], str]:
    """Make a reader of words that ``field`` of ``kind`` can hold."""
    return partial(one_of, known=choices(kind, field), name=name, field=field)


def one_of(text: str, known: Sequence[str], name: str, field: str = "") -> str:
    """Read one of the words ``known``, also as the choice of ``field`` is called in either language.

    Raises:
        NotOneOf: for anything else; with what was perhaps meant, where something is close.

    """
    said = text.strip().casefold()
    if said in known:
        return said
    if said in NOTHINGS and NOTHING in known:
        return NOTHING
    # Only for a word that is not the program's own: scripts write those.
    from ryggkompis.cli.options.known import meant

    return meant(text, known, name, field)


def some_of(kind: type[Entry], field: str, option: str) -> Callable[[str], tuple[str, ...]]:
    """Make a reader of several words that the list ``field`` of ``kind`` can hold, or of ``none``."""
    one, most = choice_of(kind, field, option), fields_of(kind)[field].longest

    def read(text: str) -> tuple[str, ...]:
        if text.strip().casefold() in NOTHINGS:
            return ()
        return at_most(tuple(dict.fromkeys(one(word.strip()) for word in text.split(","))), most)

    return read


def numbers_of(kind: type[Entry], field: str, name: str) -> Callable[[str], tuple[int | None, ...]]:
    """Make a reader of numbers with commas between them, where ``?`` is unknown."""
    one = number_of(kind, field, name)
    return lambda text: tuple(
        None if part.strip() == UNKNOWN else one(part.strip()) for part in text.split(",")
    )


def safety_answers(text: str) -> dict[str, Answer]:
    """Read ``none``, or ``ID[,ID…]`` with ``ID=unsure`` where one is not sure; what is not named is no."""
    words = [word.strip() for word in text.split(",")]
    if not any(words):
        raise EmptyFlags
    # “none” must be said: an option without an answer could be a slip, and a no is never assumed.
    if len(words) == 1 and words[0].casefold() in NOTHINGS:
        return {}
    answers: dict[str, Answer] = {}
    for word in words:
        id_, _, answer = word.partition("=")
        if not id_ or id_.casefold() in NOTHINGS or answer.casefold() not in _ANSWERS:
            raise OddFlag(text=word)
        answers[id_] = _ANSWERS[answer.casefold()]
    return answers
