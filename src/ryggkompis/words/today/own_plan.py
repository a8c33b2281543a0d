"""What stands where the plan comes from somebody else; after an operation, whose words count meanwhile."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from ryggkompis.domain.journal.operation import ALONE, Operation
from ryggkompis.domain.plan.reasons import NeedsOwnPlan
from ryggkompis.domain.today.availability import from_others
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.words.entry_names import choice_name
from ryggkompis.words.lines import Line
from ryggkompis.words.programme import told_by_therapist
from ryggkompis.words.urgent import soft_cards

OPERATED: Final = "operated"


def own_plan(state: State) -> Iterator[Line]:
    """Say why there is no plan here, whose words count, and how to change it."""
    yield from soft_cards(state.gate.told, state.flags)
    yield from (Line(""),) if state.gate.told else ()
    needs = from_others(state) or NeedsOwnPlan(())
    if needs.exclusions == ALONE:
        yield from _waiting(state.operation, state.day)
    else:
        yield from _from_somebody_else(needs.exclusions)
    yield from told_by_therapist(state.plan.programme)
    yield Line("")
    if OPERATED in needs.exclusions:
        yield Line(_when(state), act="operation")
    if needs.exclusions != ALONE:
        yield Line(_("Is it no longer so?"), act="change_profile")


def _waiting(operation: Operation | None, day: date) -> Iterator[Line]:
    """Say what there is instead of a plan while whoever operated has not allowed exercise."""
    known = operation if operation is not None and not operation.is_allowed(day) else None
    if known is None:
        yield Line(_("You told us that your back was operated on."), "warm")
    else:
        yield Line(_("You were operated on {day}.").format(day=formats.day_month_year(known.day)), "warm")
    yield Line("")
    yield Line(
        _(
            "How much you walk, how you lie and sit, and what you lift: what the surgeon and the hospital's "
            "physiotherapist have told you is what counts now. It may differ from what others are told."
        )
    )
    if known is not None and known.cleared is not None:
        begins = _("You may exercise from {day}. The plan begins on that day, gently.")
        yield Line(begins.format(day=formats.day_month_year(known.cleared)))
    else:
        waits = _("Nothing is planned here until they say that you may exercise. The diary is yours to use.")
        yield Line(waits)


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
