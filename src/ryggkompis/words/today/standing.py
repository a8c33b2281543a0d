"""Where one stands: the step of the walking ladder, what the next one needs, and the visit that comes."""

from collections.abc import Iterator
from typing import Final

from ryggkompis.domain.course.progress import mean_of
from ryggkompis.domain.journal.visits import next_visit
from ryggkompis.domain.plan.ladder import BOTTOM, RUNGS, walks_of
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.words.doses import walks_in_words
from ryggkompis.words.lines import Line
from ryggkompis.words.today.behind import next_step_in_words

MOST_OPEN: Final = 2
"""Of what the next step still needs, so much is said beside the plan; ``w`` says all of it."""


def step_in_words(state: State) -> str:
    """Say on which step of the ladder the walks are: “step 5 of 15”."""
    return _("step {n} of {all}").format(n=state.plan.level - BOTTOM + 1, all=len(RUNGS))


def standing(state: State) -> Iterator[Line]:
    """Say where one stands, what comes next and what it needs, and when the visit is."""
    plan = state.plan
    if plan.is_empty:
        return
    yield Line(_("Where you are"), "heading")
    yield Line(_("Walking: {step}.").format(step=step_in_words(state)))
    if plan.next_step:
        yield from _next(state)
    yield from _visit(state)


def _next(state: State) -> Iterator[Line]:
    walks = walks_in_words(walks_of(state.plan.level + 1))
    yield Line(_("The next: {walks}").format(walks=walks))
    missing = [said for is_met, said in next_step_in_words(state.plan.next_step) if not is_met]
    for said in missing[:MOST_OPEN]:
        yield Line(_("It needs: {what}.").format(what=said), "open")


def _visit(state: State) -> Iterator[Line]:
    day = next_visit(state.history, state.day)
    if day is not None:
        yield Line(_("Visit: {day}").format(day=formats.weekday_day(day)))


def in_short(state: State, *, numbers: bool) -> str:
    """Say the same in one line: the leg of the last seven days, the step, and the visit."""
    if state.plan.is_empty:
        return ""
    parts = [_("walking: {step}").format(step=step_in_words(state))]
    week = mean_of(state.history.leg(), state.day) if numbers else None
    if week is not None:
        parts.insert(0, _("leg {n} this week").format(n=formats.number(week.mean)))
    day = next_visit(state.history, state.day)
    if day is not None:
        parts.append(_("visit {day}").format(day=formats.weekday_day(day)))
    said = " · ".join(parts)
    return said[:1].upper() + said[1:]
