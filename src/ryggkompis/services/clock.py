"""The clock, as the use cases see it: handed in, never looked up."""

from datetime import date, datetime, time, timedelta
from typing import Final, Protocol

from ryggkompis.domain.base.days import DAY_STARTS, logical_day
from ryggkompis.domain.base.value import Value

# When a day that is told about later is taken to have been lived.
MORNING: Final = time(8, 0)
NOON: Final = time(12, 0)
EVENING: Final = time(20, 0)


class Clock(Protocol):
    """Something that knows the time and the place."""

    def now(self) -> datetime:
        """Give the local time with its offset."""
        ...

    @property
    def zone(self) -> str:
        """Name the time zone."""
        ...


class Today(Value):
    """Which day it is for the patient, and the moment of what is told about a day."""

    clock: Clock
    starts: time = DAY_STARTS
    """When a new day begins."""
    chosen: date | None = None
    """A day asked for instead of today."""

    @property
    def real(self) -> date:
        """The day it is now."""
        return logical_day(self.clock.now(), self.starts)

    @property
    def day(self) -> date:
        """The day that is spoken of."""
        return self.chosen or self.real

    def moment(self, usual: time = NOON) -> datetime:
        """Give the moment of what is told now: now for today, ``usual`` for a day told about later."""
        now = self.clock.now()
        if self.day == self.real:
            return now
        return datetime.combine(self.day, usual, tzinfo=now.tzinfo)

    def is_past(self) -> bool:
        """Tell whether the day spoken of is over."""
        return self.day < self.real

    def yesterday(self) -> "Today":
        """Speak of the day before."""
        return Today(self.clock, self.starts, self.day - timedelta(days=1))
