"""After the table has spoken: what is walked and done today."""

from dataclasses import replace

from ryggkompis.domain.facts import WEEK, Facts
from ryggkompis.domain.ladder import day_minutes
from ryggkompis.domain.repertoire import todays
from ryggkompis.domain.standing import Standing


def settle(standing: Standing, before: Standing, facts: Facts, *, is_start: bool) -> Standing:
    """Work out the day's loads from where the patient stands.

    No load is higher than the day before unless all that is asked is known and well (I2, I6).
    """
    if standing.mode in {"locked", "excluded"}:
        return standing
    rung, shown = _rung(standing, facts), todays(standing, facts)
    begins = is_start or before.mode in {"locked", "excluded"}
    if begins and any(morning.is_worse for morning in facts.mornings[:2]):
        # The day before the lock may have been a flare without exercises.
        shown = ()
    elif not (facts.is_free or begins):
        rung = min(rung, before.rung)
        shown = tuple(id_ for id_ in shown if id_ in before.shown)
    planned = (*standing.planned, day_minutes(rung))[-WEEK:]
    return replace(standing, rung=rung, shown=shown, planned=planned)


def _rung(standing: Standing, facts: Facts) -> int:
    if standing.mode == "flare":
        return 0
    return max(standing.level - 1, 0) if standing.is_eased(facts.day) else standing.level
