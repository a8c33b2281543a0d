"""What a decision looked at, in numbers a patient and a therapist can check."""

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.plan.facts.adherence import WEEK
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.facts.mornings import Morning
from ryggkompis.domain.plan.facts.responses import Activity


class Inputs(Value):
    """The inputs of one morning's decision; None is unknown."""

    state: Morning
    leg: int | None
    usual_leg: float | None
    back: int | None
    usual_back: float | None
    yesterday: Activity
    green_days: int
    """Good days of the last seven."""
    walked: int
    """Minutes walked in the last seven days."""
    planned: int | None
    """Minutes planned in those days; None before there are seven."""


def inputs_of(facts: Facts) -> Inputs:
    """Collect what was looked at."""
    check_in, usual, adherence = facts.check_in, facts.judged.usual, facts.adherence
    return Inputs(
        state=facts.state,
        leg=check_in.leg if check_in else None,
        usual_leg=usual.leg,
        back=check_in.back if check_in else None,
        usual_back=usual.back,
        yesterday=facts.yesterday,
        green_days=facts.count(Activity.GREEN),
        walked=facts.walked_week,
        planned=sum(adherence.planned[:WEEK]) if len(adherence.planned) >= WEEK else None,
    )
