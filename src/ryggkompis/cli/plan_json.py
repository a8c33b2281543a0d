"""A plan as facts for another program; the keys are a promise, more may come beside them."""

from collections.abc import Callable
from functools import partial

from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.plan.plan import Plan
from ryggkompis.domain.today.adjusted import AdjustedPlan, adjusted
from ryggkompis.domain.today.state import State
from ryggkompis.words.concerns import concern_in_words
from ryggkompis.words.entries import exercise_name
from ryggkompis.words.reasons import reason_in_words


def state_as_json(state: State) -> dict[str, object]:
    """Give the plan of ``state`` as JSON values, and what of it stands where the patient does less."""
    beside = {"adjusted": _adjusted(adjusted(state)), "episode": _episode(state)}
    return plan_as_json(state.plan, state.catalogue) | beside


def _episode(state: State) -> dict[str, object]:
    episode = state.episode
    is_closed = episode.is_closed(state.day)
    return {
        "start": str(episode.start),
        "end": str(episode.end) if is_closed else None,
        "closed": is_closed,
    }


def _adjusted(stands: AdjustedPlan) -> dict[str, object] | None:
    if not stands.is_less:
        return None
    return {
        "minimum": stands.is_minimum,
        "walks": list(stands.walks),
        "exercises": [
            {
                "id": one.dose.id,
                "level": one.dose.level,
                "sets": one.dose.sets,
                "reps": one.dose.reps,
                "seconds": one.dose.seconds,
                "easier": one.adjust == "easier",
                "as_little_as_fits": one.is_as_little_as_fits,
            }
            for one in stands.exercises
            if not one.is_skipped
        ],
        "skipped": [one.dose.id for one in stands.exercises if one.is_skipped],
        "comfort": list(stands.comfort),
    }


def plan_as_json(plan: Plan, catalogue: Catalogue) -> dict[str, object]:
    """Give ``plan`` as JSON values; reasons and advice are worded in the current language."""
    name_of = partial(exercise_name, catalogue=catalogue)
    lock = {"flags": list(plan.lock.flags), "since": str(plan.lock.since)} if plan.lock else None
    return {
        "date": str(plan.day),
        "rules_version": plan.rules_version,
        "lock": lock,
        "excluded": plan.is_excluded,
        "flare": plan.flare,
        "phase": plan.phase,
        "level": plan.level,
        "walks": list(plan.walks),
        "walk_minutes": plan.walk_minutes,
        "exercises": [_exercise(planned, name_of) for planned in plan.exercises],
        "comfort": list(plan.comfort),
        "position_minutes": plan.position_minutes,
        "decisions": [
            {"rule": decision.rule, "reason": reason_in_words(decision.reason, name_of)}
            for decision in plan.decisions
        ],
        "programme": _programme(plan.programme) if plan.programme else None,
        "next_step": [
            {"wanted": c.wanted, "met": c.is_met, "have": c.have, "need": c.need} for c in plan.next_step
        ],
        "advice": [
            {"rule": advice.rule, "text": concern_in_words(advice.reason), "since": str(advice.since)}
            for advice in plan.advice
        ],
    }


def _programme(programme: Programme) -> dict[str, object]:
    return {"name": programme.name, "sha": programme.sha, "note": programme.note}


def _exercise(planned: PlannedExercise, name_of: Callable[[str], str]) -> dict[str, object]:
    return {
        "id": planned.id,
        "name": name_of(planned.id),
        "level": planned.level,
        "sets": planned.sets,
        "reps": planned.reps,
        "seconds": planned.seconds,
        "not_before": planned.not_before.isoformat() if planned.not_before else None,
    }
