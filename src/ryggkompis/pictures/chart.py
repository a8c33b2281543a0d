"""The chart of leg and back: daily marks and 7-day means; unknown is a gap, 0 is a point on the axis.

Leg and back differ in shape, not only in role: leg is a disc and an unbroken thick line, back a cross
and a broken thin one.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from math import isfinite
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.course.progress import Period, Values, rolling_mean
from ryggkompis.pictures.band import Band, draw_band
from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.ends import End, draw_ends, room_for_ends
from ryggkompis.pictures.frame import (
    FLARE,
    EventMark,
    GoalLine,
    LegendEntry,
    Weeks,
    draw_axes,
    draw_flares,
    draw_legend,
    draw_scenery,
    draw_unread,
    draw_weeks,
    has_weeks,
    key_of_unread,
    lay_legend,
    lay_plot,
    say_in_the_middle,
)
from ryggkompis.pictures.mean_line import Stroke, draw_mean
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.pictures.plot import TOP, Plot
from ryggkompis.pictures.ticks import TickLabel

SMALLEST: Final = Size(12, 4)
"""The smallest chart; a smaller one is drawn at this size."""
MeasureRole: TypeAlias = Literal[Role.LEG, Role.BACK]
_BOTH: Final = "⊗"
_BROUGHT: Final[Mapping[MeasureRole, str]] = {Role.LEG: "○", Role.BACK: "+"}
"""The marks of days that another program's file tells of."""
_MANY: Final = 4
"""Days in one cell's width from which on only the highest and the lowest are marked."""

Dot: TypeAlias = tuple[int, int]


class Series(Value):
    """One measure, 0-10, with its name in the user's language; a day that is missing is unknown."""

    role: MeasureRole
    name: str
    values: Values
    brought: Mapping[date, float] = {}
    """Days of the period that another program's file tells of: marks of their own, and in no mean."""


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
    brought: str = ""
    """Names the marks of the days that another program's file tells of."""
    unread: str = ""
    """Names the hatch of the days that could not be read."""


_LOOKS: Final[Mapping[MeasureRole, Stroke]] = {
    Role.LEG: Stroke("●", Role.LEG_MEAN, "⠶⠶", thick=2, on=1, off=0),
    Role.BACK: Stroke("×", Role.BACK_MEAN, "⠒ ⠒", thick=1, on=2, off=2),
}


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

    ``label`` words the ticks, ``weeks`` asks for a second time axis. What is off the scale lies on its edge,
    a value that is not a finite number is unknown, and no line crosses an ``unread`` day.
    """
    canvas = Canvas(Size(max(size.cols, SMALLEST.cols), max(size.rows, SMALLEST.rows)))
    known, weeks = [*map(_on_scale, series)], weeks if has_weeks(canvas.size) else None
    bad, gaps = ([day for day in days if day in period] for days in (flares, unread))
    right = room_for_ends([*map(_name, known), *(band.ends if band else ())], canvas.size)
    lines = (*_keys([] if right else known), *_others(known, goals, band, words))
    legend = lay_legend((*lines, *_marks(known, words, bad, gaps)), canvas.size)
    names = any(event.day in period for event in events)
    plot = lay_plot(canvas.size, period, legend, names=names, weeks=bool(weeks), right=right)
    draw_legend(canvas, legend)
    draw_axes(canvas, plot, label, cursor)
    draw_unread(canvas, plot, gaps)
    draw_flares(canvas, plot, bad)
    draw_weeks(canvas, plot, weeks)
    draw_scenery(canvas, plot, goals, events)
    draw_band(canvas, plot, band)
    ends = (*_draw_series(canvas, plot, known, events, gaps), *_edge_names(plot, band))
    draw_ends(canvas, plot, ends if right else ())
    if not any(day in period for one in known for day in (*one.values, *one.brought)):
        say_in_the_middle(canvas, plot, words.nothing)
    return canvas.picture(plot.days)


def _on_scale(series: Series) -> Series:
    """Keep what is known, held within the scale."""
    values = {day: min(max(value, 0), TOP) for day, value in series.values.items() if isfinite(value)}
    return replace(series, values=values)


def _name(series: Series) -> str:
    """Name a measure at the end of its line."""
    return f"{_LOOKS[series.role].mark} {series.name}"


def _keys(series: Sequence[Series]) -> list[LegendEntry]:
    return [LegendEntry(one.name, ((_LOOKS[one.role].mark, one.role),)) for one in series]


def _others(
    series: Sequence[Series], goals: Sequence[GoalLine], band: Band | None, words: ChartWords
) -> Iterator[LegendEntry]:
    """Name the lines that are drawn on every day."""
    looks = [_LOOKS[one.role] for one in series]
    yield LegendEntry(words.mean, tuple((look.sample, look.mean) for look in looks))
    if band:
        yield LegendEntry(band.name, (("⠂⠂", Role.BAND),))
    for goal in goals:
        yield LegendEntry(goal.name, (("⠄⠄", Role.GOAL),))


def _edge_names(plot: Plot, band: Band | None) -> Iterator[End]:
    """Name the lines of the studies where they end."""
    known = [day for day in (band.edges if band else ()) if day in plot.period]
    if band and known:
        for name, edge in zip(band.ends, band.edges[max(known)], strict=True):
            yield End(name, plot.row(edge), Role.BAND)


def _marks(
    series: Sequence[Series], words: ChartWords, flares: Sequence[date], unread: Sequence[date]
) -> Iterator[LegendEntry]:
    """Name what is in the picture on some days only."""
    if brought := [one for one in series if one.brought]:
        yield LegendEntry(words.brought, tuple((_BROUGHT[one.role], one.role) for one in brought))
    if unread:
        yield key_of_unread(words.unread)
    if flares:
        yield LegendEntry(words.flare, ((FLARE, Role.EVENT),))
    if len(series) > 1:
        yield LegendEntry(words.both, ((_BOTH, series[0].role),))


def _draw_series(
    canvas: Canvas,
    plot: Plot,
    series: Sequence[Series],
    events: Sequence[EventMark],
    unread: Collection[date],
) -> Iterator[End]:
    """Draw the means, and the marks over them: a day that was told is always seen; give where lines end."""
    days, borders = plot.period.days(), [event.day for event in events if event.is_border]
    for one in series:
        for col, row in _marked(plot, one.brought, days):
            canvas.glyph(col, row, _BROUGHT[one.role], one.role)
        means = rolling_mean(one.values, days, borders=borders, unread=unread)
        draw_mean(canvas, plot, _LOOKS[one.role], dict(zip(days, means, strict=True)))
        # Where too few days are known for a line the marks are named.
        told = (one.values.get(day) for day in reversed(days))
        last = next((value for value in (*reversed(means), *told) if value is not None), None)
        if last is not None:
            yield End(_name(one), plot.row(last), _LOOKS[one.role].mean)
    _draw_marks(canvas, plot, series, days)


def _draw_marks(canvas: Canvas, plot: Plot, series: Sequence[Series], days: Sequence[date]) -> None:
    """Mark the known days."""
    found: dict[Dot, list[MeasureRole]] = {}
    for one in series:
        for cell in _marked(plot, one.values, days):
            found.setdefault(cell, []).append(one.role)
    for (col, row), roles in found.items():
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
