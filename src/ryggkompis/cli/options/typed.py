"""A command line as people type it: which command is meant, and what belongs to it."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ryggkompis.cli.options.reading import END, is_option, words_of_day

TAKE_A_VALUE: Final = frozenset({"--data-dir", "--lang", "-L", "--date", "-d"})
"""Options that may stand before the command, with a value of their own."""
_DAYS: Final = frozenset({"--date", "-d"})
COMPLETE: Final = "--complete="
"""How a shell asks what can stand next: this, with what is begun, and then what stands before it."""
CHECK_IN: Final = "checkin"
_SCORE: Final = r"\d{1,2}"
"""“ryggkompis 3” tells how much the leg hurts."""
HELP: Final[Mapping[str, str]] = {"help": "--help", "hjelp": "--help"}
VERSION: Final[Mapping[str, str]] = {"version": "--version", "versjon": "--version"}


def split(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Find the command, and give what belongs to it; None where no command is named.

    A number is a check-in; “help walk” is “walk --help”.
    """
    place = _first_word(arguments)
    if place >= len(arguments):
        return None, list(arguments)
    name, rest = arguments[place], [*arguments[:place], *arguments[place + 1 :]]
    if re.fullmatch(_SCORE, name, re.ASCII):
        return CHECK_IN, list(arguments)
    said = name.casefold()
    if said in VERSION:
        return None, [*rest, VERSION[said]]
    if said not in HELP:
        return name, rest
    about, rest = split(rest)
    return about, [HELP[said], *rest]


def _first_word(arguments: Sequence[str]) -> int:
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        option = arguments[place]
        place += 1
        if option in _DAYS and place < len(arguments):
            place += words_of_day(arguments[place:])
        elif option in TAKE_A_VALUE:
            place += 1
    return place


def asked_for(arguments: Sequence[str], *options: str) -> str | None:
    """Look ahead for the value of one of ``options``: the language must be known before anything is said."""
    found = None
    for place, word in enumerate(arguments):
        if word == END:
            break
        if word in options and place + 1 < len(arguments) and not is_option(arguments[place + 1]):
            found = arguments[place + 1]
        for option in options:
            joined = f"{option}=" if option.startswith(END) else option
            if word.startswith(joined) and word != joined:
                found = word.removeprefix(joined).removeprefix("=")
    return found
