"""When a check-in once a week is enough: a convention, for studies do not agree on daily scoring."""

from datetime import timedelta
from typing import Final

from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.ladder import TOP
from ryggkompis.domain.plan.standing import Standing

STEADY_DAYS: Final = 28
"""Days in the last phase, at one level, before the check-ins may grow rare."""
STEADY_LEVEL: Final = 6
"""The lowest level that can be somebody's own target; the highest is everybody's."""
CALM_DAYS: Final = 30
"""Days since the last flare began."""
STEADY_LEG: Final = 3
"""The most leg pain (NRS) on the morning of a check-in."""


def is_steady(standing: Standing, facts: Facts) -> bool:
    """Tell whether a check-in once a week is enough; a morning without one only ends it, by a flare."""
    if facts.flare_said or facts.gate.soft or standing.mode != "plan" or standing.phase != "maintain":
        return False
    if facts.check_in is None:
        return standing.is_steady
    since = standing.phase_since or facts.day
    return (
        facts.day - since >= timedelta(days=STEADY_DAYS)
        and _is_at_target(standing, facts)
        and (not standing.flares or facts.day - standing.flares[-1] >= timedelta(days=CALM_DAYS))
        and not facts.is_watchful
        and (facts.leg is None or facts.leg <= STEADY_LEG)
    )


def _is_at_target(standing: Standing, facts: Facts) -> bool:
    """Tell whether the highest level is reached, or a lower one was kept for four weeks."""
    return standing.level == TOP or (
        standing.level >= STEADY_LEVEL and standing.days_at_level(facts.day) >= STEADY_DAYS
    )
