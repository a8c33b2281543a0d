"""Less than planned, which is always allowed: taken back, and refused where there is nothing to lessen."""

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.today.adjusted import is_about
from ryggkompis.domain.today.state import State
from ryggkompis.services.diary import Diary
from ryggkompis.services.errors import NoSuchExercise


class NoPlanToday(ExpectedError):
    """There is no plan that could be less."""

    says = N_("There is no plan today, so there is nothing to make less of.")


class NotInPlan(ExpectedError):
    """An exercise that is not planned cannot be left out."""

    says = N_("{id} is not in today's plan, so there is nothing to leave out or make easier.")


def take_back_adjustments(diary: Diary, day: Day, exercise: str | None = None) -> None:
    """Take back every adjustment of a day about ``exercise``; without one, that it is a bad day."""
    for one in day.adjustments:
        if is_about(one, exercise):
            diary.delete(one.id)


def exercise_in_plan(id_: str, state: State) -> str:
    """Give the id of a planned exercise as the catalogue writes it.

    Raises:
        NoPlanToday, NoSuchExercise, NotInPlan: when there is nothing to make less.

    """
    refuse_without_plan(state)
    exercise = state.catalogue.exercise(id_)
    if exercise is None:
        raise NoSuchExercise(id=id_)
    if all(planned.id != exercise.id for planned in state.plan.exercises):
        raise NotInPlan(id=exercise.id)
    return exercise.id


def refuse_without_plan(state: State) -> None:
    """Refuse to make less of a plan that there is not.

    Raises:
        NoPlanToday: under a lock, and for somebody whose plan comes from elsewhere.

    """
    if state.plan.is_empty:
        raise NoPlanToday
