"""How far something reaches, day by day, among a few named steps, the first at the top."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.course.progress import Period
from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.frame import (
    EventMark,
    draw_events,
    draw_time,
    draw_unread,
    lay_plot,
    say_in_the_middle,
)
from ryggkompis.pictures.glyphs import width_of
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.pictures.plot import TOP
from ryggkompis.pictures.ticks import TickLabel

_MARK: Final = "●"
_TRAIL: Final = "│"


def steps_chart(  # noqa: PLR0913 - each is named at the call, and a part of the picture of its own
    *,
    reached: Mapping[date, int],
    names: Sequence[str],
    period: Period,
    size: Size,
    label: TickLabel,
    nothing: str,
    unread: Collection[date] = (),
    borders: Sequence[EventMark] = (),
    cursor: date | None = None,
) -> Picture:
    """Draw the days of ``period``; ``reached`` gives places among ``names``; a missing day is unknown.

    It is hatched where it is ``unread``.
    Where several days share a column all their places are marked.
    """
    size = Size(max(size.cols, 20), max(size.rows, len(names) + 2))
    canvas = Canvas(size)
    gutter = min(max(map(width_of, names)) + 2, size.cols * 3 // 5)
    plot = lay_plot(size, period, [], names=bool(borders), gutter=gutter)
    rows = [plot.row(TOP - place * TOP / (len(names) - 1)) for place in range(len(names))]
    draw_time(canvas, plot, label, list(zip(rows, names, strict=True)), cursor)
    draw_unread(canvas, plot, unread)
    draw_events(canvas, plot, borders)
    columns: dict[int, set[int]] = {}
    for day, place in reached.items():
        if day in period:
            columns.setdefault(plot.col(day), set()).add(place)
    for col, places in columns.items():
        for row in range(rows[0], rows[max(places)]):
            canvas.glyph(col, row, _TRAIL, Role.GRID)
        for place in places:
            canvas.glyph(col, rows[place], _MARK, Role.LEG)
    if not columns:
        say_in_the_middle(canvas, plot, nothing)
    return canvas.picture(plot.days)
