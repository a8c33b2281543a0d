"""How much of what is planned: exercises, positions for rest, and when to change position."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Comfort
from ryggkompis.domain.catalogue.tolerance import left_out
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.standing import Standing

HEAT: Final = "A7"
COMFORT_LATER: Final = 3
"""How many relief positions are offered outside of flares and the first phase."""


class PlannedExercise(Value):
    """An exercise and how much of it."""

    id: str
    level: int
    sets: int
    reps: int | None
    seconds: int | None
    not_before: datetime | None = None
    """Bending comes two hours after getting up (invariant I8); None when there is nothing to wait for."""


def exercises_of(standing: Standing, facts: Facts) -> Iterator[PlannedExercise]:
    """Give today's exercises and how much of each."""
    for id_ in standing.shown:
        exercise = facts.catalogue.exercise(id_)
        if exercise is None:
            continue
        number = min(standing.doses[id_], len(exercise.levels))
        level = exercise.levels[number - 1]
        wait, check_in = exercise.after_waking_hours, facts.check_in
        not_before = check_in.at + timedelta(hours=wait) if wait and check_in else None
        yield PlannedExercise(exercise.id, number, level.sets, level.reps, level.seconds, not_before)


def comfort_of(facts: Facts, *, tender: bool) -> tuple[str, ...]:
    """Give the positions for rest and heat that suit the patient; all of them where it is ``tender``."""
    sensitivities = facts.profile.sensitivities if facts.profile else ()
    out = left_out(sensitivities)
    fitting: list[Comfort] = [c for c in facts.catalogue.comfort if out.isdisjoint(c.tags)]
    if tender:
        return tuple(c.id for c in fitting)
    positions = [c.id for c in fitting if c.id != HEAT][:COMFORT_LATER]
    return (*positions, *(c.id for c in fitting if c.id == HEAT))


def position_minutes(facts: Facts, *, tender: bool) -> int:
    """Give the minutes after which to change position."""
    limits = facts.limits
    return limits.position_minutes_tender if tender else limits.position_minutes
