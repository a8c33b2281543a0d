"""How high walking may begin (clinical 4.2), and rise after what was done lately (invariant I4)."""

from typing import Final

from ryggkompis.domain.plan.facts.adherence import WEEK, best_week
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.ladder import FLOOR, day_minutes, entry_level, highest
from ryggkompis.domain.plan.standing import Standing

ENOUGH_DONE: Final = 70
"""Per cent of the planned minutes that a step up needs; people meet about 70 % of such goals (McDonough)."""
MOST_OF_BEST: Final = 1.40
"""A step up leads to at most this times the best week done lately."""
MOST_OF_PLAN: Final = 1.20
"""Or to this times the week's plan, where enough of it was done."""
MOST_AFTER_OPERATION: Final = 2
"""The highest level of an entry test while an operation heals, or soon after exercise was allowed."""


def entry_test(facts: Facts) -> int:
    """Find where the patient starts this morning.

    What was answered in an earlier episode says nothing about today: then it is at most what was walked at
    the end of it, and level 0 where nothing is known of that.
    """
    level = after_operation(entry_level(facts.profile, facts.leg), facts)
    before = facts.before
    if before is None or facts.profile is None or facts.profile.day >= before.until:
        return level
    return min(level, FLOOR if before.walked is None else highest(before.walked))


def after_operation(level: int, facts: Facts) -> int:
    """Keep an entry test low after an operation."""
    is_recent = facts.operation is not None and facts.operation.is_recent(facts.day)
    return min(level, MOST_AFTER_OPERATION) if is_recent else level


def allowed_level(facts: Facts, standing: Standing) -> int:
    """Find the highest level that a rise may lead to; level 0 is always allowed."""
    adherence = facts.adherence
    week = MOST_OF_BEST * best_week(_with_entry_week(facts, standing))
    share, planned = adherence.week_done, adherence.planned[:WEEK]
    if share is not None and share >= ENOUGH_DONE and len(planned) == WEEK:
        week = max(week, MOST_OF_PLAN * sum(planned))
    return max(highest(week / WEEK), FLOOR)


def _with_entry_week(facts: Facts, standing: Standing) -> tuple[int | None, ...]:
    """Count the entry level's minutes as done in the first seven days."""
    walked = facts.adherence.walked
    if standing.placed_on is None:
        return walked
    age = (facts.day - standing.placed_on).days
    if age >= WEEK + len(walked):
        return walked
    # walked[n] is the day n + 1 days ago, which was day ``age - n - 1`` after the entry test.
    least = day_minutes(standing.placed_level)
    return tuple(
        max(minutes or 0, least) if 0 <= age - n - 1 < WEEK else minutes for n, minutes in enumerate(walked)
    )
