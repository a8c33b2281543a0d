"""What a file gave: lines for the journal, and what has to be told about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ryggkompis.importers.notices import AlreadyHere, DayTaken, Notice
from ryggkompis.store.lines import Line, canonical, day_of, id_of, view

EARLIEST: Final = date(1990, 1, 1)
"""No diary begins before; an earlier day is a slip, and would make every plan slow."""

MARK: Final = "without"
"""The key under which a line from a report names what it lost."""


@dataclass(frozen=True, slots=True)
class Here:
    """What an import has to know of where and when it happens."""

    today: date
    tz: str
    """The name of the patient's time zone."""
    offset: tzinfo
    """What to use where ``tz`` is no name that is known."""

    @property
    def zone(self) -> tzinfo:
        """The rules of the patient's time zone, summer time and all."""
        try:
            return ZoneInfo(self.tz)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return self.offset


@dataclass(frozen=True, slots=True)
class Found:
    """Lines of the journal's own form, oldest first, and what is told about them."""

    lines: tuple[Line, ...]
    notices: tuple[Notice, ...]
    is_ours: bool
    """They were entries of Ryggkompis before; else they were made from another program's numbers."""

    def new_to(self, journal: Iterable[Line]) -> "Found":
        """Leave out what a journal with these lines has, and say so.

        ``journal`` is every line, or only the standing ones; then earlier edits look new, and add nothing.
        An entry from a report that lost answers on its way out never touches the whole one, and a number from
        another program never replaces a check-in of the patient's own.
        """
        lines = list(journal)
        fresh = self._unknown_to(lines)
        told: list[Notice] = []
        if len(fresh) < len(self.lines):
            told.append(AlreadyHere(len(self.lines) - len(fresh)))
        if not self.is_ours:
            taken = {day_of(line) for line in view(lines) if line.get("kind") == "check_in"}
            free = [line for line in fresh if day_of(line) not in taken]
            if len(free) < len(fresh):
                told.append(DayTaken(len(fresh) - len(free)))
            fresh = free
        return Found(tuple(fresh), (*self.notices, *told), self.is_ours)

    def _unknown_to(self, journal: list[Line]) -> list[Line]:
        mine = {id_of(line) for line in self.lines}
        known = {id_of(line) for line in journal if id_of(line) in mine}
        said = {_content(line) for line in journal if id_of(line) in mine}
        return [
            line
            for line in self.lines
            if id_of(line) not in known or (self.is_ours and MARK not in line and _content(line) not in said)
        ]


def _content(line: Line) -> str:
    return canonical({name: value for name, value in line.items() if name != "saved"})
