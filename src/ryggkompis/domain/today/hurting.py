"""When it hurts now: the position for rest that helped last time."""

from typing import Final

from ryggkompis.domain.catalogue.catalogue import Comfort
from ryggkompis.domain.catalogue.tolerance import left_out
from ryggkompis.domain.course.favourites import LOOKED_BACK, favourites_first
from ryggkompis.domain.plan.doses import HEAT
from ryggkompis.domain.today.state import State

BREAK: Final = 10
"""Minutes of the clock; within what the catalogue gives for every position."""


def position_now(state: State) -> Comfort | None:
    """Give the position to rest in now; None where somebody else decides what is done, or a lock holds it."""
    if state.plan.is_excluded or state.plan.lock is not None:
        return None
    out = left_out(state.profile.sensitivities if state.profile else ())
    fitting = [one.id for one in state.catalogue.comfort if one.id != HEAT and out.isdisjoint(one.tags)]
    usual = favourites_first(fitting, state.lately.back_from(state.day, LOOKED_BACK))
    return state.catalogue.relief(usual[0]) if usual else None
