"""What is worth talking over with somebody: values, worded by ``i18n``; none of them ever blocks a plan."""

from datetime import date
from typing import TypeAlias

from ryggkompis.domain.base.value import Value


class FlaresLastOrReturn(Value):
    """R1: a flare of more than a week, or three in a month."""

    days: int | None
    """How long the present one has lasted."""
    flares: int
    """Flares that began in the last 30 days."""


class StillSevere(Value):
    """R2: severe pain, or nights broken by it, in the second week or later."""

    leg_mean: float | None
    nights: int
    """Of the last seven, those with three or more awakenings."""


class LittleChange(Value):
    """R3: six weeks or more without a clear change in the leg."""

    weeks: int
    first: float
    """Mean of the first week, NRS."""
    last: float


class LongAndSevere(Value):
    """R4: six weeks or more with much pain, or away from work."""

    weeks: int
    leg_mean: float | None
    off_work: bool
    asks_for_specialist: bool = True
    """Twelve weeks or more."""


class GoalsStandStill(Value):
    """R5: the patient's own goals have not moved for six weeks."""

    first: float
    last: float


class SuddenRelief(Value):
    """R6: the leg is much better at once: strength is asked about before anybody is glad."""

    before: int
    now: int


class AfraidToMove(Value):
    """R7: very worried about moving, two weeks running."""

    worry: int


class PlanDoesNotFit(Value):
    """R8: two weeks at level 0 or below, or two levels down in two weeks."""


class ReachesFurther(Value):
    """R9: the pain reaches further down the leg than it did, twice in four weeks."""

    day: date
    """The last day on which it did."""


Concern: TypeAlias = (
    FlaresLastOrReturn
    | StillSevere
    | LittleChange
    | LongAndSevere
    | GoalsStandStill
    | SuddenRelief
    | AfraidToMove
    | PlanDoesNotFit
    | ReachesFurther
)
