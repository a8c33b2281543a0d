"""Why the day looks as it does: each reason with its rule, and what is worth talking over."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from ryggkompis.domain.plan.plan import Plan
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import _
from ryggkompis.words.concerns import advice_in_words
from ryggkompis.words.entry_names import exercise_name
from ryggkompis.words.lines import Line
from ryggkompis.words.sober import decisions_in_words

OPEN_GATE: Final = "GATE"
"""The rule of a day on which safety questions are waiting."""


def heading() -> str:
    """Name the reasons."""
    return _("Why the day looks like this")


def safety_waits(state: State) -> Iterator[Line]:
    """Say that a safety answer of the day is missing and what follows; nothing where it is there."""
    yield from (Line(one.text, "strong", act=one.act) for one in reasons(state) if one.mark == OPEN_GATE)


def reasons(state: State) -> Iterator[Line]:
    """Say every reason for the day, each with its rule."""
    name_of = partial(exercise_name, catalogue=state.catalogue)
    for rule, said in decisions_in_words(state.plan, name_of):
        yield Line(said, "reason", mark=rule, act="check_in" if rule == OPEN_GATE else None)


def advice(plan: Plan) -> Iterator[Line]:
    """Say all that is worth talking over, each with its rule and since when."""
    if plan.advice:
        yield Line(_("To talk over with your therapist"), "heading")
    for given in plan.advice:
        yield Line(advice_in_words(given, plan.day), "reason", mark=given.rule)
