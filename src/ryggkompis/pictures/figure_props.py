"""What a figure lies, sits, stands or leans on, as strokes."""

from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.figures import Point, Prop

_LINES: Final = {"wall": 2, "stick": 1, "band": 1}
"""Kinds that are a line, with their thickness in dots."""
_LEGGED: Final = frozenset({"chair", "bench"})


class Stroke(Value):
    """A line through points; ``thick`` is in dots."""

    points: tuple[Point, ...]
    thick: int = 1


def strokes(prop: Prop) -> tuple[Stroke, ...]:
    """Give the lines that a thing is drawn with."""
    if prop.kind in _LINES:
        return (Stroke((prop.at, prop.to), _LINES[prop.kind]),)
    left, right = sorted((prop.at[0], prop.to[0]))
    bottom, top = sorted((prop.at[1], prop.to[1]))
    if prop.kind in _LEGGED:
        inset = min(2.0, (right - left) / 4)
        legs = tuple(Stroke(((x, bottom), (x, top))) for x in (left + inset, right - inset))
        return (Stroke(((left, top), (right, top)), 2), *legs)
    if prop.kind == "pillow":
        edge = min((right - left) / 4, (top - bottom) / 2)
        return (Stroke(_rounded(left, right, bottom, top, edge)),)
    if prop.kind == "bottle":
        neck, middle = top - (top - bottom) / 4, (left + right) / 2
        return (Stroke(_box(left, right, bottom, neck)), Stroke(((middle, neck), (middle, top))))
    return (Stroke(_box(left, right, bottom, top)),)


def _box(left: float, right: float, bottom: float, top: float) -> tuple[Point, ...]:
    return (left, bottom), (left, top), (right, top), (right, bottom), (left, bottom)


def _rounded(left: float, right: float, bottom: float, top: float, edge: float) -> tuple[Point, ...]:
    return (
        (left + edge, bottom), (left, bottom + edge), (left, top - edge), (left + edge, top),
        (right - edge, top), (right, top - edge), (right, bottom + edge), (right - edge, bottom),
        (left + edge, bottom),
    )  # fmt: skip
