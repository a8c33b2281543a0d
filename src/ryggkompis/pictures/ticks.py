"""Which days and values an axis names, so that the labels fit beside one another."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import WEEK, Period
from ryggkompis.pictures.glyphs import fit, width_of
from ryggkompis.pictures.plot import TOP, Plot

TickKind: TypeAlias = Literal["day", "month", "year"]
TickLabel: TypeAlias = Callable[[date, TickKind], str]
"""Words for a tick, in the user's language; a month that begins a year is asked for as a year."""

_MONTHS: Final = 12
_MANY_WEEKS: Final = 200
"""Days from which on single weeks are too close to mark."""


class Tick(Value):
    """One named place on the time axis."""

    day: date
    col: int
    """The column of cells that it points at."""
    at: int
    """The column where its label starts."""
    label: str


def value_ticks(plot: Plot) -> list[tuple[int, int]]:
    """Give the rows that name a value, with the value; 0 and 10 are among them where there are two rows."""
    for step in (1, 2, 5, TOP):
        named = [(plot.row(value), value) for value in range(0, TOP + 1, step)]
        if all(low[0] - high[0] > 1 for low, high in pairwise(named)):
            return named
    return list({plot.row(TOP): TOP, plot.row(0): 0}.items())


def time_ticks(plot: Plot, label: TickLabel) -> list[Tick]:
    """Name as many days, weeks, months or years as fit beside one another, and at least one day."""
    for step in _steps(plot.period):
        ticks = _placed(plot, step, label)
        if ticks:
            return ticks
    return [_alone(plot, label(plot.period.first, "day"))]


def small_ticks(plot: Plot) -> list[int]:
    """Give the columns where a week begins, or over a long period a month or a year; without a label."""
    period = plot.period
    days: Iterator[date]
    if period.length <= _MANY_WEEKS:
        days = _weeks(period, 1)
    elif plot.room_for_a_day * 30 >= 2:  # noqa: PLR2004 - a month, and two cells
        days = _months(period, 1)
    else:
        days = _months(period, _MONTHS)
    return [plot.col(day) for day in days]


_Step: TypeAlias = tuple[Sequence[date], TickKind]


def _steps(period: Period) -> Iterator[_Step]:
    """Offer ways to divide the period, finest first."""
    if period.length <= 3 * WEEK:
        days = period.days()
        yield days, "day"
        yield days[::2], "day"
    if period.length <= _MANY_WEEKS:
        for weeks in (1, 2) if period.length < 3 * 30 else (1,):
            yield list(_weeks(period, weeks)), "day"
    for months in (1, 2, 3, 6, 12):
        yield list(_months(period, months)), "month"
    for years in (2, 5, 10):
        yield [day for day in _months(period, _MONTHS) if day.year % years == 0], "month"


def _weeks(period: Period, every: int) -> Iterator[date]:
    """List every Monday, or every second one."""
    day = period.first + timedelta(days=-period.first.weekday() % WEEK)
    while day <= period.last:
        yield day
        if (period.last - day).days < WEEK * every:
            return
        day += timedelta(days=WEEK * every)


def _months(period: Period, every: int) -> Iterator[date]:
    """List the first day of every month, or of every second, third ... one, counted from January."""
    first, last = period.first, period.last
    start = first.year * _MONTHS + first.month - (first.day == 1)
    for month in range(start, last.year * _MONTHS + last.month):
        if month % every == 0:
            yield date(month // _MONTHS, month % _MONTHS + 1, 1)


def _placed(plot: Plot, step: _Step, label: TickLabel) -> list[Tick]:
    """Put each label at its day; nothing when two would touch, or when fewer than two fit."""
    days, kind = step
    ticks: list[Tick] = []
    free, edge = 0, plot.left + plot.size.cols
    for day in days:
        words = label(day, "year" if kind == "month" and day.month == 1 else kind)
        col, width = plot.col(day), width_of(words)
        at = max(col - width // 2, 0)
        if at + width > edge:
            at = edge - width
        if at < free:
            if len(ticks) + 1 == len(days) and len(ticks) > 1:
                break
            return []
        ticks.append(Tick(day, col, at, words))
        free = at + width + 1
    return ticks if len(ticks) > 1 else []


def _alone(plot: Plot, words: str) -> Tick:
    """Name the first day, as far as there is room."""
    col = plot.col(plot.period.first)
    words = fit(words, plot.left + plot.size.cols)
    at = min(max(col - width_of(words) // 2, 0), plot.left + plot.size.cols - width_of(words))
    return Tick(plot.period.first, col, at, words)
