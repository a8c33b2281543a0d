"""What was done, told as lines: a walk, an exercise, relief, a few words; the window asks the same."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from ryggkompis.cli.held import tell_held
from ryggkompis.cli.lines.ask import Answers, ask_all, choose
from ryggkompis.cli.lines.day import ask_safety_before_doing
from ryggkompis.cli.lines.prompt import answer_to
from ryggkompis.cli.output import told
from ryggkompis.cli.saved import keep, tell_beside_the_plan
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.journal.entries import ComfortDone, Entry, Event, ExerciseDone, Note, Walk
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.services.questions import day, notes
from ryggkompis.services.questions.answers import kept
from ryggkompis.services.questions.kinds import Question
from ryggkompis.words.entries import exercise_name
from ryggkompis.words.saved import seen_on


def tell_walk(here: Surroundings) -> None:
    """Walk now by the clock, or tell of a walk that was taken."""
    state = here.companion.state()
    left = () if state.plan.is_empty else state.walks_left
    planned = left[0] if left else None
    if planned is not None:
        told(_("The next walk in the plan is {minutes}.").format(minutes=formats.minutes(planned)))
    been = ("told", _("I have been out"))
    choices = (been,) if state.plan.is_empty and tell_held(state) else (("now", _("I go now")), been)
    chosen = choose(_("What about the walk?"), choices)
    if chosen is None or (chosen == "now" and not ask_safety_before_doing(here)):
        return
    took = _walked(here, planned) if chosen == "now" else planned
    tell(here, Walk, partial(day.walk, numbers=here.settings.numbers), {"minutes": took})


def _walked(here: Surroundings, planned: int | None) -> int:
    """Wait until the patient is back; give the minutes, at least one."""
    start = here.clock.now()
    if planned is not None:
        turn = start + timedelta(minutes=planned / 2)
        told(_("Turn back at {time}, or earlier if the leg says so.").format(time=formats.clock(turn)))
    answer_to(_("Press Enter when you are back."))
    return minutes_since(here, start)


def minutes_since(here: Surroundings, start: datetime) -> int:
    """Count the minutes since ``start``, at least one."""
    return max(1, round((here.clock.now() - start).total_seconds() / 60))


def tell_exercise(here: Surroundings) -> None:
    """Tell of an exercise that was done without counting; what is planned today stands first."""
    state = here.companion.state()
    planned = {one.id: one for one in state.plan.exercises}
    others = [one.id for one in state.catalogue.exercises if one.id not in planned]
    named = [(id_, exercise_name(id_, state.catalogue)) for id_ in (*planned, *others)]
    chosen = choose(_("Which exercise?"), named)
    if chosen is not None:
        tell(here, ExerciseDone, day.exercise, {"exercise": chosen, **_as_planned(planned.get(chosen))})


def _as_planned(planned: PlannedExercise | None) -> Answers:
    return {"level": planned.level, "sets": planned.sets} if planned else {}


def tell_relief(here: Surroundings) -> None:
    """Tell of a position for rest, or of heat."""
    catalogue = here.companion.catalogue
    named = [(one.id, exercise_name(one.id, catalogue)) for one in catalogue.comfort]
    chosen = choose(_("What was it?"), named)
    if chosen is not None:
        tell(here, ComfortDone, day.comfort, {"comfort": chosen})


def tell_note(here: Surroundings) -> None:
    """Write a note."""
    tell(here, Note, notes.note, {})


def tell_event(here: Surroundings) -> None:
    """Mark something in the pictures of the course."""
    tell(here, Event, notes.event, {})


def tell(
    here: Surroundings,
    kind: type[Entry],
    questions: Callable[[], Sequence[Question]],
    known: dict[str, Any],
) -> None:
    """Ask what is not known yet, and keep it."""
    entry = here.diary.draft(kind, **kept(kind, ask_all(questions, known)))
    keep(here, entry)
    if isinstance(entry, Walk | ExerciseDone):
        tell_beside_the_plan(here, entry.exercise if isinstance(entry, ExerciseDone) else None)


def who_saw(here: Surroundings) -> Sequence[str]:
    """Ask who has looked at what holds the plan back, and when, as the arguments of ``clear``."""
    asked = partial(notes.cleared, here.companion.state().gate.lock)
    said = ask_all(asked, {"seen": here.today.day}, here.today.real)
    if said["sure"] is not True:
        return ()
    return f"--by={said['by']}", f"--note={seen_on(said['seen'])}", "--yes"  # type: ignore[arg-type]  # asked as a day
