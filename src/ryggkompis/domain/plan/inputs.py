"""What a decision looked at, in numbers a patient and a therapist can check."""

from ryggkompis.domain.base.scales import Site
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.plan.adherence import WEEK
from ryggkompis.domain.plan.facts import Facts
from ryggkompis.domain.plan.mornings import Morning
from ryggkompis.domain.plan.responses import Activity
from ryggkompis.domain.plan.standing import Standing


class Inputs(Value):
    """The inputs of one morning's decision; None is unknown."""

    state: Morning
    leg: int | None
    usual_leg: float | None
    back: int | None
    usual_back: float | None
    site: Site | None
    usual_site: Site | None
    yesterday: Activity
    green_days: int
    """Good days of the last seven."""
    red_days: int
    walked: int
    """Minutes walked in the last seven days."""
    walked_as_planned: int
    """The same, each day counted up to its plan."""
    planned: int | None
    """Minutes planned in those days; None before there are seven."""
    days_at_level: int


def inputs_of(facts: Facts, standing: Standing) -> Inputs:
    """Collect what was looked at."""
    check_in, usual, adherence = facts.check_in, facts.judged.usual, facts.adherence
    return Inputs(
        state=facts.state,
        leg=check_in.leg if check_in else None,
        usual_leg=usual.leg,
        back=check_in.back if check_in else None,
        usual_back=usual.back,
        site=check_in.site if check_in else None,
        usual_site=usual.site,
        yesterday=facts.yesterday,
        green_days=facts.count(Activity.GREEN),
        red_days=facts.count(Activity.RED),
        walked=facts.walked_week,
        walked_as_planned=sum(
            min(minutes or 0, planned)
            for minutes, planned in zip(adherence.walked[:WEEK], adherence.planned, strict=False)
        ),
        planned=sum(adherence.planned[:WEEK]) if len(adherence.planned) >= WEEK else None,
        days_at_level=standing.days_at_level(facts.day),
    )
