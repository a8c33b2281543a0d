"""The diary as lines: newest first, under their days, each worded when it comes into sight."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.i18n import formats
from ryggkompis.pictures.glyphs import fit, width_of
from ryggkompis.tui.widgets.line_list import Piece
from ryggkompis.words.entries import kind_name, short_kind_name, values_in_words
from ryggkompis.words.entry_names import clock_under_day, other_day

_ROOMY: Final = 72
"""Cells from which on the time has a column of its own."""
_TIME, _KIND = 6, 11


class LogLines:
    """Entries, worded for one patient, with a heading for each day."""

    def __init__(self, entries: Sequence[Entry], catalogue: Catalogue, flags: RedFlags) -> None:
        """Show ``entries``, given oldest first, the newest first."""
        self._rows: tuple[Entry | date, ...] = tuple(_under_their_days(entries))
        self._catalogue = catalogue
        self._flags = flags
        self.count = len(entries)
        """How many entries there are, without the headings."""

    def __len__(self) -> int:
        """Count the lines."""
        return len(self._rows)

    def entry_at(self, at: int) -> Entry | None:
        """Give the entry on line ``at``; none where there is none."""
        row = self._rows[at] if at < len(self._rows) else None
        return None if isinstance(row, date) else row

    def place_of(self, id_: str) -> int | None:
        """Find the line of an entry."""
        rows = enumerate(self._rows)
        return next((at for at, row in rows if not isinstance(row, date) and row.id == id_), None)

    def is_heading(self, at: int) -> bool:
        """Tell whether line ``at`` names a day."""
        return isinstance(self._rows[at], date)

    def pieces(self, at: int, width: int) -> tuple[Piece, ...]:
        """Word one line in ``width`` cells."""
        row = self._rows[at]
        if isinstance(row, date):
            return ((formats.day_heading(row), "heading"),)
        words = values_in_words(row, self._catalogue, self._flags)
        kind = (_cell(short_kind_name(row.kind), _KIND), "kind")
        if width < _ROOMY:
            return ((" ", ""), kind, (words, ""))
        time = (_cell(formats.clock(row.at), _TIME), "muted")
        return ((" ", ""), time, kind, (f"{other_day(row)} ".lstrip(), "muted"), (words, ""))

    def in_full(self, entry: Entry) -> str:
        """Word one entry with all that the line may have cut off."""
        between = " · " if other_day(entry) else " "
        when = f"{formats.day(entry.day)}{between}{clock_under_day(entry)}"
        words = values_in_words(entry, self._catalogue, self._flags)
        return f"{when} · {kind_name(entry.kind)}" + (f"\n{words}" if words else "")


def _under_their_days(entries: Sequence[Entry]) -> Iterator[Entry | date]:
    day = None
    for entry in reversed(entries):
        if entry.day != day:
            day = entry.day
            yield day
        yield entry


def _cell(text: str, width: int) -> str:
    """Cut or fill ``text`` to ``width`` cells, the last one blank."""
    cut = fit(text, width - 1)
    return cut + " " * (width - width_of(cut))
