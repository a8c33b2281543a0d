"""Small bars for amounts such as minutes walked a week; an unknown week is a gap, never a bar of nothing."""

from collections.abc import Sequence
from math import isfinite
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.glyphs import fit, width_of
from ryggkompis.pictures.picture import Picture, Role, Row, Size

_UP: Final = "▁▂▃▄▅▆▇█"
_ALONG: Final = "▏▎▍▌▋▊▉█"
_EIGHTHS: Final = 8
_NOTHING: Final = "_"
"""A known 0."""


class Bar(Value):
    """One amount with its label to the left and its words to the right, both in the user's language."""

    label: str
    value: float | None
    """0 or more; None is unknown."""
    words: str
    """The amount in words and figures, "85 min", or that it is unknown."""


def bars(
    amounts: Sequence[Bar], width: int, *, role: Role = Role.FIGURE, top: float | None = None
) -> Picture:
    """Draw one bar a row, ``width`` cells in all; the longest bar is ``top``, by default the greatest amount.

    Where it is too narrow the bars go first, then the labels: the words are the facts.
    """
    canvas = Canvas(Size(width, len(amounts)))
    words = min(max((width_of(bar.words) for bar in amounts), default=0), width)
    label = min(max((width_of(bar.label) for bar in amounts), default=0), max(width - words - 1, 0))
    start = label + 2
    room = max(width - start - words - 1, 0)
    scale = _top([bar.value for bar in amounts], top)
    for row, bar in enumerate(amounts):
        canvas.text(label - width_of(fit(bar.label, label)), row, fit(bar.label, label), Role.MUTED)
        if room:
            canvas.text(start - 1, row, "│", Role.AXIS)
            canvas.text(start, row, _along(bar.value, scale, room), role)
        shown = fit(bar.words, words)
        canvas.text(width - width_of(shown), row, shown, Role.TEXT)
    return canvas.picture()


def sparkline(values: Sequence[float | None], *, role: Role = Role.FIGURE, top: float | None = None) -> Row:
    """Draw the values in one row, a cell each: a blank is unknown, a low line 0, the fullest ``top``."""
    canvas = Canvas(Size(len(values), 1))
    scale = _top(values, top)
    for col, value in enumerate(values):
        if value is not None and isfinite(value):
            eighths = _eighths(value, scale, 1)
            canvas.glyph(col, 0, _UP[eighths - 1] if eighths else _NOTHING, role if eighths else Role.AXIS)
    return canvas.rows()[0]


def _top(values: Sequence[float | None], top: float | None) -> float:
    return (
        top
        if top is not None
        else max((value for value in values if value is not None and isfinite(value)), default=0)
    )


def _eighths(value: float, top: float, cells: int) -> int:
    """Give the length in eighths of a cell; anything above 0 is seen, and nothing goes beyond the room."""
    if value <= 0:
        return 0
    full = cells * _EIGHTHS
    return min(max(int(value / top * full + 0.5), 1), full) if top > 0 else full


def _along(value: float | None, top: float, room: int) -> str:
    """Draw one bar to the right."""
    if value is None or not isfinite(value):
        return ""
    whole, rest = divmod(_eighths(value, top, room), _EIGHTHS)
    return _ALONG[-1] * whole + (_ALONG[rest - 1] if rest else "")
