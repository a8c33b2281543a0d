"""How each exercise of the catalogue stands today: planned, left out and why, or simply not today."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeAlias

from ryggkompis.domain.base.scales import Sensitivity
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import PHASES, Comfort, Exercise, Phase, Tag
from ryggkompis.domain.catalogue.tolerance import LEFT_OUT
from ryggkompis.domain.plan.before_table import REST_DAYS
from ryggkompis.domain.plan.directions import DIRECTIONS, RESTS
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.plan.facts.mornings import usual
from ryggkompis.domain.plan.reasons import NeedsOwnPlan
from ryggkompis.domain.plan.repertoire import goes_too_far, is_barred
from ryggkompis.domain.today.state import State


class Planned(Value):
    """It is in today's plan."""

    exercise: PlannedExercise | None = None
    """How much of it; None for a relief position."""


class LeftOut(Value):
    """It does not suit this patient."""

    because: tuple[Sensitivity, ...]


class Barred(Value):
    """The therapist's programme leaves it out."""


class Heals(Value):
    """It goes far into a bend or a twist, and an operation is not twelve weeks ago."""

    until: date
    """The first day on which that is over."""


class FromOthers(Value):
    """Somebody else makes the plan, for whom this program has none."""

    needs: NeedsOwnPlan


class LegTooSore(Value):
    """It waits until the leg is usually at ``most`` (NRS) or less."""

    most: int
    usual: float | None
    """None is unknown, which never lets it in."""


class Resting(Value):
    """Pain went further down the leg the last time, or in a movement that goes the same way."""

    until: date
    """The last day without it."""


class Later(Value):
    """It belongs to a later phase."""

    phase: Phase


class NotToday(Value):
    """Nothing speaks against it, but today's plan is made of others."""


Held: TypeAlias = LeftOut | Barred | Heals | FromOthers | LegTooSore | Resting
Availability: TypeAlias = Planned | Held | Later | NotToday


def kept_out(state: State, id_: str) -> Held | None:
    """Give what holds an exercise back that is not in today's plan; None where nothing does."""
    exercise = state.catalogue.exercise(id_)
    if exercise is None or any(one.id == exercise.id for one in state.plan.exercises):
        return None
    mark = availability_of(state).get(exercise.id)
    return mark if isinstance(mark, Held) else None


def availability_of(state: State) -> Mapping[str, Availability]:
    """Mark every exercise and comfort measure by its id; none at all while a lock holds (invariant I1)."""
    if state.plan.is_held:
        return {}
    needs = from_others(state)
    if needs is not None:
        ids = (one.id for group in (state.catalogue.comfort, state.catalogue.exercises) for one in group)
        return dict.fromkeys(ids, FromOthers(needs))
    resting = resting_in(state)
    leg = usual(state.lately, state.day).leg
    found: dict[str, Availability] = {c.id: _comfort(c, state) for c in state.catalogue.comfort}
    for exercise in state.catalogue.exercises:
        found[exercise.id] = _exercise(exercise, state, resting, leg)
    return found


def _exercise(
    exercise: Exercise, state: State, resting: Mapping[str, date], leg: float | None
) -> Availability:
    held = _held(exercise, state, resting)
    if held:
        return held
    planned = next((p for p in state.plan.exercises if p.id == exercise.id), None)
    if planned:
        return Planned(planned)
    limit = exercise.base_leg_max
    if limit is not None and (leg is None or leg > limit):
        return LegTooSore(limit, leg)
    first = min(exercise.phases, key=PHASES.index, default=state.plan.phase)
    return Later(first) if PHASES.index(first) > PHASES.index(state.plan.phase) else NotToday()


def _held(exercise: Exercise, state: State, resting: Mapping[str, date]) -> Held | None:
    """Tell what keeps an exercise out of every plan of today, whatever the phase."""
    because = _against(exercise, state)
    if because:
        return LeftOut(because)
    programme, operation = state.plan.programme, state.operation
    if is_barred(exercise, programme):
        return Barred()
    if operation and operation.is_healing(state.day) and goes_too_far(exercise, programme):
        return Heals(operation.healed_on)
    return Resting(resting[exercise.id]) if exercise.id in resting else None


def _comfort(comfort: Comfort, state: State) -> Availability:
    because = _against(comfort, state)
    if because:
        return LeftOut(because)
    return Planned() if comfort.id in state.plan.comfort else NotToday()


def _against(movement: Exercise | Comfort, state: State) -> tuple[Sensitivity, ...]:
    """Name what the patient is careful with and this movement asks for (invariant I10)."""
    careful = state.profile.sensitivities if state.profile else ()
    return tuple(one for one in careful if LEFT_OUT.get(one) in movement.tags)


def from_others(state: State) -> NeedsOwnPlan | None:
    """Give why somebody else makes the plan; None where this program does."""
    if not state.plan.is_excluded:
        return None
    reasons = (decision.reason for decision in state.plan.decisions)
    return next((one for one in reasons if isinstance(one, NeedsOwnPlan)), NeedsOwnPlan(()))


def resting_in(state: State) -> dict[str, date]:
    """Say until when what sent pain down the leg rests (I9), and what bends the same way, for longer."""
    down_on: dict[str, date] = {}
    for n in range(RESTS, -1, -1):
        day = state.day - timedelta(days=n)
        said = state.lately[day].exercises
        down_on |= {done.exercise: day for done in said if done.response == "down"}
    until = {id_: day + timedelta(days=REST_DAYS) for id_, day in down_on.items()}
    for exercise in state.catalogue.exercises:
        same = [day for id_, day in down_on.items() if not _ways(id_, state).isdisjoint(exercise.tags)]
        if same:
            until[exercise.id] = max(same) + timedelta(days=RESTS)
    return {id_: last for id_, last in until.items() if state.day <= last}


def _ways(id_: str, state: State) -> frozenset[Tag]:
    exercise = state.catalogue.exercise(id_)
    return DIRECTIONS.intersection(exercise.tags) if exercise else frozenset()
