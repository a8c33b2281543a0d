"""How each exercise of the catalogue stands today: planned, left out and why, or simply not today."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeAlias

from ryggkompis.domain.base.scales import Sensitivity
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import PHASES, Comfort, Exercise, Phase
from ryggkompis.domain.catalogue.tolerance import LEFT_OUT
from ryggkompis.domain.plan.before_table import REST_DAYS
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.plan.facts.mornings import usual
from ryggkompis.domain.today.state import State


class Planned(Value):
    """It is in today's plan."""

    exercise: PlannedExercise | None = None
    """How much of it; None for a relief position."""


class LeftOut(Value):
    """It does not suit this patient."""

    because: tuple[Sensitivity, ...]


class LegTooSore(Value):
    """It waits until the leg is usually at ``most`` (NRS) or less."""

    most: int
    usual: float | None
    """None is unknown, which never lets it in."""


class Resting(Value):
    """Pain went further down the leg the last time."""

    until: date
    """The last day without it."""


class Later(Value):
    """It belongs to a later phase."""

    phase: Phase


class NotToday(Value):
    """Nothing speaks against it, but today's plan is made of others."""


Availability: TypeAlias = Planned | LeftOut | LegTooSore | Resting | Later | NotToday


def availability_of(state: State) -> Mapping[str, Availability]:
    """Mark every exercise and comfort measure by its id; none at all while a lock holds (invariant I1)."""
    if state.plan.is_held:
        return {}
    resting = _resting(state)
    leg = usual(state.lately, state.day).leg
    found: dict[str, Availability] = {c.id: _comfort(c, state) for c in state.catalogue.comfort}
    for exercise in state.catalogue.exercises:
        found[exercise.id] = _exercise(exercise, state, resting, leg)
    return found


def _exercise(
    exercise: Exercise, state: State, resting: Mapping[str, date], leg: float | None
) -> Availability:
    because = _against(exercise, state)
    if because:
        return LeftOut(because)
    if exercise.id in resting:
        return Resting(resting[exercise.id])
    planned = next((p for p in state.plan.exercises if p.id == exercise.id), None)
    if planned:
        return Planned(planned)
    limit = exercise.base_leg_max
    if limit is not None and (leg is None or leg > limit):
        return LegTooSore(limit, leg)
    first = min(exercise.phases, key=PHASES.index, default=state.plan.phase)
    return Later(first) if PHASES.index(first) > PHASES.index(state.plan.phase) else NotToday()


def _comfort(comfort: Comfort, state: State) -> Availability:
    because = _against(comfort, state)
    if because:
        return LeftOut(because)
    return Planned() if comfort.id in state.plan.comfort else NotToday()


def _against(movement: Exercise | Comfort, state: State) -> tuple[Sensitivity, ...]:
    """Name what the patient is careful with and this movement asks for (invariant I10)."""
    careful = state.profile.sensitivities if state.profile else ()
    return tuple(one for one in careful if LEFT_OUT.get(one) in movement.tags)


def _resting(state: State) -> dict[str, date]:
    """Find what sent pain further down the leg today or within the days it then rests (invariant I9)."""
    until: dict[str, date] = {}
    for n in range(REST_DAYS, -1, -1):
        day = state.day - timedelta(days=n)
        for done in state.lately[day].exercises:
            if done.response == "down":
                until[done.exercise] = day + timedelta(days=REST_DAYS)
    return until
