"""What is typed of a drawing: numbers of regions, each with its side where it has one."""

import re
from typing import Final, NamedTuple

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.journal.drawing import HALVES, REGIONS, Half, Place, Region, place_of

BETWEEN: Final[Region] = "between_legs"
_SIDES: Final[dict[str, tuple[Half, ...]]] = {
    **dict.fromkeys(("l", "left", "v", "venstre"), ("left",)),
    **dict.fromkeys(("r", "right", "h", "høyre", "hoyre"), ("right",)),
    **dict.fromkeys(("b", "both", "begge"), HALVES),
}
"""What says a side, in either language."""
_PARTS: Final = re.compile(r"\d+|[^\W\d]+|[^\s,;.]", re.UNICODE)
_DIGITS: Final = 4


class NotARegion(ExpectedError):
    """Something that names no region of a drawing."""

    says = N_("“{text}” names no region. Write numbers from 1 to {high}, with l, r or b for the side.")


class Named(NamedTuple):
    """A region that was named, and the sides of it that were; none where that is still to be asked."""

    region: Region
    halves: tuple[Half, ...] = ()

    @property
    def needs_side(self) -> bool:
        """Tell whether the side is still to be asked."""
        return self.region != BETWEEN and not self.halves

    @property
    def places(self) -> tuple[Place, ...]:
        """Give the places that are meant."""
        if self.region == BETWEEN:
            return (place_of(self.region, None),)
        return tuple(place_of(self.region, half) for half in self.halves)


def read_regions(text: str) -> tuple[Named, ...]:
    """Read “2l, 8 r, 5”: the numbers of ``REGIONS`` from 1, with a letter or a word for the side.

    Raises:
        NotARegion: for anything else.

    """
    found: list[Named] = []
    for part in _PARTS.findall(text.casefold()):
        if part.isdecimal():
            place = int(part) if len(part) < _DIGITS else 0
            if not 1 <= place <= len(REGIONS):
                raise NotARegion(text=shown(part), high=len(REGIONS))
            found.append(Named(REGIONS[place - 1]))
        elif part in _SIDES and found:
            found[-1] = found[-1]._replace(halves=_SIDES[part])
        else:
            raise NotARegion(text=shown(part), high=len(REGIONS))
    return tuple(found)
