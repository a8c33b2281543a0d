"""What stands around a chart: legend, axes, ticks, events and goal lines."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import WEEK, Period
from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.glyphs import DOTS_WIDE, fit, width_of
from ryggkompis.pictures.picture import Role, Size
from ryggkompis.pictures.plot import Plot
from ryggkompis.pictures.ticks import TickLabel, small_ticks, time_ticks, value_ticks

GUTTER: Final = 3
"""Two figures and the axis."""
_FOOT: Final = 2
"""The time axis and its labels."""
_ROWS_FOR_LEGEND: Final = 6
_ROWS_FOR_NAMES: Final = 8
_ROWS_FOR_TWO: Final = 13
_SHORTEST_NAME: Final = 4
_ROWS_FOR_WEEKS: Final = 12
_ROOM_FOR_WEEK: Final = 4
FLARE: Final = "▀"
HATCH: Final = "╱"
"""A texture that needs no colour: days that could not be read."""
_BETWEEN: Final = 2


class EventMark(Value):
    """Something that happened on a day: a dashed upright line with a name."""

    day: date
    name: str
    is_border: bool = False
    """An episode begins on this day: the line is whole."""


class Weeks(Value):
    """The second axis: weeks counted from a day, and how the first that is seen is named."""

    onset: date
    label: Callable[[int], str]


class GoalLine(Value):
    """A level the patient hopes to reach, 0-10: a dotted level line, named in the legend."""

    value: float
    name: str


class LegendEntry(Value):
    """One item of the legend: what it is, and how it looks."""

    name: str
    samples: tuple[tuple[str, Role | None], ...]
    """Pieces with their roles; without a role only the ground shows."""
    ground: Role | None = None

    @property
    def width(self) -> int:
        """Count the cells it takes."""
        return sum(width_of(sample) + 1 for sample, _ in self.samples) + width_of(self.name)


Legend = list[list[LegendEntry]]


def lay_legend(keys: Sequence[LegendEntry], size: Size) -> Legend:
    """Break the legend into the lines that fit above the chart; a key without room is left out."""
    most = 2 if size.rows >= _ROWS_FOR_TWO else 1 if size.rows >= _ROWS_FOR_LEGEND else 0
    lines: Legend = [[]]
    free = size.cols
    for key in keys:
        if lines[-1] and key.width > free:
            if len(lines) >= most:
                continue
            lines.append([])
            free = size.cols
        lines[-1].append(key)
        free -= key.width + _BETWEEN
    return lines[:most]


def has_weeks(size: Size) -> bool:
    """Tell whether there is room for a second axis."""
    return size.rows >= _ROWS_FOR_WEEKS


def lay_plot(  # noqa: PLR0913 - each is named at the call
    size: Size,
    period: Period,
    legend: Legend,
    *,
    names: bool,
    weeks: bool = False,
    gutter: int = GUTTER,
    right: int = 0,
) -> Plot:
    """Find the room for the values inside ``size``.

    ``names`` asks for a row for the names of events, ``weeks`` for one below for a second axis, and
    ``gutter`` is the width of the values' names and the axis, ``right`` that of the names of the lines.
    """
    top = len(legend) + (names and size.rows >= _ROWS_FOR_NAMES)
    return Plot(gutter, top, Size(size.cols - gutter - right, size.rows - top - _FOOT - weeks), period)


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


def draw_axes(canvas: Canvas, plot: Plot, label: TickLabel, cursor: date | None = None) -> None:
    """Draw both axes below and beside the plot, so that a point at 0 stands above the line."""
    draw_time(canvas, plot, label, [(row, str(value)) for row, value in value_ticks(plot)], cursor)


def draw_time(
    canvas: Canvas, plot: Plot, label: TickLabel, names: Sequence[tuple[int, str]], cursor: date | None = None
) -> None:
    """Draw both axes, with ``names`` beside their rows, and the day that is looked at."""
    foot, axis = plot.top + plot.size.rows, plot.left - 1
    for row in range(plot.top, foot):
        canvas.glyph(axis, row, "│", Role.AXIS)
    for row, name in names:
        canvas.text(max(axis - width_of(name), 0), row, fit(name, axis), Role.MUTED)
        canvas.text(axis, row, "┤", Role.AXIS)
    canvas.text(axis, foot, "└" + "─" * plot.size.cols, Role.AXIS)
    for col in small_ticks(plot):
        canvas.text(col, foot, "┴", Role.AXIS)
    for tick in time_ticks(plot, label):
        canvas.text(tick.col, foot, "┬", Role.AXIS)
        canvas.text(tick.at, foot + 1, tick.label, Role.MUTED)
    if cursor is not None and cursor in plot.period:
        canvas.text(plot.col(cursor), foot, "▲", Role.TEXT)


def draw_weeks(canvas: Canvas, plot: Plot, weeks: Weeks | None) -> None:
    """Write the weeks in the last row, as many as fit; the first is named in words."""
    if weeks is None:
        return
    onset, row, free, days = weeks.onset, canvas.size.rows - 1, 0, plot.period.days()
    starts = [day for day in days if day >= onset and (day - onset).days % WEEK == 0]
    # Steps that stay weeks: every month, quarter or year would not fall on the same day.
    for every in (1, 2, 4, 13, 26, 52):
        if plot.room_for_a_day * WEEK * every >= _ROOM_FOR_WEEK:
            break
    for day in starts:
        week = (day - onset).days // WEEK + 1
        if (week - 1) % every and free:
            continue
        name = str(week) if free else weeks.label(week)
        at = plot.col(day)
        if at >= free and at + width_of(name) <= canvas.size.cols:
            canvas.text(at, row, name, Role.MUTED)
            free = at + width_of(name) + 1


def draw_flares(canvas: Canvas, plot: Plot, flares: Iterable[date]) -> None:
    """Mark the days of a flare on the time axis."""
    for day in flares:
        if day in plot.period:
            canvas.text(plot.col(day), plot.top + plot.size.rows, FLARE, Role.EVENT)


def key_of_unread(name: str) -> LegendEntry:
    """Name the hatch."""
    return LegendEntry(name, ((HATCH * 2, Role.GRID),))


def draw_unread(canvas: Canvas, plot: Plot, unread: Collection[date]) -> None:
    """Hatch the columns of the days of which not all could be read."""
    shared: dict[int, list[date]] = {}
    for day in plot.period.days() if unread else ():
        shared.setdefault(plot.col(day), []).append(day)
    for col in range(plot.left, plot.left + plot.size.cols) if unread else ():
        if all(day in unread for day in shared.get(col, [plot.day_at(col)])):
            for row in range(plot.top, plot.top + plot.size.rows):
                if (row + col) % 2:
                    canvas.glyph(col, row, HATCH, Role.GRID)


def say_in_the_middle(canvas: Canvas, plot: Plot, words: str) -> None:
    """Write words in the middle of the plot."""
    shown = fit(words, plot.size.cols)
    col = plot.left + (plot.size.cols - width_of(shown)) // 2
    canvas.text(col, plot.top + (plot.size.rows - 1) // 2, shown, Role.MUTED)


def draw_goals(canvas: Canvas, plot: Plot, goals: Sequence[GoalLine]) -> None:
    """Draw each goal as a dotted level line, one dot in every cell."""
    across = range(plot.left * DOTS_WIDE, (plot.left + plot.size.cols) * DOTS_WIDE, DOTS_WIDE)
    for goal in goals:
        canvas.dots(((x, plot.y(goal.value)) for x in across), Role.GOAL)


def draw_events(canvas: Canvas, plot: Plot, events: Sequence[EventMark]) -> None:
    """Draw each event of the period as a dashed upright line, its name above where there is room."""
    inside = sorted((event for event in events if event.day in plot.period), key=lambda event: event.day)
    names = plot.top - 1 if canvas.size.rows >= _ROWS_FOR_NAMES else None
    free, width = 0, canvas.size.cols
    for n, event in enumerate(inside):
        col = plot.col(event.day)
        for row in range(plot.top, plot.top + plot.size.rows):
            canvas.glyph(col, row, "│" if event.is_border else "┊", Role.EVENT)
        if names is None:
            continue
        end = plot.col(inside[n + 1].day) - 1 if n + 1 < len(inside) else width
        name = fit(event.name, width)
        at = max(min(col, end - width_of(name)), free)
        name = fit(name, end - at)
        if at <= col and (width_of(name) >= _SHORTEST_NAME or name == event.name):
            canvas.text(at, names, name, Role.EVENT)
            free = at + width_of(name) + 1


def draw_scenery(canvas: Canvas, plot: Plot, goals: Sequence[GoalLine], events: Sequence[EventMark]) -> None:
    """Draw what lies behind the course: goals and events."""
    draw_goals(canvas, plot, goals)
    draw_events(canvas, plot, events)
