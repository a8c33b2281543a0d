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
BELOW: Final[tuple[tuple[int, ...], ...]] = ((1, 1, 1, 1), (2, 2, 2, 2))
"""The two rungs below level 0, for those who can or dare little: levels -2 and -1."""
RUNGS: Final = BELOW + LADDER
BOTTOM: Final = -len(BELOW)
FLOOR: Final = 0
"""The level that is always allowed (84 minutes a week), and below which no bad morning lowers."""
TOP: Final = len(LADDER) - 1
DAY_MINUTES: Final = tuple(sum(walks) for walks in RUNGS)
HIGHEST_START: Final = 6
"""Most people start no higher than this, whatever they can walk."""
HIGHEST_START_OF_WALKERS: Final = 9
"""The same for somebody who walks that much already, with little pain in the leg."""
WALKERS_LEG: Final = 4
SHARE_OF_TOLERANCE: Final = 0.6
MOST_OF_NOW: Final = 1.2
SEVERE_LEG: Final = 7


def walks_of(level: int) -> tuple[int, ...]:
    """Give the minutes of each walk of a day at ``level``."""
    return RUNGS[level - BOTTOM]


def day_minutes(level: int) -> int:
    """Give the planned minutes a day at ``level``."""
    return DAY_MINUTES[level - BOTTOM]


def highest(minutes: float) -> int:
    """Find the highest level of at most ``minutes`` a day; the lowest where even that is more."""
    return max(bisect_right(DAY_MINUTES, minutes + 1e-9) - 1, 0) + BOTTOM


def down_from(level: int, steps: int = 1) -> int:
    """Go down the ladder, to level 0 at most; who stands below it stays there."""
    return max(level - steps, min(level, FLOOR))


def entry_level(profile: Profile | None, leg: int | None) -> int:
    """Find where someone starts, from what they say they can walk (clinical 4.2).

    Args:
        profile: who the plan is for; without one, or without a walking tolerance, level 0.
        leg: this morning's leg pain, NRS 0-10 or unknown; severe pain starts one level lower.

    """
    tolerance = profile.walk_tolerance if profile else None
    if profile is None or tolerance is None:
        return min(FLOOR, _as_now(profile))
    can = max(
        (n for n in range(BOTTOM, TOP + 1) if walks_of(n)[0] <= SHARE_OF_TOLERANCE * tolerance),
        default=BOTTOM,
    )
    level = min(can, _as_now(profile), _most_at_start(profile, leg))
    return max(level - 1, BOTTOM) if leg is not None and leg >= SEVERE_LEG else level


def _as_now(profile: Profile | None) -> int:
    """Find the level of a little more than what is walked now."""
    now = profile.walks_now if profile else None
    return TOP if now is None else highest(MOST_OF_NOW * now)


def _most_at_start(profile: Profile, leg: int | None) -> int:
    now = profile.walks_now
    if now is None or leg is None or leg > WALKERS_LEG:
        return HIGHEST_START
    return min(max(HIGHEST_START, highest(now)), HIGHEST_START_OF_WALKERS)
