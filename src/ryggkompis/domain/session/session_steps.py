"""What can happen in a session: a pure reducer that walks its script by the wall clock.

Time comes in as moments, and what has gone is the difference between two of them, so that nothing drifts.
A clock that is set back, or a gap as when the machine slept, pauses the session: it never runs ahead alone.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.scales import Response
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.session.session import BEGUN, PAUSES, WORK, DoneSoFar, Session
from ryggkompis.domain.session.stopwatch import LONG_UNSEEN

MORE_REST: Final = 15
"""Seconds by which one key makes a rest longer."""
LONGEST_GAP: Final = 5.0
"""Seconds between two looks at the clock; with more the machine has slept, and the session waits."""
AT_ONCE: Final = 2.0
"""Seconds into a step within which going back means the step before it."""

Press: TypeAlias = Literal["pause", "next", "skip", "back", "more_rest", "down"]


class Elapsed(Value):
    """A look at the clock."""

    now: datetime


class Say(Value):
    """Where the pain went; None is unknown. “Down” may be said at any time."""

    response: Response | None


Act: TypeAlias = Elapsed | Say | Press


def act(session: Session, what: Act) -> Session:
    """Give the session after ``what``; a session that is over stays as it is."""
    if session.is_over:
        return session
    if isinstance(what, Elapsed):
        return _tick(session, what.now.timestamp())
    if isinstance(what, Say):
        return _say(session, what.response)
    return _KEYS[what](session)


def _tick(session: Session, now: float) -> Session:
    """Let time go by; what is left over of a step belongs to the next one."""
    if session.waits:
        return session
    if session.looked is None:
        return replace(session, looked=now)
    # A gap is a machine asleep or a clock that was set: nothing runs on without the patient.
    gap = now - session.looked
    if session.step.seconds is None:
        return replace(_spent(session, min(max(gap, 0), LONG_UNSEEN)), looked=now)
    if not 0 <= gap <= LONGEST_GAP:
        return replace(session, looked=None, is_paused=True, has_slept=True)
    session = replace(_spent(session, gap), looked=now, gone=session.gone + gap)
    # What was left over goes into the next step, so that a slow machine loses no time of a rest.
    while session.runs and session.gone >= (length := (session.step.seconds or 0) + session.more):
        session = replace(_enter(session, session.at + 1, finished=True), gone=session.gone - length)
    return _begun(session)


def _spent(session: Session, seconds: float) -> Session:
    """Count time towards the exercise; waiting to begin, or for an answer, is not exercise."""
    if session.step.kind in {"start", "ask"}:
        return session
    return _with_result(
        session, replace(session.results[session.step.part], seconds=_result(session).seconds + seconds)
    )


def _begun(session: Session) -> Session:
    """Take note that a part of a set was done as soon as it was: nobody knows how the session will end."""
    result = _result(session)
    # A set that was gone back to has been counted whole.
    is_new = session.step.set - session.part.before > result.sets
    if result.is_cut_short or not (is_new and session.is_within_set):
        return session
    return _with_result(session, replace(result, is_cut_short=True))


def _result(session: Session) -> DoneSoFar:
    return session.results[session.step.part]


def _with_result(session: Session, result: DoneSoFar) -> Session:
    place = session.step.part
    return replace(session, results=(*session.results[:place], result, *session.results[place + 1 :]))


def _enter(session: Session, at: int, *, finished: bool = False) -> Session:
    """Go to a step; the set of a step that was finished counts, once however often one goes back."""
    step = session.step
    if finished and step.kind in WORK and step.ends_set:
        done = step.set - session.part.before
        if done > _result(session).sets:
            session = _with_result(session, replace(_result(session), sets=done, is_cut_short=False))
    looked = None if step.seconds is None else session.looked
    return replace(session, at=at, gone=0.0, more=0.0, looked=looked)


def _say(session: Session, response: Response | None) -> Session:
    """Take the answer to where the pain went; down ends the exercise, whenever it is said."""
    # “Down the leg” may be said at any time and ends the exercise at once (invariant I9); the rest waits.
    if session.is_stopped or (session.step.kind != "ask" and response != "down"):
        return session
    session = _with_result(session, replace(_result(session), response=response))
    stopped = response == "down"
    return replace(_running(session, _after_part(session) - stopped), is_stopped=stopped)


def _running(session: Session, at: int) -> Session:
    """Go to a step, and let the clock run there."""
    return replace(_enter(session, at), is_paused=False, has_slept=False, is_doubted=False)


def _doubt(session: Session) -> Session:
    """Ask once whether the pain goes down: a key is pressed by mistake sooner than an answer is given."""
    if session.step.kind == "ask" or session.is_doubted:
        return _say(session, "down")
    return session if session.is_stopped else replace(session, is_doubted=True, looked=None)


def _after_part(session: Session) -> int:
    """Give the place of the first step of the next exercise."""
    part = session.step.part
    return next((at for at, step in enumerate(session.script) if step.part > part), len(session.script))


def _pause(session: Session) -> Session:
    """Stop the count, or go on with it where it was; the pain does not go down after all."""
    if session.is_doubted:
        return replace(session, is_doubted=False)
    if session.is_stopped:
        return _go_on(session)
    if session.is_paused:
        return replace(session, is_paused=False, has_slept=False, looked=None)
    return replace(session, is_paused=True, looked=None) if session.step.seconds is not None else session


def _go_on(session: Session) -> Session:
    """Take the next step now; the question after an exercise waits for its own answer."""
    if session.is_stopped:
        return replace(session, is_stopped=False, at=_after_part(session), gone=0.0, more=0.0, looked=None)
    if session.is_doubted:
        return _say(session, "down")
    if session.is_paused:
        return _pause(session)
    step = session.step
    # So early it was meant for the step before, and would count a set that nobody has done.
    is_early = step.kind in WORK and step.seconds is not None and session.gone < BEGUN
    if step.kind == "ask" or is_early:
        return session
    return _enter(session, session.at + 1, finished=True)


def _skip(session: Session) -> Session:
    """Leave the rest of the exercise; what was done of it is asked about."""
    if session.is_stopped or session.is_doubted or session.step.kind == "ask":
        return session
    after = _after_part(session)
    # What was begun is still asked about: where the pain went matters most when one stops.
    return _running(session, after - 1 if _result(session).is_anything else after)


def _back(session: Session) -> Session:
    """Begin the step anew; right at its beginning, the one before it in the same exercise."""
    if session.is_stopped or session.is_doubted:
        return session
    before = session.at - 1
    may_go = before >= 0 and session.script[before].part == session.step.part
    is_fresh = session.gone < AT_ONCE or session.step.seconds is None
    return _enter(session, before if is_fresh and may_go else session.at)


def _rest_longer(session: Session) -> Session:
    """Rest, or get ready, for longer."""
    if session.waits or session.step.kind not in PAUSES or session.step.seconds is None:
        return session
    return replace(session, more=session.more + MORE_REST)


_KEYS: Final[Mapping[Press, Callable[[Session], Session]]] = {
    "pause": _pause,
    "next": _go_on,
    "skip": _skip,
    "back": _back,
    "more_rest": _rest_longer,
    "down": _doubt,
}
