"""What a line is called, at its right end: nobody has to look it up in a legend."""

from collections.abc import Sequence
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.glyphs import fit, width_of
from ryggkompis.pictures.picture import Role, Size
from ryggkompis.pictures.plot import Plot

_LEAST: Final = 60
"""Columns from which on there is room beside the plot."""
_MOST: Final = 18
"""Columns that a name may take."""


class End(Value):
    """A line's name, and where the line ends."""

    name: str
    row: int
    role: Role


def room_for_ends(names: Sequence[str], size: Size) -> int:
    """Give the columns that the names take beside the plot; 0 where there is no room for them."""
    if size.cols < _LEAST or not names:
        return 0
    return min(max(map(width_of, names)), _MOST) + 1


def draw_ends(canvas: Canvas, plot: Plot, ends: Sequence[End]) -> None:
    """Write each name beside the end of its line, one below the other where lines end together."""
    lowest, free = plot.top + plot.size.rows - 1, plot.top
    ordered = sorted(ends, key=lambda end: end.row)
    for place, end in enumerate(ordered):
        # Those that follow need a row each.
        row = max(min(end.row, lowest - (len(ordered) - 1 - place)), free)
        free = row + 1
        at = plot.left + plot.size.cols + 1
        canvas.text(at, row, fit(end.name, canvas.size.cols - at), end.role)
