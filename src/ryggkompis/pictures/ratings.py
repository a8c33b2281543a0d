"""A few things rated 0 to 10 week by week: a bar and a digit each week, a gap where there is no rating."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.course.progress import WEEK
from ryggkompis.pictures.bars import sparkline
from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.glyphs import fit, width_of
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.pictures.plot import TOP

_WIDTH: Final = 3
_ROWS: Final = 3

Rated = tuple[str, Mapping[date, int]]
"""A name, and the rating of each week by its Monday."""


def ratings_picture(  # noqa: PLR0913 - each is named at the call, and a part of the picture of its own
    rated: Sequence[Rated],
    *,
    last: date,
    size: Size,
    label: Callable[[date], str],
    nothing: str,
    numbers: bool = True,
) -> Picture:
    """Draw the weeks up to the one of ``last``, as many as fit; the picture is as high as it needs.

    ``label`` names a week by its Monday, ``nothing`` stands where there is no rating, and without ``numbers``
    only the bars are drawn.
    """
    end = last - timedelta(days=last.weekday())
    first = min((monday for _, weekly in rated for monday in weekly), default=end)
    weeks = max(min(size.cols // _WIDTH, (end - first).days // WEEK + 1), 1)
    mondays = [end - timedelta(days=WEEK * n) for n in reversed(range(weeks))]
    canvas = Canvas(Size(size.cols, _ROWS * len(rated) + 1))
    for place, (name, weekly) in enumerate(rated):
        top = place * _ROWS
        canvas.text(0, top, fit(name, size.cols), Role.TEXT)
        values = [weekly.get(monday) for monday in mondays]
        for week, run in enumerate(_cells(values)):
            canvas.text(week * _WIDTH, top + 1, run * 2, Role.GOAL)
        if numbers:
            for week, value in enumerate(values):
                canvas.text(week * _WIDTH, top + 2, "·" if value is None else str(value), Role.MUTED)
    if rated:
        _name_weeks(canvas, mondays, _ROWS * len(rated), label)
    else:
        canvas.text(0, 0, fit(nothing, size.cols), Role.MUTED)
    return canvas.picture()


def _cells(values: Sequence[int | None]) -> str:
    return "".join(run.text for run in sparkline(values, top=TOP))


def _name_weeks(canvas: Canvas, mondays: Sequence[date], row: int, label: Callable[[date], str]) -> None:
    free = 0
    for week, monday in enumerate(mondays):
        name = label(monday)
        if week * _WIDTH >= free and week * _WIDTH + width_of(name) <= canvas.size.cols:
            canvas.text(week * _WIDTH, row, name, Role.MUTED)
            free = week * _WIDTH + width_of(name) + 1
