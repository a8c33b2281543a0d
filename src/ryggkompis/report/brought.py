"""Pain that came from other programs' files, as a report tells it."""

from collections.abc import Mapping
from datetime import date

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.history import History


class Brought(Value):
    """Pain that other programs' files tell of: shown, and no part of what is reckoned."""

    sources: tuple[str, ...] = ()
    """The programs."""
    leg: Mapping[date, int] = {}
    back: Mapping[date, int] = {}

    @property
    def days(self) -> int:
        """Count its days."""
        return len({*self.leg, *self.back})


def brought_of(told: History) -> Brought:
    """Give what other programs' files tell of pain in these days."""
    sources = sorted({one.origin.source for one in told.brought if one.origin is not None})
    return Brought(tuple(sources), told.brought_pain("leg"), told.brought_pain("back"))
