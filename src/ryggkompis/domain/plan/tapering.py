"""When a check-in once a week is enough: a convention, for studies do not agree on daily scoring."""

from datetime import timedelta
from typing import Final

from ryggkompis.domain.plan.facts import Facts
from ryggkompis.domain.plan.standing import Standing

STEADY_DAYS: Final = 28
"""Days in the last phase before the check-ins may grow rare."""
CALM_DAYS: Final = 30
"""Days since the last flare began."""
STEADY_LEG: Final = 3
"""The most leg pain (NRS) on the morning of a check-in."""
SILENT_LOWERS: Final = 3
SILENT_LOWERS_STEADY: Final = 8
"""Days without a check-in after which the level is lowered: of everybody, and where one a week is enough."""


def is_steady(standing: Standing, facts: Facts) -> bool:
    """Tell whether a check-in once a week is enough; a morning without one only ends it, by a flare."""
    if facts.flare_said or facts.gate.soft or standing.mode != "plan" or standing.phase != "maintain":
        return False
    if facts.check_in is None:
        return standing.is_steady
    leg = facts.check_in.leg
    since = standing.phase_since or facts.day
    return (
        facts.day - since >= timedelta(days=STEADY_DAYS)
        and (not standing.flares or facts.day - standing.flares[-1] >= timedelta(days=CALM_DAYS))
        and not facts.is_watchful
        and (leg is None or leg <= STEADY_LEG)
    )


def silence_that_lowers(standing: Standing) -> int:
    """Give the days without a check-in after which walking goes one level down, rule D2."""
    return SILENT_LOWERS_STEADY if standing.is_steady else SILENT_LOWERS
