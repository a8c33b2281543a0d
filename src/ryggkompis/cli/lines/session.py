"""Today's exercises, one at a time, with counts that are written as they would be spoken."""

import time
from collections.abc import Callable, Container
from datetime import date
from functools import partial
from typing import cast

from ryggkompis.cli.errors import NoMoreAnswers
from ryggkompis.cli.held import tell_held
from ryggkompis.cli.lines.ask import ask_all, ask_question, choose
from ryggkompis.cli.lines.day import ask_safety_before_doing
from ryggkompis.cli.lines.interrupt import stop_is_answered
from ryggkompis.cli.lines.prompt import answer_to
from ryggkompis.cli.output import facts, told
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.scales import Response
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Exercise
from ryggkompis.domain.journal.entries import ExerciseDone
from ryggkompis.domain.session.session import DoneSoFar, Part, Session, SessionStep, begin
from ryggkompis.domain.today.availability import resting_in
from ryggkompis.domain.today.state import State
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.services.questions.day import exercise as how_it_went
from ryggkompis.services.questions.kinds import Choice, OneOf, Question, yes_or_no
from ryggkompis.services.sessions import SessionDiary, later, parts_left
from ryggkompis.store.settings import read_settings
from ryggkompis.words.doses import sets_in_words, when_to_stop
from ryggkompis.words.lines import texts
from ryggkompis.words.saved import saved
from ryggkompis.words.today import session as words

_COUNTED_DOWN = 3
"""The last seconds of a hold are counted."""
_KNOWN = 3
"""Times that an exercise was done at a level, from which how it is done is said when it is asked for."""
_HOW = "how"


def go_through_exercises(here: Surroundings) -> None:
    """Go through what is left of today's exercises; what is done of one is kept as soon as it is over."""
    state, now = here.companion.state(), here.clock.now()
    if state.plan.is_empty and tell_held(state):
        return
    if not parts_left(state, now):
        told(words.nothing(state, later(state, now)))
        return
    if not ask_safety_before_doing(here):
        return
    state = here.companion.state()
    parts = parts_left(state, now)
    diary = SessionDiary(here.diary.on(_day(here)), parts)
    # Once, and before the first: it is the same for every exercise.
    told(when_to_stop(state.catalogue))
    told(_("Ctrl+C stops an exercise at any time. What is done is kept."))
    session = begin(parts, read_settings(here.places)[0].start_wait)
    results = [DoneSoFar()] * len(parts)

    def keep(place: int, result: DoneSoFar) -> None:
        results[place] = result
        diary.keep(place, result)

    try:
        _one_after_another(session, state, keep, lambda: resting_in(here.companion.state()))
    except KeyboardInterrupt:
        # At a question: it ends the session, and what was done is said all the same.
        stop_is_answered()
        told("")
    facts()
    facts(" ".join(texts(words.ended(results, state, later(state, here.clock.now())))))


def _one_after_another(
    session: Session,
    state: State,
    keep: Callable[[int, DoneSoFar], None],
    resting: Callable[[], Container[str]],
) -> None:
    for place, part in enumerate(session.parts):
        if part.id in resting():
            continue
        exercise = state.catalogue.exercise(part.id)
        if exercise is None or not _is_begun(part, exercise, is_known=_is_known(state, part)):
            continue
        if not _one(session, place, partial(keep, place)):
            return


def _day(here: Surroundings) -> date:
    return here.today.day


def _is_begun(part: Part, exercise: Exercise, *, is_known: bool) -> bool:
    """Say what it is and how one begins, and wait until it is begun, or left out."""
    language = current()
    facts()
    facts(f"{exercise.name.in_(language)}. {_amount(part)}")
    facts(words.start(exercise, part.level))
    if not is_known:
        facts(words.cue(exercise, part.level))
    how = (Choice(value=_HOW, label=_("how"), key="2"),) if is_known else ()
    begins = OneOf((*yes_or_no(_("yes"), _("leave it out")), *how))
    while (said := ask_question(Question(key="begin", words=_("Shall we begin?"), answer=begins))) == _HOW:
        facts(words.cue(exercise, part.level))
    return said is True


def _is_known(state: State, part: Part) -> bool:
    """Tell whether an exercise has been done at this level so often that nobody need hear how each time."""
    done = state.lately.all(ExerciseDone)
    return sum(one.exercise == part.id and one.level == part.level for one in done) >= _KNOWN


def _one(session: Session, place: int, keep: Callable[[DoneSoFar], None]) -> bool:
    """Do the exercise at ``place``, and keep what is done of it; tell whether the session goes on."""
    done, goes_on, start = DoneSoFar(), True, time.monotonic()
    stands, began = session, start
    try:
        for at, step in enumerate(session.script):
            if step.part != place:
                continue
            stands, began = replace(session, at=at), time.monotonic()
            _step(step)
            if step.ends_set:
                done = DoneSoFar(done.sets + 1, seconds=time.monotonic() - start)
                # At once, and not at the end: nobody knows how it will end.
                keep(done)
        told(_("Finished."))
        response = cast("Response | None", ask_all(how_it_went, {})["response"])
    except KeyboardInterrupt:
        is_within = replace(stands, gone=time.monotonic() - began).is_within_set
        done = replace(done, seconds=time.monotonic() - start, is_cut_short=is_within)
        keep(done)
        response, goes_on = _stopped()
    except NoMoreAnswers:
        response, goes_on = None, False
    done = replace(done, response=response)
    keep(done)
    if done.is_anything or done.response:
        told(saved())
    return goes_on


def _stopped() -> tuple[Response | None, bool]:
    """Ask why it was stopped; give where the pain went, and whether the session goes on."""
    stop_is_answered()
    told("")
    why = choose(
        _("Stopped. What now?"),
        [
            ("down", _("the pain went further down the leg: leave this one today")),
            ("next", _("the next exercise")),
            ("end", _("end the session")),
        ],
    )
    return ("down" if why == "down" else None), why != "end" and why is not None


def _amount(part: Part) -> str:
    sets = sets_in_words(part.sets)
    if part.is_own_pace:
        return _("{sets}, in your own time.").format(sets=sets)
    if part.reps is None:
        return _("{sets} of {seconds} seconds.").format(sets=sets, seconds=part.seconds)
    return _("{sets} of {reps}.").format(sets=sets, reps=part.reps)


def _step(step: SessionStep) -> None:
    """Say what to do now, and count it."""
    if step.kind == "own_pace":
        answer_to(words.step_in_words(step.kind))
        return
    if step.seconds is None:
        return
    seconds = step.seconds
    if step.kind == "repeat":
        _repeat(step, seconds / step.reps)
        return
    what, long = words.step_in_words(step.kind), formats.number(seconds, 0)
    facts(_("{what}: {seconds} seconds.").format(what=what, seconds=long))
    # After these the counting of repetitions begins: “3, 2, 1, 1, 2” would be one row of numbers.
    if step.kind in {"ready", "switch"}:
        time.sleep(seconds)
    else:
        _count_down(seconds)


def _repeat(step: SessionStep, each: float) -> None:
    for n in range(1, step.reps + 1):
        if not step.hold:
            facts(str(n))
            time.sleep(each)
            continue
        hold = words.step_in_words("hold")
        facts(f"{n}. {hold}.")
        time.sleep(step.hold)
        facts(f"{words.come_back()}.")
        time.sleep(each - step.hold)


def _count_down(seconds: float) -> None:
    last = min(_COUNTED_DOWN, int(seconds))
    time.sleep(seconds - last)
    for n in range(last, 0, -1):
        facts(str(n))
        time.sleep(1)
