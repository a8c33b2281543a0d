"""A figure that moves: a few poses of one person seen from the side, and what lies between them.

The picture is 160 wide and 100 high, y points up from the floor, and a person who stands is about 90 high.
"""

from collections.abc import Iterator
from math import atan2, cos, hypot, pi, sin
from typing import Annotated, Final, Literal, TypeAlias

from msgspec import Meta

from ryggkompis.domain.base.value import Value

PropKind: TypeAlias = Literal[
    "chair",
    "wall",
    "stick",
    "pillow",
    "step",
    "bench",
    "band",
    "loop",
    "bag",
    "bottle",
    "box",
    "mat",
    "heat",
    "breath",
    "arrow",
    "turn",
]
Coordinate: TypeAlias = Annotated[float, Meta(ge=-1000, le=1000)]
Point: TypeAlias = tuple[Coordinate, Coordinate]
Pair: TypeAlias = tuple[Point, Point]
"""The near limb first, then the far one."""
Place: TypeAlias = tuple[str | int, ...]
"""Where in a figure: keys, and positions in lists from 0."""

WIDTH: Final = 160
HEIGHT: Final = 100
HEAD: Final = 6
"""The radius of a head: one size for everybody."""
LONGEST_CHANGE: Final = 1.15
"""A limb may look this much longer in one pose than in another."""
LIMBS: Final = (
    ("neck", "spine"), ("spine", "hip"),
    ("hip", "knees"), ("knees", "feet"), ("feet", "toes"), ("neck", "elbows"), ("elbows", "hands"),
)  # fmt: skip
_SINGLE: Final = ("head", "nose", "neck", "spine", "hip", "belly")
_PAIRED: Final = ("knees", "feet", "toes", "elbows", "hands")
_ON_THE_FLOOR: Final = frozenset({"knees", "feet", "toes", "hands"})


class Prop(Value, kw_only=True):
    """A thing in the picture: two corners, or the two ends of a wall, a stick, a band, a breath, an arrow."""

    kind: PropKind
    at: Point
    to: Point


class Pose(Value, kw_only=True):
    """Where every joint is."""

    head: Point
    """The middle of a circle."""
    neck: Point
    spine: Point
    """The one bend between neck and hip."""
    hip: Point
    belly: Point | None = None
    """Its highest place, where it is round or drawn in."""
    knees: Pair
    feet: Pair
    elbows: Pair
    hands: Pair
    nose: Point | None = None
    """Its tip: which way somebody looks; in the head it points at whoever looks at the picture."""
    toes: Pair | None = None
    props: tuple[Prop, ...] = ()
    """Things that move along."""


class Figure(Value, kw_only=True):
    """A person who goes from the first pose to the last, and back to the first."""

    seconds: Annotated[int, Meta(ge=2, le=20)]
    """How long one round takes."""
    seen: Literal["side", "front", "above"] = "side"
    """Broad are bodies from the front, and from above those on their backs; from above there is no floor."""
    props: tuple[Prop, ...] = ()
    """Things that stand still."""
    poses: Annotated[tuple[Pose, ...], Meta(min_length=1, max_length=4)]


class Fault(Value):
    """What no body can do: a joint off the picture or under the floor, or a limb that changes length."""

    what: Literal["outside", "floor", "length"]
    place: Place
    """The joint at fault; of a limb, the end farther from the body."""
    near: str = ""
    """The other end of a limb that changes length."""


def pose_at(figure: Figure, phase: float) -> Pose:
    """Give the pose at ``phase`` of a round, 0 to 1; a pose is left and reached gently."""
    count = len(figure.poses)
    at = (phase % 1.0) * count
    number = min(int(at), count - 1)
    share = at - number
    one, other = figure.poses[number], figure.poses[(number + 1) % count]
    return one if share <= 0 or one == other else _between(one, other, share * share * (3 - 2 * share))


def faults(figure: Figure) -> tuple[Fault, ...]:
    """Name joints off the picture or under the floor, and limbs that change length by more than 15 %.

    From above a bent knee points at whoever looks, so a length says nothing there.
    """
    return (*_misplaced(figure), *(() if figure.seen == "above" else _stretched(figure)))


def joints(pose: Pose) -> Iterator[tuple[Place, Point]]:
    """Give every joint with its place in the pose."""
    for name in _SINGLE:
        if getattr(pose, name):
            yield (name,), getattr(pose, name)
    for name in _PAIRED:
        for side, point in enumerate(getattr(pose, name) or ()):
            yield (name, side), point


