"""The safety invariants (clinical 4.6) as checks over the days of a life; each yields what it finds."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, TypeAlias

from ryggkompis.domain.catalogue.tolerance import left_out
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.ladder import LADDER, day_minutes, week_minutes
from ryggkompis.domain.plan.mornings import Morning
from ryggkompis.domain.plan.plan import Step, plan_of

Walked: TypeAlias = Mapping[date, int]
"""Minutes walked by day, 0 on a day with other words only, counted from the entries and not by the engine."""
Check: TypeAlias = Callable[[Sequence[Step], Walked], Iterator[str]]
NOBODY: Final = History()


def is_empty(step: Step) -> bool:
    return step.standing.mode in {"locked", "excluded"}


def loads(step: Step) -> dict[str, int]:
    """Every load of a day by its name: walking, and each exercise's level."""
    plan = plan_of(step)
    return {
        "minutes": plan.walk_minutes,
        "longest": max(plan.walks, default=0),
        **{exercise.id: exercise.level for exercise in plan.exercises},
    }


def is_no_higher(later: Step, earlier: Step) -> bool:
    before = loads(earlier)
    return all(load <= before.get(name, 0) for name, load in loads(later).items())


def i1_a_red_lock_leaves_nothing(days: Sequence[Step], _: Walked) -> Iterator[str]:
    for step in days:
        plan = plan_of(step)
        if step.facts.lock is not None and (plan.walks or plan.exercises or plan.comfort):
            yield f"{step.facts.day}: a plan under a lock"


def i2_a_worse_morning_raises_nothing_for_two_days(days: Sequence[Step], _: Walked) -> Iterator[str]:
    for before, worse, after in zip(days, days[1:], days[2:], strict=False):
        if worse.facts.state >= Morning.WORSE and not is_empty(before):
            for step in (worse, after):
                if not is_no_higher(step, before):
                    yield f"{step.facts.day}: {loads(before)} to {loads(step)} about a worse morning"


def i3_a_flare_never_exceeds_what_was_before(days: Sequence[Step], _: Walked) -> Iterator[str]:
    for before, step in pairwise(days):
        if step.standing.mode != "flare":
            continue
        if loads(step).keys() != {"minutes", "longest"}:
            yield f"{step.facts.day}: exercises in a flare"
        if not is_empty(before) and not is_no_higher(step, before):
            yield f"{step.facts.day}: {loads(before)} to {loads(step)} in a flare"


def _best_week(walked: Walked, step: Step, placed: date) -> int:
    """The most minutes of any seven days of the 28 before; the entry level's count in the first week."""
    entry = {placed + timedelta(days=n): day_minutes(step.standing.placed_level) for n in range(7)}
    past = [step.facts.day - timedelta(days=n) for n in range(1, 29)]
    known = [max(walked.get(day, 0), entry.get(day, 0)) for day in past if day in walked or day in entry]
    return max(sum(known[n : n + 7]) for n in range(max(len(known) - 7, 0) + 1))


def i4_walking_stays_a_fifth_above_the_best_week(days: Sequence[Step], walked: Walked) -> Iterator[str]:
    for step in days:
        standing, placed = step.standing, step.standing.placed_on
        if is_empty(step) or placed is None:
            continue
        limit = max(84, 1.2 * _best_week(walked, step, placed))
        if (step.facts.day - placed).days < 7:
            limit = max(limit, week_minutes(standing.placed_level))
        if week_minutes(standing.rung) > limit + 1e-9:
            yield f"{step.facts.day}: {week_minutes(standing.rung)} minutes planned, {limit} allowed"


def _rises(step: Step, before: Step) -> list[str]:
    """What is raised for good, as the table counts it."""
    found = ["walk"] if step.standing.level > before.standing.level else []
    known = before.standing.doses
    return found + [id_ for id_, level in step.standing.doses.items() if level > known.get(id_, 0)]


def i5_one_thing_rises_at_a_time_and_not_often(  # noqa: C901 - one invariant, several clauses
    days: Sequence[Step], _: Walked
) -> Iterator[str]:
    last: dict[str, date] = {}

    def too_soon(name: str, step: Step, gap: int) -> bool:
        soon = name in last and (step.facts.day - last[name]).days < gap
        last[name] = step.facts.day
        return soon

    for before, step in pairwise(days):
        if step.facts.gate.reopened and not is_empty(step):
            if step.standing.level > 0 or any(dose > 1 for dose in step.standing.doses.values()):
                yield f"{step.facts.day}: above the gentlest level after a lock"
            continue
        if is_empty(step) or is_empty(before):
            continue
        risen, rules = _rises(step, before), {d.rule for d in step.decisions}
        if len(risen) > 1:
            yield f"{step.facts.day}: {risen} rise together"
        if risen and "D11" in rules:
            pre = before.standing.before_flare
            if too_soon("D11", step, 2) or pre is None or step.standing.level >= max(pre, 1):
                yield f"{step.facts.day}: climbs too fast after a flare"
        elif risen:
            if not rules & {"D14", "D15", "START"}:
                yield f"{step.facts.day}: {risen} rise by {rules}"
            if too_soon("any", step, 3) or (risen == ["walk"] and too_soon("walk", step, 7)):
                yield f"{step.facts.day}: {risen} rise too soon"


