"""Exercises as pictures of dots: a person, the floor, and what is lain or leant on."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import dist
from typing import Final, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.figures import Figure, Point, Pose, pose_at
from ryggkompis.pictures.canvas import Canvas, line_dots
from ryggkompis.pictures.figure_props import Shade, Stroke
from ryggkompis.pictures.figure_strokes import Extent, extent_of, strokes
from ryggkompis.pictures.glyphs import DOTS_HIGH, DOTS_WIDE
from ryggkompis.pictures.picture import Picture, Role, Size

_LARGEST: Final = 1.6
"""Dots to a unit of the figure, at most: a larger person would only be coarser."""
_GAP: Final = DOTS_WIDE * 2
"""Dots between two poses."""
_FACE: Final = 0.4
"""Dots to a unit from which there is room for a face."""
_ROLES: Final[Mapping[Role, frozenset[Shade]]] = {
    Role.PROP: frozenset({"thing", "mark", "air"}),
    Role.FAR: frozenset({"far"}),
    Role.FIGURE: frozenset({"body", "near"}),
}
_RIM: Final = 1
"""Dots left free around a limb, for a dot has one colour and no outline."""
_JOINT: Final = 5.0
"""So near to where a limb begins it joins what is behind it."""
_PERSON: Final = frozenset({"far", "body", "near"})
_EDGE: Final = 1.5
"""Dots left free around a figure: a thin stroke is thicker than by its scale, and dots lie on a grid."""


_CRUMB: Final = 6
"""Dots of a person that hang together, at least."""
_BESIDE: Final = 4
"""Dots from another limb, so many at most: a far limb that comes no farther is not seen to be one."""
_Dot: TypeAlias = tuple[int, int]


class _View(Value):
    """Where on the canvas a pose is drawn, in dots."""

    extent: Extent
    scale: float
    left: int
    right: int
    below: int
    """The row of dots under the lowest."""

    def dot(self, point: Point) -> tuple[int, int]:
        """Find the dot of a point."""
        spare = (self.right - self.left - self.extent.width * self.scale) / 2
        x = self.left + spare + (point[0] - self.extent.left) * self.scale
        y = self.below - _EDGE - (point[1] - self.extent.bottom) * self.scale
        return round(x - 0.5), round(y - 0.5)


def figure_picture(figure: Figure, size: Size, phase: float = 0.0) -> Picture:
    """Draw the pose at ``phase`` of a round as large as ``size`` lets the whole round be."""
    canvas = Canvas(size)
    extent = extent_of(figure)
    scale = _scale(extent, canvas.width, canvas.height)
    _draw(canvas, _View(extent, scale, 0, canvas.width, canvas.height), figure, pose_at(figure, phase))
    return canvas.picture()


def poses_side_by_side(figure: Figure, size: Size) -> Picture:
    """Draw every pose, one beside the other, or in rows where that lets them be larger."""
    canvas = Canvas(size)
    extent = extent_of(figure)
    count = len(figure.poses)

    def room(across: int) -> tuple[int, int]:
        down = -(-count // across)
        return (canvas.width - _GAP * (across - 1)) // across, size.rows // down * DOTS_HIGH

    # As many beside each other as makes the largest figure.
    across = max(range(count, 0, -1), key=lambda n: _scale(extent, *room(n)))
    width, height = room(across)
    scale = _scale(extent, width, height)
    for number, pose in enumerate(figure.poses):
        row, col = divmod(number, across)
        left = col * (width + _GAP)
        _draw(canvas, _View(extent, scale, left, left + width, (row + 1) * height), figure, pose)
    return canvas.picture()


def _scale(extent: Extent, width: int, height: int) -> float:
    """Choose the dots to a unit, so that all of the figure is within ``width`` by ``height`` dots."""
    room = (width - 2 * _EDGE) / extent.width, (height - 2 * _EDGE) / extent.height
    return max(min(*room, _LARGEST), 0.01)


def _draw(canvas: Canvas, view: _View, figure: Figure, pose: Pose) -> None:
    lowest = view.below - 1
    floor: set[_Dot] = set()
    if figure.seen != "above":
        lowest = view.dot((0, 0))[1]
        floor = {(x, lowest) for x in range(view.left, view.right)}
        canvas.dots(floor, Role.AXIS)
    drawn: dict[_Dot, Shade] = {}
    for stroke in strokes(figure, pose):
        if stroke.shade != "face" or view.scale >= _FACE:
            # No part of a thick line hangs under the floor.
            dots = {(x, min(y, lowest)) for x, y in _dots(stroke, view)}
            if stroke.apart:
                drawn = dict(_beyond(drawn, stroke, view))
            drawn |= dict.fromkeys(dots, stroke.shade)
    drawn = _without_crumbs(drawn)
    for role, shades in _ROLES.items():
        canvas.dots((dot for dot, shade in drawn.items() if shade in shades), role)
    # The floor goes on in the cells where somebody lies or stands on it; its ends are no part of a person.
    cells, ends = {_cell(dot) for dot in drawn}, (view.left, view.right - 1)
    canvas.dots((dot for dot in floor if _cell(dot) in cells and dot[0] not in ends), Role.PROP)


def _beyond(drawn: Mapping[_Dot, Shade], stroke: Stroke, view: _View) -> Iterator[tuple[_Dot, Shade]]:
    """Give what stays when a stroke is set apart from the parts of the person behind it."""
    rim = set(_dots(stroke, view, _RIM))
    root, joint = view.dot(stroke.points[0]), _JOINT * view.scale + _RIM
    joins = stroke.shade in _PERSON
    for dot, shade in drawn.items():
        if shade not in _PERSON or dot not in rim or (joins and dist(dot, root) <= joint):
            yield dot, shade


def _without_crumbs(drawn: dict[_Dot, Shade]) -> dict[_Dot, Shade]:
    """Leave out what is so little of a limb, or so close beside another, that nobody knows what it is."""
    person = {dot for dot, shade in drawn.items() if shade in _PERSON}
    crumbs: set[_Dot] = set()
    for piece in _pieces(person):
        is_far = all(drawn[dot] == "far" for dot in piece)
        if len(piece) < _CRUMB or (is_far and piece <= _around(person - piece, _BESIDE)):
            crumbs |= piece
    return {dot: shade for dot, shade in drawn.items() if dot not in crumbs}


def _pieces(dots: set[_Dot]) -> Iterator[set[_Dot]]:
    """Give the dots that hang together."""
    left = set(dots)
    while left:
        piece, edge = set[_Dot](), {left.pop()}
        while edge:
            piece |= edge
            edge = _around(edge, 1) & left
            left -= edge
        yield piece


def _around(dots: set[_Dot], far: int) -> set[_Dot]:
    """Give the dots at most so far from some."""
    steps = range(-far, far + 1)
    return {(x + dx, y + dy) for x, y in dots for dx in steps for dy in steps}


def _cell(dot: _Dot) -> tuple[int, int]:
    return dot[0] // DOTS_WIDE, dot[1] // DOTS_HIGH


def _dots(stroke: Stroke, view: _View, rim: int = 0) -> Iterator[tuple[int, int]]:
    pen = list(_pen(max(stroke.thick * view.scale, 1) + 2 * rim))
    path = [view.dot(point) for point in stroke.points]
    for (x0, y0), (x1, y1) in pairwise(path) if len(path) > 1 else [(path[0], path[0])]:
        for x, y in line_dots(x0, y0, x1, y1):
            yield from ((x + dx, y + dy) for dx, dy in pen)


def _pen(thick: float) -> Iterator[tuple[int, int]]:
    """Give the dots of a round pen."""
    wide = round(thick)
    middle = (wide - 1) / 2
    for y in range(wide):
        for x in range(wide):
            if (x - middle) ** 2 + (y - middle) ** 2 <= thick * thick / 4:
                yield x - wide // 2, y - wide // 2
