"""What a file gave: lines for the journal, and what has to be told about them."""

from collections.abc import Mapping
from datetime import date, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.importers.notices import Notice, Read
from ryggkompis.store.lines import Line, union

SOURCE: Final = "source"
"""The key under which a line made of another program's file names the device, or what it is called there."""
PROGRAM: Final = "program"
"""The key under which it names the program, until it is kept."""
TABLE: Final = "table"
"""The program of a table that any program may have written."""


class Here(Value):
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


class Found(Value):
    """Lines of the journal's own form, oldest first, and what is told about them."""

    lines: tuple[Line, ...]
    notices: tuple[Notice, ...]
    is_ours: bool
    """They were entries of Ryggkompis before; else they were made from another program's numbers."""
    unread: tuple[tuple[str, bytes], ...] = ()
    """Months of a journal, by their names, that could not be understood in full."""
    file: str = ""
    """Tells the file from others, and nothing of what is in it."""
    names: Mapping[str, str] = {}
    """What the patient said was what."""
    beside: tuple[Line, ...] = ()
    """Walks that a longer one of the file has already: should that go, they stand."""

    def by(self, program: str) -> "Found":
        """Name the program that wrote the file; our own entries are nobody else's."""
        if self.is_ours:
            return self
        lines = tuple(line if PROGRAM in line else line | {PROGRAM: program} for line in self.lines)
        return replace(self, lines=lines)

    def and_also(self, other: "Found") -> "Found":
        """Put what another file, or another reading of the same, gave beside this."""
        if self.is_ours or other.is_ours:
            lines = union(self.lines, other.lines)  # with every edit, so that none is turned back
        else:
            lines = [*{str(line["id"]): line for line in (*self.lines, *other.lines)}.values()]
        notices, unread = (*self.notices, *other.notices), (*self.unread, *other.unread)
        return Found(tuple(lines), notices, self.is_ours, unread, beside=(*self.beside, *other.beside))

    def as_one_reading(self) -> "Found":
        """Tell once what was read, where one file gave entries of two kinds."""
        reads = [notice for notice in self.notices if isinstance(notice, Read)]
        first, last = min(r.first for r in reads), max(r.last for r in reads)
        told = Read(max(r.rows for r in reads), len(self.lines), first, last)
        return replace(self, notices=(told, *(one for one in self.notices if one not in reads)))

    def of_file(self, file: str, names: Mapping[str, str]) -> "Found":
        """Remember which file it was, and what was said to be what in it."""
        return replace(self, file=file, names=names)
