"""How the leg took what was done (clinical 4.3): the pain-monitoring model with rules for the nerve added."""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Final

from ryggkompis.domain.base.scales import Response
from ryggkompis.domain.base.thresholds import CONVENTIONS
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import ExerciseDone, Walk

YELLOW_RISE: Final = 1.5
YELLOW_PEAK: Final = 4
RED_RISE: Final = 3
ACCEPTABLE: Final = 5
"""The highest pain (NRS) that is acceptable on the way, where it rose by two or more."""
RED_RISE_TO_MUCH: Final = 2
TOLD_BY_MORNING_WITHIN: Final = 3
"""Days within which the next known morning answers for a walk that nothing was said about."""


class Activity(IntEnum):
    """A response to activity, by rising concern."""

    UNKNOWN = 0
    GREEN = 1
    YELLOW = 2
    RED = 3


_OF_EXERCISE: Final[Mapping[Response | None, Activity]] = {
    None: Activity.UNKNOWN,
    "up": Activity.GREEN,
    "same": Activity.GREEN,
    "down": Activity.RED,
}


def _without_rise(walk: Walk) -> Activity:
    if walk.peak_leg is not None:
        # It cannot have risen by more than it came to.
        return Activity.GREEN if walk.peak_leg < RED_RISE else Activity.UNKNOWN
    return Activity.UNKNOWN if walk.settled is None else Activity.GREEN


def walk_response(walk: Walk, before: float | None, settles: int = CONVENTIONS.settles_within) -> Activity:
    """Judge one walk by leg pain ``before`` it (NRS or unknown), which returns within ``settles`` minutes."""
    if walk.further_down:
        return Activity.RED
    settles_late = walk.settled is not None and walk.settled > settles
    if walk.peak_leg is None or before is None:
        return Activity.YELLOW if settles_late else _without_rise(walk)
    rise = walk.peak_leg - before
    if rise >= RED_RISE or (walk.peak_leg > ACCEPTABLE and rise >= RED_RISE_TO_MUCH):
        return Activity.RED
    if settles_late or (rise >= YELLOW_RISE and walk.peak_leg >= YELLOW_PEAK):
        return Activity.YELLOW
    return Activity.GREEN


def exercise_response(done: ExerciseDone) -> Activity:
    """Judge one exercise; whether it stayed further down is not asked, so "down" counts as red."""
    found = _OF_EXERCISE[done.response]
    # That a part of one set went well does not say that all of it does.
    return Activity.UNKNOWN if found == Activity.GREEN and done.is_only_begun else found


def sessions_response(sessions: Sequence[ExerciseDone], sets: int) -> Activity:
    """Judge a day's sessions of one exercise at a level of so many ``sets``: what went well must be all."""
    worst = max(map(exercise_response, sessions))
    done = sum(one.sets or (0 if one.is_only_begun else sets) for one in sessions)
    return worst if worst == Activity.RED or done >= sets else Activity.UNKNOWN


def _of_walks(walks: Iterable[Activity]) -> Activity:
    """Sum up a day's walks: one that was too much is, and those on the edge must be half of those known."""
    known = [walk for walk in walks if walk != Activity.UNKNOWN]
    if not known or Activity.RED in known:
        return max(known, default=Activity.UNKNOWN)
    return Activity.YELLOW if 2 * known.count(Activity.YELLOW) >= len(known) else Activity.GREEN


def day_response(day: Day, usual_leg: float | None, settles: int = CONVENTIONS.settles_within) -> Activity:
    """Sum up a day; UNKNOWN when nothing was done or answered. An exercise does not answer for a walk."""
    exercises = max(map(exercise_response, day.exercises), default=Activity.UNKNOWN)
    if exercises == Activity.RED or not day.walks:
        return exercises
    morning = day.check_in.leg if day.check_in else None
    before = usual_leg if morning is None else morning
    return _of_walks(walk_response(walk, before, settles) for walk in day.walks)


def is_unanswered(day: Day) -> bool:
    """Tell whether there were walks and nothing was said about any, so that the next morning answers."""
    return bool(day.walks) and all(
        walk.peak_leg is None and walk.settled is None and not walk.further_down for walk in day.walks
    )