def i6_what_is_not_known_raises_nothing(days: Sequence[Step], _: Walked) -> Iterator[str]:
    for before, step in pairwise(days):
        unknown = step.facts.check_in is None or not step.facts.is_gate_answered
        unknown = unknown or step.facts.state == Morning.UNKNOWN
        if unknown and not is_empty(before) and not is_no_higher(step, before):
            yield f"{step.facts.day}: {loads(before)} to {loads(step)} without knowing"


def i7_the_longest_walk_grows_by_four_minutes(days: Sequence[Step], _: Walked) -> Iterator[str]:
    for before, step in pairwise(days):
        longest = loads(step)["longest"]
        grown = longest - LADDER[before.standing.level][0]
        if longest > 30 or (grown > 4 and any(d.rule == "D14" for d in step.decisions)):
            yield f"{step.facts.day}: longest walk {longest}"


def i8_bending_waits_two_hours(days: Sequence[Step], _: Walked) -> Iterator[str]:
    for step in days:
        for planned in plan_of(step).exercises:
            exercise, check_in = step.facts.catalogue.exercise(planned.id), step.facts.check_in
            if exercise is None or "FLEX" not in exercise.tags or check_in is None:
                continue
            if planned.not_before is None or planned.not_before - check_in.at < timedelta(hours=2):
                yield f"{step.facts.day}: {planned.id} too early"


def i9_what_went_down_the_leg_rests_and_returns_lower(days: Sequence[Step], _: Walked) -> Iterator[str]:
    for n, step in enumerate(days[:-1]):
        after = days[n + 1]
        for id_ in after.facts.went_down:
            if any(id_ in later.standing.shown for later in days[n + 1 : n + 4]):
                yield f"{after.facts.day}: {id_} does not rest"
        if is_empty(step):
            continue
        for id_ in after.facts.went_down & step.standing.doses.keys():
            lower = max(step.standing.doses[id_] - 1, 1)
            if not is_empty(after) and after.standing.doses.get(id_, 1) > lower:
                yield f"{after.facts.day}: {id_} is not lower"


def i10_what_is_not_tolerated_is_not_planned(days: Sequence[Step], _: Walked) -> Iterator[str]:
    for step in days:
        out = left_out(step.facts.profile.sensitivities if step.facts.profile else ())
        plan, catalogue = plan_of(step), step.facts.catalogue
        items = [catalogue.exercise(e.id) for e in plan.exercises] + [
            catalogue.relief(c) for c in plan.comfort
        ]
        for item in items:
            if item is None or not out.isdisjoint(item.tags):
                yield f"{step.facts.day}: {item and item.id} for someone who does not tolerate {out}"


def i12_levels_stay_on_the_ladder_and_fall_two_at_most(days: Sequence[Step], _: Walked) -> Iterator[str]:
    for before, step in pairwise(days):
        if not 0 <= step.standing.level <= 12:
            yield f"{step.facts.day}: level {step.standing.level}"
        restarts = step.facts.silent == 14 or is_empty(step) or is_empty(before) or step.facts.gate.reopened
        fall = before.standing.level - step.standing.level
        if step.standing.mode != "flare" and not restarts and fall > 2:
            yield f"{step.facts.day}: falls {fall} levels"


def one_row_of_the_table_decides(days: Sequence[Step], _: Walked) -> Iterator[str]:
    for step in days:
        table = [d.rule for d in step.decisions if d.rule[0] == "D" and d.rule != "D5"]
        if len(table) != 1:
            yield f"{step.facts.day}: decided by {table}"


INVARIANTS: Final[tuple[Check, ...]] = (
    i1_a_red_lock_leaves_nothing,
    i2_a_worse_morning_raises_nothing_for_two_days,
    i3_a_flare_never_exceeds_what_was_before,
    i4_walking_stays_a_fifth_above_the_best_week,
    i5_one_thing_rises_at_a_time_and_not_often,
    i6_what_is_not_known_raises_nothing,
    i7_the_longest_walk_grows_by_four_minutes,
    i8_bending_waits_two_hours,
    i9_what_went_down_the_leg_rests_and_returns_lower,
    i10_what_is_not_tolerated_is_not_planned,
    i12_levels_stay_on_the_ladder_and_fall_two_at_most,
    one_row_of_the_table_decides,
)


def broken(days: Sequence[Step], walked: Walked) -> list[str]:
    """Name every invariant that does not hold over ``days``, and where."""
    return [f"{check.__name__}: {found}" for check in INVARIANTS for found in check(days, walked)]
