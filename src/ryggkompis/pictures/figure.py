"""Exercises as pictures of dots: a person, the floor, and what is lain or leant on."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from ryggkompis.domain.base.value import Value, replace
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
_RIM: Final = 3.0
"""Left free between a person and the limbs on the far side, for a dot has one colour."""
_EDGE: Final = 1.5
"""Dots left free around a figure: a thin stroke is thicker than by its scale, and dots lie on a grid."""


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
    if figure.seen != "above":
        lowest = view.dot((0, 0))[1]
        canvas.line(view.left, lowest, view.right - 1, lowest, Role.AXIS)
    drawn: dict[tuple[int, int], Shade] = {}
    for stroke in strokes(figure, pose):
        if stroke.shade != "face" or view.scale >= _FACE:
            # No part of a thick line hangs under the floor.
            dots = {(x, min(y, lowest)) for x, y in _dots(stroke, view)}
            if stroke.shade not in ("thing", "far"):
                rim = set(_dots(replace(stroke, thick=stroke.thick + 2 * _RIM), view))
                drawn = {dot: shade for dot, shade in drawn.items() if shade != "far" or dot not in rim}
            drawn |= dict.fromkeys(dots, stroke.shade)
    for role, shades in _ROLES.items():
        canvas.dots((dot for dot, shade in drawn.items() if shade in shades), role)


def _dots(stroke: Stroke, view: _View) -> Iterator[tuple[int, int]]:
    pen = list(_pen(max(stroke.thick * view.scale, 1)))
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
