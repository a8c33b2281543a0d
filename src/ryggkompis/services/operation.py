"""What is told of an operation is kept in a mark of its own; being allowed exercise ends the wait."""

from datetime import date
from typing import Any

from ryggkompis.domain.journal.entries import Entry, Profile
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.episodes import episode_on
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.operation import Operation, operation_meant
from ryggkompis.services.companion import Companion
from ryggkompis.services.diary import revised, said_of
from ryggkompis.services.errors import AllowedBeforeOperation, FutureDay, NoOperation


def tell_operation(
    companion: Companion, operated: date | None, cleared: date | None, by: str | None
) -> tuple[Entry, ...]:
    """Keep when the back was operated on, and from when whoever operated allows exercise.

    A day less than two weeks away from one that is known corrects it; any other is that of another operation.
    Without ``operated`` it is about the latest that is known.

    Raises:
        FutureDay: the operation has not been yet.
        AllowedBeforeOperation: a word from before the operation was not about it.
        NoOperation: exercise is allowed after an operation that nobody told of.

    """
    history, _problems = companion.read()
    known = operation_meant(history.episode_marks, operated)
    day = operated or (known.day if known else None)
    if day is None:
        raise NoOperation
    if day > companion.today.real:
        raise FutureDay(day=day)
    if cleared is not None and cleared < day:
        raise AllowedBeforeOperation(day=cleared, operated=day)
    said = {"operated": day, "cleared": cleared, "cleared_by": by if cleared else None}
    return (*_marked(companion, history, known, said), *_allowed(companion, history, cleared))


def amend_operation(
    companion: Companion, operated: date | None, cleared: date | None, by: str | None
) -> tuple[Entry, ...]:
    """Keep what is said of an operation; what is not said stays as it is known, as ``tell_operation`` does.

    Raises:
        FutureDay, AllowedBeforeOperation, NoOperation: as ``tell_operation``.

    """
    history, _problems = companion.read()
    known = operation_meant(history.episode_marks, operated)
    if known is not None:
        by = by or known.by
        if cleared is None and known.cleared and known.cleared >= (operated or known.day):
            cleared = known.cleared
    return tell_operation(companion, operated, cleared, by)


def _marked(
    companion: Companion, history: History, known: Operation | None, said: dict[str, Any]
) -> tuple[EpisodeMark, ...]:
    diary = companion.diary
    if known is not None:
        # An older mark of the episode says it again, and would keep what was wrong.
        marks = [revised(one, **said) for one in history.episode_marks if one.operated == known.day]
        diary.revise(*marks)
        return tuple(marks)
    return (diary.say(EpisodeMark, start=episode_on(history, companion.today.day).name, **said),)


def _allowed(companion: Companion, history: History, cleared: date | None) -> tuple[Entry, ...]:
    """Take “operated, not cleared” off the profile: from now on the day that was told says it."""
    profile = history.profile(companion.today.day)
    if cleared is None or profile is None or "operated" not in profile.exclusions:
        return ()
    left = tuple(one for one in profile.exclusions if one != "operated")
    return (companion.diary.say(Profile, **{**said_of(profile), "exclusions": left}),)
