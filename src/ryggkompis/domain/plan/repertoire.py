"""Which exercises belong to a phase, which of them a patient has been introduced to, and what comes next."""

from collections.abc import Iterable, Sequence
from typing import Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.base.weekdays import WEEKDAYS
from ryggkompis.domain.catalogue.catalogue import Exercise, Phase, Tag
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.plan.facts.adherence import WEEK
from ryggkompis.domain.plan.facts.facts import SESSIONS_AT_LEVEL, Facts
from ryggkompis.domain.plan.facts.responses import Activity
from ryggkompis.domain.plan.reasons import ExerciseUp, NewExercise
from ryggkompis.domain.plan.standing import Standing

MAINTAIN_REST: Final = 2
"""Full days of rest between two strength sessions in the last phase."""
MAINTAIN_WEEK: Final = 2
"""Strength sessions a week in the last phase."""


END_RANGE: Final[frozenset[Tag]] = frozenset({"FLEX", "EXT", "ROT"})
"""What moves the back towards the end of its range: not while an operation heals."""


def fits(exercise: Exercise, facts: Facts) -> bool:
    """Tell whether an exercise may be given to this patient today."""
    if is_barred(exercise, facts.programme):
        return False
    if not facts.excluded.isdisjoint(exercise.tags):
        return False
    if facts.is_healing and goes_too_far(exercise, facts.programme):
        return False
    if exercise.base_leg_max is None:
        return True
    usual = facts.judged.usual.leg
    return usual is not None and usual <= exercise.base_leg_max


def is_barred(exercise: Exercise, programme: Programme | None) -> bool:
    """Tell whether the therapist's programme leaves it out."""
    return programme is not None and exercise.id in programme.barred


def goes_too_far(exercise: Exercise, programme: Programme | None) -> bool:
    """Tell whether it goes to the end of the range while an operation heals, and no therapist asks for it."""
    return not END_RANGE.isdisjoint(exercise.tags) and exercise.id not in _asked_for(programme)


def _asked_for(programme: Programme | None) -> frozenset[str]:
    """Name the therapist's own exercises, and those they want in every plan."""
    if programme is None:
        return frozenset()
    return frozenset((*(exercise.id for exercise in programme.own), *programme.required))


def required(facts: Facts) -> tuple[Exercise, ...]:
    """List what the therapist wants in every plan: their own exercises, and those they name."""
    named = _asked_for(facts.programme)
    if not named:
        return ()
    return tuple(e for e in facts.catalogue.exercises if e.id in named and fits(e, facts))


def _places(exercises: Iterable[Exercise], phase: Phase) -> set[int]:
    return {exercise.phases[phase] for exercise in exercises if phase in exercise.phases}


def wanted(phase: Phase, facts: Facts) -> tuple[Exercise, ...]:
    """List the exercises of ``phase`` for this patient, the therapist's first, then one for each place."""
    asked = required(facts)
    taken, found = _places(asked, phase), [*asked]
    for alternatives in facts.catalogue.places(phase):
        if alternatives[0].phases[phase] not in taken:
            for exercise in alternatives:
                if fits(exercise, facts):
                    found.append(exercise)
                    break
    return tuple(found[: max(facts.catalogue.phases[phase].most, len(asked))])


def first_doses(phase: Phase, facts: Facts) -> dict[str, int]:
    """Give what someone starts with: the exercises of ``phase``, all at level 1."""
    return {exercise.id: 1 for exercise in wanted(phase, facts)}


def _is_rest_day(standing: Standing, facts: Facts) -> bool:
    if facts.programme is not None and facts.programme.days:
        return WEEKDAYS[facts.day.weekday()] not in facts.programme.days
    if standing.phase != "maintain":
        return False
    ago = {(facts.day - day).days for days in facts.done_on.values() for day in days}
    return sum(n < WEEK for n in ago) >= MAINTAIN_WEEK or any(n <= MAINTAIN_REST for n in ago)


def todays(standing: Standing, facts: Facts) -> tuple[str, ...]:
    """Name today's exercises: those of the phase that the patient knows, then earlier ones to fill up."""
    # Without the first questions nobody knows what must be left out, without the list what must be checked.
    is_unknown = facts.profile is None or facts.gate.last_full is None
    if standing.mode != "plan" or is_unknown or _is_rest_day(standing, facts):
        return ()
    chosen = wanted(standing.phase, facts)
    known = [exercise.id for exercise in chosen if exercise.id in standing.doses]
    most = max(facts.catalogue.phases[standing.phase].most, len(required(facts)))
    if len(known) < most:
        known += _carried(chosen, standing, facts)
    return tuple(id_ for id_ in known[:most] if not standing.is_resting(id_, facts.day))


def _carried(chosen: Sequence[Exercise], standing: Standing, facts: Facts) -> list[str]:
    """Name the earlier exercises that the patient knows, at places of which nothing was chosen."""
    taken, ids = _places(chosen, standing.phase), {exercise.id for exercise in chosen}
    return [
        exercise.id
        for exercise in facts.catalogue.exercises
        if exercise.id in standing.doses
        and exercise.id not in ids
        and exercise.phases.get(standing.phase) not in taken
        and fits(exercise, facts)
    ]


def _has_gone_well(id_: str, standing: Standing, facts: Facts) -> bool:
    """Tell whether the last four sessions at the level were green; an easier version does not count."""
    since, last = standing.dosed_on.get(id_), facts.at_level.get((id_, standing.doses[id_]), ())
    return len(last) == SESSIONS_AT_LEVEL and all(
        response == Activity.GREEN and (since is None or day >= since) for day, response in last
    )


def _is_known_of_old(exercise: Exercise, facts: Facts) -> bool:
    """Tell whether an exercise was done in an earlier episode: it need not wait for another to go well."""
    return facts.before is not None and exercise.id in facts.before.exercises


def next_change(standing: Standing, facts: Facts) -> ExerciseUp | NewExercise | None:
    """Find the one change that has been earned: a new exercise of the phase, else the next level of one.

    Only of what is in today's plan: nothing that rests or is left out is named (I18).
    """
    change = _earned(standing, facts)
    if change is None:
        return None
    known = {**standing.doses, change.exercise: 1}
    return change if change.exercise in todays(replace(standing, doses=known), facts) else None


def _earned(standing: Standing, facts: Facts) -> ExerciseUp | NewExercise | None:
    chosen = wanted(standing.phase, facts)
    known = [exercise for exercise in chosen if exercise.id in standing.doses]
    ready = [exercise for exercise in known if _has_gone_well(exercise.id, standing, facts)]
    new = next((exercise for exercise in chosen if exercise.id not in standing.doses), None)
    if known and not ready and (new is None or not _is_known_of_old(new, facts)):
        return None
    if new is not None:
        return NewExercise(new.id)
    rising = [e for e in ready if standing.doses[e.id] < len(e.levels)]
    if not rising:
        return None
    lowest = min(rising, key=lambda exercise: standing.doses[exercise.id])
    return ExerciseUp(lowest.id, standing.doses[lowest.id] + 1)
