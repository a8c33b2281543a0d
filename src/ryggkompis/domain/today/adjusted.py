"""Less than planned, which is always allowed: what of the plan stands with today's adjustments.

The plan itself never changes, so that what was planned and what was chosen stay two things.
"""

from collections.abc import Iterator
from typing import Final

from ryggkompis.domain.base.scales import Adjust
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import Adjustment, ExerciseDone
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.today.availability import kept_out, resting_in
from ryggkompis.domain.today.state import State

LOWEST: Final = 1
"""The first level of every exercise."""


class AdjustedExercise(Value):
    """A planned exercise as it stands today."""

    planned: PlannedExercise
    dose: PlannedExercise
    """How much of it today; one level lower where it was made easier."""
    adjust: Adjust | None = None
    """What the patient chose; None is as planned."""

    @property
    def is_skipped(self) -> bool:
        """It is left out today."""
        return self.adjust == "skip"

    @property
    def is_as_little_as_fits(self) -> bool:
        """It was made easier, and there is no lower level: as little of it as feels fine."""
        return self.adjust == "easier" and self.planned.level <= LOWEST

    @property
    def sets(self) -> int:
        """How many sets stand; as little as fits is one."""
        return 1 if self.is_as_little_as_fits else self.dose.sets

    def done_of(self, day: Day) -> tuple[ExerciseDone, ...]:
        """What was logged of it on ``day``."""
        id_ = self.dose.id.casefold()
        return tuple(done for done in day.exercises if done.exercise.casefold() == id_)

    def sets_done(self, day: Day) -> int:
        """Count the sets logged on ``day``; a log without a number stands for all of them."""
        return sum(done.sets or (0 if done.is_only_begun else self.sets) for done in self.done_of(day))

    def is_over(self, day: Day) -> bool:
        """Tell whether nothing more of it comes on ``day``: it is left out, or sent the pain down the leg."""
        return self.is_skipped or any(done.response == "down" for done in self.done_of(day))

    def is_left(self, day: Day) -> bool:
        """Tell whether some of it is still to be done on ``day``."""
        return not self.is_over(day) and self.sets_done(day) < self.sets


class AdjustedPlan(Value):
    """What of a day's plan stands."""

    is_minimum: bool
    """A bad day: the first walk and one position for rest, and it counts."""
    walks: tuple[int, ...]
    """Minutes of each walk that stands."""
    exercises: tuple[AdjustedExercise, ...]
    """Every exercise that is still spoken of, those left out too; none on a bad day."""
    comfort: tuple[str, ...]

    @property
    def to_do(self) -> tuple[PlannedExercise, ...]:
        """The exercises that stand, each with its dose."""
        return tuple(one.dose for one in self.exercises if not one.is_skipped)

    @property
    def is_less(self) -> bool:
        """Something is less than planned."""
        return self.is_minimum or any(one.adjust for one in self.exercises)


def adjusted(state: State) -> AdjustedPlan:
    """Count today's adjustments in; of several about one exercise the latest stands."""
    plan, today = state.plan, state.today
    if plan.is_empty:
        return AdjustedPlan(is_minimum=False, walks=(), exercises=(), comfort=())
    if today.is_minimum:
        # As small as it may be and still be done: one walk and one rest, and the day counts as kept.
        return AdjustedPlan(is_minimum=True, walks=plan.walks[:1], exercises=(), comfort=plan.comfort[:1])
    return AdjustedPlan(
        is_minimum=False, walks=plan.walks, exercises=tuple(_exercises(state)), comfort=plan.comfort
    )


def adjustment_of(day: Day, adjust: Adjust, exercise: str | None = None) -> Adjustment | None:
    """Find the latest adjustment of a day that says ``adjust`` about ``exercise``, if it still stands."""
    mine = [one for one in day.adjustments if is_about(one, exercise)]
    return mine[-1] if mine and mine[-1].adjust == adjust else None


def is_about(adjustment: Adjustment, exercise: str | None) -> bool:
    """Tell whether an adjustment is about ``exercise``; without one, that it is a bad day."""
    if exercise is None:
        return adjustment.adjust == "minimum"
    said = adjustment.exercise
    return adjustment.adjust != "minimum" and said is not None and said.casefold() == exercise.casefold()


def _exercises(state: State) -> Iterator[AdjustedExercise]:
    resting, done = resting_in(state), {one.exercise.casefold() for one in state.today.exercises}
    for planned in state.plan.exercises:
        if planned.id in resting and planned.id.casefold() not in done:
            # What bends the way that sent the pain down today rests at once, not only from tomorrow.
            continue
        mine = [one for one in state.today.adjustments if is_about(one, planned.id)]
        adjust = mine[-1].adjust if mine else None
        dose = easier(planned, state) if adjust == "easier" else planned
        yield AdjustedExercise(planned, dose, adjust)


def easier(planned: PlannedExercise, state: State) -> PlannedExercise:
    """Give the dose one level lower; at the first level there is none, and the dose stays."""
    exercise = state.catalogue.exercise(planned.id)
    if exercise is None or planned.level <= LOWEST:
        return planned
    level = exercise.levels[planned.level - 2]
    return replace(planned, level=planned.level - 1, sets=level.sets, reps=level.reps, seconds=level.seconds)


def is_more_than_planned(state: State) -> bool:
    """Tell whether more was walked today than planned, or an exercise done that is not in the plan.

    One that is held back from the patient is another matter: of that it is not said that it is fine.
    """
    if state.plan.is_empty:
        return False
    planned = {one.id.casefold() for one in state.plan.exercises}
    extra = {one.exercise.casefold() for one in state.today.exercises} - planned
    is_more = any(kept_out(state, id_) is None for id_ in extra)
    return state.today.walked > state.plan.walk_minutes or is_more
