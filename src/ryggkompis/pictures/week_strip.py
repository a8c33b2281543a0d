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
    gutter = max((width_of(row.name) for row in rows), default=0) + _GAP
    cell = max(min((cols - gutter) // max(len(days), 1), 5), 2)
    canvas = Canvas(Size(cols, len(rows) + 1))
    for place, name in enumerate(weekdays):
        canvas.text(gutter + place * cell, 0, fit(name, cell - 1), Role.MUTED)
    for down, row in enumerate(rows, start=1):
        canvas.text(0, down, row.name, Role.MUTED)
        for place, day in enumerate(days):
            mark = row.marks.get(day)
            unknown = HATCH if day in unread else UNKNOWN
            canvas.text(gutter + place * cell, down, mark or unknown, row.role if mark else Role.GRID)
    return canvas.picture()
