"""What was shown on the last days: only what was shown holds the plan of the next (invariant I6)."""

from collections.abc import Sequence

from ryggkompis.domain.journal.shown import Shown
from ryggkompis.store.places import Places
from ryggkompis.store.remembered.files import read_remembered, write_remembered
from ryggkompis.store.remembered.names import SHOWN
from ryggkompis.store.seal import Seal


def read_shown(places: Places, seal: Seal) -> tuple[Shown, ...]:
    """Read what was shown, oldest first; nothing where there is nothing that can be read."""
    shown: tuple[Shown, ...] | None = read_remembered(places, seal, SHOWN, tuple[Shown, ...])
    return shown or ()


def write_shown(places: Places, seal: Seal, shown: Sequence[Shown]) -> None:
    """Keep what was shown; where the disk refuses, the plan is shown all the same."""
    write_remembered(places, seal, SHOWN, shown)
