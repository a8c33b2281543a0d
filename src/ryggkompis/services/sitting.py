"""How long the patient has sat, from the journal and the clock."""

from datetime import datetime

from ryggkompis.domain.session.sitting import USUAL, SittingNow, last_change, sitting
from ryggkompis.domain.today.state import State


def sitting_now(state: State, now: datetime, chosen: int = 0, opened: datetime | None = None) -> SittingNow:
    """Say how it stands.

    Args:
        state: of today.
        now: the moment it is.
        chosen: the patient's own interval in minutes; 0 follows the plan.
        opened: when the program was opened; counts where nothing has been logged since.

    """
    changed = last_change(state.today, now)
    if opened is not None:
        changed = max(changed, opened) if changed else opened
    return sitting(changed, now, chosen or state.plan.position_minutes or USUAL)
