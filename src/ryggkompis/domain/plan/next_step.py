"""What has to be true before walking goes up a level: the same list decides (rule D14) and explains."""

from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.plan.facts import Facts, allowed_level, as_planned
from ryggkompis.domain.plan.ladder import MOST_GROWTH, TOP, week_minutes
from ryggkompis.domain.plan.responses import Activity
from ryggkompis.domain.plan.standing import Standing

CALM_MORNINGS: Final = 3
"""This morning and the ones before it that must not have been worse."""
MEAN_MAY_RISE: Final = 0.5
"""Points by which the weekly mean of the leg may be above the week before."""

Wanted: TypeAlias = Literal[
    "all_known",
    "no_ease",
    "rested",
    "days_at_level",
    "green_days",
    "no_red",
    "calm",
    "leg_steady",
    "minutes",
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
    """Tell whether the day is an ordinary one: no flare, nothing eased off and nothing held."""
    return standing.mode == "plan" and not standing.is_eased(facts.day) and not standing.is_held(facts.day)


def may_rise(standing: Standing, facts: Facts) -> bool:
    """Tell whether anything at all may be raised today."""
    return facts.is_free and is_rested(standing, facts) and is_uneased(standing, facts)


def is_leg_steady(facts: Facts) -> bool:
    """Tell whether the week's leg pain is no higher than the week before; without numbers words count."""
    if facts.leg_mean is not None and facts.leg_mean_before is not None:
        return facts.leg_mean <= facts.leg_mean_before + MEAN_MAY_RISE
    calm = sum(morning.is_calm for morning in facts.mornings)
    return facts.leg_mean is None and calm >= facts.limits.green_days


def ceiling(facts: Facts) -> int:
    """Give the highest walking level the therapist allows; the top where they say nothing."""
    said = facts.programme.walk_ceiling if facts.programme else None
    return TOP if said is None else said


def towards_next_level(standing: Standing, facts: Facts) -> tuple[Condition, ...]:
    """List what the next walking level needs and how far along it is; empty at the top."""
    if standing.level >= TOP:
        return ()
    limits, level = facts.limits, standing.level + 1
    days, green = standing.days_at_level(facts.day), facts.count(Activity.GREEN)
    red, worse = facts.count(Activity.RED), any(m.is_worse for m in facts.mornings[:CALM_MORNINGS])
    minutes, needed = sum(as_planned(facts, standing)), -int(-week_minutes(level) // MOST_GROWTH)
    enough = minutes >= week_minutes(level) / MOST_GROWTH and level <= allowed_level(facts, standing)
    return (
        Condition("all_known", facts.is_free),
        Condition("no_ease", is_uneased(standing, facts)),
        Condition("rested", is_rested(standing, facts), need=limits.days_between_rises),
        Condition("days_at_level", days >= limits.days_at_level, days, limits.days_at_level),
        Condition("green_days", green >= limits.green_days, green, limits.green_days),
        Condition("no_red", red == 0, red, 0),
        Condition("calm", not worse, need=CALM_MORNINGS),
        Condition("leg_steady", is_leg_steady(facts)),
        Condition("minutes", enough, minutes, needed),
        Condition("ceiling", level <= ceiling(facts), level, ceiling(facts)),
    )
