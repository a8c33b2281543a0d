"""Half a year at a glance: a column for each week, a row for each weekday, a digit for each day known."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.course.progress import WEEK
from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.frame import HATCH
from ryggkompis.pictures.glyphs import fit, width_of
from ryggkompis.pictures.picture import Picture, Role, Size

MOST_WEEKS: Final = 26
Shade: TypeAlias = Literal["pale", "plain", "strong"]
DayMark: TypeAlias = tuple[str, Shade]
"""One character for a day, and how strongly its ground is inked."""
_GROUNDS: Final[Mapping[Shade, Role]] = {"pale": Role.MILD, "plain": Role.MODERATE, "strong": Role.STRONG}
_UNKNOWN: Final = "·"
_UNREAD: Final = HATCH
_FLARE: Final = "*"
_CURSOR: Final = "›"
_BORDER: Final = "│"
_WIDE, _NARROW = 5, 2
_LEAST_WEEKS: Final = 12
"""Weeks that are shown even of a young episode."""


def calendar_picture(  # noqa: PLR0913 - each is named at the call, and a part of the picture of its own
    *,
    marks: Mapping[date, DayMark],
    last: date,
    size: Size,
    weekdays: Sequence[str],
    month: Callable[[date], str],
    flares: Collection[date] = (),
    unread: Collection[date] = (),
    borders: Collection[date] = (),
    cursor: date | None = None,
) -> Picture:
    """Draw the weeks up to the one of ``last``, as many of 26 as fit; a day without a word is a dot.

    It is hatched where it is ``unread``.
    ``weekdays`` names the days from Monday on, ``month`` a month by its first day; ``borders`` are the days
    on which an episode begins.
    """
    gutter = max(map(width_of, weekdays)) + 1
    width, weeks = _laid(size.cols - gutter, _weeks(min(marks, default=last), last))
    first = last - timedelta(days=last.weekday() + (weeks - 1) * WEEK)
    canvas = Canvas(Size(max(size.cols, gutter + width), WEEK + 1))
    for place, name in enumerate(weekdays):
        canvas.text(0, place + 1, name, Role.MUTED)
    _name_months(
        canvas, [(gutter + n * width, first + timedelta(days=n * WEEK)) for n in range(weeks)], month
    )
    days: list[list[date | None]] = [[None] * canvas.size.cols for _row in range(WEEK + 1)]
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        col, row = gutter + n // WEEK * width, day.weekday() + 1
        days[row][col : col + width] = [day] * width
        mark = marks.get(day, _UNREAD if day in unread else _UNKNOWN)
        _draw_day(canvas, col, row, mark, width - 1, has_flare=day in flares)
        if day in borders:
            canvas.text(col - 1, row, _BORDER, Role.EVENT)
        if day == cursor:
            canvas.text(col - 1, row, _CURSOR, Role.TEXT)
    return canvas.picture(tuple(map(tuple, days)))


def _weeks(first: date, last: date) -> int:
    """Count the weeks, from Monday on, in which the days lie."""
    return (
        (last - timedelta(days=last.weekday())) - (first - timedelta(days=first.weekday()))
    ).days // WEEK + 1


def _laid(room: int, weeks: int) -> tuple[int, int]:
    """Give the cells of a week, and how many of the ``weeks`` that are known are shown."""
    wanted = min(max(weeks, _LEAST_WEEKS), MOST_WEEKS)
    width = min(max(room // wanted, _NARROW), _WIDE)
    return width, max(min(room // width, wanted), 1)


def _draw_day(  # noqa: PLR0913 - a day, and where it stands
    canvas: Canvas, col: int, row: int, mark: DayMark | str, width: int, *, has_flare: bool
) -> None:
    """Write a day on a ground that is the stronger the more it hurt; the digit says it without colour."""
    sign, shade = (mark, None) if isinstance(mark, str) else mark
    if shade:
        canvas.ground(col, row, _GROUNDS[shade], width)
    text = sign + _FLARE if has_flare else sign
    canvas.text(col, row, text, Role.EVENT if has_flare else Role.TEXT if shade else Role.GRID)


def _name_months(canvas: Canvas, weeks: Sequence[tuple[int, date]], month: Callable[[date], str]) -> None:
    """Name each month above the week in which it begins; ``weeks`` are columns with their Mondays."""
    free = 0
    for col, monday in weeks:
        sunday = monday + timedelta(days=WEEK - 1)
        if sunday.day <= WEEK and col >= free:
            name = fit(month(sunday), canvas.size.cols - col)
            canvas.text(col, 0, name, Role.MUTED)
            free = col + width_of(name) + 1
