"""What a file gave: lines for the journal, and what has to be told about them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ryggkompis.importers.notices import AlreadyHere, DayTaken, Notice
from ryggkompis.store.lines import Line, canonical, day_of, id_of

EARLIEST: Final = date(1990, 1, 1)
"""No diary begins before; an earlier day is a slip, and would make every plan slow."""


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

    def new_to(self, standing: Iterable[Line]) -> "Found":
        """Leave out what a journal with these ``standing`` lines has, and say so.

        An entry from a report that lost answers on its way out never touches the whole one, and a number from
        another program never replaces a check-in of the patient's own.
        """
        known = {id_of(line): line for line in standing}
        fresh = [line for line in self.lines if not _is_known(line, known, is_ours=self.is_ours)]
        told: list[Notice] = []
        if len(fresh) < len(self.lines):
            told.append(AlreadyHere(len(self.lines) - len(fresh)))
        if not self.is_ours:
            taken = {day_of(line) for line in known.values() if line.get("kind") == "check_in"}
            free = [line for line in fresh if day_of(line) not in taken]
            if len(free) < len(fresh):
                told.append(DayTaken(len(fresh) - len(free)))
            fresh = free
        return Found(tuple(fresh), (*self.notices, *told), self.is_ours)


def _is_known(line: Line, known: Mapping[str, Line], *, is_ours: bool) -> bool:
    other = known.get(id_of(line))
    if other is None:
        return False
    return not is_ours or "without" in line or _content(line) == _content(other)


def _content(line: Line) -> str:
    return canonical({name: value for name, value in line.items() if name != "saved"})
