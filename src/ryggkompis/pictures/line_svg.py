"""A course over time as an SVG drawing: lines that differ in stroke and mark, never in colour alone.

It is drawn in the colour of the text around it, so that it can be read on paper, grey, and in the dark.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from html import escape
from itertools import groupby
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import Period, Values
from ryggkompis.pictures.glyphs import cells, fit, width_of
from ryggkompis.pictures.picture import Size
from ryggkompis.pictures.plot import TOP, Plot
from ryggkompis.pictures.ticks import TickLabel, time_ticks

_LEFT, _RIGHT, _HEAD, _FOOT = 24, 8, 30, 24
_LETTER: Final = 5.4
"""Width of a letter, at most, in the drawing's own units."""
_APART: Final = 7
"""Units from one stroke of a hatch to the next."""
_MANY_DAYS: Final = 400
"""Days from which on only the line is drawn, and one point of it for each of as many steps."""
# By stroke and mark: a page is often printed grey, and one man in twelve tells colours poorly.
_STROKES: Final = ("", "6 3", "1.5 3")
_MARKS: Final = ("disc", "ring", "square")


class Trace(Value):
    """One measure, 0-10: its known values, and the line that goes with them."""

    name: str
    values: Values
    line: Mapping[date, float | None]
    """In the order of the days; None breaks it."""


class LineDrawing(Value, kw_only=True):
    """What is drawn."""

    period: Period
    traces: Sequence[Trace]
    """At most three."""
    label: TickLabel
    marked: Mapping[date, str]
    """Days with an upright line, and the letters above it."""
    flares: Collection[date] = ()
    """Days with a bar below the axis."""
    flare: str = ""
    """What the bar is called."""
    unread: Collection[date] = ()
    """Days that are hatched, and that no line crosses."""
    unread_name: str = ""
    """What the hatch is called."""
    size: Size
    """Width and height, in units of which a letter is 10 high."""


def line_svg(course: LineDrawing, name: str, title: str, description: str) -> str:
    """Draw ``course``; ``name`` tells its title from those of other drawings of the same document."""
    body = "\n".join(
        (
            *_hatched(course),
            *_frame(course),
            *_flares(course),
            *_marked(course),
            *_traces(course),
            *_legend(course),
        )
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title {name}-desc" '
        f'viewBox="0 0 {course.size.cols} {course.size.rows}" font-family="DejaVu Sans, sans-serif" '
        f'font-size="10" fill="currentColor">\n<title id="{name}-title">{_safe(title)}</title>\n'
        f'<desc id="{name}-desc">{_safe(description)}</desc>\n{body}\n</svg>\n'
    )


def _x(course: LineDrawing, day: date) -> float:
    share = ((day - course.period.first).days + 0.5) / course.period.length
    return _LEFT + share * (course.size.cols - _LEFT - _RIGHT)


def _y(course: LineDrawing, value: float) -> float:
    return _HEAD + (1 - value / TOP) * (course.size.rows - _HEAD - _FOOT)


def _frame(course: LineDrawing) -> Iterator[str]:
    """Draw the level lines with their numbers, and name as many days as fit."""
    right = course.size.cols - _RIGHT
    for value in range(0, TOP + 1, 2):
        y = _y(course, value)
        strong = "" if value == 0 else ' opacity="0.35"'
        yield f'<path d="M{_LEFT} {y:.1f}H{right}" stroke="currentColor" stroke-width="0.7"{strong}/>'
        yield _text(_LEFT - 5, y + 3.5, str(value), "end")
    foot = course.size.rows - _FOOT
    # The ticks of the terminal's chart, on a grid of letters as wide as this drawing.
    plot = Plot(0, 0, Size(int((right - _LEFT) / _LETTER / 1.15), 1), course.period)
    for tick in time_ticks(plot, course.label):
        x = _x(course, tick.day)
        yield f'<path d="M{x:.1f} {foot}v4" stroke="currentColor" stroke-width="0.7"/>'
        half = width_of(tick.label) * _LETTER / 2
        yield _text(min(max(x, _LEFT + half), right - half), course.size.rows - 7, tick.label, "middle")


def _flares(course: LineDrawing) -> Iterator[str]:
    wide = (course.size.cols - _LEFT - _RIGHT) / course.period.length
    for first, length in _runs(sorted(day for day in course.flares if day in course.period)):
        x, y = _x(course, first) - wide / 2, course.size.rows - _FOOT + 0.5
        yield f'<rect x="{x:.1f}" y="{y}" width="{wide * length:.1f}" height="4"/>'


