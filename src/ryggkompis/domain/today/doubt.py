"""What cannot be read is not "no" (clinical-3 2.3): a yes may be in it, so what was shown is the most."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import RedFlags
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.hidden import Hidden
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.problems import Problem
from ryggkompis.domain.journal.shown import Holding, Shown
from ryggkompis.domain.plan import reasons
from ryggkompis.domain.plan.as_shown import RISES
from ryggkompis.domain.plan.ladder import BOTTOM
from ryggkompis.domain.plan.plan import Decision, Step
from ryggkompis.domain.plan.reasons import Reason
from ryggkompis.domain.plan.safety import is_red

AHEAD: Final = timedelta(days=2)
"""How far ahead of the clock an entry may be before clock and diary disagree."""


def doubted(step: Step, hidden: Collection[Hidden], shown: Sequence[Shown]) -> Step:
    """Hold today's plan while a safety answer may stand in what could not be read.

    A plan that was last shown as held stays held. Any other has no exercises and no walk above the one last
    shown, the lowest rung where none is known, until the whole list has been answered that day; all no opens
    that day's plan, and raises nothing.

    Args:
        step: today, as it follows from all that could be read.
        hidden: what may hold such an answer, of whatever day: a clock may have been wrong.
        shown: what was shown on the last days and today, oldest first.

    """
    if step.standing.is_stopped or not hidden:
        return step
    last = next((one for one in reversed(shown) if not one.is_in_doubt), None)
    if last is not None and last.is_held:
        standing = replace(step.standing, mode="doubt", stopped_on=step.facts.day)
        return _said(replace(step, standing=standing), reasons.UnreadAndHeld())
    if not is_list_answered(step):
        most = BOTTOM if last is None else last.level
        standing = replace(step.standing, rung=min(step.standing.rung, most), shown=())
        return _said(replace(step, standing=standing), reasons.UnreadAndOpen())
    return _said(_raising_nothing(step, last), reasons.UnreadAndAnswered())


def answers_gone(history: History, shown: Sequence[Shown]) -> tuple[Problem, ...]:
    """Tell of each safety answer that held the plan when it was last shown, and is not in ``history``.

    None of ours takes a yes out, so the file is another than it was. Whoever has been seen since is answered
    for, and what is on a day that could not be read is told of already.
    """
    known = {one.id for one in history.all(Gate)}
    return tuple(
        Problem(f"{one.day:%Y-%m}.json", "gone", entry=one.id, day=str(one.day), changed=one.saved)
        for one in (shown[-1].held_by if shown else ())
        if one.id not in known
        and not any(one.day in hidden for hidden in history.hidden)
        and not any(_is_seen_since(one, cleared) for cleared in history.all(Clearance))
    )


def _is_seen_since(answer: Holding, cleared: Clearance) -> bool:
    # A yes is written after every clearance that is there, so one of the same moment came after it.
    return answer.saved is not None and cleared.saved is not None and cleared.saved >= answer.saved


def as_of(history: History, real: date, flags: RedFlags) -> History:
    """Let every answer of a later day that holds the plan, and every clearance, count on the real one.

    Where the clock was wrong, or is, a yes holds now, whatever day it bears, until somebody was seen after it
    was said; a no of such a day answers nothing that is asked today.
    """
    late = [entry for day in history.days.values() if day.day > real for entry in day.entries]
    if not late:
        return history
    cleared, profile = history.all(Clearance), history.profile(real)
    holding = (
        replace(gate, day=real, scope="daily")
        for gate in late
        if isinstance(gate, Gate)
        and any(is_red(flag, flags, profile) for flag in gate.positive)
        and not any(_is_after(one, gate) for one in cleared)
    )
    seen = (replace(one, day=real) for one in late if isinstance(one, Clearance))
    # Before what was said today: a list or a clearance after it answers it.
    today = Day(real, (*holding, *seen, *history[real].entries))
    return replace(history, days={**history.days, real: today}) if today.entries else history


def _is_after(cleared: Clearance, gate: Gate) -> bool:
    return cleared.saved is not None and gate.saved is not None and cleared.saved > gate.saved


def is_ahead(history: History, real: date) -> bool:
    """Tell whether clock and diary disagree: something is said of a day that is not near."""
    return history.last is not None and history.last > real + AHEAD


def ahead_of_clock(step: Step, shown: Sequence[Shown]) -> Step:
    """Let nothing rise while clock and diary disagree, and say so."""
    if step.standing.is_stopped:
        return step
    held = _raising_nothing(step, next((one for one in reversed(shown) if not one.is_held), None))
    said = (d for d in held.decisions if not isinstance(d.reason, RISES))
    return replace(held, decisions=(*said, Decision("CLOCK", reasons.ClockDisagrees())))


def is_list_answered(step: Step) -> bool:
    """Tell whether the whole list was answered today."""
    return step.facts.gate.last_full == step.facts.day


def _raising_nothing(step: Step, last: Shown | None) -> Step:
    if last is None:
        return step
    standing = step.standing
    kept = {
        id_: min(standing.doses[id_], last.exercises[id_]) for id_ in standing.shown if id_ in last.exercises
    }
    return replace(
        step,
        standing=replace(
            standing,
            rung=min(standing.rung, last.level),
            shown=tuple(kept),
            doses={**standing.doses, **kept},
        ),
    )


def _said(step: Step, why: Reason) -> Step:
    """Say this and nothing else: what else would be said rests on what could be read alone."""
    return replace(step, decisions=(Decision("DOUBT", why),), advice=())
