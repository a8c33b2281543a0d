"""The chart of leg and back: daily marks and 7-day means; unknown is a gap, 0 is a point on the axis.

Leg and back differ in shape, not only in role: leg is a disc and an unbroken thick line, back a cross
and a broken thin one.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, islice, pairwise
from math import isfinite
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.averages import mean
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.course.progress import Period, Values, rolling_mean
from ryggkompis.pictures.canvas import Canvas, line_dots
from ryggkompis.pictures.frame import (
    FLARE,
    Band,
    EventMark,
    GoalLine,
    LegendEntry,
    draw_axes,
    draw_band,
    draw_events,
    draw_flares,
    draw_goals,
    draw_legend,
    draw_unread,
    draw_weeks,
    has_weeks,
    key_of_unread,
    lay_legend,
    lay_plot,
    say_in_the_middle,
)
from ryggkompis.pictures.glyphs import DOTS_HIGH
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.pictures.plot import TOP, Plot
from ryggkompis.pictures.ticks import TickLabel

SMALLEST: Final = Size(12, 4)
"""The smallest chart; a smaller one is drawn at this size."""
_BOTH: Final = "⊗"
_ROOM_FOR_MARKS: Final = 1.3
"""Cells a day needs for its mark to stand on the mean line without hiding it."""
_MANY: Final = 4
"""Days in one cell's width from which on only the highest and the lowest are marked."""

Dot: TypeAlias = tuple[int, int]
MeasureRole: TypeAlias = Literal[Role.LEG, Role.BACK]


class Series(Value):
    """One measure, 0-10, with its name in the user's language; a day that is missing is unknown."""

    role: MeasureRole
    name: str
    values: Values


class Weeks(Value):
    """The second axis: weeks counted from a day, and how the first that is seen is named."""

    onset: date
    label: Callable[[int], str]


class ChartWords(Value):
    """What the chart says itself, in the user's language."""

    both: str
    """Names the mark of two measures in one cell."""
    mean: str
    """Names the lines: "7-day mean"."""
    flare: str
    """Names the mark of a flare on the time axis."""
    nothing: str
    """Stands in the middle where no day of the period is known."""
    unread: str = ""
    """Names the hatch of the days that could not be read."""


class _Look(Value):
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


_LOOKS: Final[Mapping[MeasureRole, _Look]] = {
    Role.LEG: _Look("●", Role.LEG_MEAN, "⠶⠶", thick=2, on=1, off=0),
    Role.BACK: _Look("×", Role.BACK_MEAN, "⠒ ⠒", thick=1, on=2, off=2),
}
_MEANS: Final = frozenset(look.mean for look in _LOOKS.values())


def line_chart(  # noqa: PLR0913 - each is named at the call, and a part of the picture of its own
    *,
    series: Sequence[Series],
    period: Period,
    size: Size,
    label: TickLabel,
    words: ChartWords,
    events: Sequence[EventMark] = (),
    goals: Sequence[GoalLine] = (),
    band: Band | None = None,
    flares: Collection[date] = (),
    unread: Collection[date] = (),
    weeks: Weeks | None = None,
    cursor: date | None = None,
) -> Picture:
    """Draw the days of ``period``; values before it count in the first means.

    ``label`` words the ticks, ``weeks`` asks for a second time axis. What is off the scale is drawn on
    its edge, a value that is not a finite number is unknown, and no line crosses an ``unread`` day.
    """
    canvas = Canvas(Size(max(size.cols, SMALLEST.cols), max(size.rows, SMALLEST.rows)))
    known = [_on_scale(one) for one in series]
    weeks = weeks if has_weeks(canvas.size) else None
    bad, gaps = ([day for day in days if day in period] for days in (flares, unread))
    legend = lay_legend([*_keys(known, goals, band, words), *_marks(known, words, bad, gaps)], canvas.size)
    has_names = any(event.day in period for event in events)
    plot = lay_plot(canvas.size, period, legend, names=has_names, weeks=weeks is not None)
    draw_legend(canvas, legend)
    draw_axes(canvas, plot, label, cursor)
    draw_unread(canvas, plot, gaps)
    draw_flares(canvas, plot, bad)
    if weeks:
        draw_weeks(canvas, plot, weeks.onset, weeks.label)
    draw_goals(canvas, plot, goals)
    draw_events(canvas, plot, events)
    draw_band(canvas, plot, band.edges if band else {})
    _draw_series(canvas, plot, known, [event.day for event in events if event.is_border], gaps)
    if not any(day in one.values for one in known for day in period.days()):
        say_in_the_middle(canvas, plot, words.nothing)
    return canvas.picture(plot.days)


