"""Small bars, one for each week; an unknown week is a gap, never a bar of nothing."""

from collections.abc import Sequence
from math import isfinite
from typing import Final

from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.picture import Role, Row, Size

_UP: Final = "▁▂▃▄▅▆▇█"
_EIGHTHS: Final = 8
_NOTHING: Final = "_"
"""A known 0."""


def sparkline(values: Sequence[float | None], *, role: Role = Role.FIGURE, top: float | None = None) -> Row:
    """Draw the values in one row, a cell each: a blank is unknown, a low line 0, the fullest ``top``."""
    canvas = Canvas(Size(len(values), 1))
    scale = _top(values, top)
    for col, value in enumerate(values):
        if value is not None and isfinite(value):
            eighths = _eighths(value, scale)
            canvas.glyph(col, 0, _UP[eighths - 1] if eighths else _NOTHING, role if eighths else Role.AXIS)
    return canvas.rows()[0]


def _top(values: Sequence[float | None], top: float | None) -> float:
    return (
        top
        if top is not None
        else max((value for value in values if value is not None and isfinite(value)), default=0)
    )


def _eighths(value: float, top: float) -> int:
    """Give the height in eighths of a cell; anything above 0 is seen, and nothing goes beyond the cell."""
    if value <= 0:
        return 0
    return min(max(int(value / top * _EIGHTHS + 0.5), 1), _EIGHTHS) if top > 0 else _EIGHTHS
