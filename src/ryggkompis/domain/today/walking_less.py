"""Less was walked than planned, rule D12: whether it is asked why, and whether a smaller plan is offered."""

from ryggkompis.domain.base.scales import CRISIS
from ryggkompis.domain.plan.reasons import LessThanPlanned
from ryggkompis.domain.today.state import State


def less_walked(state: State) -> LessThanPlanned | None:
    """Give what the plan says of too little walking; None where it says nothing."""
    reasons = (decision.reason for decision in state.plan.decisions)
    return next((reason for reason in reasons if isinstance(reason, LessThanPlanned)), None)


def is_why_asked(state: State) -> bool:
    """Tell whether it is asked today what came in the way, and not answered this week."""
    less = less_walked(state)
    # Beneath an answer about not wanting to live nothing is asked about walking.
    return less is not None and less.asks and less.because is None and CRISIS not in state.gate.soft


def is_smaller_offered(state: State) -> bool:
    """Tell whether a smaller plan may be taken today."""
    less = less_walked(state)
    return less is not None and less.offers_less
