"""The pain drawing: where it hurts, is numb, tingles or is weak, in regions that a patient can name."""

from typing import Annotated, Final, Literal, Protocol, TypeAlias, get_args

from msgspec import Meta

from ryggkompis.domain.base.scales import SITES, Site
from ryggkompis.domain.journal.stamp import Stamp

Region: TypeAlias = Literal[
    "back", "buttock", "between_legs", "thigh_back", "thigh_outer", "thigh_front", "thigh_inner", "calf_back",
    "calf_outer", "calf_front", "foot_top", "foot_sole", "foot_outer", "big_toe", "small_toes",
]  # fmt: skip
REGIONS: Final[tuple[Region, ...]] = get_args(Region)
"""From the back down to the toes, as they are numbered and read."""
Half: TypeAlias = Literal["left", "right"]
HALVES: Final[tuple[Half, ...]] = get_args(Half)
Place: TypeAlias = Literal[
    "back_left", "back_right", "buttock_left", "buttock_right", "between_legs",
    "thigh_back_left", "thigh_back_right", "thigh_outer_left", "thigh_outer_right",
    "thigh_front_left", "thigh_front_right", "thigh_inner_left", "thigh_inner_right",
    "calf_back_left", "calf_back_right", "calf_outer_left", "calf_outer_right",
    "calf_front_left", "calf_front_right", "foot_top_left", "foot_top_right",
    "foot_sole_left", "foot_sole_right", "foot_outer_left", "foot_outer_right",
    "big_toe_left", "big_toe_right", "small_toes_left", "small_toes_right",
]  # fmt: skip
PLACES: Final[tuple[Place, ...]] = get_args(Place)
"""A region on its side; what lies between the legs has none."""
Sort: TypeAlias = Literal["pain", "numbness", "tingling", "weakness"]
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)
"""What can be marked, and the field that it stands in."""
Places: TypeAlias = Annotated[tuple[Place, ...], Meta(max_length=len(PLACES))]
Mark: TypeAlias = tuple[Sort, Place]

SADDLE_FLAG: Final = "CES1"
BOTH_FLAG: Final = "CES7"
WEAK_FLAGS: Final = ("MOT1", "MOT2")
_SADDLE: Final[frozenset[Region]] = frozenset({"between_legs", "buttock", "thigh_inner"})
_FELT: Final[frozenset[Sort]] = frozenset({"numbness", "tingling"})
_SITES: Final[tuple[tuple[str, Site], ...]] = (
    ("buttock", "buttock"), ("thigh", "thigh"), ("calf", "calf"), ("foot", "foot"), ("big", "foot"),
    ("small", "foot"),
)  # fmt: skip
"""The beginning of a place, and how far down that is."""


class Marked(Protocol):
    """A body on which something is marked."""

    @property
    def marks(self) -> frozenset[Mark]:
        """Each thing that is marked, with its place."""

    def of(self, sort: Sort) -> tuple[Place, ...]:
        """Give the places of one sort."""


class Drawing(Stamp, kw_only=True):
    """Everything that was marked at one time; what was not marked is not there, as the patient saw it all."""

    kind: Literal["drawing"] = "drawing"
    pain: Places = ()
    numbness: Places = ()
    tingling: Places = ()
    weakness: Places = ()

    @property
    def marks(self) -> frozenset[Mark]:
        """Each thing that was marked, with its place."""
        return frozenset((sort, place) for sort in SORTS for place in self.of(sort))

    def of(self, sort: Sort) -> tuple[Place, ...]:
        """Give the places of one sort."""
        found: tuple[Place, ...] = getattr(self, sort)
        return found


def region_of(place: Place) -> Region:
    """Give the region of a place, without its side."""
    return next(region for region in REGIONS if place in {region, *(f"{region}_{half}" for half in HALVES)})


def half_of(place: Place) -> Half | None:
    """Give the side that a place is on; None between the legs."""
    return next((half for half in HALVES if place.endswith(f"_{half}")), None)


def place_of(region: Region, half: Half | None) -> Place:
    """Give the place of a region on a side; between the legs there is none."""
    name = region if half is None else f"{region}_{half}"
    return next(place for place in PLACES if place in {name, region})


def site_of(place: Place) -> Site | None:
    """Tell how far down the leg a place is; None where it is not of a leg."""
    return next((site for beginning, site in _SITES if place.startswith(beginning)), None)


def lowest_site(drawing: Drawing) -> Site | None:
    """Tell how far down pain is marked; None where none is marked in a buttock or a leg."""
    found = [site for place in drawing.pain if (site := site_of(place)) is not None]
    return max(found, key=SITES.index, default=None)


def questions_of(drawing: Drawing, before: Drawing | None) -> tuple[str, ...]:
    """Name the safety questions that a drawing leads to, by what is new in it since the one ``before``.

    In a first drawing all is new: when it came, nobody has said.
    """
    known = before.marks if before else frozenset[Mark]()
    new = drawing.marks - known
    asked: list[str] = []
    if any(sort in _FELT and region_of(place) in _SADDLE for sort, place in new):
        asked.append(SADDLE_FLAG)
    if _both_legs(drawing.marks) - _both_legs(known):
        asked.append(BOTH_FLAG)
    if any(sort == "weakness" for sort, _place in new):
        asked += WEAK_FLAGS
    return tuple(asked)


def _both_legs(marks: frozenset[Mark]) -> frozenset[str]:
    """Tell in which ways both legs are marked: at all, without feeling as before, and weak."""
    legs = [(sort, half_of(place)) for sort, place in marks if site_of(place) not in {None, "buttock"}]
    ways = {
        "at_all": {half for _sort, half in legs},
        "feeling": {half for sort, half in legs if sort in _FELT},
        "weak": {half for sort, half in legs if sort == "weakness"},
    }
    return frozenset(way for way, halves in ways.items() if halves == set(HALVES))
