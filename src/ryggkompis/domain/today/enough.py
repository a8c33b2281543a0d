"""How much walking is enough, by the patient's own word: then the plan rises no further."""

from ryggkompis.domain.plan.next_step import LOWEST_ENOUGH
from ryggkompis.domain.today.state import State


def may_be_enough(state: State) -> bool:
    """Tell whether it can be said that the walking of today is enough."""
    return state.profile is not None and not state.plan.is_empty and state.plan.level >= LOWEST_ENOUGH


def is_enough_open(state: State) -> bool:
    """Tell whether that can be said, or taken back."""
    has_said = state.profile is not None and state.profile.walk_enough is not None
    return has_said or may_be_enough(state)
