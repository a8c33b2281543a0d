"""A stopwatch by the wall clock, so that it is right also after the machine has slept."""

from datetime import datetime
from typing import Final

from ryggkompis.domain.base.scales import MOST_MINUTES
from ryggkompis.domain.base.value import Value, replace

MINUTE: Final = 60
LONG_UNSEEN: Final = 600.0
"""Seconds without a look at the clock after which nobody knows how long it was."""


class Stopwatch(Value):
    """How long something has gone on, in seconds."""

    gone: float = 0.0
    looked: float | None = None
    """The moment of the last look, as seconds; None before the first and after a pause."""
    is_paused: bool = False
    unseen: float = 0.0
    """Seconds of it during which the clock was not looked at, as when a laptop is closed."""

    @property
    def minutes(self) -> int:
        """Whole minutes, 1 to ``MOST_MINUTES``; what nobody saw is unknown, and does not count."""
        return min(max(1, round((self.gone - self.unseen) / MINUTE)), MOST_MINUTES)

    @property
    def is_sure(self) -> bool:
        """Tell whether somebody saw it all: else the minutes must be asked."""
        return not self.unseen

    def at(self, now: datetime) -> "Stopwatch":
        """Look at the clock; one that was set back gives no time, and takes none."""
        moment = now.timestamp()
        if self.is_paused:
            return self
        gap = 0.0 if self.looked is None else max(moment - self.looked, 0.0)
        # A closed lid is not a walk. Up to ten minutes are believed; of more the minutes are asked for.
        unseen = gap if gap > LONG_UNSEEN else 0.0
        return replace(self, gone=self.gone + gap, looked=moment, unseen=self.unseen + unseen)

    def paused(self, now: datetime) -> "Stopwatch":
        """Stand still, or go on."""
        if self.is_paused:
            return replace(self, is_paused=False, looked=None).at(now)
        return replace(self.at(now), is_paused=True, looked=None)
