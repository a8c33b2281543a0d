"""A mean as a line of dots that breaks where it is unknown."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, islice, pairwise
from typing import TypeAlias

from ryggkompis.domain.base.averages import mean
from ryggkompis.domain.base.value import Value
from ryggkompis.pictures.canvas import Canvas, line_dots
from ryggkompis.pictures.glyphs import DOTS_HIGH
from ryggkompis.pictures.picture import Role
from ryggkompis.pictures.plot import Plot

Dot: TypeAlias = tuple[int, int]


class Stroke(Value):
    """How a measure is drawn."""

    mark: str
    mean: Role
    sample: str
    """A piece of its mean line, for the legend."""
    thick: int
    """Dots the line is high."""
    on: int
    off: int
    """Dots drawn and left out in turn; no dots are left out of an unbroken line."""


def draw_mean(canvas: Canvas, plot: Plot, stroke: Stroke, means: Mapping[date, float | None]) -> None:
    """Draw a mean day by day; it breaks where there is none."""
    ceiling = plot.top * DOTS_HIGH
    for stretch in _stretches(plot, means):
        # Counted from the start of a cell, so that the pieces of a level line fill whole cells.
        for n, (x, y) in enumerate(_path(stretch), start=stretch[0][0]):
            if n % (stroke.on + stroke.off) < stroke.on:
                top = max(y - stroke.thick + 1, ceiling)
                canvas.dots(((x, top + down) for down in range(stroke.thick)), stroke.mean)


def _stretches(plot: Plot, means: Mapping[date, float | None]) -> Iterator[list[Dot]]:
    """Give each unbroken run of means as points, the days that share a dot column taken together."""
    for known, run in groupby(means.items(), key=lambda pair: pair[1] is not None):
        if known:
            columns = groupby(run, key=lambda pair: plot.x(pair[0]))
            yield [
                (x, plot.y(mean([value for _, value in column if value is not None])))
                for x, column in columns
            ]


def _path(points: Sequence[Dot]) -> Iterator[Dot]:
    """Walk along the points, each dot once."""
    yield points[0]
    for start, end in pairwise(points):
        yield from islice(line_dots(*start, *end), 1, None)
