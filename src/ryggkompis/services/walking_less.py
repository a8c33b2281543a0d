"""Less was walked than planned, rule D12: what came in the way is kept, and the smaller plan is taken."""

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.base.scales import Because
from ryggkompis.domain.journal.entries import WALK, Adjustment
from ryggkompis.domain.today.state import State
from ryggkompis.domain.today.walking_less import is_smaller_offered, less_walked
from ryggkompis.services.diary import Diary
from ryggkompis.services.errors import NoSmallerPlan


class NothingToExplain(ExpectedError):
    """What came in the way of walking is told, and the plan asks nothing of it."""

    says = N_("The plan asks nothing about your walking today. You may always do less.")


def refuse_unexplained(state: State) -> None:
    """Refuse to ask what came in the way of walking where nothing did.

    Raises:
        NothingToExplain: when the plan says nothing of too little walking.

    """
    if less_walked(state) is None:
        raise NothingToExplain


def why_less(diary: Diary, state: State, because: Because) -> list[Adjustment]:
    """Make the entry that says what came in the way; none where that is said already.

    Raises:
        NothingToExplain: when the plan says nothing of too little walking.

    """
    refuse_unexplained(state)
    if state.today.less_because == because:
        return []
    return [diary.draft(Adjustment, adjust="skip", exercise=WALK, because=because)]


def smaller_plan(diary: Diary, state: State) -> list[Adjustment]:
    """Make the entry that takes the smaller plan; none where it is taken already.

    Raises:
        NoSmallerPlan: when none is offered.

    """
    if state.today.takes_smaller_plan:
        return []
    if not is_smaller_offered(state):
        raise NoSmallerPlan
    return [diary.draft(Adjustment, adjust="easier", exercise=WALK)]