def _on_scale(series: Series) -> Series:
    """Keep what is known, held within the scale."""
    values = {day: min(max(value, 0), TOP) for day, value in series.values.items() if isfinite(value)}
    return replace(series, values=values)


def _keys(
    series: Sequence[Series],
    goals: Sequence[GoalLine],
    band: Band | None,
    words: ChartWords,
) -> list[LegendEntry]:
    keys = [LegendEntry(one.name, ((_LOOKS[one.role].mark, one.role),)) for one in series]
    looks = [_LOOKS[one.role] for one in series]
    keys.append(LegendEntry(words.mean, tuple((look.sample, look.mean) for look in looks)))
    if band:
        keys.append(LegendEntry(band.name, (("  ", None),), ground=Role.BAND))
    keys += [LegendEntry(goal.name, (("⠄⠄", Role.GOAL),)) for goal in goals]
    return keys


def _marks(
    series: Sequence[Series], words: ChartWords, flares: Sequence[date], unread: Sequence[date]
) -> Iterator[LegendEntry]:
    """Name what is in the picture on some days only."""
    if unread:
        yield key_of_unread(words.unread)
    if flares:
        yield LegendEntry(words.flare, ((FLARE, Role.EVENT),))
    if len(series) > 1:
        yield LegendEntry(words.both, ((_BOTH, series[0].role),))


def _draw_series(
    canvas: Canvas, plot: Plot, series: Sequence[Series], borders: Collection[date], unread: Collection[date]
) -> None:
    """Draw the means before the marks, which look at the lines they would hide."""
    days = plot.period.days()
    for one in series:
        means = rolling_mean(one.values, days, borders=borders, unread=unread)
        _draw_mean(canvas, plot, one, dict(zip(days, means, strict=True)))
    _draw_marks(canvas, plot, series, days)


def _draw_mean(canvas: Canvas, plot: Plot, series: Series, means: Mapping[date, float | None]) -> None:
    """Draw the 7-day mean as a line that breaks where there is none."""
    look = _LOOKS[series.role]
    ceiling = plot.top * DOTS_HIGH
    for stretch in _stretches(plot, means):
        # Counted from the start of a cell, so that the pieces of a level line fill whole cells.
        for n, (x, y) in enumerate(_path(stretch), start=stretch[0][0]):
            if n % (look.on + look.off) < look.on:
                top = max(y - look.thick + 1, ceiling)
                canvas.dots(((x, top + down) for down in range(look.thick)), look.mean)


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


def _draw_marks(canvas: Canvas, plot: Plot, series: Sequence[Series], days: Sequence[date]) -> None:
    """Mark the known days.

    Where days are close a mark stands only beside the mean lines, so that they can be followed.
    """
    found: dict[Dot, list[MeasureRole]] = {}
    for one in series:
        for cell in _marked(plot, one.values, days):
            found.setdefault(cell, []).append(one.role)
    beside = plot.room_for_a_day < _ROOM_FOR_MARKS
    for (col, row), roles in found.items():
        if not (beside and canvas.dots_role(col, row) in _MEANS):
            canvas.glyph(col, row, _LOOKS[roles[0]].mark if len(roles) == 1 else _BOTH, roles[0])


def _marked(plot: Plot, values: Values, days: Sequence[date]) -> set[Dot]:
    """Find the cells of the known days; of very many days in a column the highest and the lowest."""
    if plot.room_for_a_day * _MANY > 1:
        return {(plot.col(day), plot.row(values[day])) for day in days if day in values}
    cells: set[Dot] = set()
    for col, column in groupby((day for day in days if day in values), key=plot.col):
        inside = [values[day] for day in column]
        cells |= {(col, plot.row(min(inside))), (col, plot.row(max(inside)))}
    return cells