def _runs(days: Sequence[date]) -> Iterator[tuple[date, int]]:
    """Give the first of each run of days, and how many follow one another."""
    for _key, group in groupby(enumerate(days), lambda pair: pair[1].toordinal() - pair[0]):
        run = list(group)
        yield run[0][1], len(run)


def _hatched(course: LineDrawing) -> Iterator[str]:
    """Hatch the days that could not be read."""
    wide = (course.size.cols - _LEFT - _RIGHT) / course.period.length
    for first, length in _runs(sorted(day for day in course.unread if day in course.period)):
        left = _x(course, first) - wide / 2
        yield _hatch(left, left + wide * length, _HEAD, course.size.rows - _FOOT)


def _hatch(left: float, right: float, head: float, foot: float) -> str:
    """Draw slanting strokes within a box."""
    high, pieces = foot - head, []
    x = left - high
    while x < right:
        start, end = max(x, left), min(x + high, right)
        if end > start:
            pieces.append(f"M{start:.1f} {foot - (start - x):.1f}L{end:.1f} {foot - (end - x):.1f}")
        x += _APART
    return f'<path d="{"".join(pieces)}" stroke="currentColor" stroke-width="0.6" opacity="0.45"/>'


def _marked(course: LineDrawing) -> Iterator[str]:
    for day, letters in course.marked.items():
        x = _x(course, day)
        yield (
            f'<path d="M{x:.1f} {_HEAD - 3}V{course.size.rows - _FOOT}" stroke="currentColor" '
            'stroke-width="0.8" stroke-dasharray="2 2" opacity="0.7"/>'
        )
        yield _text(x, _HEAD - 5, letters, "middle")


def _traces(course: LineDrawing) -> Iterator[str]:
    many = course.period.length > _MANY_DAYS
    for place, trace in enumerate(course.traces):
        yield _line(course, trace, place)
        if not many:
            days = sorted(day for day in trace.values if day in course.period)
            wide = (course.size.cols - _LEFT - _RIGHT) / course.period.length
            size = min(max(wide * 0.45, 1.3), 3.4)
            yield from (_mark(place, _x(course, day), _y(course, trace.values[day]), size) for day in days)


def _line(course: LineDrawing, trace: Trace, place: int) -> str:
    step = -(-course.period.length // _MANY_DAYS)
    known = [(day, value) for day, value in trace.line.items() if day in course.period][::step]
    pieces = []
    for is_gap, run in groupby(known, lambda pair: pair[1] is None):
        if not is_gap:
            points = " ".join(f"{_x(course, day):.1f} {_y(course, value or 0):.1f}" for day, value in run)
            pieces.append(f"M{points}")
    dashes = f' stroke-dasharray="{_STROKES[place]}"' if _STROKES[place] else ""
    width = (2, 1.5, 1.8)[place]
    return (
        f'<path d="{"".join(pieces) or "M0 0"}" fill="none" stroke="currentColor" stroke-width="{width}" '
        f'stroke-linejoin="round"{dashes}/>'
    )


def _mark(place: int, x: float, y: float, size: float) -> str:
    match _MARKS[place]:
        case "disc":
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}"/>'
        case "ring":
            return (
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="none" stroke="currentColor" '
                'stroke-width="0.8"/>'
            )
        case _:
            return (
                f'<path d="M{x - size:.1f} {y - size:.1f}h{2 * size:.1f}v{2 * size:.1f}h-{2 * size:.1f}z"/>'
            )


def _legend(course: LineDrawing) -> Iterator[str]:
    """Name the lines beside a piece of each, and the bar."""
    x, y = float(_LEFT), 9.0
    room = (course.size.cols - _LEFT) / len(course.traces) - 29 - 14
    for place, trace in enumerate(course.traces):
        dashes = f' stroke-dasharray="{_STROKES[place]}"' if _STROKES[place] else ""
        yield f'<path d="M{x:.1f} {y - 3.5}h24" stroke="currentColor" stroke-width="2"{dashes}/>'
        yield _mark(place, x + 12, y - 3.5, 3)
        name = fit(trace.name, int(room / _LETTER))
        yield _text(x + 29, y, name, "start")
        x += 29 + width_of(name) * _LETTER + 14
    if course.flare and any(day in course.period for day in course.flares):
        yield f'<rect x="{x:.1f}" y="{y - 5.5}" width="18" height="4"/>'
        yield _text(x + 23, y, course.flare, "start")
        x += 23 + width_of(course.flare) * _LETTER + 14
    if course.unread_name and any(day in course.period for day in course.unread):
        yield _hatch(x, x + 18, y - 7, y)
        yield _text(x + 23, y, course.unread_name, "start")


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{_safe(text)}</text>'


def _safe(text: str) -> str:
    return escape("".join(cells(text)))
