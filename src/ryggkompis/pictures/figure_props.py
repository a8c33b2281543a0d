"""What a figure lies, sits, stands or leans on, holds and does, as strokes."""

from collections.abc import Callable, Iterator, Mapping
from math import cos, dist, pi, sin
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.figures import Point, Prop, PropKind, direction

Shade: TypeAlias = Literal["thing", "mark", "air", "far", "body", "near", "face"]
"""What a stroke is of: a mark says what moves, and a face is left open in the head."""


class Stroke(Value):
    """A line through points, or a disc at a single one; lengths are those of the figure."""

    points: tuple[Point, ...]
    thick: float
    shade: Shade
    apart: bool = False
    """Whether, in dots, it keeps a gap to the parts of the person behind it, a limb save where it begins."""


_CLOSE: Final = 3.0
"""A narrower loop lies close round a limb, as one strip; a wider one is two taut strands between two."""


class _Frame(Value):
    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def strokes_of(prop: Prop) -> Iterator[Stroke]:
    """Give the lines that a thing is drawn with."""
    return _DRAWN.get(prop.kind, _a_box)(prop)


def moved(start: Point, *ways: tuple[float, float]) -> Point:
    """Go from a point in one direction after another, each so far."""
    x, y = start
    return x + sum(far * cos(way) for way, far in ways), y + sum(far * sin(way) for way, far in ways)


def _frame(prop: Prop) -> _Frame:
    (left, right), (bottom, top) = (sorted((prop.at[axis], prop.to[axis])) for axis in (0, 1))
    return _Frame(left, right, bottom, top)


def _line(thick: float, *points: Point) -> Stroke:
    return Stroke(points, thick, "thing")


def _straight(thick: float) -> Callable[[Prop], Iterator[Stroke]]:
    return lambda prop: iter((_line(thick, prop.at, prop.to),))


def _arrow(prop: Prop) -> Iterator[Stroke]:
    yield Stroke((prop.at, prop.to), 1.5, "mark")
    yield _tip("mark", prop.at, prop.to)


def _turn(prop: Prop) -> Iterator[Stroke]:
    """Draw an arrow to and fro: an arc on the left of the way from one end to the other."""
    way, far = direction(prop.at, prop.to), dist(prop.at, prop.to)
    arc = [
        moved(prop.at, (way, far * n / 10), (way + pi / 2, far * 0.35 * sin(pi * n / 10))) for n in range(11)
    ]
    yield Stroke(tuple(arc), 1.5, "mark")
    yield _tip("mark", arc[3], arc[0])
    yield _tip("mark", arc[-4], arc[-1])


def _tip(shade: Shade, start: Point, end: Point) -> Stroke:
    """Give the head of an arrow."""
    back = direction(end, start)
    return Stroke((moved(end, (back + 0.65, 6)), end, moved(end, (back - 0.65, 6))), 1.5, shade)


def _breath(prop: Prop) -> Iterator[Stroke]:
    """Draw air on its way, in or out."""
    way = direction(prop.at, prop.to)
    for side in (-6, 6):
        start, end = (moved(point, (way + pi / 2, side)) for point in (prop.at, prop.to))
        yield _wave("air", start, end, calm=True)
        yield _tip("air", start, end)


def _heat(prop: Prop) -> Iterator[Stroke]:
    """Draw two waves that rise."""
    at = _frame(prop)
    yield from (_wave("mark", (x, at.bottom), (x, at.top)) for x in (at.left, at.right))


def _wave(shade: Shade, start: Point, end: Point, *, calm: bool = False) -> Stroke:
    """Give two waves; ``calm`` ones are straight at the end."""
    way, far = direction(start, end), dist(start, end)
    highs = (2.2 * sin(pi * n / 4) * ((16 - n) / 16 if calm else 1) for n in range(17))
    path = (moved(start, (way, far * n / 16), (way + pi / 2, high)) for n, high in enumerate(highs))
    return Stroke(tuple(path), 1.5, shade)


def _bench(prop: Prop) -> Iterator[Stroke]:
    at = _frame(prop)
    inset = min(2.0, at.width / 4)
    yield _line(2, (at.left, at.top), (at.right, at.top))
    for x in (at.left + inset, at.right - inset):
        yield _line(1.5, (x, at.bottom), (x, at.top))


def _chair(prop: Prop) -> Iterator[Stroke]:
    """Draw a bench with a back, which stands where the chair is measured from."""
    yield from _bench(prop)
    at = _frame(prop)
    yield _line(2, (prop.at[0], at.top), (prop.at[0], at.top + at.height * 1.1))


def _soft(prop: Prop) -> Iterator[Stroke]:
    at = _frame(prop)
    yield _rounded(2.2 if prop.kind == "pillow" else 1, at, min(at.width / 4, at.height / 2, 4.0))


def _loop(prop: Prop) -> Iterator[Stroke]:
    at = _frame(prop)
    band = _rounded(1.6, at, min(at.width, at.height) / 3)
    yield Stroke(band.points, band.thick, band.shade, apart=at.width < _CLOSE)


def _bag(prop: Prop) -> Iterator[Stroke]:
    at = _frame(prop)
    rim = at.top - at.height / 4
    yield _line(1.5, *_corners(_Frame(at.left, at.right, at.bottom, rim)))
    inset = at.width / 5
    yield _line(1, (at.left + inset, rim), (at.middle, at.top), (at.right - inset, rim))


def _bottle(prop: Prop) -> Iterator[Stroke]:
    at = _frame(prop)
    neck = at.top - at.height / 5
    yield _rounded(1.5, _Frame(at.left, at.right, at.bottom, neck), min(at.width, at.height) / 4)
    yield _line(3, (at.middle, neck), (at.middle, at.top))


def _a_box(prop: Prop) -> Iterator[Stroke]:
    yield _line(1, *_corners(_frame(prop)))


def _corners(at: _Frame) -> tuple[Point, ...]:
    return (
        (at.left, at.bottom), (at.left, at.top), (at.right, at.top), (at.right, at.bottom),
        (at.left, at.bottom),
    )  # fmt: skip


def _rounded(thick: float, at: _Frame, edge: float) -> Stroke:
    return _line(
        thick,
        (at.left + edge, at.bottom), (at.left, at.bottom + edge),
        (at.left, at.top - edge), (at.left + edge, at.top),
        (at.right - edge, at.top), (at.right, at.top - edge),
        (at.right, at.bottom + edge), (at.right - edge, at.bottom),
        (at.left + edge, at.bottom),
    )  # fmt: skip


_DRAWN: Final[Mapping[PropKind, Callable[[Prop], Iterator[Stroke]]]] = {
    "wall": _straight(2), "stick": _straight(1.5), "band": _straight(1.8), "loop": _loop,
    "chair": _chair, "bench": _bench, "pillow": _soft, "mat": _soft, "bag": _bag, "bottle": _bottle,
    "heat": _heat, "breath": _breath, "arrow": _arrow, "turn": _turn,
}  # fmt: skip
"""A kind that is not here is a box."""
