"""How the leg took what was done (clinical 4.3): the pain-monitoring model with rules for the nerve added."""

from enum import IntEnum
from typing import Final

from ryggkompis.domain.base.thresholds import CONVENTIONS
from ryggkompis.domain.journal.entries import ExerciseDone, Walk
from ryggkompis.domain.journal.history import Day

GREEN_RISE: Final = 1
RED_RISE: Final = 3
ACCEPTABLE: Final = 5
"""The highest pain that is acceptable on the way, NRS."""
LITTLE: Final = 3


class Activity(IntEnum):
    """A response to activity, by rising concern."""

    UNKNOWN = 0
    GREEN = 1
    YELLOW = 2
    RED = 3


def _without_number(walk: Walk, settles: int) -> Activity:
    if walk.settled is None:
        return Activity.UNKNOWN
    if walk.settled > settles:
        return Activity.YELLOW
    return Activity.GREEN if walk.settled == 0 and walk.further_down is False else Activity.UNKNOWN


def walk_response(walk: Walk, before: float | None, settles: int = CONVENTIONS.settles_within) -> Activity:
    """Judge one walk by leg pain ``before`` it (NRS or unknown), which returns within ``settles`` minutes."""
    if walk.further_down:
        return Activity.RED
    if walk.peak_leg is None or before is None:
        return _without_number(walk, settles)
    rise = walk.peak_leg - before
    if rise >= RED_RISE or (walk.peak_leg > ACCEPTABLE >= before):
        return Activity.RED
    settles_late = walk.settled is not None and walk.settled > settles
    if rise > GREEN_RISE or (before < LITTLE <= walk.peak_leg) or settles_late:
        return Activity.YELLOW
    if rise > 0 and walk.settled is None:
        return Activity.UNKNOWN
    return Activity.GREEN


def exercise_response(done: ExerciseDone) -> Activity:
    """Judge one exercise; whether it stayed further down is not asked, so "down" counts as red."""
    if done.response is None:
        return Activity.UNKNOWN
    return Activity.RED if done.response == "down" else Activity.GREEN


def day_response(day: Day, usual_leg: float | None, settles: int = CONVENTIONS.settles_within) -> Activity:
    """Give the worst known response of a day; UNKNOWN when nothing was logged or nothing was answered."""
    morning = day.check_in.leg if day.check_in else None
    before = usual_leg if morning is None else morning
    walks = (walk_response(walk, before, settles) for walk in day.walks)
    exercises = (exercise_response(done) for done in day.exercises)
    return max((*walks, *exercises), default=Activity.UNKNOWN)
