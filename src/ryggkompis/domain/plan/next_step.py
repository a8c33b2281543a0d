"""What has to be true before walking goes up a level: the same list decides (rule D14) and explains."""

from datetime import timedelta
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.plan.facts.adherence import WEEK
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.facts.mornings import Morning
from ryggkompis.domain.plan.facts.responses import Activity
from ryggkompis.domain.plan.ladder import TOP, day_minutes, down_from
from ryggkompis.domain.plan.reachable import ENOUGH_DONE, allowed_level
from ryggkompis.domain.plan.smaller import is_in_force
from ryggkompis.domain.plan.standing import Standing

CALM_MORNINGS: Final = 3
"""Known mornings, this one among them, that must not have been worse."""
MEAN_MAY_RISE: Final = 1.0
"""Points by which the mean of the leg may be above the lowest of the month before."""
LITTLE_LEG: Final = 2.0
"""A mean of the leg up to which it need not be as low as it once was: the error of one answer is as much."""
MUCH_LEG: Final = 6.0
"""A mean of the leg from which on nothing rises."""
HOLDS_AFTER_LOW, HOLDS_AFTER_TWO = 14, 21
"""Days for which nothing rises after a new low of the usual site, and after a second one in four weeks."""

LOWEST_ENOUGH: Final = 6
"""The lowest level that can be somebody's own target; the highest is everybody's."""

Wanted: TypeAlias = Literal[
    "all_known",
    "no_ease",
    "rested",
    "days_at_level",
    "green_days",
    "no_red",
    "calm",
    "leg_steady",
    "site_steady",
    "minutes",
    "within_reach",
    "own_choice",
    "ceiling",
]


class Condition(Value):
    """One thing that a step up needs."""

    wanted: Wanted
    is_met: bool
    have: int | None = None
    """How much there is, where it can be counted."""
    need: int | None = None


def is_rested(standing: Standing, facts: Facts) -> bool:
    """Tell whether the last rise of anything is long enough ago."""
    return (
        standing.raised_on is None or (facts.day - standing.raised_on).days >= facts.limits.days_between_rises
    )


def is_uneased(standing: Standing, facts: Facts) -> bool:
    """Tell whether the day is an ordinary one: no flare, nothing eased off, held or just let go."""
    is_held = standing.is_held(facts.day) or facts.let_go is not None
    return standing.mode == "plan" and not standing.is_eased(facts.day) and not is_held


def is_back_today(standing: Standing, facts: Facts) -> bool:
    """Tell whether more is walked than yesterday for another reason than a rise."""
    return todays_rung(standing, facts) > standing.rung or standing.returned_on == facts.day


def todays_rung(standing: Standing, facts: Facts) -> int:
    """Give the level that is walked today, as long as nothing else changes."""
    rung = down_from(standing.level) if standing.is_eased(facts.day) else standing.level
    return rung if standing.ceiling is None else min(rung, standing.ceiling)


def may_be_more(standing: Standing, facts: Facts) -> bool:
    """Tell whether this is an ordinary morning on which all is known and well, and the site as it was."""
    return facts.is_free and facts.relief is None and is_uneased(standing, facts) and is_site_steady(facts)


def may_rise(standing: Standing, facts: Facts) -> bool:
    """Tell whether anything at all may be raised today: not too soon after a rise, or with another change."""
    is_other = is_back_today(standing, facts) or standing.level_since == facts.day
    return may_be_more(standing, facts) and is_rested(standing, facts) and not is_other


def is_leg_steady(facts: Facts) -> bool:
    """Tell whether the leg is about as good as it was in the month before; without numbers words count."""
    if facts.leg_week is not None:
        return facts.leg_week <= LITTLE_LEG or (
            facts.leg_lowest is not None
            and facts.leg_week <= facts.leg_lowest + MEAN_MAY_RISE
            and facts.leg_week < MUCH_LEG
        )
    worse = [morning.is_worse for morning in facts.mornings]
    return not facts.has_numbers and sum(worse[:WEEK]) <= sum(worse[WEEK:])


def is_site_steady(facts: Facts) -> bool:
    """Tell whether the pain has not lately come to reach further down than it used to."""
    lows = facts.new_lows
    if facts.is_reaching or not lows:
        return not facts.is_reaching
    holds = HOLDS_AFTER_LOW if len(lows) == 1 else HOLDS_AFTER_TWO
    return facts.day - lows[-1] >= timedelta(days=holds)


def ceiling(facts: Facts) -> int:
    """Give the highest walking level the therapist allows; the top where they say nothing."""
    said = facts.programme.walk_ceiling if facts.programme else None
    return TOP if said is None else said


def own_top(facts: Facts) -> int:
    """Give the walking level from which nothing more is aimed at: the patient's own word, else the top."""
    said = facts.profile.walk_enough if facts.profile else None
    return TOP if said is None else max(said, LOWEST_ENOUGH)


def is_walking_next(standing: Standing, facts: Facts) -> bool:
    """Tell whether walking rises within the days that an exercise would hold it back: walking comes first."""
    left = facts.limits.days_at_level - standing.days_at_level(facts.day)
    if not 0 < left < facts.limits.days_between_rises:
        return False
    missing = [c.wanted for c in towards_next_level(standing, facts) if not c.is_met]
    return missing == ["days_at_level"]


def _is_calm(facts: Facts) -> bool:
    known = [morning for morning in facts.mornings if morning != Morning.UNKNOWN][:CALM_MORNINGS]
    return not known or not max(known).is_worse


def towards_next_level(standing: Standing, facts: Facts) -> tuple[Condition, ...]:
    """List what the next walking level needs and how far along it is; empty where that is enough."""
    if standing.level >= own_top(facts):
        return ()
    limits, level = facts.limits, standing.level + 1
    days, red = standing.days_at_level(facts.day), facts.count(Activity.RED)
    good, known = facts.good_days or (None, None)
    enough = None if known is None else -(-known * limits.good_share // 100)
    share = facts.adherence.done
    return (
        Condition("all_known", facts.is_free and facts.relief is None),
        Condition("no_ease", is_uneased(standing, facts) and not is_back_today(standing, facts)),
        Condition("rested", is_rested(standing, facts), need=limits.days_between_rises),
        Condition("days_at_level", days >= limits.days_at_level, days, limits.days_at_level),
        Condition("green_days", good is not None and enough is not None and good >= enough, good, enough),
        Condition("no_red", red == 0, red, 0),
        Condition("calm", _is_calm(facts), need=CALM_MORNINGS),
        Condition("leg_steady", is_leg_steady(facts)),
        Condition("site_steady", is_site_steady(facts)),
        Condition("minutes", share is not None and share >= ENOUGH_DONE, share, ENOUGH_DONE),
        Condition("within_reach", level <= allowed_level(facts, standing), need=day_minutes(level)),
        Condition("own_choice", not is_in_force(standing, facts)),
        Condition("ceiling", level <= ceiling(facts), level, ceiling(facts)),
    )
