"""The parser: argparse in our words, and faults as sentences."""

import argparse
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final, Never

from ryggkompis.cli.argparse_words import translate_argparse
from ryggkompis.cli.errors import Misused
from ryggkompis.cli.output import columns, facts
from ryggkompis.cli.values import a_day, choice_of, number_of, numbers_of, some_of
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.i18n.language import _
from ryggkompis.services.checks import choices

PROGRAM: Final = "ryggkompis"
DEFAULT_WIDTH: Final = 80
"""Columns where no terminal says how many."""
TAKE_A_VALUE: Final = frozenset({"--data-dir", "--lang", "--date"})
"""Options that may stand before the command, with a value of their own."""


class Formatter(argparse.HelpFormatter):
    """Fills each paragraph by itself, and leaves lines that are indented alone."""

    def __init__(self, prog: str) -> None:
        """Take the terminal's width but for two columns, as argparse does, without what it imports for it."""
        super().__init__(prog, width=(columns() or DEFAULT_WIDTH) - 2)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        kept = (
            part if part.startswith(" ") else super(Formatter, self)._fill_text(part, width, indent)
            for part in text.split("\n\n")
        )
        return "\n\n".join(kept)


class Parser(argparse.ArgumentParser):
    """A parser of one command; a fault is raised, never printed."""

    today: date | None = None
    """What a day said as “yesterday” counts from; without it days are whole dates."""

    def __init__(self, program: str, description: str, epilog: str) -> None:
        """Begin with the options that every command takes."""
        translate_argparse()
        super().__init__(
            prog=program,
            description=description,
            epilog=epilog,
            formatter_class=Formatter,
            add_help=False,
            # An abbreviation that a script relies on would break with the next option that begins likewise.
            allow_abbrev=False,
        )
        self.add_argument("-h", "--help", action="help", help=_("show this help message and exit"))
        self.add_argument(
            "--data-dir",
            metavar=_("DIR"),
            help=_("the folder of your data; otherwise RYGGKOMPIS_HOME, or the usual place"),
        )
        self.add_argument("--lang", metavar="nb|en", help=_("the language of this command"))
        self.add_argument(
            "--plain", action="store_true", help=_("words alone, without pictures, colours and wrapped lines")
        )

    def error(self, message: str) -> Never:
        """Raise the fault in our words."""
        raise Misused(fault=message[:1].upper() + message[1:], program=self.prog)

    def _print_message(self, message: str, file: object = None) -> None:  # noqa: ARG002 - it is always a fact
        """Print the help as every fact is printed: argparse would hide that it did not arrive."""
        facts(message.rstrip("\n"))

    def takes_number(self, kind: type[Entry], field: str, option: str, says: str) -> None:
        """Take a whole number that ``field`` of ``kind`` can hold."""
        read = number_of(kind, field, option)
        self.add_argument(option, dest=field, type=read, metavar=_("N"), help=says)

    def takes_numbers(self, kind: type[Entry], field: str, option: str, says: str) -> None:
        """Take numbers with commas between them."""
        read = numbers_of(kind, field, option)
        self.add_argument(option, dest=field, type=read, metavar=_("N,N,N"), help=says)

    def takes_choice(self, kind: type[Entry], field: str, option: str, says: str) -> None:
        """Take one of the words that ``field`` of ``kind`` can hold."""
        read = choice_of(kind, field, option)
        self.add_argument(option, dest=field, type=read, metavar="|".join(choices(kind, field)), help=says)

    def takes_choices(self, kind: type[Entry], field: str, option: str, says: str) -> None:
        """Take some of the words that the list ``field`` of ``kind`` can hold, or none of them."""
        read = some_of(kind, field, option)
        metavar = ",".join(choices(kind, field)) + "|none"
        self.add_argument(option, dest=field, type=read, metavar=metavar, help=says)

    def takes_yes_or_no(self, field: str, option: str, says: str) -> None:
        """Take yes, by the option, or no, by the same with ``--no-``; neither is unknown."""
        self.add_argument(option, dest=field, action=argparse.BooleanOptionalAction, help=says)

    def takes_text(self) -> None:
        """Take words of the patient's own, with or without quotes around them, and the day they are about."""
        self.add_argument("words", nargs="+", metavar=_("TEXT"), help=_("in your own words"))
        self.takes_date()
        self.takes_json()

    def takes_json(self) -> None:
        """Let the command print facts for another program."""
        self.add_argument("--json", action="store_true", help=_("print facts for another program, as JSON"))

    def takes_date(self) -> None:
        """Let the command speak of another day."""
        self.takes_day("--date", _("the day it is about; today otherwise"))

    def takes_day(self, option: str, says: str, dest: str | None = None, *, is_ahead: bool = False) -> None:
        """Take a day, written as people write it."""
        read = partial(self._day, is_ahead=is_ahead)
        self.add_argument(option, dest=dest, type=read, metavar=_("DAY"), help=says)

    def _day(self, text: str, *, is_ahead: bool) -> date:
        return a_day(text, self.today, is_ahead=is_ahead)

    def takes_period(self) -> None:
        """Let the command speak of a period."""
        for name, says in (("--from", _("the first day")), ("--until", _("the last day"))):
            self.takes_day(name, says, name.strip("-").replace("from", "first"))

    def takes_force(self) -> None:
        """Let the command replace a file."""
        self.add_argument("--force", action="store_true", help=_("replace a file that is there already"))

    def takes_dry_run(self) -> None:
        """Let the command only look."""
        self.add_argument("--dry-run", action="store_true", help=_("say what is found, and keep nothing"))

    def takes_flare(self) -> None:
        """Let a day be called a flare-up."""
        self.takes_yes_or_no("flare", "--flare", _("you would call it a flare-up"))


def split(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Find the command: the first word that is no option and no option's value; give the rest beside it."""
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        place += 2 if arguments[place] in TAKE_A_VALUE else 1
    if place >= len(arguments):
        return None, list(arguments)
    return arguments[place], [*arguments[:place], *arguments[place + 1 :]]


def asked_for(arguments: Sequence[str], option: str) -> str | None:
    """Look ahead for the value of ``option``: the language must be known before anything is said."""
    found = None
    for place, word in enumerate(arguments):
        if word == "--":
            break
        if word == option and place + 1 < len(arguments):
            found = arguments[place + 1]
        elif word.startswith(f"{option}="):
            found = word.removeprefix(f"{option}=")
    return found
