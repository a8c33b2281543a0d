"""What the session says: how far one is, what to do now, and why an exercise is over."""

from collections.abc import Iterator, Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.catalogue.catalogue import Exercise
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.session.session import Session, StepKind
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.words.doses import not_before
from ryggkompis.words.entries import exercise_name
from ryggkompis.words.lines import Line
from ryggkompis.words.today.clock import paused

_NOW: Final[Mapping[StepKind, str]] = {
    "ready": N_("Get ready"),
    "hold": N_("Hold"),
    "switch": N_("Change side"),
    "rest": N_("Rest"),
    "ask": N_("Where did the pain go?"),
    "own_pace": N_("In your own time. Press Enter when you are done."),
}


def step_in_words(kind: StepKind) -> str:
    """Say what a step is: to hold, to rest, to change side."""
    return _(_NOW[kind])


def come_back() -> str:
    """Say that what is held is let go."""
    return _("Come back")


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


def now(session: Session) -> Line:
    """Say what to do now."""
    step = session.step
    if session.is_stopped:
        return Line(_("Enough of this one today"))
    if session.is_paused:
        return Line(_("The clock stood still."), act="go_on") if session.has_slept else paused()
    if step.kind != "repeat":
        return Line(step_in_words(step.kind))
    repetition = _("{n} of {all}").format(n=session.rep, all=step.reps)
    if step.hold:
        doing = step_in_words("hold") if session.left else come_back()
        return Line(f"{doing} · {repetition}")
    return Line(repetition)


def how(session: Session, exercise: Exercise, state: State) -> Iterator[Line]:
    """Say how it is done, or why it is over, and when to stop."""
    stop = state.catalogue.stop_rule.in_(current())
    if session.is_stopped:
        yield Line(_("The pain went further down the leg. That is a sign to leave this exercise for today."))
        yield Line("")
        yield Line(stop)
        yield Line("")
        yield Line("", act="next")
        return
    yield Line(cue(exercise, session.part.level))
    yield Line("")
    yield Line(stop, "muted")


def cue(exercise: Exercise, level: int) -> str:
    """Say how an exercise is done at a level."""
    way = way_of(exercise, level)
    return f"{way.cue.in_(current())} {way.how.in_(current())}"


def nothing(state: State, waiting: tuple[PlannedExercise, ...]) -> str:
    """Say why there is no session to begin."""
    if state.plan.is_empty:
        return _("There is no plan today, so there are no exercises.")
    if waiting:
        return later(state, waiting)
    return _("There are no exercises left today. That is enough.")


def later(state: State, waiting: tuple[PlannedExercise, ...]) -> str:
    """Say which exercises must wait, and until when."""
    said = [f"{exercise_name(one.id, state.catalogue)} {not_before(one)}" for one in waiting]
    return _("Later today: {names}.").format(names=formats.list_of(said))


def ended(state: State, waiting: tuple[PlannedExercise, ...]) -> str:
    """Say that the session is done, and what can be done later."""
    done = _("The exercises are done. What you did is kept.")
    return f"{done} {later(state, waiting)}" if waiting else done
