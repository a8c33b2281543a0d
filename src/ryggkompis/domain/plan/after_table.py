"""After the table has spoken: what is walked and done today."""

from typing import Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.plan.facts import WEEK, Facts, allowed_level
from ryggkompis.domain.plan.ladder import day_minutes
from ryggkompis.domain.plan.repertoire import todays
from ryggkompis.domain.plan.standing import Standing

STEPS_A_DAY: Final = 2
"""The most levels that are taken off in a day (invariant I12)."""


def fade(standing: Standing, before: Standing, facts: Facts) -> Standing:
    """Follow a smaller amount of walking down, two levels a day at most with all else (I4, I12)."""
    allowed = max(allowed_level(facts, standing), before.level - STEPS_A_DAY)
    if standing.mode != "plan" or standing.level <= allowed:
        return standing
    return replace(standing, level=allowed, level_since=facts.day)


def settle(standing: Standing, before: Standing, facts: Facts, *, is_start: bool) -> Standing:
    """Work out the day's loads from where the patient stands.

    No load is higher than the day before unless all that is asked is known and well (I2, I6).
    """
    if standing.mode in {"locked", "excluded"}:
        return standing
    rung, shown = _rung(standing, facts), todays(standing, facts)
    returns = before.mode in {"locked", "excluded"}
    if returns and any(morning.is_worse for morning in facts.mornings[:2]):
        # The day before the lock may have been a flare without exercises.
        shown = ()
    elif not (facts.is_free or returns or is_start):
        rung = min(rung, before.rung)
        shown = tuple(id_ for id_ in shown if id_ in before.shown)
    planned = (*standing.planned, day_minutes(rung))[-WEEK:]
    return replace(standing, rung=rung, shown=shown, planned=planned)


def _rung(standing: Standing, facts: Facts) -> int:
    if standing.mode == "flare":
        return 0
    return max(standing.level - 1, 0) if standing.is_eased(facts.day) else standing.level
