"""What a rule can do to where the patient stands."""

from datetime import timedelta

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.ladder import down_from
from ryggkompis.domain.plan.standing import REMEMBERED, Mode, Standing


def stopped(standing: Standing, facts: Facts, mode: Mode) -> Standing:
    """Stop the plan; everything is kept, how long it has been stopped, and an operation behind a lock."""
    since = facts.lock.since if facts.lock else facts.day
    operated = standing.was_operated or "operated" in facts.exclusions
    stopped_on = standing.stopped_on or min(since, facts.day)
    return replace(standing, mode=mode, stopped_on=stopped_on, was_operated=operated)


def one_level_down(standing: Standing, facts: Facts) -> Standing:
    """Go one level down for good; in a flare, the level to come back to does."""
    if standing.flare_since is not None:
        aim = standing.before_flare
        return replace(
            standing,
            level_before=down_from(standing.level_before),
            level_before_since=facts.day,
            before_flare=None if aim is None else down_from(aim),
        )
    return replace(standing, level=down_from(standing.level), level_since=facts.day, before_flare=None)


def lowered(standing: Standing, facts: Facts) -> Standing:
    """Go one level down for what was too much; the counting of bad mornings and hard days starts anew."""
    return replace(one_level_down(standing, facts), lowered=(*standing.lowered, facts.day)[-REMEMBERED:])


def eased(standing: Standing, facts: Facts) -> Standing:
    """Walk one level lower today and tomorrow, and keep the level."""
    return replace(standing, eased_until=facts.day + timedelta(days=1))


def at_level(standing: Standing, facts: Facts, level: int) -> Standing:
    """Stand at ``level`` from today on."""
    if level == standing.level:
        return standing
    return replace(standing, level=level, level_since=facts.day)


def exercises_down(standing: Standing, facts: Facts, *, to_first: bool) -> Standing:
    """Take every exercise one level down, or to its first level; sessions from before raise nothing."""
    return replace(
        standing,
        doses={id_: 1 if to_first else max(dose - 1, 1) for id_, dose in standing.doses.items()},
        dosed_on=dict.fromkeys(standing.doses, facts.day),
    )
