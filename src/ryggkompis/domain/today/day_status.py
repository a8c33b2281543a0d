"""How the day stands, for a status bar or another program: no more than may be seen on a screen by others."""

from datetime import date, datetime

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.visits import next_visit
from ryggkompis.domain.session.sitting import USUAL, last_change, sitting
from ryggkompis.domain.today.adjusted import adjusted
from ryggkompis.domain.today.state import State


class DayStatus(Value, kw_only=True):
    """How the day stands; what is unknown, or not to be told yet, is None."""

    day: date
    is_readable: bool = True
    """False where the passphrase is needed first: then nothing else is known."""
    is_held: bool | None = None
    """Whether a safety answer holds the plan back, or may for all that can be read."""
    is_excluded: bool | None = None
    """Whether the plan must come from somebody who knows the patient."""
    is_in_doubt: bool | None = None
    """Whether a safety answer may stand in what could not be read."""
    is_safety_answered: bool | None = None
    """Whether the safety questions of the day were answered as fully as it asks for."""
    is_checked_in: bool | None = None
    walks_left: int | None = None
    """Planned walks not yet taken; unknown where there is no plan, or a safety answer is missing."""
    minutes_sat: int | None = None
    """Since the last change of position that is known."""
    next_visit: date | None = None


def day_status(state: State, now: datetime) -> DayStatus:
    """Tell how the day of ``state`` stands at ``now``; nothing of a plan while a safety answer is missing."""
    gate, plan = state.gate, state.plan
    is_answered = gate.is_answered(worse=state.seems_worse)
    is_told = is_answered and not state.is_in_doubt and not plan.is_held and not plan.is_empty
    left = adjusted(state).walks[len(state.today.walks) :]
    return DayStatus(
        day=state.day,
        is_held=plan.is_held,
        is_excluded=plan.is_excluded,
        is_in_doubt=state.is_in_doubt,
        is_safety_answered=is_answered,
        is_checked_in=state.today.check_in is not None,
        walks_left=len(left) if is_told else None,
        minutes_sat=sitting(last_change(state.today, now), now, USUAL).minutes,
        next_visit=next_visit(state.lately, state.day),
    )
