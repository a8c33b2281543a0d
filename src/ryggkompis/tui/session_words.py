"""What the session says: how far one is, what to do now, and why an exercise is over."""

from textual.content import Content

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import RESPONSES
from ryggkompis.domain.catalogue.catalogue import Exercise
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.session.session import Session, StepKind
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.tui.themes import MUTED
from ryggkompis.words.entries import choice_name, exercise_name

NOW: dict[StepKind, str] = {
    "ready": N_("Get ready"),
    "hold": N_("Hold"),
    "switch": N_("Change side"),
    "rest": N_("Rest"),
    "ask": N_("Where did the pain go?"),
}
ARROWS = ("↑", "→", "↓")
"""The keys of the three answers, beside their numbers."""


def title(session: Session, exercise: Exercise) -> str:
    """Say which exercise it is, and how far one has come in it."""
    step, part = session.step, session.part
    parts = [
        f"{step.part + 1}/{len(session.parts)}",
        exercise.name.in_(current()),
        _("set {n} of {all}").format(n=step.set, all=part.before + part.sets),
    ]
    if step.side is not None:
        parts.append(_("first side") if step.side == "first" else _("other side"))
    return " · ".join(parts)


def now(session: Session) -> str:
    """Say what to do now."""
    step = session.step
    if session.is_stopped or session.is_paused:
        return _still(session)
    if step.kind == "own_pace":
        return _("In your own time. Enter when you are done")
    if step.kind != "repeat":
        return _(NOW[step.kind])
    if step.hold:
        doing = _("Hold") if session.left else _("Come back")
        return f"{doing} · {_repetition(session)}"
    return _repetition(session)


def _still(session: Session) -> str:
    if session.is_stopped:
        return _("Enough of this one today")
    return _("The clock stood still. Space goes on") if session.has_slept else _("Paused. Space goes on")


def _repetition(session: Session) -> str:
    return _("{n} of {all}").format(n=session.rep, all=session.step.reps)


def big_number(session: Session) -> str:
    """Give the number to show large; nothing where nothing is counted."""
    step = session.step
    if session.is_stopped or step.seconds is None:
        return ""
    return str(session.rep if step.kind == "repeat" and not step.hold else session.left)


def text(session: Session, exercise: Exercise, state: State) -> Content:
    """Say how it is done, or what can be answered, and when to stop."""
    stop = state.catalogue.stop_rule.in_(current())
    if session.is_stopped:
        why = _("The pain went further down the leg. That is a sign to leave this exercise for today.")
        return Content("\n\n".join((why, stop, _("Enter goes on."))))
    if session.step.kind == "ask":
        named = zip(ARROWS, range(1, 4), RESPONSES, strict=True)
        lines = [f"{arrow} {n}  {choice_name('response', said)}" for arrow, n, said in named]
        skip = _("don't know, or skip")
        return Content("\n".join((*lines, f"  0  {skip}")))
    how = exercise.levels[session.part.level - 1].how.in_(current())
    return Content.assemble(f"{exercise.cue.in_(current())} {how}\n\n", (stop, MUTED))


def nothing(state: State, waiting: tuple[PlannedExercise, ...]) -> str:
    """Say why there is no session to begin."""
    if state.plan.is_empty:
        return _("There is no plan today, so there are no exercises.")
    if waiting:
        return later(state, waiting)
    return _("There are no exercises left today. That is enough.")


def later(state: State, waiting: tuple[PlannedExercise, ...]) -> str:
    """Say which exercises must wait, and until when."""
    said = [
        _("{name} after {time}").format(
            name=exercise_name(one.id, state.catalogue), time=formats.clock(one.not_before)
        )
        for one in waiting
        if one.not_before is not None
    ]
    return _("Later today: {names}.").format(names=formats.list_of(said))


def ended(state: State, waiting: tuple[PlannedExercise, ...]) -> str:
    """Say that the session is done, and what can be done later."""
    done = _("The exercises are done. What you did is kept.")
    return f"{done} {later(state, waiting)}" if waiting else done
