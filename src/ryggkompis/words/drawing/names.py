"""The pain drawing in words: what a region is called, what is marked where, and what has changed."""

from collections.abc import Iterator, Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.journal.drawing import (
    HALVES,
    PLACES,
    SORTS,
    Half,
    Marked,
    Place,
    Region,
    Sort,
    half_of,
    region_of,
)
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _

DRAWING: Final = N_("Where it hurts")
_REGIONS: Final[Mapping[Region, str]] = {
    "back": N_("low back"),
    "buttock": N_("buttock"),
    "between_legs": N_("between the legs"),
    "thigh_back": N_("back of the thigh"),
    "thigh_outer": N_("outer thigh"),
    "thigh_front": N_("front of the thigh"),
    "thigh_inner": N_("inner thigh"),
    "calf_back": N_("back of the calf"),
    "calf_outer": N_("outer calf"),
    "calf_front": N_("shin"),
    "foot_top": N_("top of the foot"),
    "foot_sole": N_("sole of the foot"),
    "foot_outer": N_("outer edge of the foot"),
    "big_toe": N_("big toe"),
    "small_toes": N_("small toes"),
}
_HALVES: Final[Mapping[Half, str]] = {"left": N_("left"), "right": N_("right")}
SORT_NAMES: Final[Mapping[str, str]] = {
    "pain": N_("Pain"),
    "numbness": N_("Numb"),
    "tingling": N_("Tingling"),
    "weakness": N_("Weak"),
}


def region_name(region: Region) -> str:
    """Name a region without its side."""
    return _(_REGIONS[region])


def half_name(half: Half) -> str:
    """Name a side of the body."""
    return _(_HALVES[half])


def sort_name(sort: Sort) -> str:
    """Name what can be marked, in a word that can begin a line."""
    return _(SORT_NAMES[sort])


def place_name(place: Place) -> str:
    """Name a region with its side: “outer calf, left”."""
    half = half_of(place)
    return region_name(region_of(place)) + (f", {half_name(half)}" if half else "")


def marks_in_words(drawing: Marked) -> Iterator[str]:
    """Say what is marked, a sort and a side at a time, from the back down; nothing marked says so."""
    for sort in SORTS:
        places = [place for place in PLACES if place in drawing.of(sort)]
        by_half = {half: [one for one in places if half_of(one) == half] for half in (None, *HALVES)}
        for half, found in by_half.items():
            if found:
                regions = formats.list_of([region_name(region_of(place)) for place in found])
                named = sort_name(sort).lower()
                yield f"{named}: {regions}" if half is None else f"{named}, {half_name(half)}: {regions}"
    if not drawing.marks:
        yield _("nothing marked")


def half_letter(half: Half) -> str:
    """Give the letter of a side of the body, as under a picture."""
    return half_name(half)[:1].upper()


def sorts_at(drawing: Marked) -> dict[Place, tuple[Sort, ...]]:
    """Give what is marked by place, from the back down."""
    found = {place: tuple(sort for sort in SORTS if place in drawing.of(sort)) for place in PLACES}
    return {place: sorts for place, sorts in found.items() if sorts}


def drawing_in_words(drawing: Marked) -> str:
    """Say a whole drawing in one sentence."""
    said = "; ".join(marks_in_words(drawing))
    return f"{said[:1].upper()}{said[1:]}."
