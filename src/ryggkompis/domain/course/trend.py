"""Which way it goes: the median of all slopes, with how sure one can be (Sen 1968).

A few bad days do not turn it, and days that are missing take nothing away but certainty.
"""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from itertools import groupby
from math import sqrt
from typing import Final

from ryggkompis.domain.base.averages import median
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import WEEK, Values

TREND_DAYS: Final = 28
"""Days that a trend looks back over; a convention."""
LEAST_FOR_TREND: Final = 14
"""Known days it needs among them; a convention."""
SHORTEST_TREND: Final = 21
"""Days from the first to the last of them; a convention."""
_SURE: Final = 1.96
"""Of the normal distribution, for an interval of 95 %."""


class Trend(Value):
    """How many points a week it goes up or down, and the range that the data allows."""

    slope: float
    low: float
    high: float
    n: int
    """Known days."""

    @property
    def is_clear(self) -> bool:
        """Tell whether up and down are told apart."""
        return self.low > 0 or self.high < 0


def trend(values: Values, today: date, unread: Collection[date] = ()) -> Trend | None:
    """Give the trend of the last four weeks in points a week; None where too little is known.

    The range is Sen's, 95 %, with ties counted. It takes the days to be independent, which they are not
    quite, so it is told as "about".
    """
    first = today - timedelta(days=TREND_DAYS - 1)
    if any(first <= day <= today and day not in values for day in unread):
        return None
    known = sorted((day.toordinal(), value) for day, value in values.items() if first <= day <= today)
    if len(known) < LEAST_FOR_TREND or known[-1][0] - known[0][0] + 1 < SHORTEST_TREND:
        return None
    slopes = sorted(
        (later - value) / (day_later - day) * WEEK
        for place, (day, value) in enumerate(known)
        for day_later, later in known[place + 1 :]
    )
    reach = _SURE * sqrt(_variance([value for _, value in known]))
    low, high = _between(len(slopes), reach)
    return Trend(median(slopes), slopes[low], slopes[high], len(known))


def _between(count: int, reach: float) -> tuple[int, int]:
    """Give the places of the lowest and the highest slope that the data allows."""
    low = int((count - reach) / 2)
    high = int((count + reach) / 2)
    return max(low, 0), min(high, count - 1)


def _variance(values: Sequence[float]) -> float:
    """Give the variance of Kendall's S when nothing changes; equal values make it smaller."""
    n = len(values)
    ties = (len(list(same)) for _, same in groupby(sorted(values)))
    return (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
