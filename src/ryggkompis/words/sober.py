"""What is said while strength is asked about first, rule R6: the same facts, and nobody glad of them."""

from collections.abc import Callable, Iterator

from ryggkompis.domain.plan import reasons as why
from ryggkompis.domain.plan.concerns import SuddenRelief
from ryggkompis.domain.plan.plan import Plan
from ryggkompis.domain.plan.reasons import Reason
from ryggkompis.i18n.language import _
from ryggkompis.words.doses import level_in_words
from ryggkompis.words.reasons import reason_in_words


def is_strength_first(plan: Plan) -> bool:
    """Tell whether the leg got better so fast that nobody is glad before strength has been asked about."""
    return any(isinstance(advice.reason, SuddenRelief) for advice in plan.advice)


def is_praise_held(plan: Plan) -> bool:
    """Tell whether something must be looked at before anything is called good."""
    return plan.is_held or is_strength_first(plan)


def decisions_in_words(plan: Plan, name_of: Callable[[str], str] = str) -> Iterator[tuple[str, str]]:
    """Say every decision behind ``plan``, each with its rule's id; soberly while R6 stands."""
    sober = is_strength_first(plan)
    for decision in plan.decisions:
        said = _soberly(decision.reason, name_of) if sober else reason_in_words(decision.reason, name_of)
        if said:
            yield decision.rule, said


def _soberly(reason: Reason, name_of: Callable[[str], str]) -> str:
    match reason:
        case why.PainMovedUp():
            return ""
        case why.GoodWeek(level=level):
            return _("Walking goes up a little, to {walks}.").format(walks=level_in_words(level))
        case why.MoreThanPlanned(share=share):
            return _("You walked {share} % of the plan this week, so we hold.").format(share=share)
        case why.Steady():
            return _("The plan stays as it is.")
        case _:
            return reason_in_words(reason, name_of)


def strength_first() -> str:
    """Say why nobody is glad yet."""
    return _("The leg got better very fast. Look at your strength first; Today says how.")
