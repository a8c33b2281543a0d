"""The usual course, as studies saw it: a band of means, never a forecast for one person (clinical 1.3-1.4).

The figures are shares of the patient's own start, so that a mild and a severe start are read alike. The low
and the high edge are two groups of people; most single courses go up and down, within the band and without.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from math import exp, log
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import WEEK, Values, first_week, is_start_unread

Preset: TypeAlias = Literal["recent", "lasting"]
"""By how long the leg had hurt at the start: under twelve weeks, or longer."""

LEAST_FOR_BAND: Final = 14
"""Logged days before the band may be shown; a convention."""
LASTING_WEEKS: Final = 12
MUCH_BETTER: Final[Mapping[Literal["leg", "back"], float]] = {"leg": 1.75, "back": 2.25}
"""At most so much (0-10) had most Norwegian patients who called themselves much better or well (Haugen 2012,
cut-offs of a 0-100 scale divided by ten)."""
_WEEKS: Final = (0, 1, 2, 4, 6, 8, 12, 16, 20, 26, 39, 52)
_SHARES: Final[Mapping[Preset, tuple[tuple[int, ...], tuple[int, ...]]]] = {
    "recent": (
        (100, 87, 76, 58, 44, 41, 36, 32, 28, 23, 17, 12),
        (100, 92, 85, 71, 60, 51, 51, 51, 50, 50, 50, 49),
    ),
    "lasting": (
        (100, 93, 87, 75, 65, 63, 60, 58, 55, 51, 48, 45),
        (100, 98, 97, 94, 91, 88, 82, 77, 72, 65, 65, 65),
    ),
}
"""Per cent of the start that is left. Low and high of "recent": Menezes Costa 2012 (acute), Mathieson 2017
(placebo arm); of "lasting": Menezes Costa 2012 (persistent), Bailey 2020 (non-surgical arm). Weeks 6, 8, 26
and 52 are measured; what lies between is interpolated."""


class Reference(Value):
    """The band for one patient."""

    preset: Preset
    start: float
    """Mean leg pain of the first 7 logged days, 0-10."""
    first: date
    """The first logged day: week 0."""

    @property
    def length(self) -> int:
        """Count the days that the band covers, from the first."""
        return _WEEKS[-1] * WEEK + 1

    def edges(self, day: date) -> tuple[float, float] | None:
        """Give the lowest and the highest mean (0-10) on ``day``; None outside the first year."""
        weeks = (day - self.first).days / WEEK
        if not 0 <= weeks <= _WEEKS[-1]:
            return None
        low, high = _SHARES[self.preset]
        return self.start * share_left(weeks, low), self.start * share_left(weeks, high)


def reference(leg: Values, onset: date | None, unread: Collection[date] = ()) -> Reference | None:
    """Give the band for a patient, or None while fewer than 14 days are logged or the leg did not hurt.

    None, too, where the first week is not known for all that is ``unread``.

    Without an onset the leg is taken to have begun to hurt when it was first logged.
    """
    start = first_week(leg)
    if is_start_unread(leg, unread):
        return None
    if start is None or start.mean <= 0 or len(leg) < LEAST_FOR_BAND:
        return None
    first = min(leg)
    # Counted at the first logged day: the band begins there, and the studies sorted people at their start.
    weeks = (first - onset).days / WEEK if onset else 0
    return Reference("lasting" if weeks >= LASTING_WEEKS else "recent", start.mean, first)


def share_left(weeks: float, shares: Iterable[int]) -> float:
    """Give the share (0-1) that is left after ``weeks``, 0 to 52, between two known weeks on a log scale."""
    known = tuple(shares)
    at = min(bisect_right(_WEEKS, weeks), len(_WEEKS) - 1)
    before, after = _WEEKS[at - 1], _WEEKS[at]
    way = (weeks - before) / (after - before)
    return exp(log(known[at - 1]) * (1 - way) + log(known[at]) * way) / 100
