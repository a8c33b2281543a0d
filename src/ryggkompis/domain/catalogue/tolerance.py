"""What a patient does not tolerate, and what that leaves out."""

from collections.abc import Iterable
from typing import Final

from ryggkompis.domain.base.scales import Sensitivity
from ryggkompis.domain.catalogue.catalogue import Tag

LEFT_OUT: Final[dict[Sensitivity, Tag]] = {
    "flex": "FLEX",
    "ext": "EXT",
    "balance": "BAL",
    "kneeling": "KNEEL",
    "standing": "EXT",
}
"""What a sensitivity leaves out (clinical 5.1, invariant I10)."""


def left_out(sensitivities: Iterable[Sensitivity]) -> frozenset[Tag]:
    """Name the tags that ``sensitivities`` leave out."""
    return frozenset(LEFT_OUT[s] for s in sensitivities if s in LEFT_OUT)
