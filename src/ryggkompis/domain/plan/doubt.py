"""What cannot be read is not "no" (clinical-3 2.3): a yes may be in it, so what was shown is the most."""

from collections.abc import Sequence

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.domain.plan import reasons
from ryggkompis.domain.plan.ladder import BOTTOM
from ryggkompis.domain.plan.plan import Decision, Step
from ryggkompis.domain.plan.reasons import Reason


def doubted(step: Step, history: History, shown: Sequence[Shown]) -> Step:
    """Hold today's plan while a safety answer may stand in what could not be read.

    A plan that was last shown as held stays held. Any other has no exercises and no walk above the one last
    shown, the lowest rung where none is known, until the whole list has been answered that day; all no opens
    that day's plan, and raises nothing.

    Args:
        step: today, as it follows from all that could be read.
        history: all that could be read, and what could not.
        shown: what was shown on the last days and today, oldest first.

    """
    if not history.in_doubt or step.standing.is_stopped:
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
