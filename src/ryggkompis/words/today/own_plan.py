"""What stands where the plan comes from somebody else; after an operation, whose words count meanwhile."""

from collections.abc import Iterator
from typing import Final

from ryggkompis.domain.base.scales import CRISIS
from ryggkompis.domain.plan.reasons import NeedsOwnPlan
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.words.entries import choice_name
from ryggkompis.words.lines import Line
from ryggkompis.words.operation import AFTER_OPERATION, told_by_therapist, waiting_in_words
from ryggkompis.words.urgent import soft_cards

OPERATED: Final = AFTER_OPERATION[0]


def own_plan(state: State) -> Iterator[Line]:
    """Say why there is no plan here, whose words count, and how to change it."""
    told = state.gate.soft or tuple(id_ for id_ in state.gate.lasting if id_ == CRISIS)
    yield from soft_cards(told, state.flags)
    yield from (Line(""),) if told else ()
    reasons = (decision.reason for decision in state.plan.decisions)
    which = next((reason.exclusions for reason in reasons if isinstance(reason, NeedsOwnPlan)), ())
    if which == AFTER_OPERATION:
        yield from waiting_in_words(state.operation, state.day)
    else:
        yield from _from_somebody_else(which)
    yield from told_by_therapist(state.plan.programme)
    yield Line("")
    if OPERATED in which:
        yield Line(_when(state), act="operation")
    if which != AFTER_OPERATION:
        yield Line(_("Is it no longer so?"), act="change_profile")


def _when(state: State) -> str:
    """Ask for the day of an operation, or else for the day from which exercise is allowed."""
    if state.operation is None or state.operation.is_allowed(state.day):
        return _("When was the operation, and may you exercise?")
    if state.operation.cleared is None:
        return _("Have they said that you may exercise?")
    return _("Has that day changed?")


def _from_somebody_else(which: tuple[str, ...]) -> Iterator[Line]:
    yield Line(needs_own_plan(), "warm")
    yield Line("")
    what = formats.list_of([choice_name("exclusions", one) for one in which])
    yield Line(_("You told us: {what}. Then a plan from this program is not for you.").format(what=what))
    yield Line(
        _(
            "Ask your doctor, midwife, surgeon or therapist for one. "
            "The diary and the overview are yours to use."
        )
    )


def needs_own_plan() -> str:
    """Say that somebody else makes the plan."""
    return _("You need a plan from somebody who knows you and your back.")
