"""Today's session: what is left of the plan, and what was done of it, kept as it is done."""

from collections.abc import Iterator
from datetime import datetime

from ryggkompis.domain.catalogue.catalogue import Level
from ryggkompis.domain.catalogue.ways import way_of
from ryggkompis.domain.journal.entries import ExerciseDone
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.session.session import TEMPO, DoneSoFar, Part, Session
from ryggkompis.domain.today.adjusted import AdjustedExercise, adjusted
from ryggkompis.domain.today.availability import resting_in
from ryggkompis.domain.today.state import State
from ryggkompis.services.diary import Diary
from ryggkompis.store.acts import current_act, one_act

MINUTE = 60


def parts_left(state: State, now: datetime) -> tuple[Part, ...]:
    """List what of today's exercises can be done now, in the order of the plan.

    Left out is what is done, what sent the pain down the leg today, what the patient leaves out, and what
    must wait until later in the day (invariants I1, I8 and I9). Under a lock there is nothing.
    """
    return tuple(part for one in adjusted(state).exercises for part in _part(one, state, now))


def without_resting(session: Session, state: State) -> Session:
    """Leave out of what comes what rests by now, since something has sent the pain down the leg (I9)."""
    return session.without(resting_in(state))


def later(state: State, now: datetime) -> tuple[PlannedExercise, ...]:
    """List the exercises that can be done later today only."""
    return tuple(one for one in adjusted(state).to_do if one.not_before and one.not_before > now)


def _part(one: AdjustedExercise, state: State, now: datetime) -> Iterator[Part]:
    dose, exercise = one.dose, state.catalogue.exercise(one.dose.id)
    is_too_early = dose.not_before is not None and dose.not_before > now
    if exercise is None or is_too_early or one.is_over(state.today):
        return
    level = exercise.levels[dose.level - 1]
    sets, done = one.sets, one.sets_done(state.today)
    if done >= sets * level.per_day:
        return
    # Each further round of the day begins at its first set.
    before = done % sets
    figure = way_of(exercise, dose.level).figure
    yield Part(
        id=dose.id,
        level=dose.level,
        sets=sets - before,
        before=before,
        reps=dose.reps,
        seconds=dose.seconds,
        per_side=level.per_side,
        tempo=figure.seconds if figure else TEMPO,
        is_own_pace=one.is_as_little_as_fits or _is_walked(level),
    )


def _is_walked(level: Level) -> bool:
    """Tell whether the amount is a distance, which no clock can count."""
    return level.metres is not None


class SessionDiary:
    """Keeps each exercise of a session as soon as something of it is done, on the day it was begun.

    Each exercise, with all its sets and where the pain went, is one act: one marks them done one by one, and
    taking back the last must not take the whole session.
    """

    def __init__(self, diary: Diary, parts: tuple[Part, ...]) -> None:
        """Write through ``diary``, which speaks of the day of the session."""
        self._diary = diary
        self._parts = parts
        self._ids: dict[int, str] = {}
        self._acts: dict[int, str] = {}

    def keep(self, place: int, result: DoneSoFar) -> None:
        """Keep what was done of one exercise; nothing done and nothing answered leaves no trace.

        Raises:
            ExpectedError: when it could not be saved.

        """
        if not result.is_anything and result.response is None:
            return
        part = self._parts[place]
        said = {
            "sets": result.sets or None,
            # Where the pain went down before the end of a set, no set was done.
            "cut_short": result.is_cut_short or not result.sets or None,
            "response": result.response,
            # Never 0: a short set would read as nothing done.
            "minutes": max(1, round(result.seconds / MINUTE)),
        }
        with one_act(self._acts.setdefault(place, current_act())):
            if place in self._ids:
                self._diary.edit(self._ids[place], **said)
            else:
                entry = self._diary.say(ExerciseDone, exercise=part.id, level=part.level, **said)
                self._ids[place] = entry.id
