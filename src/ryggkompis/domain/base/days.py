"""The only place where a moment becomes a day."""

from datetime import date, datetime, time, timedelta
from typing import Final

EARLIEST: Final = date(1990, 1, 1)
"""No entry is about a day before it: such a day is a slip of the pen, or of a clock."""
LONG_AGO: Final = date(1900, 1, 1)
"""No day that an entry names, as that on which the pain began, lies before it."""
DAY_STARTS: Final = time(4, 0)
"""Until four in the morning it is still yesterday for someone who cannot sleep; a convention."""


def logical_day(moment: datetime, starts: time = DAY_STARTS) -> date:
    """Name the patient's calendar day at ``moment``, read on the wall clock that ``moment`` carries."""
    # By the wall clock and not the instant: a traveller's evening belongs to the day it was there.
    if moment.time() < starts:
        return moment.date() - timedelta(days=1)
    return moment.date()


def days_between(first: date, last: date) -> list[date]:
    """List every day from ``first`` to ``last``, both included; empty when ``last`` is earlier."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
