"""After the table has spoken: what is walked and done today."""

from typing import Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.plan.effects import at_level
from ryggkompis.domain.plan.facts.facts import WALKED_DAYS, Facts
from ryggkompis.domain.plan.ladder import FLOOR, day_minutes
from ryggkompis.domain.plan.next_step import ceiling, is_rested, is_uneased, todays_rung
from ryggkompis.domain.plan.repertoire import required, todays
from ryggkompis.domain.plan.standing import Standing

FADES_EVERY: Final = 7
"""Days between two levels by which the plan follows what is done."""


def fade(standing: Standing, before: Standing, facts: Facts) -> Standing:
    """Follow a much smaller amount of walking down, one level a week and to level 0 at most (I4)."""
    soon = standing.faded_on is not None and (facts.day - standing.faded_on).days < FADES_EVERY
    if standing.mode != "plan" or soon or not FLOOR < standing.level == before.level:
        return standing
    if not facts.worst_of_week.is_worse or not facts.adherence.is_half_undone:
        return standing
    return replace(at_level(standing, facts, standing.level - 1), faded_on=facts.day, before_flare=None)


def settle(standing: Standing, before: Standing, facts: Facts, *, is_start: bool) -> Standing:
    """Work out the day's loads from where the patient stands.

    No load is higher than in the last plan unless all that is asked is known and well (I2, I6).
    """
    if standing.is_stopped:
        return replace(standing, planned=(*standing.planned, 0)[-WALKED_DAYS:])
    rung, shown = min(todays_rung(standing, facts), ceiling(facts)), todays(standing, facts)
    if not is_start and not (facts.is_free and is_uneased(standing, facts)):
        rung = min(rung, before.rung)
        shown = tuple(id_ for id_ in shown if id_ in before.shown)
    planned = (*standing.planned, day_minutes(rung))[-WALKED_DAYS:]
    settled = replace(standing, rung=rung, planned=planned)
    return _introduced(settled, before, facts, shown)


def _introduced(standing: Standing, before: Standing, facts: Facts, shown: tuple[str, ...]) -> Standing:
    """Show at most one exercise that is new beside others, and none when something rises (I5)."""
    new = [id_ for id_ in shown if id_ not in standing.met]
    if not new:
        return standing if shown == standing.shown else replace(standing, shown=shown)
    asked = {exercise.id for exercise in required(facts)}
    may = {id_ for id_ in new if id_ in asked or id_ not in before.doses or not before.shown}
    if not may and standing.rung <= before.rung and is_rested(standing, facts):
        may = {new[0]}
        standing = replace(standing, raised_on=facts.day)
    shown = tuple(id_ for id_ in shown if id_ in standing.met or id_ in may)
    return replace(standing, shown=shown, met=standing.met | set(shown))
