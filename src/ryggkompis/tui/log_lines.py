"""The journal as lines for the Log page: newest first, each in words, made when it comes into sight."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.i18n import formats
from ryggkompis.pictures.glyphs import fit, width_of
from ryggkompis.tui.widgets.line_list import Piece
from ryggkompis.words.entries import kind_name, short_kind_name, values_in_words

_ROOMY: Final = 72
"""Cells from which on day, time and kind have columns of their own."""
_DAY, _SHORT_DAY, _TIME, _KIND = 14, 10, 6, 11


class LogLines:
    """Every entry of the journal, worded for one patient on one day."""

    def __init__(self, entries: Sequence[Entry], catalogue: Catalogue, flags: RedFlags, today: date) -> None:
        """Show ``entries``, given oldest first, the newest first."""
        self._entries = entries
        self._catalogue = catalogue
        self._flags = flags
        self._today = today

    def __len__(self) -> int:
        """Count the entries."""
        return len(self._entries)

    def __getitem__(self, at: int) -> Entry:
        """Give the entry on line ``at``."""
        return self._entries[len(self._entries) - 1 - at]

    def place_of(self, id_: str) -> int | None:
        """Find the line of an entry."""
        return next((at for at in range(len(self)) if self[at].id == id_), None)

    def is_heading(self, at: int) -> bool:  # noqa: ARG002 - no line of the log is one
        """Every line is an entry."""
        return False

    def pieces(self, at: int, width: int) -> tuple[Piece, ...]:
        """Word one entry in a line of ``width`` cells."""
        entry = self[at]
        words = values_in_words(entry, self._catalogue, self._flags)
        day = self._day(entry.day, is_roomy=width >= _ROOMY)
        kind = _cell(short_kind_name(entry.kind), _KIND)
        if width < _ROOMY:
            return ((_cell(day, _SHORT_DAY), "muted"), (kind, "kind"), (words, ""))
        clock = _cell(formats.clock(entry.at), _TIME)
        return ((_cell(day, _DAY), ""), (clock, "muted"), (kind, "kind"), (words, ""))

    def in_full(self, at: int) -> str:
        """Word one entry with all that the line may have cut off."""
        entry = self[at]
        when = f"{formats.day(entry.day)} {formats.clock(entry.at)}"
        words = values_in_words(entry, self._catalogue, self._flags)
        return f"{when} · {kind_name(entry.kind)}" + (f"\n{words}" if words else "")

    def _day(self, day: date, *, is_roomy: bool) -> str:
        if day.year != self._today.year:
            return formats.numeric_day(day) if is_roomy else formats.numeric_day(day)[:-5]
        return formats.weekday_day(day) if is_roomy else formats.short_day(day)


def _cell(text: str, width: int) -> str:
    """Cut or fill ``text`` to ``width`` cells, the last one blank."""
    cut = fit(text, width - 1)
    return cut + " " * (width - width_of(cut))
