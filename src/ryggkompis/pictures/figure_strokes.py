"""A figure as strokes: the person, and what is lain, sat, stood or leant on. Drawings are made of these."""

from collections.abc import Iterator
from functools import lru_cache
from math import dist, pi
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.figures import HEAD, Figure, Point, Pose, direction, pose_at
from ryggkompis.pictures.figure_props import Stroke, moved, strokes_of

_BOW: Final = 8
"""Straight lines to a bow."""
_LOOKS: Final = 8
"""Phases from one pose to the next at which is looked how far a figure reaches."""


class Extent(Value):
    """What a figure takes up from the first pose to the last, with the thickness of its strokes."""

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


def strokes(figure: Figure, pose: Pose) -> Iterator[Stroke]:
    """Give what a pose is drawn with, from the back to the front."""
    things = (*figure.props, *pose.props)
    yield from (stroke for prop in things if prop.kind != "loop" for stroke in strokes_of(prop))
    flat = _lies_flat(figure, pose)
    if not flat:
        # The far limbs thin and pale, so that the near ones are seen to lie over them.
        yield Stroke(_leg(pose, 1), 2.6, "far")
        yield Stroke(_arm(pose, 1), 2.4, "far")
    trunk = _bow(pose.neck, pose.spine, pose.hip)
    yield Stroke(trunk, 11 if flat or figure.seen == "front" else 9, "body")
    if pose.belly:
        yield Stroke(_bow(trunk[2], pose.belly, trunk[-2]), 7, "body")
    if flat:
        for side in (0, 1):
            hip, knee, *shin = _leg(pose, side)
            # The foot stands below, the knee is near to us.
            yield Stroke((knee, *shin), 3, "body", apart=True)
            yield Stroke((hip, knee), 6, "body", apart=True)
        yield Stroke(_arm(pose, 1), 3.6, "near", apart=True)
        # A bent knee comes towards us.
        yield from (Stroke((knee,), 8, "near") for knee in pose.knees)
        yield from (Stroke((knee,), 3, "face") for knee in pose.knees)
    else:
        yield Stroke(_leg(pose, 0), 4.6, "body", apart=True)
    yield Stroke((pose.head,), 2 * HEAD, "body", apart=True)
    yield Stroke((pose.head, pose.neck), 3.4, "body")
    yield Stroke(_arm(pose, 0), 3.6, "near", apart=True)
    # What goes round the thighs is seen over them.
    yield from (stroke for prop in things if prop.kind == "loop" for stroke in strokes_of(prop))
    if pose.nose:
        yield from _face(pose.head, pose.neck, pose.nose)


@lru_cache(maxsize=64)
def extent_of(figure: Figure) -> Extent:
    """Find what the figure takes up, also on its way from pose to pose."""
    looks = len(figure.poses) * _LOOKS
    poses = [pose_at(figure, n / looks) for n in range(looks)] if len(figure.poses) > 1 else figure.poses
    reach = [
        (x, y, stroke.thick / 2)
        for pose in poses
        for stroke in strokes(figure, pose)
        for x, y in stroke.points
    ]
    floor = () if figure.seen == "above" else (-1.0,)
    return Extent(
        left=min(x - r for x, _, r in reach),
        right=max(x + r for x, _, r in reach),
        bottom=min((*floor, *(y - r for _, y, r in reach))),
        top=max(y + r for _, y, r in reach),
    )


def _lies_flat(figure: Figure, pose: Pose) -> bool:
    """Tell who lies on the back and is seen from above; on the side, a person shows the same as standing."""
    return figure.seen == "above" and (pose.nose is None or dist(pose.head, pose.nose) < HEAD)


def _bow(start: Point, middle: Point, end: Point) -> tuple[Point, ...]:
    """Give a bow through three points: a back has no corners."""

    def along(axis: int, share: float) -> float:
        pull = 2 * middle[axis] - (start[axis] + end[axis]) / 2
        rest = 1 - share
        return rest * rest * start[axis] + 2 * rest * share * pull + share * share * end[axis]

    return tuple((along(0, n / _BOW), along(1, n / _BOW)) for n in range(_BOW + 1))


def _leg(pose: Pose, side: int) -> tuple[Point, ...]:
    toes = (pose.toes[side],) if pose.toes else ()
    return (pose.hip, pose.knees[side], pose.feet[side], *toes)


def _arm(pose: Pose, side: int) -> tuple[Point, ...]:
    return pose.neck, pose.elbows[side], pose.hands[side]


def _face(head: Point, neck: Point, nose: Point) -> Iterator[Stroke]:
    """Give nose and eye from the side, or eyes and mouth where somebody looks at us."""
    up = direction(neck, head)
    if dist(head, nose) < HEAD:
        for side in (-1, 1):
            yield Stroke((moved(head, (up, 1.4), (up + side * pi / 2, 2.4)),), 1.8, "face")
        ends = (moved(head, (up, -2.6), (up + side * pi / 2, 1.7)) for side in (-1, 1))
        yield Stroke(tuple(ends), 1.1, "face")
        return
    yield Stroke((head, nose), 2.6, "body")
    yield Stroke((moved(head, (direction(head, nose), 3.2), (up, 1.4)),), 1.9, "face")
