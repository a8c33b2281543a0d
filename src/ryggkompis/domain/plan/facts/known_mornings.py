"""What the known mornings of some weeks come to: the leg, and how far down the pain reaches."""

from collections import deque
from datetime import date, timedelta
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
        # The nearest day first.
        self._weeks: deque[float | None] = deque(maxlen=LOWEST_TO + 1)
        self._usual_sites: deque[int | None] = deque(maxlen=NEW_LOW_DAYS)
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
        self._weeks.appendleft(self._week(day))
        self._follow_site(day)
        lowest = [found for found in list(self._weeks)[LOWEST_FROM:] if found is not None]
        return KnownWeeks(
            self._mean(),
            self._weeks[0],
            min(lowest, default=None),
            bool(self._legs),
            tuple(self._lows),
            self._reached is not None and (day - self._reached).days < NEW_LOW_DAYS,
        )

    def _mean(self) -> float | None:
        return mean([leg for _, leg in self._legs]) if len(self._legs) >= MEAN_NEEDS else None

    def _week(self, day: date) -> float | None:
        for days, needs in WEEK_MEANS:
            known = [leg for told, leg in self._legs if (day - told).days < days]
            if len(known) >= needs:
                return mean(known)
        return None

    def _follow_site(self, day: date) -> None:
        """Note a new low: the usual site is lower than on every one of the fourteen days before."""
        usual = sorted(site for _, site in self._sites)[SITE_OF // 2] if len(self._sites) == SITE_OF else None
        before = [site for site in self._usual_sites if site is not None]
        if before and self._sites and self._sites[-1][0] == day:
            self._reached = day if self._sites[-1][1] > max(before) else None
        if usual is not None and before and usual > max(before):
            self._lows.append(day)
        self._usual_sites.appendleft(usual)
        while self._lows and (day - self._lows[0]).days >= LOWS_WITHIN:
            self._lows.pop(0)
