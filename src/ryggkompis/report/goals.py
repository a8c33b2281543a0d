"""The activities that matter to the patient, rated week by week, and what their ratings come to together."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from ryggkompis.domain.base.averages import mean
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.plan.advice import GOALS_MOVE

LEAST: Final = 2
"""Activities that a mean is taken of."""
# Two points worked out from thirds may come out a hair under two, and are still two.
_ROUNDING: Final = 1e-9


class Rating(Value):
    """One look back at a goal."""

    day: date
    value: int
    """0 cannot, 10 as before."""


class GoalCourse(Value):
    """An activity that matters to the patient, and how it went."""

    name: str
    ratings: tuple[Rating, ...]


class GoalsMean(Value):
    """The mean of the activities that were rated twice or more, at first and at last."""

    first: float
    latest: float

    @property
    def is_moved(self) -> bool:
        """Whether it moved by as much as matters, up or down."""
        return abs(self.latest - self.first) >= GOALS_MOVE - _ROUNDING


def goals_mean(goals: Sequence[GoalCourse]) -> GoalsMean | None:
    """Give the mean at first and at last; None where fewer than two activities were rated twice."""
    rated = [goal.ratings for goal in goals if len(goal.ratings) > 1]
    if len(rated) < LEAST:
        return None
    first, latest = (mean([ratings[place].value for ratings in rated]) for place in (0, -1))
    return GoalsMean(first, latest)
