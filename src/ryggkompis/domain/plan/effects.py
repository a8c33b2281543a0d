"""What a rule can do to where the patient stands."""

from datetime import timedelta

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.plan.facts import Facts
from ryggkompis.domain.plan.standing import REMEMBERED, Standing


def from_the_start(standing: Standing, facts: Facts) -> Standing:
    """Begin again at level 0; of what was before, only what must wait is remembered."""
    return Standing(
        mode="locked",
        has_profile=True,
        placed_on=facts.day,
        level_since=facts.day,
        raised_on=standing.raised_on,
        rests_until=standing.rests_until,
    )


def lowered(standing: Standing, facts: Facts) -> Standing:
    """Go one level down for good; the week at the level starts again."""
    return replace(
        standing,
        level=max(standing.level - 1, 0),
        level_since=facts.day,
        lowered=(*standing.lowered, facts.day)[-REMEMBERED:],
        before_flare=standing.before_flare if standing.flare_since else None,
    )


def restarted(standing: Standing, facts: Facts, level: int) -> Standing:
    """Begin again at ``level`` after a long silence, with every exercise at its first level."""
    known = standing.doses.keys()
    return replace(
        standing,
        level=level,
        level_since=facts.day,
        before_flare=None if standing.flare_since is None else min(standing.before_flare or 0, level),
        doses=dict.fromkeys(known, 1),
        dosed_on=dict.fromkeys(known, facts.day),
    )


def eased(standing: Standing, facts: Facts) -> Standing:
    """Walk one level lower today and tomorrow, and keep the level."""
    return replace(standing, eased_until=facts.day + timedelta(days=1))


def _worth_returning_to(standing: Standing) -> int:
    """Name the level to climb back towards: a flare on the way back from another costs one level, not all."""
    return max(standing.level, (standing.before_flare or 0) - 1)


def in_flare(standing: Standing, facts: Facts) -> Standing:
    """Enter the flare plan, or stay in it, and remember the level before it."""
    if standing.flare_since is not None:
        return replace(standing, mode="flare")
    return replace(
        standing,
        mode="flare",
        flare_since=facts.day,
        flares=(*standing.flares, facts.day)[-REMEMBERED:],
        before_flare=_worth_returning_to(standing),
        level=0,
        level_since=facts.day,
        eased_until=None,
        held_until=None,
    )
