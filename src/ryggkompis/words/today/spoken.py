"""What the session says aloud, to somebody who lies on the floor and sees no screen."""

from typing import Final

from ryggkompis.domain.catalogue.catalogue import Exercise
from ryggkompis.domain.session.session import Session
from ryggkompis.i18n.language import _, current
from ryggkompis.words.today.session import now, start, step_in_words, when_ready

EVERY: Final = 5
"""Every fifth repetition is counted aloud, and every fifth second of a hold."""


def spoken(before: Session | None, session: Session, exercise: Exercise) -> str:
    """Say what has changed since ``before``, None at the beginning; nothing where nothing is to be heard."""
    if session.is_over:
        return _("Done.")
    if before is None or _place(before) != _place(session):
        return "" if session.is_paused else _at(session, exercise)
    if session.waits:
        return ""
    count, was = _count(session), _count(before)
    is_counted = count and count != was and count % EVERY == 0
    return _let_go(before, session) or (str(count) if is_counted else "")


def _place(session: Session) -> tuple[int, bool, bool]:
    return session.at, session.is_doubted, session.is_stopped


def _at(session: Session, exercise: Exercise) -> str:
    """Say what a step is as it begins."""
    step = session.step
    if session.is_doubted or session.is_stopped:
        return now(session).text
    if step.kind == "start":
        level = session.part.level
        said = [f"{exercise.name.in_(current())}.", start(exercise, level)]
        if step.side:
            said.append(_("First side."))
        if step.seconds is None:
            said.append(_("Press Enter {when}.").format(when=when_ready(exercise, level)))
        return " ".join(said)
    if step.kind == "repeat":
        return step_in_words("hold") if step.hold else ""
    if step.kind == "own_pace":
        return _("In your own time.")
    words = step_in_words(step.kind)
    return " ".join((_("Done."), words)) if step.kind == "ask" else words


def _count(session: Session) -> int | None:
    """Give what is counted: repetitions upwards, the seconds of a hold downwards; a rest is not counted."""
    kind = session.step.kind
    if kind == "repeat":
        return session.rep if not session.step.hold else session.left
    return session.left if kind == "hold" else None


def _let_go(before: Session, session: Session) -> str:
    """Say when to come back, and when to hold again."""
    if not session.step.hold or bool(before.left) == bool(session.left):
        return ""
    return now(session).text.partition(" · ")[0]
