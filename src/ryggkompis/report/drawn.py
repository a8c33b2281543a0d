"""The pain drawing as a report tells it: what was marked on a day, and nothing of how it was kept."""

from datetime import date

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.drawing import SORTS, Drawing, Mark, Place, Sort


class Drawn(Value):
    """What was marked on a body on one day; what is not there was not marked."""

    day: date
    pain: tuple[Place, ...]
    numbness: tuple[Place, ...]
    tingling: tuple[Place, ...]
    weakness: tuple[Place, ...]

    @property
    def marks(self) -> frozenset[Mark]:
        """Each thing that was marked, with its place."""
        return frozenset((sort, place) for sort in SORTS for place in self.of(sort))

    def of(self, sort: Sort) -> tuple[Place, ...]:
        """Give the places of one sort."""
        found: tuple[Place, ...] = getattr(self, sort)
        return found


def drawn_of(entry: Drawing) -> Drawn:
    """Give what a report tells of an entry."""
    return Drawn(entry.day, *(entry.of(sort) for sort in SORTS))
