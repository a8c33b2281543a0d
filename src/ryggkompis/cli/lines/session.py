"""Today's exercises, one at a time, with counts that are written as they would be spoken."""

import time
from datetime import date

from ryggkompis.cli.errors import NoMoreAnswers
from ryggkompis.cli.lines.interrupt import stop_is_answered
from ryggkompis.cli.lines.prompt import ask, ask_one
from ryggkompis.cli.output import facts, told
from ryggkompis.cli.wiring import Surroundings
from ryggkompis.domain.base.scales import RESPONSES, Response
from ryggkompis.domain.catalogue.catalogue import Exercise
from ryggkompis.domain.session.session import DoneSoFar, Part, SessionStep, begin
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.services.sessions import SessionDiary, later, parts_left
from ryggkompis.words.doses import sets_in_words
from ryggkompis.words.entries import choice_name
from ryggkompis.words.saved import saved
from ryggkompis.words.today import session as words

_COUNTED_DOWN = 3
"""The last seconds of a hold are counted."""


def go_through_exercises(here: Surroundings) -> None:
    """Go through what is left of today's exercises; what is done of one is kept as soon as it is over."""
    state, now = here.companion.state(), here.clock.now()
    parts = parts_left(state, now)
    if not parts:
        told(words.nothing(state, later(state, now)))
        return
    diary = SessionDiary(here.diary.on(_day(here)), parts)
    told(_("Ctrl+C stops an exercise at any time. What is done is kept."))
    stop_rule = state.catalogue.stop_rule.in_(current())
    for place, part in enumerate(parts):
        exercise = state.catalogue.exercise(part.id)
        if exercise is not None and not _one(diary, place, part, exercise, stop_rule):
            break
    told(words.ended(state, later(state, here.clock.now())))


def _day(here: Surroundings) -> date:
    return here.today.day


def _one(diary: SessionDiary, place: int, part: Part, exercise: Exercise, stop_rule: str) -> bool:
    """Do one exercise and keep it; tell whether the session goes on."""
    language = current()
    facts()
    facts(f"{exercise.name.in_(language)}. {_amount(part)}")
    facts(words.cue(exercise, part.level))
    told(stop_rule)
    if ask_one(_("Shall we begin?"), [(True, _("yes")), (False, _("leave it out"))]) is not True:
        return True
    sets, response, goes_on = 0, None, True
    start = time.monotonic()
    try:
        for step in begin((part,)).script:
            _step(step)
            sets += step.ends_set
        told(_("That was all of it."))
        named = [(one, choice_name("response", one)) for one in RESPONSES]
        response = ask_one(words.step_in_words("ask"), named)
    except KeyboardInterrupt:
        response, goes_on = _stopped()
    except NoMoreAnswers:
        goes_on = False
    diary.keep(place, DoneSoFar(sets, response, time.monotonic() - start))
    if sets or response:
        told(saved())
    return goes_on


def _stopped() -> tuple[Response | None, bool]:
    """Ask why it was stopped; give where the pain went, and whether the session goes on."""
    stop_is_answered()
    told("")
    why = ask_one(
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
        ask(words.step_in_words(step.kind), str)
        return
    seconds = step.seconds or 0
    if step.kind == "ask":
        return
    if step.kind == "repeat":
        _repeat(step, seconds / step.reps)
        return
    what, long = words.step_in_words(step.kind), formats.number(seconds, 0)
    facts(_("{what}: {seconds} seconds.").format(what=what, seconds=long))
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
