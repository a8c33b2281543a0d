"""Reads what was typed as a command declares it; what does not fit is said with what was perhaps meant."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from ryggkompis.cli.options.declared import NO, Kind, Option, Said
from ryggkompis.cli.options.errors import (
    DayAmongWords,
    Lacking,
    MistypedOption,
    NeedsValue,
    OneOfThese,
    SaidTwice,
    TakesNoValue,
    TooMuch,
    UnknownOption,
)
from ryggkompis.cli.options.values import a_day
from ryggkompis.domain.base.errors import ExpectedError

END: Final = "--"
"""Everything after it is a word, however it begins."""
_SAID: Final = r"[^\W\d_]|\d{4}-"
"""A letter, or the year that a whole day begins with."""
_YEAR: Final = r"(?:19|20)\d\d\.?"
_SOME_DAY: Final = date(2026, 1, 1)
"""Whether words are a day does not depend on which day it is."""
_MOST_WORDS: Final = 4
"""Words of a day that is not in quotes: “for 3 dager siden”."""


class Reader:
    """One command line, read from left to right."""

    def __init__(self, program: str, options: Sequence[Option], today: date | None) -> None:
        """Know what may be there; ``today`` is what “yesterday” counts from."""
        self._program, self._options, self._today = program, options, today
        self._by_name: Mapping[str, Option] = {name: one for one in options for name in one.names}
        self._places = [one for one in options if one.is_word]
        self._typed: dict[str, str] = {}
        self._found: dict[str, Any] = {}

    def read(self, arguments: Sequence[str]) -> Said:
        """Give what was said.

        Raises:
            ExpectedError: for what is not declared, and for what a value cannot be.

        """
        words: list[str] = []
        place = 0
        while place < len(arguments):
            argument = arguments[place]
            place += 1
            if argument == END:
                words += arguments[place:]
                break
            if is_option(argument):
                place = self._option(argument, arguments, place)
            else:
                words.append(argument)
            if self._found.get("help"):
                return self._said()
        self._words(words)
        self._needs()
        return self._said()

    def _option(self, argument: str, arguments: Sequence[str], place: int) -> int:
        """Take one option, with what stands after it; give the place of what comes next."""
        name, value = self._taken_apart(argument)
        option = self._by_name[name]
        if option.kind is None:
            if value is not None and name.startswith(END):
                raise TakesNoValue(option=name, program=self._program)
            self._keep(option, not name.startswith(NO) or name == option.names[0], name)
            # “-jy” is “-j -y”.
            return self._option(f"-{value}", arguments, place) if value else place
        if value is not None:
            self._keep(option, self._read(option.kind, value), value)
            return place
        if place >= len(arguments) or looks_like_option(arguments[place]):
            raise NeedsValue(option=name, shape=option.shape, program=self._program)
        count = words_of_day(arguments[place:]) if option.kind.day else 1
        text = " ".join(arguments[place : place + count])
        self._keep(option, self._read(option.kind, text), text)
        return place + count

    def _taken_apart(self, argument: str) -> tuple[str, str | None]:
        """Give the name of an option, and what is written in one with it."""
        name, sign, value = argument.partition("=")
        if name in self._by_name and (sign == "" or name.startswith(END)):
            return name, value if sign else None
        if not argument.startswith(END) and argument[:2] in self._by_name:
            return argument[:2], argument[2:].removeprefix("=")
        raise self._unknown(name)

    def _unknown(self, name: str) -> ExpectedError:
        from ryggkompis.cli.options.near import nearest

        near = nearest(name, [known for known in self._by_name if known.startswith(END)])
        if near is None:
            return UnknownOption(option=name, program=self._program)
        return MistypedOption(option=name, near=near, program=self._program)

    def _read(self, kind: Kind, text: str) -> Any:  # noqa: ANN401 - whatever the kind is read as
        return a_day(text, self._today, is_ahead=kind.day == "ahead") if kind.day else kind.read(text)

    def _keep(self, option: Option, value: Any, typed: str) -> None:  # noqa: ANN401
        """Keep one value; two that differ are not both meant, and neither is guessed."""
        if option.is_many:
            self._found.setdefault(option.dest, []).append(value)
            return
        before = self._typed.get(option.dest)
        if before is not None and self._found[option.dest] != value and not option.is_general:
            raise SaidTwice(option=option.typed, first=before, second=typed)
        self._typed[option.dest] = typed
        self._found[option.dest] = value

    def _words(self, words: Sequence[str]) -> None:
        try:
            self._place(words)
        except ExpectedError:
            day = _day_at_end(words) if "--date" in self._by_name else None
            if day is None:
                raise
            raise DayAmongWords(day=day) from None

    def _place(self, words: Sequence[str]) -> None:
        left = list(words)
        for option in self._places:
            assert option.kind is not None  # noqa: S101 - a word by its place is one
            taken = left if option.is_many else left[:1]
            for text in taken:
                self._keep(option, self._read(option.kind, text), text)
            left = left[len(taken) :]
        if left:
            raise TooMuch(words=" ".join(left), program=self._program)

    def _needs(self) -> None:
        lacking = [one.typed for one in self._options if one.least and one.dest not in self._found]
        if lacking:
            raise Lacking(program=self._program, lacking=", ".join(lacking))

    def _said(self) -> Said:
        defaults = {
            one.dest: list(one.default) if isinstance(one.default, list) else one.default
            for one in self._options
        }
        return Said(**{**defaults, **self._found})


def refuse_not_one(said: Said, choices: Sequence[Option], program: str) -> None:
    """Refuse none or several of ``choices``, of which exactly one is needed.

    Raises:
        OneOfThese: when it is so.

    """
    given = [one for one in choices if getattr(said, one.dest) != one.default]
    if len(given) != 1:
        raise OneOfThese(names=", ".join(one.typed for one in choices), program=program)


def is_option(argument: str) -> bool:
    """Tell an option from a word; “-” and “-1” are words."""
    return argument.startswith("-") and argument != "-" and not argument[1].isdigit()


def looks_like_option(argument: str) -> bool:
    """Tell whether it is rather the next option than a value; “- better today” is a value."""
    return is_option(argument) and (argument[1] == "-" or argument[1].isalpha()) and " " not in argument


def _day_at_end(words: Sequence[str]) -> str | None:
    """Give the words that end ``words`` and are a day; numbers alone are what they are."""
    from ryggkompis.i18n.days import read_day

    ends = (" ".join(words[-count:]) for count in range(min(len(words), _MOST_WORDS), 0, -1))
    return next((end for end in ends if re.search(_SAID, end) and read_day(end, _SOME_DAY)), None)


def words_of_day(arguments: Sequence[str]) -> int:
    """Count the words of a day that begins ``arguments``: as few as make one, with its year."""
    # Most days are one word, and scripts write the whole: then nothing need be looked up.
    if len(arguments) == 1 or "-" in arguments[0] or is_option(arguments[1]):
        return 1
    from ryggkompis.i18n.days import read_day

    def is_day(count: int) -> bool:
        return read_day(" ".join(arguments[:count]), _SOME_DAY) is not None

    count = next((n for n in range(1, min(len(arguments), _MOST_WORDS) + 1) if is_day(n)), 1)
    with_year = count < len(arguments) and re.fullmatch(_YEAR, arguments[count]) and is_day(count + 1)
    return count + 1 if with_year else count
