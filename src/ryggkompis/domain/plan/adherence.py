"""How what was walked compares with what was planned; a day without a walk is unknown, and never zero."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from ryggkompis.domain.plan.facts import FORTNIGHT, WEEK, Facts
from ryggkompis.domain.plan.ladder import FLOOR, day_minutes, highest
from ryggkompis.domain.plan.responses import Activity
from ryggkompis.domain.plan.standing import Standing

NEEDS_OF_WEEK: Final = 3
"""Known days of the last seven that a share needs."""
NEEDS_OF_FORTNIGHT: Final = 4
"""Known days of the last fourteen that it needs where fewer a week are the habit."""
ENOUGH_DONE: Final = 70
"""Per cent of the planned minutes that a step up needs; people meet about 70 % of such goals (McDonough)."""
MOST_OF_BEST: Final = 1.40
"""A step up leads to at most this times the best week done lately, invariant I4."""
MOST_OF_PLAN: Final = 1.20
"""Or to this times the week's plan, where enough of it was done."""
UNEVEN: Final = 2
"""Times the shortest known day of the week that the longest may be."""
FADES_BELOW: Final = 50
"""Per cent of the plan below which it begins to follow what is done, where mornings are not calm."""
FADES_OF: Final = 14
"""Known days that this is worked out from."""


class Done(NamedTuple):
    """One known day of walking."""

    minutes: int
    planned: int


def _known(facts: Facts, standing: Standing) -> Iterator[tuple[int, Done]]:
    """Give the known days with a plan, the nearest first, each with how many days ago it was.

    A day of the minimum version fits its plan, and is left out.
    """
    for n, (minutes, planned) in enumerate(zip(facts.walked, reversed(standing.planned), strict=False)):
        is_minimum = n < len(facts.minimum) and facts.minimum[n]
        if minutes is not None and planned and not is_minimum:
            yield n, Done(minutes, planned)


def known_days(facts: Facts, standing: Standing) -> tuple[Done, ...]:
    """Give the known days of the week; of two weeks where that is the habit; none where too few are known."""
    days = [(n, done) for n, done in _known(facts, standing) if n < FORTNIGHT]
    week = tuple(done for n, done in days if n < WEEK)
    if len(week) >= NEEDS_OF_WEEK:
        return week
    return tuple(done for _, done in days) if len(days) >= NEEDS_OF_FORTNIGHT else ()


def _share(days: Sequence[Done], *, within: bool) -> int | None:
    """Give minutes done as whole per cent of those planned; ``within`` counts each day up to its plan alone.

    It is rounded towards the hundred's far side, so that 69.9 is under 70 and 130.1 is over 130.
    """
    if not days:
        return None
    planned = sum(day.planned for day in days)
    if within:
        return 100 * sum(map(min, days)) // planned
    return -(-100 * sum(day.minutes for day in days) // planned)


def done_share(facts: Facts, standing: Standing) -> int | None:
    """Give how much of the plan was done, in whole per cent; what is more than planned lifts nothing."""
    return _share(known_days(facts, standing), within=True)


def walked_share(facts: Facts, standing: Standing) -> int | None:
    """Give what was walked as per cent of the plan."""
    return _share(known_days(facts, standing), within=False)


def is_uneven(facts: Facts) -> bool:
    """Tell whether the longest day of walking this week is more than twice the shortest."""
    known = [minutes for minutes in facts.walked[:WEEK] if minutes is not None]
    return bool(known) and max(known) > UNEVEN * min(known)


def good_days(facts: Facts) -> tuple[int, int] | None:
    """Count the good days among the known ones, by the same habit; None where too few are known."""
    for days, needs in ((WEEK, NEEDS_OF_WEEK), (FORTNIGHT, NEEDS_OF_FORTNIGHT)):
        known = [response for response in facts.responses[:days] if response != Activity.UNKNOWN]
        if len(known) >= needs:
            return known.count(Activity.GREEN), len(known)
    return None


def best_week(walked: Sequence[int | None]) -> int:
    """Find the most minutes of any seven known days in a row; the others are left out, not zero."""
    known = [minutes for minutes in walked if minutes is not None]
    up_to = list(accumulate(known, initial=0))
    return max(
        (after - before for before, after in zip(up_to, up_to[WEEK:], strict=False)), default=up_to[-1]
    )


def _with_entry_week(facts: Facts, standing: Standing) -> tuple[int | None, ...]:
    """Count the entry level's minutes as done in the first seven days (I4)."""
    if standing.placed_on is None:
        return facts.walked
    age = (facts.day - standing.placed_on).days
    if age >= WEEK + len(facts.walked):
        return facts.walked
    # walked[n] is the day n + 1 days ago, which was day ``age - n - 1`` after the entry test.
    least = day_minutes(standing.placed_level)
    return tuple(
        max(minutes or 0, least) if 0 <= age - n - 1 < WEEK else minutes
        for n, minutes in enumerate(facts.walked)
    )


def allowed_level(facts: Facts, standing: Standing) -> int:
    """Find the highest level that a rise may lead to, invariant I4; level 0 is always allowed."""
    week = MOST_OF_BEST * best_week(_with_entry_week(facts, standing))
    share = done_share(facts, standing)
    if share is not None and share >= ENOUGH_DONE and len(standing.planned) >= WEEK:
        week = max(week, MOST_OF_PLAN * sum(standing.planned[-WEEK:]))
    return max(highest(week / WEEK), FLOOR)


def is_fading(facts: Facts, standing: Standing) -> bool:
    """Tell whether so little has been done, on mornings that are not calm, that the plan follows it (I4)."""
    if not any(morning.is_worse for morning in facts.mornings[:WEEK]):
        return False
    days = [done for _, done in _known(facts, standing)][:FADES_OF]
    share = _share(days, within=True) if len(days) == FADES_OF else None
    return share is not None and share < FADES_BELOW
