"""What stands around a chart: legend, axes, ticks, events and goal lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ryggkompis.domain.progress import Period
from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.glyphs import DOTS_WIDE, fit, width_of
from ryggkompis.pictures.picture import Role, Size
from ryggkompis.pictures.plot import Plot
from ryggkompis.pictures.ticks import TickLabel, small_ticks, time_ticks, value_ticks

_GUTTER: Final = 3
"""Two figures and the axis."""
_FOOT: Final = 2
"""The time axis and its labels."""
_ROWS_FOR_LEGEND: Final = 6
_ROWS_FOR_NAMES: Final = 8
_ROWS_FOR_TWO: Final = 14
_SHORTEST_NAME: Final = 4
_BETWEEN: Final = 2


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day: a dashed upright line with a name."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class Goal:
    """A level the patient hopes to reach, 0-10: a dotted level line, named in the legend."""

    value: float
    name: str


@dataclass(frozen=True, slots=True)
class Key:
    """One item of the legend: what it is, and how it looks."""

    name: str
    samples: tuple[tuple[str, Role | None], ...]
    """Pieces with their roles; without a role only the ground shows."""
    ground: Role | None = None

    @property
    def width(self) -> int:
        """Count the cells it takes."""
        return sum(width_of(sample) + 1 for sample, _ in self.samples) + width_of(self.name)


Legend = list[list[Key]]


def lay_legend(keys: Sequence[Key], size: Size) -> Legend:
    """Break the legend into the lines that fit above the chart; the last keys are left out first."""
    most = 2 if size.rows >= _ROWS_FOR_TWO else 1 if size.rows >= _ROWS_FOR_LEGEND else 0
    lines: Legend = [[]]
    free = size.cols
    for key in keys:
        needed = key.width
        if lines[-1] and needed > free:
            lines.append([])
            free = size.cols
        lines[-1].append(key)
        free -= needed + _BETWEEN
    return lines[:most]


def lay_plot(size: Size, period: Period, legend: Legend, *, names: bool) -> Plot:
    """Find the room for the values inside ``size``; ``names`` asks for a row for the names of events."""
    top = len(legend) + (names and size.rows >= _ROWS_FOR_NAMES)
    return Plot(_GUTTER, top, Size(size.cols - _GUTTER, size.rows - top - _FOOT), period)


def draw_legend(canvas: Canvas, legend: Legend) -> None:
    """Write the legend at the top, outside the plot."""
    for row, line in enumerate(legend):
        col = 0
        for key in line:
            at = col
            for sample, role in key.samples:
                if role:
                    canvas.text(at, row, sample, role)
                if key.ground:
                    canvas.ground(at, row, key.ground, width_of(sample))
                at += width_of(sample) + 1
            canvas.text(at, row, fit(key.name, canvas.size.cols - at), Role.TEXT)
            col += key.width + _BETWEEN


def draw_axes(canvas: Canvas, plot: Plot, label: TickLabel) -> None:
    """Draw both axes below and beside the plot, so that a point at 0 stands above the line."""
    foot, axis = plot.top + plot.size.rows, plot.left - 1
    for row in range(plot.top, foot):
        canvas.glyph(axis, row, "│", Role.AXIS)
    for row, value in value_ticks(plot):
        canvas.text(0, row, f"{value:2d}", Role.MUTED)
        canvas.text(axis, row, "┤", Role.AXIS)
    canvas.text(axis, foot, "└" + "─" * plot.size.cols, Role.AXIS)
    for col in small_ticks(plot):
        canvas.text(col, foot, "┴", Role.AXIS)
    for tick in time_ticks(plot, label):
        canvas.text(tick.col, foot, "┬", Role.AXIS)
        canvas.text(tick.at, foot + 1, tick.label, Role.MUTED)


def draw_goals(canvas: Canvas, plot: Plot, goals: Sequence[Goal]) -> None:
    """Draw each goal as a dotted level line, one dot in every cell."""
    across = range(plot.left * DOTS_WIDE, (plot.left + plot.size.cols) * DOTS_WIDE, DOTS_WIDE)
    for goal in goals:
        canvas.dots(((x, plot.y(goal.value)) for x in across), Role.GOAL)


def draw_events(canvas: Canvas, plot: Plot, events: Sequence[Event]) -> None:
    """Draw each event of the period as a dashed upright line, its name above where there is room."""
    inside = sorted((event for event in events if event.day in plot.period), key=lambda event: event.day)
    names = plot.top - 1 if canvas.size.rows >= _ROWS_FOR_NAMES else None
    free, width = 0, canvas.size.cols
    for n, event in enumerate(inside):
        col = plot.col(event.day)
        for row in range(plot.top, plot.top + plot.size.rows):
            canvas.glyph(col, row, "┊", Role.EVENT)
        if names is None:
            continue
        end = plot.col(inside[n + 1].day) - 1 if n + 1 < len(inside) else width
        name = fit(event.name, width)
        at = max(min(col, end - width_of(name)), free)
        name = fit(name, end - at)
        if at <= col and (width_of(name) >= _SHORTEST_NAME or name == event.name):
            canvas.text(at, names, name, Role.EVENT)
            free = at + width_of(name) + 1
