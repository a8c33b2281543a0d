"""How far a file's timestamps are from the days it tells, proved by the rows that have both."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

_FEWEST: Final = 20
"""Rows that prove it; fewer may agree by chance."""
_FURTHEST: Final = 14
"""Hours; no zone is further from UTC."""


def proven_hours(rows: Sequence[tuple[date | None, datetime | None]]) -> tuple[int, ...]:
    """Give every whole number of hours that takes each timestamp to the day beside it; none where none does.

    Rows whose timestamps are on their days already prove nothing else, and nothing is moved.
    """
    both = [(day, moment) for day, moment in rows if day is not None and moment is not None]
    if len(both) < _FEWEST:
        return ()
    fitting = [
        hours for hours in range(-_FURTHEST, _FURTHEST + 1) if all(_fits(day, at, hours) for day, at in both)
    ]
    return tuple(sorted(fitting, key=abs))


def _fits(day: date, moment: datetime, hours: int) -> bool:
    try:
        return (moment + timedelta(hours=hours)).date() == day
    except OverflowError:
        return False
