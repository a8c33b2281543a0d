"""Amounts by day as upright bars: minutes walked, exercises done, times woken; a day without a word is a gap.

Where several days share a column the bar is their mean. What was planned is a line at its height.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import groupby
from math import ceil, isfinite
from typing import Final

from ryggkompis.domain.base.averages import mean
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import Period
from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.frame import (
    GUTTER,
    EventMark,
    LegendEntry,
    draw_events,
    draw_legend,
    draw_time,
    draw_unread,
    has_weeks,
    key_of_unread,
    lay_legend,
    lay_plot,
    say_in_the_middle,
)
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.pictures.plot import Plot
from ryggkompis.pictures.ticks import TickLabel

Amounts = Mapping[date, float]

SMALLEST: Final = Size(16, 5)
_UP: Final = "▁▂▃▄▅▆▇█"
_EIGHTHS: Final = 8
_SUM: Final = "Σ"
# Steps that people count in; anything else makes an axis one has to work out.
_ROUND: Final = (1, 2, 3, 5, 10)


class AmountWords(Value):
    """What the picture says itself, in the user's language."""

    done: str
    nothing: str
    """Stands in the middle where no day of the period is known."""
    planned: str = ""
    unread: str = ""
    """Names the hatch of the days that could not be read."""
    sums: str = ""
    """Names the sums of the weeks; without it they are not written."""


def amounts_chart(  # noqa: PLR0913 - each is named at the call, and a part of the picture of its own
    *,
    done: Amounts,
    period: Period,
    size: Size,
    label: TickLabel,
    words: AmountWords,
    planned: Amounts | None = None,
    top: float = 0,
    unread: Collection[date] = (),
    borders: Sequence[EventMark] = (),
    cursor: date | None = None,
) -> Picture:
    """Draw the days of ``period``, hatched where they are ``unread``.

    The scale ends at a round number that holds all, and ``top``.
    """
    size = Size(max(size.cols, SMALLEST.cols), max(size.rows, SMALLEST.rows))
    canvas, days = Canvas(size), period.days()
    has_sums = bool(words.sums) and has_weeks(size)
    keys = _keys(words, has_plan=bool(planned), has_sums=has_sums)
    keys += [key_of_unread(words.unread)] if any(day in period for day in unread) else []
    legend = lay_legend(keys, size)
    highest = round_top(max([top, *_known(done, days), *_known(planned or {}, days)]))
    named = f"{highest:g}"
    gutter = max(GUTTER, len(named) + 1)
    plot = lay_plot(size, period, legend, names=bool(borders), weeks=has_sums, gutter=gutter)
    draw_legend(canvas, legend)
    draw_time(canvas, plot, label, [(plot.row(10), named), (plot.row(0), "0")], cursor)
    draw_unread(canvas, plot, unread)
    draw_events(canvas, plot, borders)
    _draw_bars(canvas, plot, done, highest, days)
    if planned:
        _draw_plan(canvas, plot, planned, highest, days)
    if has_sums:
        _write_sums(canvas, plot, done, days, unread)
    if not _known(done, days):
        say_in_the_middle(canvas, plot, words.nothing)
    return canvas.picture(plot.days)


def _keys(words: AmountWords, *, has_plan: bool, has_sums: bool) -> list[LegendEntry]:
    keys = [LegendEntry(words.done, (("█", Role.FIGURE),))]
    if has_plan:
        keys.append(LegendEntry(words.planned, (("▔", Role.GOAL),)))
    if has_sums:
        keys.append(LegendEntry(words.sums, ((_SUM, Role.MUTED),)))
    return keys


def _write_sums(
    canvas: Canvas, plot: Plot, done: Amounts, days: Sequence[date], unread: Collection[date]
) -> None:
    """Write below each week what its known days add up to, as far as there is room; a dash for none.

    A week of which days could not be read has no sum.
    """
    row, free = canvas.size.rows - 1, plot.left
    canvas.text(0, row, _SUM, Role.MUTED)
    for _monday, week in groupby(days, key=lambda day: day.toordinal() - day.weekday()):
        inside = list(week)
        known = _known(done, inside)
        has_gap = any(day in unread for day in inside)
        name = "?" if has_gap else f"{sum(known):g}" if known else "–"
        at = plot.col(inside[0])
        if at >= free and at + len(name) <= canvas.size.cols:
            canvas.text(at, row, name, Role.MUTED)
            free = at + len(name) + 1


def round_top(value: float) -> float:
    """Give the nearest round number that is not below ``value``, 1 or more."""
    scale = 1.0
    while value > scale * _ROUND[-1]:
        scale *= 10
    return next(scale * step for step in _ROUND if value <= scale * step)


def _known(amounts: Amounts, days: Sequence[date]) -> list[float]:
    return [amounts[day] for day in days if day in amounts and isfinite(amounts[day])]


def _columns(plot: Plot, days: Sequence[date], amounts: Amounts) -> list[tuple[range, float]]:
    """Give the columns of every known day, or the mean of the known days that share one."""
    found: list[tuple[range, float]] = []
    for col, column in groupby(days, key=plot.col):
        inside = list(column)
        known = _known(amounts, inside)
        if known:
            width = max(ceil(plot.room_for_a_day * len(inside)) - 1, 1)
            start = max(col - (width - 1) // 2, plot.left)
            found.append((range(start, min(start + width, plot.left + plot.size.cols)), mean(known)))
    return found


def _draw_bars(canvas: Canvas, plot: Plot, done: Amounts, top: float, days: Sequence[date]) -> None:
    foot = plot.top + plot.size.rows - 1
    for cols, amount in _columns(plot, days, done):
        eighths = round(min(amount, top) / top * plot.size.rows * _EIGHTHS)
        whole, rest = divmod(max(eighths, 1) if amount > 0 else 0, _EIGHTHS)
        for col in cols:
            for up in range(whole):
                canvas.glyph(col, foot - up, _UP[-1], Role.FIGURE)
            if rest:
                canvas.glyph(col, foot - whole, _UP[rest - 1], Role.FIGURE)
            if amount == 0:
                canvas.glyph(col, foot, "_", Role.FIGURE)


def _draw_plan(canvas: Canvas, plot: Plot, planned: Amounts, top: float, days: Sequence[date]) -> None:
    """Draw what was planned as a line at its height; over a full bar it is not drawn."""
    for cols, amount in _columns(plot, days, planned):
        row = min(plot.row(amount / top * 10), plot.top + plot.size.rows - 1)
        for col in cols:
            canvas.glyph(col, row, "▔", Role.GOAL)
