"""Exercises as pictures: a person from the side, the floor, and what is lain or leant on."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.figures import Figure, Point, Pose, Prop, joints, pose_at
from ryggkompis.pictures.canvas import Canvas, line_dots
from ryggkompis.pictures.figure_props import strokes
from ryggkompis.pictures.glyphs import DOTS_HIGH, DOTS_WIDE
from ryggkompis.pictures.picture import Picture, Role, Size

HEAD: Final = 6
"""The radius of a head."""
_LARGEST: Final = 1.6
"""Dots to a unit of the figure, at most: a larger person would only be coarser."""
_CLEAR: Final = 0.7
"""Dots to a unit from which limbs have room to be thick."""
_GAP: Final = DOTS_WIDE * 2
"""Dots between two poses."""


class Extent(Value):
    """What a figure takes up over all its poses, with the floor."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        """Measure across."""
        return max(self.right - self.left, 1)

    @property
    def height(self) -> float:
        """Measure upwards."""
        return max(self.top - self.bottom, 1)


class _View(Value):
    """Where on the canvas a pose is drawn, in dots."""

    extent: Extent
    scale: float
    left: int
    right: int
    foot: int
    """The row of dots on which the floor is."""

    def dot(self, point: Point) -> tuple[int, int]:
        """Find the dot of a point."""
        spare = (self.right - self.left - self.extent.width * self.scale) / 2
        x = self.left + spare + (point[0] - self.extent.left) * self.scale
        return round(x), round(self.foot - (point[1] - self.extent.bottom) * self.scale)


def figure_picture(figure: Figure, size: Size, phase: float = 0.0) -> Picture:
    """Draw the pose at ``phase`` of a round as large as ``size`` lets the whole round be."""
    canvas = Canvas(size)
    extent = extent_of(figure)
    view = _view(extent, _scale(extent, canvas.width, canvas.height), 0, canvas.width, canvas.height)
    _draw(canvas, view, figure, pose_at(figure, phase))
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
        _draw(canvas, _view(extent, scale, left, left + width, (row + 1) * height), figure, pose)
    return canvas.picture()


def extent_of(figure: Figure) -> Extent:
    """Find what the figure takes up over all its poses."""
    points = [(x, y) for pose in figure.poses for _place, (x, y) in joints(pose)]
    for pose in figure.poses:
        (x, y) = pose.head
        points += [(x - HEAD, y - HEAD), (x + HEAD, y + HEAD)]
        points += [corner for prop in pose.props for corner in (prop.at, prop.to)]
    points += [corner for prop in figure.props for corner in (prop.at, prop.to)]
    across, up = [x for x, _ in points], [y for _, y in points]
    return Extent(min(across) - 2, max(across) + 2, min(0, *up) - 1, max(up) + 1)


def limbs(pose: Pose, side: int) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """Give a leg from the hip to the foot and an arm from the neck to the hand; side 0 is the near one."""
    leg = (pose.hip, pose.knees[side], pose.feet[side])
    return leg, (pose.neck, pose.elbows[side], pose.hands[side])


def trunk(pose: Pose) -> tuple[Point, ...]:
    """Give the back from the head to the hip."""
    return pose.head, pose.neck, pose.spine, pose.hip


def props_of(figure: Figure, pose: Pose) -> tuple[Prop, ...]:
    """Give what stands still and what moves along."""
    return (*figure.props, *pose.props)


def _scale(extent: Extent, width: int, height: int) -> float:
    return max(min((width - 2) / extent.width, (height - 2) / extent.height, _LARGEST), 0.01)


def _view(extent: Extent, scale: float, left: int, right: int, below: int) -> _View:
    return _View(extent, scale, left, right, below - 1)


def _draw(canvas: Canvas, view: _View, figure: Figure, pose: Pose) -> None:
    floor = view.dot((0, 0))[1]
    canvas.line(view.left, floor, view.right - 1, floor, Role.AXIS)
    for prop in props_of(figure, pose):
        for stroke in strokes(prop):
            _stroke(canvas, view, stroke.points, stroke.thick, Role.PROP)
    thick = 3 if view.scale >= _CLEAR else 2
    # The far limbs first and thin, so that the near ones lie over them.
    for path in limbs(pose, 1):
        _stroke(canvas, view, path, 1, Role.FIGURE)
    _stroke(canvas, view, trunk(pose), thick, Role.FIGURE)
    for path in limbs(pose, 0):
        _stroke(canvas, view, path, thick, Role.FIGURE)
    canvas.dots(_disc(view.dot(pose.head), max(HEAD * view.scale, 1.5)), Role.FIGURE)


def _stroke(canvas: Canvas, view: _View, path: tuple[Point, ...], thick: int, role: Role) -> None:
    dots = [view.dot(point) for point in path]
    around = [(x, y) for x in range(thick) for y in range(thick) if thick < 3 or x == 1 or y == 1]  # noqa: PLR2004 - a round pen
    shift = (thick - 1) // 2
    # No part of a thick line hangs under the floor.
    lowest = view.dot((0, 0))[1]
    for (x0, y0), (x1, y1) in pairwise(dots):
        for x, y in line_dots(x0, y0, x1, y1):
            canvas.dots(((x + dx - shift, min(y + dy - shift, lowest)) for dx, dy in around), role)


def _disc(middle: tuple[int, int], radius: float) -> Iterator[tuple[int, int]]:
    reach = int(radius)
    for y in range(-reach, reach + 1):
        for x in range(-reach, reach + 1):
            if x * x + y * y <= radius * radius + 0.5:
                yield middle[0] + x, middle[1] + y