def _misplaced(figure: Figure) -> Iterator[Fault]:
    for number, pose in enumerate(figure.poses):
        for place, (x, y) in joints(pose):
            if y < 0 and place[0] in _ON_THE_FLOOR:
                yield Fault("floor", ("poses", number, *place))
            elif not (0 <= x <= WIDTH and 0 <= y <= HEIGHT):
                yield Fault("outside", ("poses", number, *place))


def _stretched(figure: Figure) -> Iterator[Fault]:
    for near, far in LIMBS:
        for side in range(2 if far in _PAIRED else 1):
            lengths = {
                number: _length(_joint(pose, near, side), _joint(pose, far, side))
                for number, pose in enumerate(figure.poses)
                if getattr(pose, far)
            }
            shortest = min(lengths.values(), default=0)
            for number, length in lengths.items():
                if length > shortest * LONGEST_CHANGE:
                    place = (far, side) if far in _PAIRED else (far,)
                    yield Fault("length", ("poses", number, *place), near)
                    break


def _joint(pose: Pose, name: str, side: int) -> Point:
    found: Point | Pair = getattr(pose, name)
    return found[side] if name in _PAIRED else found  # type: ignore[return-value]  # a pair has two points


def _length(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])


def _between(one: Pose, other: Pose, share: float) -> Pose:
    """Move every joint around the one before it, from the hip outwards, so that limbs keep their length."""
    hip = _mix(one.hip, other.hip, share)
    spine = _swing(hip, (one.hip, one.spine), (other.hip, other.spine), share)
    neck = _swing(spine, (one.spine, one.neck), (other.spine, other.neck), share)
    knees, feet = _limbs(hip, (one.hip, one.knees, one.feet), (other.hip, other.knees, other.feet), share)
    elbows, hands = _limbs(
        neck, (one.neck, one.elbows, one.hands), (other.neck, other.elbows, other.hands), share
    )
    head = _swing(neck, (one.neck, one.head), (other.neck, other.head), share)
    nose = one.nose and other.nose and _swing(head, (one.head, one.nose), (other.head, other.nose), share)
    belly = one.belly and other.belly and _mix(one.belly, other.belly, share)
    return Pose(
        head=head, nose=nose, belly=belly, toes=_toes(feet, one, other, share),
        neck=neck, spine=spine, hip=hip, knees=knees, feet=feet, elbows=elbows, hands=hands,
        props=tuple(_moved(a, b, share) for a, b in zip(one.props, other.props, strict=False)),
    )  # fmt: skip


def _limbs(
    root: Point, one: tuple[Point, Pair, Pair], other: tuple[Point, Pair, Pair], share: float
) -> tuple[Pair, Pair]:
    """Move both arms or both legs; an end that stays at its height slides along it."""
    near, far = (_limb(root, one, other, side, share) for side in (0, 1))
    return (near[0], far[0]), (near[1], far[1])


def _limb(
    root: Point, one: tuple[Point, Pair, Pair], other: tuple[Point, Pair, Pair], side: int, share: float
) -> Pair:
    start, end = (one[1][side], one[2][side]), (other[1][side], other[2][side])
    bend = _swing(root, (one[0], start[0]), (other[0], end[0]), share)
    slides = start[1][1] == end[1][1]
    tip = _mix(start[1], end[1], share) if slides else _swing(bend, start, end, share)
    return bend, tip


def _toes(feet: Pair, one: Pose, other: Pose, share: float) -> Pair | None:
    if one.toes is None or other.toes is None:
        return None
    near, far = (
        _swing(feet[side], (one.feet[side], one.toes[side]), (other.feet[side], other.toes[side]), share)
        for side in (0, 1)
    )
    return near, far


def _swing(root: Point, one: Pair, other: Pair, share: float) -> Point:
    """Turn around ``root``, the short way and above the floor; what stands still in both poses stays."""
    if one[1] == other[1]:
        return one[1]
    start, end = direction(*one), direction(*other)
    angle = start + ((end - start + pi) % (2 * pi) - pi) * share
    length = _length(*one) + (_length(*other) - _length(*one)) * share
    return root[0] + length * cos(angle), max(root[1] + length * sin(angle), min(one[1][1], other[1][1], 0.0))


def direction(one: Point, other: Point) -> float:
    """Give the direction from one point to another, in radians."""
    return atan2(other[1] - one[1], other[0] - one[0])


def _mix(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _moved(one: Prop, other: Prop, share: float) -> Prop:
    return Prop(kind=one.kind, at=_mix(one.at, other.at, share), to=_mix(one.to, other.to, share))
