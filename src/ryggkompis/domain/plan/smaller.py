"""A smaller plan that the patient takes, and days on which less is chosen (rule D12): always allowed."""

from typing import Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.plan.effects import at_level
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.ladder import BOTTOM, FLOOR, day_minutes
from ryggkompis.domain.plan.standing import Standing

OFFERED_AFTER: Final = 14
"""Days in a row with too little walked after which a smaller plan is offered."""
STANDS: Final = 28
"""Days for which a smaller plan stands that the patient took."""
ASKED_EVERY: Final = 7
"""Days between two questions why."""
LESS_DAYS: Final = 3
"""Days of the minimum version in a row that lead below level 0."""


def is_too_little(facts: Facts) -> bool | None:
    """Tell whether less than enough of the plan is walked; None where too little is known."""
    share = facts.adherence.done
    return None if share is None else share < facts.limits.too_little


def is_offered(standing: Standing, facts: Facts) -> bool:
    """Tell whether a smaller plan is offered today: until one fits what is in fact walked."""
    if facts.takes_smaller_plan:
        return False
    is_time = standing.little_days >= OFFERED_AFTER or facts.less_because == "pain"
    known = facts.adherence.days
    enough = len(known) * day_minutes(standing.level) * facts.limits.too_little
    is_too_much = 100 * sum(walked for walked, _ in known) < enough
    return is_time and is_too_much and standing.mode == "plan" and standing.level > BOTTOM


def is_in_force(standing: Standing, facts: Facts) -> bool:
    """Tell whether a smaller plan stands, and holds the level: not when more is walked already."""
    if standing.smaller_since is None or (facts.day - standing.smaller_since).days >= STANDS:
        return False
    known = facts.adherence.days
    return not known or sum(walked for walked, _ in known) < len(known) * day_minutes(standing.level + 1)


def chosen(standing: Standing, facts: Facts) -> Standing:
    """Follow what the patient chooses: fewer minutes from today on, and count the days of too little."""
    too_little = is_too_little(facts)
    if too_little is not None:
        standing = replace(standing, little_days=standing.little_days + 1 if too_little else 0)
    if standing.mode != "plan":
        return standing
    if facts.takes_smaller_plan and standing.level > BOTTOM:
        smaller = at_level(standing, facts, standing.level - 1)
        return replace(smaller, smaller_since=facts.day, before_flare=None)
    if standing.smaller_since is not None and not is_in_force(standing, facts):
        standing = replace(standing, smaller_since=None)
    is_less = all(facts.adherence.minimum[:LESS_DAYS]) and standing.days_at_level(facts.day) >= LESS_DAYS
    if is_less and BOTTOM < standing.level <= FLOOR:
        return at_level(standing, facts, standing.level - 1)
    return standing
