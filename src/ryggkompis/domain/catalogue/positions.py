"""In which position a pose is: what a figure shows must be what its exercise is said to be done in."""

from collections.abc import Collection
from math import dist
from typing import Final, Literal, TypeAlias, get_args

from ryggkompis.domain.catalogue.figures import HEAD, Figure, Pose

Position: TypeAlias = Literal["SUPINE", "PRONE", "SIDE", "SIT", "KNEEL", "STAND"]
POSITIONS: Final[frozenset[Position]] = frozenset(get_args(Position))
_LYING: Final[frozenset[Position]] = frozenset({"SUPINE", "PRONE", "SIDE"})
_LOW: Final = 15
"""Whose hip or neck is not higher than this lies."""
_UPRIGHT: Final = 8
"""Whose hip is so much higher than a knee stands on that leg, or kneels."""
_KNEE_ON_FLOOR: Final = 8


def positions_of(figure: Figure, pose: Pose) -> frozenset[Position]:
    """Tell what position a pose may be in; without a nose, how somebody lies cannot be told."""
    if figure.seen == "above" or min(pose.hip[1], pose.neck[1]) <= _LOW:
        return _lying(figure, pose)
    lower = min(y for _x, y in pose.knees)
    if pose.hip[1] - lower < _UPRIGHT:
        return frozenset({"SIT"})
    return frozenset({"KNEEL" if lower < _KNEE_ON_FLOOR else "STAND"})


def _lying(figure: Figure, pose: Pose) -> frozenset[Position]:
    if pose.nose is None:
        return _LYING
    looks_at_us = dist(pose.head, pose.nose) < HEAD
    if figure.seen == "above":
        return frozenset({"SUPINE" if looks_at_us else "SIDE"})
    if figure.seen == "front":
        return frozenset({"SIDE"})
    if pose.nose[1] - pose.head[1] > HEAD / 2:
        return frozenset({"SUPINE"})
    return frozenset({"PRONE", "SIDE"} if looks_at_us else {"PRONE"})


def contradiction(figure: Figure, positions: Collection[str]) -> Position | None:
    """Give a position that is said and never shown, or shown and not said; None where the two agree.

    Where none is said, nothing is contradicted.
    """
    said = POSITIONS.intersection(positions)
    shown = [positions_of(figure, pose) for pose in figure.poses]
    odd = next((one for one in shown if said.isdisjoint(one)), None)
    unseen = said.difference(*shown)
    if not said or (odd is None and not unseen):
        return None
    return min(unseen or odd or said)
