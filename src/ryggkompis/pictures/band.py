"""The averages of studies behind the course: two dotted lines, never a forecast."""

from collections.abc import Mapping
from datetime import date

from ryggkompis.domain.base.value import Value
from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.glyphs import DOTS_WIDE
from ryggkompis.pictures.picture import Role
from ryggkompis.pictures.plot import Plot


class Band(Value):
    """A lowest and a highest value for some days, as two dotted lines behind the rest."""

    name: str
    edges: Mapping[date, tuple[float, float]]
    ends: tuple[str, str] = ("", "")
    """What the lower and the upper line are called where there is room beside them."""


def draw_band(canvas: Canvas, plot: Plot, band: Band | None) -> None:
    """Draw the lowest and the highest value as dotted lines, a dot in each cell."""
    for col in range(plot.left, plot.left + plot.size.cols):
        edges = band.edges.get(plot.day_at(col)) if band else None
        if edges:
            canvas.dots(((col * DOTS_WIDE, plot.y(edge)) for edge in edges), Role.BAND)
