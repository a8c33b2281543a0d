"""The last days side by side: a row for each thing that is known of them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.frame import HATCH
from ryggkompis.pictures.glyphs import fit, width_of
from ryggkompis.pictures.picture import Picture, Role, Size

UNKNOWN: Final = "·"
_GAP: Final = 1
_WIDEST: Final = 5
"""Columns that a day takes at most."""


class StripRow(Value):
    """One thing, with its name and what is known of it; a day that is missing is unknown."""

    name: str
    role: Role
    marks: Mapping[date, str]


def week_strip(
    *,
    rows: Sequence[StripRow],
    days: Sequence[date],
    weekdays: Sequence[str],
    unread: Collection[date],
    cols: int,
) -> Picture:
    """Draw ``rows`` under the names of ``days``, oldest first; ``unread`` are days nobody can know of."""
    gutter = max(map(width_of, (row.name for row in rows))) + _GAP
    # What was told is read whole before its name is: two figures must not run into the next two.
    needed = max((width_of(mark) for row in rows for mark in row.marks.values()), default=1) + _GAP
    cell = max(min((cols - gutter) // len(days), _WIDEST), needed)
    gutter = max(min(gutter, cols + _GAP - cell * len(days)), 0)
    canvas = Canvas(Size(cols, len(rows) + 1))
    for place, name in enumerate(weekdays):
        # Cut without a sign of it: “mo” and “m” are read, “…” seven times is not.
        canvas.text(gutter + place * cell, 0, name[: cell - _GAP], Role.MUTED)
    for down, row in enumerate(rows, start=1):
        canvas.text(0, down, fit(row.name, max(gutter - _GAP, 0)), Role.MUTED)
        for place, day in enumerate(days):
            mark = row.marks.get(day)
            unknown = HATCH if day in unread else UNKNOWN
            canvas.text(gutter + place * cell, down, mark or unknown, row.role if mark else Role.GRID)
    return canvas.picture()
