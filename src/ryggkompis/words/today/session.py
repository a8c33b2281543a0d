"""What the session says: how far one is, what to do now, and why an exercise is over."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import RESPONSES
from ryggkompis.domain.catalogue.catalogue import Exercise
from ryggkompis.domain.catalogue.positions import Position
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.session.session import DoneSoFar, Session, StepKind
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current, ngettext
from ryggkompis.words.doses import amount, not_before, sets_in_words, when_to_stop
from ryggkompis.words.entry_names import choice_name, exercise_name
from ryggkompis.words.lines import Line
from ryggkompis.words.reasons import reason_in_words
from ryggkompis.words.today.clock import paused
from ryggkompis.words.today.unread import list_first

_NOW: Final[Mapping[StepKind, str]] = {
    "start": N_("Start position"),
    "ready": N_("Get ready"),
    "hold": N_("Hold"),
    "switch": N_("Change side"),
    "rest": N_("Rest"),
    "ask": N_("Where did the pain go?"),
    "own_pace": N_("In your own time. Press Enter when you are done."),
}
_LIES_READY: Final = N_("when you lie ready")
_READY: Final[Mapping[Position, str]] = {
    "SUPINE": _LIES_READY,
    "PRONE": _LIES_READY,
    "SIDE": _LIES_READY,
    "SIT": N_("when you sit ready"),
    "KNEEL": N_("when you are ready on your hands and knees"),
    "STAND": N_("when you stand ready"),
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
    if session.is_over:
        return _("That was all")
    parts = [f"{step.part + 1}/{len(session.parts)}", exercise.name.in_(current())]
    sets = part.before + part.sets
    # What is asked about afterwards is the exercise, however many of its sets were done.
    if sets > 1 and step.kind != "ask":
        parts.append(_("set {n} of {all}").format(n=step.set, all=sets))
    if step.side is not None:
        parts.append(_("first side") if step.side == "first" else _("other side"))
    return " · ".join(parts)


def now(session: Session) -> Line:
    """Say what to do now."""
    step = session.step
    if session.is_stopped:
        return Line(_("Enough of this one today"))
    if session.is_doubted:
        return Line(_("Does the pain go further down the leg?"))
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
    """Say how one begins and how it is done, or why it is over, and when to stop."""
    stop, level = when_to_stop(state.catalogue), session.part.level
    if session.is_stopped:
        yield Line(_("The pain went further down the leg. That is a sign to leave this exercise for today."))
        yield from (Line(""), Line(stop), Line(""), Line("", act="next"))
        return
    if session.is_doubted:
        yield from (Line("", act="it_does"), Line("", act="it_does_not"), Line(""), Line(stop, "muted"))
        return
    if session.step.kind == "start":
        yield Line(start(exercise, level), "strong")
        if session.step.seconds is None:
            yield Line(when_ready(exercise, level), act="begin")
        yield Line("")
        yield Line(f"{_capital(amount(exercise.levels[level - 1]))}.")
    yield from (Line(cue(exercise, level)), Line(""), Line(stop, "muted"))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def start(exercise: Exercise, level: int) -> str:
    """Say how one lies, sits or stands as an exercise begins."""
    return way_of(exercise, level).start.in_(current())


def when_ready(exercise: Exercise, level: int) -> str:
    """Say until when the session waits."""
    said = {_READY[position] for position in way_of(exercise, level).begins}
    return _(said.pop() if len(said) == 1 else N_("when you are ready"))


def cue(exercise: Exercise, level: int) -> str:
    """Say how an exercise is done at a level."""
    way = way_of(exercise, level)
    return f"{way.cue.in_(current())} {way.how.in_(current())}"


def course(session: Session, state: State) -> Iterator[Line]:
    """Say how far each exercise of the session has come."""
    for place, (part, result) in enumerate(zip(session.parts, session.results, strict=True)):
        # First how far, as a long name is cut off.
        far = f"{part.before + result.sets}/{part.before + part.sets}"
        line = f"{far}  {exercise_name(part.id, state.catalogue)}"
        if place == session.step.part and not session.is_over:
            yield Line(f"▸ {line}", "strong")
        else:
            yield Line(line, "met" if result.sets >= part.sets else "open")


def nothing(state: State, waiting: tuple[PlannedExercise, ...]) -> str:
    """Say why there is no session to begin."""
    if state.plan.is_empty:
        return _("There is no plan today, so there are no exercises.")
    if state.plan.is_unread_and_open:
        return list_first()
    if waiting:
        return later(state, waiting)
    waits = (reason_in_words(one.reason) for one in state.plan.decisions if one.rule == "GATE")
    if not state.plan.exercises:
        return next(waits, _("There are no exercises in today's plan."))
    return _("There are no exercises left today. That is enough.")


def later(state: State, waiting: tuple[PlannedExercise, ...]) -> str:
    """Say which exercises must wait, and until when."""
    said = [f"{exercise_name(one.id, state.catalogue)} {not_before(one)}" for one in waiting]
    return _("Later today: {names}.").format(names=formats.list_of(said))


def ended(results: Sequence[DoneSoFar], state: State, waiting: tuple[PlannedExercise, ...]) -> Iterator[Line]:
    """Say what was done and how the leg took it, and what can be done later."""
    done = " ".join(filter(None, (_done(results), _leg(results))))
    if done:
        yield from (Line(done, "strong"), Line(_("It is kept.")))
    else:
        yield Line(
            _("You skipped all of it this time, and that is all right. Nothing is noted as done."), "strong"
        )
        yield Line(_("It can be taken up again later today."))
    if waiting:
        yield Line(later(state, waiting))


def _done(results: Sequence[DoneSoFar]) -> str:
    whole = [result for result in results if result.sets]
    begun = sum(result.is_anything for result in results) - len(whole)
    said = []
    if whole:
        sets = sets_in_words(sum(result.sets for result in whole))
        said.append(_("Done: {exercises}, {sets}.").format(exercises=_exercises(len(whole)), sets=sets))
    if begun:
        said.append(_("Begun: {exercises}.").format(exercises=_exercises(begun)))
    return " ".join(said)


def _exercises(n: int) -> str:
    return ngettext("{n} exercise", "{n} exercises", n).format(n=n)


def _leg(results: Sequence[DoneSoFar]) -> str:
    """Say where the pain went, each answer with how often it was given; what was not said is not named."""
    told = [result.response for result in results]
    said = [(choice_name("response", where), told.count(where)) for where in RESPONSES if where in told]
    if not said:
        return ""
    words = [_("{where} ({n} times)").format(where=where, n=n) if n > 1 else where for where, n in said]
    return _("The pain afterwards: {where}.").format(where=", ".join(words))
