"""The walking ladder (clinical 4.2): our convention, extrapolated from trials of walking for back pain."""

from bisect import bisect_right
from typing import Final

from ryggkompis.domain.journal.entries import Profile

LADDER: Final[tuple[tuple[int, ...], ...]] = (
    (3, 3, 3, 3),
    (4, 4, 3, 3),
    (4, 4, 4, 4),
    (5, 5, 4, 4),
    (6, 5, 5, 4),
    (7, 6, 5, 4),
    (9, 8, 7),
    (11, 8, 7),
    (14, 7, 7),
    (18, 7, 6),
    (22, 6, 6),
    (26, 6, 5),
    (30, 5, 5),
)
"""Minutes of each of the day's walks, by level 0-12; every step is at most 17 % more a week."""
DAY_MINUTES: Final = tuple(sum(walks) for walks in LADDER)
TOP: Final = len(LADDER) - 1
BELOW: Final[tuple[int, ...]] = (2, 2, 2, 2, 2)
"""For someone who cannot walk three minutes: get up and walk a little, five times a day."""
HIGHEST_START: Final = 6
"""Nobody starts higher than this, whatever they can walk."""
SHORTEST: Final = 3
"""Minutes of walking below which the ladder begins with ``BELOW``."""
SAFE_START: Final = 5
"""A tolerance of fewer minutes than this, or an unknown one, starts at level 0."""
SHARE_OF_TOLERANCE: Final = 0.6
MOST_OF_NOW: Final = 1.2
SEVERE_LEG: Final = 7
MOST_GROWTH: Final = 1.20
"""Planned minutes a week are at most this times the best week done lately, invariant I4."""


def day_minutes(level: int) -> int:
    """Give the planned minutes a day at ``level``."""
    return DAY_MINUTES[level]


def week_minutes(level: int) -> int:
    """Give the planned minutes a week at ``level``."""
    return 7 * day_minutes(level)


def highest(week: float) -> int:
    """Find the highest level of at most ``week`` minutes a week; level 0 is always allowed."""
    return max(bisect_right(DAY_MINUTES, week / 7) - 1, 0)


def entry_level(profile: Profile | None, leg: int | None) -> int:
    """Find where someone starts, from what they say they can walk (clinical 4.2).

    Args:
        profile: who the plan is for; without one, or without a walking tolerance, level 0.
        leg: this morning's leg pain, NRS 0-10 or unknown; severe pain starts one level lower.

    """
    tolerance = profile.walk_tolerance if profile else None
    if profile is None or tolerance is None or tolerance < SAFE_START:
        return 0
    level = max(
        (n for n in range(HIGHEST_START + 1) if LADDER[n][0] <= SHARE_OF_TOLERANCE * tolerance), default=0
    )
    if profile.walks_now is not None:
        level = min(level, highest(7 * MOST_OF_NOW * profile.walks_now))
    if leg is not None and leg >= SEVERE_LEG:
        level -= 1
    return max(level, 0)


def return_level(before: int) -> int:
    """Find where walking resumes after a flare: at most 60 % of the minutes a day ``before`` it, rule D11."""
    limit = 0.6 * day_minutes(before)
    return max((level for level in range(before + 1) if day_minutes(level) <= limit), default=0)
