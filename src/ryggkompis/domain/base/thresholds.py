"""The numbers of the table that a patient and therapist may change; every one of them is a convention.

On the side where a load would rise sooner the convention is the bound: a choice only
makes the table more careful.
"""

from collections.abc import Mapping
from typing import Annotated, Final, get_args, get_type_hints

from msgspec import Meta

from ryggkompis.domain.base.value import Value, replace


class Thresholds(Value, kw_only=True):
    """What counts as worse, as settled, as a good week and as a fitting plan."""

    worse_leg: Annotated[int, Meta(ge=1, le=2)] = 2
    """Points (NRS) above the usual leg pain that make a morning worse."""
    settles_within: Annotated[int, Meta(ge=15, le=60)] = 60
    """Minutes within which the leg should be back where it started after a walk."""
    good_share: Annotated[int, Meta(ge=70, le=100)] = 70
    """Per cent of the known days that must have gone well before a step up."""
    days_at_level: Annotated[int, Meta(ge=7, le=28)] = 7
    days_between_rises: Annotated[int, Meta(ge=3, le=14)] = 3
    too_little: Annotated[int, Meta(ge=70, le=90)] = 70
    """Per cent of the planned walking below which the plan may not fit."""
    too_much: Annotated[int, Meta(ge=110, le=130)] = 130
    """Per cent of the planned walking above which the plan is held."""
    position_minutes: Annotated[int, Meta(ge=10, le=60)] = 30
    """Minutes between two changes of position."""
    position_minutes_tender: Annotated[int, Meta(ge=10, le=60)] = 20
    """The same in a flare and in the first phase."""

    @classmethod
    def of(cls, chosen: Mapping[str, int]) -> "Thresholds":
        """Take the defaults with what was ``chosen`` instead; what cannot be is left out."""
        return replace(cls(), **those_that_may_be(chosen))


def _bounds(hint: object) -> tuple[int, int]:
    _plain, limits = get_args(hint)
    return limits.ge, limits.le


CONVENTIONS: Final = Thresholds()
"""What stands when nobody has changed anything."""
BOUNDS: Final[Mapping[str, tuple[int, int]]] = {
    name: _bounds(hint) for name, hint in get_type_hints(Thresholds, include_extras=True).items()
}
"""The lowest and the highest value of each."""


def may_be(name: str, value: int) -> bool:
    """Tell whether there is a number ``name`` in the table and it may be ``value``."""
    if name not in BOUNDS or type(value) is not int:
        return False
    low, high = BOUNDS[name]
    return low <= value <= high


def those_that_may_be(chosen: Mapping[str, int]) -> dict[str, int]:
    """Leave out what is no limit of this table, or beyond its bounds; other versions have others."""
    return {name: value for name, value in chosen.items() if may_be(name, value)}
