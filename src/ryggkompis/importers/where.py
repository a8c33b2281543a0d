"""Where something stands in a foreign file, and when it was."""

from datetime import date, datetime
from typing import NamedTuple


class Where(NamedTuple):
    """Where something stands in the file, and what it is about."""

    line: int
    at: datetime | date | None
    """The moment, or only the day; None when there is no real one."""
    source: str
    """The device or program, or the name it has there."""
    said: str = ""
    """How the file writes it."""

    @property
    def day(self) -> date:
        """The day of the moment; long ago where there is none."""
        if self.at is None:
            return date.min
        return self.at.date() if isinstance(self.at, datetime) else self.at
