"""What the known mornings of some weeks come to: the leg, and how far down the pain reaches."""

from collections import deque
from datetime import date, timedelta
from itertools import islice
from math import inf
from typing import Final

from ryggkompis.domain.base.averages import mean
from ryggkompis.domain.base.scales import SITES
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.entries import CheckIn

MEAN_OF: Final = 7
"""Known mornings that a mean is taken of, at most."""
MEAN_NEEDS: Final = 3
"""Known mornings that a mean needs, else it is unknown."""
WEEK_MEANS: Final = ((7, 3), (14, 4))
"""Days that a mean of the week is taken of, and what it needs; of two weeks where that is the habit."""
LOOKS_BACK: Final = 28
"""Days for which an answer speaks of now."""
LOWEST_FROM, LOWEST_TO = 7, 34
"""From how many days ago to how many the lowest mean is looked for."""
SITE_OF: Final = 3
"""Known answers whose middle one is the usual site."""
NEW_LOW_DAYS: Final = 14
"""Days on which the usual site must not have been so low, for it to be a new low."""
LOWS_WITHIN: Final = 28
"""Days for which a new low is remembered."""
UNKNOWN: Final = -1
"""Less far down than any site."""


class KnownWeeks(Value):
    """What the known mornings up to a day come to."""

    leg_mean: float | None
    leg_week: float | None
    leg_lowest: float | None
    has_numbers: bool
    new_lows: tuple[date, ...]
    is_reaching: bool


class KnownMornings:
    """Follows the mornings, one day after another."""

    def __init__(self) -> None:
        """Begin before the first morning."""
        self._legs: deque[tuple[date, int]] = deque(maxlen=MEAN_OF)
        self._sites: deque[tuple[date, int]] = deque(maxlen=SITE_OF)
        # The nearest day first; what is unknown is no lowest mean and no furthest site.
        self._weeks: deque[float] = deque(maxlen=LOWEST_TO + 1)
        self._usual_sites: deque[int] = deque(maxlen=NEW_LOW_DAYS)
        self._lows: list[date] = []
        self._reached: date | None = None

    def on(self, day: date, check_in: CheckIn | None) -> KnownWeeks:
        """Take in the morning of ``day``."""
        if check_in is not None and check_in.leg is not None:
            self._legs.append((day, check_in.leg))
        if check_in is not None and check_in.site is not None:
            self._sites.append((day, SITES.index(check_in.site)))
        since = day - timedelta(days=LOOKS_BACK)
        for answers in (self._legs, self._sites):
            while answers and answers[0][0] <= since:
                answers.popleft()
        week = self._week(day)
        self._weeks.appendleft(inf if week is None else week)
        self._follow_site(day)
        lowest = min(islice(self._weeks, LOWEST_FROM, None), default=inf)
        return KnownWeeks(
            self._mean(),
            week,
            None if lowest == inf else lowest,
            bool(self._legs),
            tuple(self._lows),
            self._reached is not None and (day - self._reached).days < NEW_LOW_DAYS,
        )

    def _mean(self) -> float | None:
        return mean([leg for _, leg in self._legs]) if len(self._legs) >= MEAN_NEEDS else None

    def _week(self, day: date) -> float | None:
        for days, needs in WEEK_MEANS:
            since = day - timedelta(days=days)
            known = [leg for told, leg in self._legs if told > since]
            if len(known) >= needs:
                return mean(known)
        return None

    def _follow_site(self, day: date) -> None:
        """Note a new low: the usual site is lower than on every one of the fourteen days before."""
        is_known, before = len(self._sites) == SITE_OF, max(self._usual_sites, default=UNKNOWN)
        usual = sorted(site for _, site in self._sites)[SITE_OF // 2] if is_known else UNKNOWN
        if before != UNKNOWN and self._sites and self._sites[-1][0] == day:
            self._reached = day if self._sites[-1][1] > before else None
        if usual > before != UNKNOWN:
            self._lows.append(day)
        self._usual_sites.appendleft(usual)
        while self._lows and (day - self._lows[0]).days >= LOWS_WITHIN:
            self._lows.pop(0)
