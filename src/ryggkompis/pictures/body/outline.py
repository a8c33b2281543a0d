"""The outline of a body from the waist down, and where on it each region of the pain drawing lies.

Lengths are hundredths of the way from the waist to the sole. A row gives how far from the middle one leg
begins and ends; a patch is a piece of a leg, between two heights and two shares of the leg's width.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeAlias

from ryggkompis.domain.journal.drawing import Region

Side: TypeAlias = Literal["behind", "front"]
SIDES: Final[tuple[Side, ...]] = ("behind", "front")
TOP, BOTTOM = -14.0, 104.0
WIDEST: Final = 21.0
"""From the middle to the hip, and to the toes."""


class Across(NamedTuple):
    """How far from the middle a leg begins and ends at one height."""

    y: float
    inner: float
    outer: float


class Patch(NamedTuple):
    """Where a region lies: from one height to another, from one share of the width to another."""

    region: Region
    top: float
    bottom: float
    inner: float = 0.0
    outer: float = 1.01


_BODY: Final = (
    Across(TOP, 0, 17), Across(-5, 0, 14.5), Across(2, 0, 14.5), Across(12, 0, 17.5), Across(22, 0, 20.5),
    Across(29, 0, 21), Across(30, 1, 21), Across(44, 3, 18.5), Across(56, 4.6, 15.5), Across(60, 4.8, 15),
    Across(69, 4, 17), Across(79, 4.8, 15.5), Across(90, 6.8, 12.6),
)  # fmt: skip
OUTLINES: Final[Mapping[Side, tuple[Across, ...]]] = {
    "behind": (*_BODY, Across(94, 6.4, 13.4), Across(99, 5.6, 15), Across(BOTTOM, 6, 15)),
    "front": (*_BODY, Across(94, 5.6, 15), Across(99, 4, 19), Across(102, 4, 20.5), Across(BOTTOM, 5, 19.5)),
}
PATCHES: Final[Mapping[Side, tuple[Patch, ...]]] = {
    "behind": (
        Patch("back", -10, 12), Patch("buttock", 13, 29.5), Patch("thigh_back", 31, 57),
        Patch("calf_back", 60, 91), Patch("foot_sole", 93, BOTTOM),
    ),
    "front": (
        Patch("thigh_outer", 24, 57, 0.66), Patch("thigh_front", 28, 57, 0.34, 0.66),
        Patch("thigh_inner", 31, 57, 0.0, 0.34), Patch("calf_front", 60, 91, 0.0, 0.55),
        Patch("calf_outer", 60, 91, 0.55), Patch("foot_top", 92, 98, 0.0, 0.64),
        Patch("foot_outer", 92, 98, 0.64), Patch("big_toe", 98, BOTTOM, 0.0, 0.36),
        Patch("small_toes", 98, BOTTOM, 0.36),
    ),
}  # fmt: skip
BETWEEN: Final = Patch("between_legs", 24, 31, 0.0, 4.6)
"""In the middle, seen from either side; its width is not a share of a leg."""

FOLDS: Final[Mapping[Side, tuple[tuple[float, float], ...]]] = {
    "behind": ((-10.0, 8.0), (15.0, 29.0)),
    "front": ((0.0, 2.0),),
}
"""Lines in the middle, from one height to another: the spine and the fold below it; the navel."""


def across(side: Side, y: float) -> tuple[float, float] | None:
    """Give where a leg begins and ends at a height; None above and below the body."""
    rows = OUTLINES[side]
    for above, below in pairwise(rows):
        if above.y <= y <= below.y:
            share = (y - above.y) / (below.y - above.y)
            inner = above.inner + (below.inner - above.inner) * share
            return inner, above.outer + (below.outer - above.outer) * share
    return None


def region_at(side: Side, distance: float, y: float) -> Region | None:
    """Give the region at a distance from the middle and a height; None where there is none."""
    if BETWEEN.top <= y < BETWEEN.bottom and distance <= BETWEEN.outer:
        return BETWEEN.region
    found = across(side, y)
    if found is None or not found[0] <= distance <= found[1]:
        return None
    share = (distance - found[0]) / (found[1] - found[0])
    fitting = (one for one in PATCHES[side] if one.top <= y < one.bottom and one.inner <= share < one.outer)
    return next((one.region for one in fitting), None)
