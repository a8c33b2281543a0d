"""Rare check-ins: when one a week is enough, and what silence costs beyond what is enough or was chosen.

All of it is convention: studies do not agree on daily scoring.
"""

from datetime import timedelta
from typing import Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.plan.effects import one_level_down
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.next_step import LOWEST_ENOUGH, own_top
from ryggkompis.domain.plan.returning import restarted
from ryggkompis.domain.plan.standing import Standing

STEADY_DAYS: Final = 28
"""Days in the last phase, at one level, before the check-ins may grow rare."""
MONTHLY_AFTER: Final = 84
"""Days for which a check-in a week was enough, before one a month is."""
RARE_CHECK_IN: Final = 28
"""Days between two check-ins then: what is usual looks no further back."""
STANDS_STILL: Final = 14
"""Days at one level after which it is asked whether so much walking is enough."""
CALM_DAYS: Final = 30
"""Days since the last flare began."""
STEADY_LEG: Final = 3
"""The most leg pain (NRS) on the morning of a check-in."""
SILENT_LOWERS: Final = 8
SILENT_RESTARTS: Final = 14
"""Days without a word that lower the level by one, and after which the entry test is done again (D2)."""


def is_steady(standing: Standing, facts: Facts) -> bool:
    """Tell whether a check-in once a week is enough; a morning without one only ends it, by a flare."""
    if facts.flare_said or facts.gate.soft or standing.mode != "plan" or standing.phase != "maintain":
        return False
    if facts.check_in is None:
        return standing.steady_since is not None
    since = standing.phase_since or facts.day
    return (
        facts.day - since >= timedelta(days=STEADY_DAYS)
        and standing.level >= own_top(facts)
        and standing.days_at_level(facts.day) >= STEADY_DAYS
        and (not standing.flares or facts.day - standing.flares[-1] >= timedelta(days=CALM_DAYS))
        and not facts.is_watchful
        and (facts.leg is None or facts.leg <= STEADY_LEG)
    )


def tapered(standing: Standing, facts: Facts) -> Standing:
    """Note since when it is steady, whether a check-in a month is enough, and that a silence is over."""
    if standing.silence_cost and facts.silent < SILENT_LOWERS:
        standing = replace(standing, silence_cost=0)
    if not is_steady(standing, facts):
        return replace(standing, steady_since=None, is_monthly=False) if standing.steady_since else standing
    since = standing.steady_since or facts.day
    is_monthly = standing.is_monthly
    if facts.check_in is not None:
        is_monthly = facts.day - since >= timedelta(days=MONTHLY_AFTER)
    if since == standing.steady_since and is_monthly == standing.is_monthly:
        return standing
    return replace(standing, steady_since=since, is_monthly=is_monthly)


def silence_allowed(standing: Standing, facts: Facts) -> int:
    """Give the days of silence that are as they should be, or as was chosen; only a lowering waits."""
    enough = RARE_CHECK_IN if standing.is_monthly else 0
    chosen = _rests(standing, facts)
    return max(enough, 0 if chosen == 1 else chosen)


def is_silence_chosen(standing: Standing, facts: Facts) -> bool:
    """Tell whether there is no check-in today because the patient chose so: until the next one is due."""
    last = facts.checked_in
    return last is not None and (facts.day - last).days < _rests(standing, facts)


def _rests(standing: Standing, facts: Facts) -> int:
    """Give the days from one check-in to the next by the patient's choice; in a flare it is every day."""
    return 1 if facts.episode is None or standing.flare_since is not None else facts.episode.rests


def lowered_by_silence(standing: Standing, facts: Facts, silent: int) -> Standing:
    """Lower once after 8 days and once after 14, also where fewer are allowed all at once."""
    cost = (silent >= SILENT_LOWERS) + (silent >= SILENT_RESTARTS)
    if cost > standing.silence_cost:
        is_long = silent >= SILENT_RESTARTS
        standing = restarted(standing, facts) if is_long else one_level_down(standing, facts)
    return replace(standing, silence_cost=max(cost, standing.silence_cost))


def is_enough_asked(standing: Standing, facts: Facts) -> bool:
    """Tell whether it is asked if this much walking is enough: where it has stood still for some time."""
    return (
        standing.mode == "plan"
        and standing.phase == "maintain"
        and LOWEST_ENOUGH <= standing.level < own_top(facts)
        and standing.days_at_level(facts.day) >= STANDS_STILL
        and facts.check_in is not None
        and not facts.gate.told
    )
