"""Climbing back after a flare, a level for every two good days (rule D11)."""

from typing import Final

from ryggkompis.domain.plan.adherence import FORTNIGHT
from ryggkompis.domain.plan.facts import Facts
from ryggkompis.domain.plan.next_step import ceiling, is_back_today, is_leg_steady, is_site_steady, is_uneased
from ryggkompis.domain.plan.responses import Activity
from ryggkompis.domain.plan.standing import Standing

GOOD_DAYS: Final = 2
"""Known good days, and days at least, that each level needs."""
DONE: Final = 60
"""Per cent of the shown minutes that must have been walked meanwhile, where they are known."""


def may_climb(standing: Standing, facts: Facts) -> bool:
    """Tell whether walking goes up one level on the way back; a relapse that stays is not climbed over."""
    aim, since = standing.before_flare, standing.climbed_on
    if aim is None or since is None or standing.flare_since is not None or standing.level >= aim - 1:
        return False
    days = min((facts.day - since).days, FORTNIGHT)
    return (
        facts.is_free
        and facts.relief is None
        and days >= GOOD_DAYS
        and facts.count(Activity.GREEN, days) >= GOOD_DAYS
        and is_uneased(standing, facts)
        and is_leg_steady(facts)
        and is_site_steady(facts)
        and not is_back_today(standing, facts)
        and facts.adherence.is_done(days, DONE)
        and standing.level < ceiling(facts)
    )
