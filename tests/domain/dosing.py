"""The invariants of how much (clinical-3, 4.6: I4, I5, I7, I14, I17; what D14 and principle 3 promise)."""

from collections.abc import Iterator
from typing import Final

from ryggkompis.domain.journal.entries import Programme
from tests.domain.lived import WEEK, Check, Lived, has_own_wish, is_return, ruled
from tests.domain.told import LADDER, MINUTES

LOADED: Final = 0.7
NEVER: Final = -99
SITE_HOLDS, SITE_WEEKS = 21, 14


def _best_week(life: Lived, n: int) -> int:
    """The most minutes of seven known days in a row of the 28 before; the entry level's in its first week."""
    placed_on, level = life.placed[n]
    known: list[int] = []
    for k in range(max(0, n - 28), n):
        walked, entry = life.told.walked[k], 0
        if placed_on is not None and 0 <= (life.plans[k].day - placed_on).days < WEEK:
            entry = MINUTES[level]
        if walked is not None or entry:
            known.append(max(walked or 0, entry))
    return max(sum(known[k : k + WEEK]) for k in range(max(len(known) - WEEK, 0) + 1))


def i4_a_rise_stays_near_what_was_done(life: Lived) -> Iterator[str]:
    for n, before, plan in life.days():
        if plan.level <= before.level or not ruled(plan, "D14"):
            continue
        done, planned = life.habit(n)
        week = sum(p.walk_minutes for p in life.plans[max(0, n - WEEK) : n])
        follows = 1.2 * week if planned and done >= LOADED * planned else 0
        limit = max(84, 1.4 * _best_week(life, n), follows)
        if WEEK * MINUTES[plan.level] > limit + 1e-9:
            yield f"{plan.day}: {WEEK * MINUTES[plan.level]} minutes a week planned, {limit:.0f} allowed"


def i4_a_held_plan_fades_slowly_and_only_when_mornings_are_not_calm(life: Lived) -> Iterator[str]:
    last = NEVER
    for n, before, plan in life.days():
        if not ruled(plan, "I4") or plan.is_empty:
            continue
        # On a day without a plan nothing of it can be done.
        past = [k for k in range(n) if life.told.walked[k] is not None and life.plans[k].walk_minutes][-14:]
        done = sum(life.told.walked[k] or 0 for k in past)
        half = 0.5 * sum(life.plans[k].walk_minutes for k in past)
        if plan.level < before.level - 1 or n - last < WEEK:
            yield f"{plan.day}: fades from {before.level} to {plan.level} after {n - last} days"
        is_calm = not any(life.told.is_worse(k) for k in range(max(0, n - 6), n + 1))
        if done >= half or len(past) < 14 or is_calm:
            yield f"{plan.day}: fades: {done} of {2 * half:.0f} minutes in {len(past)} days, calm {is_calm}"
        last = n


def _exercises_risen(life: Lived, n: int, best: dict[str, int]) -> list[str]:
    """What is above any day before; a new exercise is a rise where there were others yesterday.

    What a therapist's programme demands is the therapist's own rise.
    """
    before, plan, programme = life.plans[n - 1], life.plans[n], life.told.programme[n]
    demanded = {
        e.casefold()
        for p in (programme,)
        if isinstance(p, Programme)
        for e in (*p.required, *(o.id for o in p.own))
    }
    new = 0 if before.exercises else 1
    return [
        e.id
        for e in plan.exercises
        if e.level > best.get(e.id, new) and not (e.id.casefold() in demanded and e.id not in best)
    ]


def _risen(life: Lived, n: int, best: dict[str, int]) -> list[str]:
    before, plan = life.plans[n - 1], life.plans[n]
    walking = plan.level > before.level and not ruled(plan, "D11")
    return ["walk"] * walking + _exercises_risen(life, n, best)


def i5_one_thing_rises_at_a_time_and_not_often(life: Lived) -> Iterator[str]:
    best: dict[str, int] = {}
    last_any, last_walk = NEVER, NEVER
    for n, plan in enumerate(life.plans):
        risen = [] if plan.is_empty or is_return(life, n) else _risen(life, n, best)
        if len(risen) > 1:
            yield f"{plan.day}: {risen} rise together"
        if risen and (n - last_any < 3 or (risen == ["walk"] and n - last_walk < WEEK)):
            yield f"{plan.day}: {risen} rise {n - max(last_any, last_walk)} days after another"
        last_any, last_walk = (n if risen else last_any), (n if "walk" in risen else last_walk)
        best |= {e.id: e.level for e in plan.exercises}


def i5_no_exercise_rises_while_walking_is_more(life: Lived) -> Iterator[str]:
    best: dict[str, int] = {}
    for n, plan in enumerate(life.plans):
        more = n > 0 and not life.plans[n - 1].is_empty and plan.walk_minutes > life.plans[n - 1].walk_minutes
        risen = _exercises_risen(life, n, best) if n else []
        if more and risen and not plan.is_empty:
            yield f"{plan.day}: {risen} on a day with more walking"
        best |= {e.id: e.level for e in plan.exercises}


def i7_the_longest_walk_grows_by_four_minutes(life: Lived) -> Iterator[str]:
    for _, before, plan in life.days():
        longest = max(plan.walks, default=0)
        grown = longest - LADDER[before.level][0]
        if longest > 30 or (grown > 4 and ruled(plan, "D14") and not before.is_empty):
            yield f"{plan.day}: longest walk {longest}, {grown} more"


def i14_the_plan_stays_below_the_therapists_ceiling(life: Lived) -> Iterator[str]:
    for n, plan in enumerate(life.plans):
        programme = life.told.programme[n]
        ceiling = programme.walk_ceiling if isinstance(programme, Programme) else None
        if ceiling is not None and plan.walk_minutes > MINUTES[ceiling]:
            yield f"{plan.day}: {plan.walk_minutes} minutes above the ceiling {ceiling}"


def i14_uneven_over_doing_lifts_nothing(life: Lived) -> Iterator[str]:
    for n, before, plan in life.days():
        walked = [w for w in life.told.walked[max(0, n - WEEK) : n] if w]
        done, planned = life.done(n, WEEK)
        if n < WEEK or len(walked) < 4 or not planned or done <= 1.3 * planned:
            continue
        signs = {"yellow", "red"} & set(life.told.colour[n - WEEK : n])
        uneven = max(walked) > 2 * min(walked) or signs or any(map(life.told.is_worse, range(n - 6, n + 1)))
        if uneven and plan.level > before.level and ruled(plan, "D14"):
            yield f"{plan.day}: rises on {walked} minutes, {done} of {planned}"


def _does(life: Lived, span: range) -> bool:
    """At least 70 % of the plan on the known days, each day up to its plan."""
    known = [k for k in span if life.told.walked[k] is not None]
    done = sum(min(life.told.walked[k] or 0, life.plans[k].walk_minutes) for k in known)
    return done >= LOADED * sum(life.plans[k].walk_minutes for k in known)


def _lately(life: Lived, n: int) -> range:
    """The days that a share is taken of on the morning of ``n``: of a week, or two where few are known."""
    is_week = len(life.told.recent(life.told.walked, n - 1, WEEK)) >= 3
    return range(max(0, n - (WEEK if is_week else 2 * WEEK)), n)


def _does_the_plan(life: Lived, n: int) -> bool:
    """In both fortnights, and on every morning in which a week of these lies behind: else D12 holds."""
    halves = [range(n - 27, n - 13), range(n - 13, n + 1)]
    is_known = all(sum(life.told.walked[k] is not None for k in half) >= 4 for half in halves)
    mornings = [_lately(life, k) for k in range(n - 20, n + 1)]
    return is_known and all(_does(life, span) for span in (*halves, *mornings))


def _is_well(life: Lived, n: int) -> bool:
    """The 28 days to ``n`` are those of somebody who does well and is followed."""
    told, span = life.told, range(n - 27, n + 1)
    legs = told.recent(told.leg, n, 28)
    gone = any(all(told.silent[k : k + 7]) for k in range(n - 33, n - 5) if k >= 0)
    if len(legs) < 8 or max(legs) > 2 or not _does_the_plan(life, n) or gone:
        return False
    if any(told.colour[k] in {"red", "yellow"} or told.is_worse(k) or told.flare[k] for k in span):
        return False
    if any(told.numb[k] == 3 or told.is_locked(k) or told.soft[k] or told.is_unclear(k) for k in span):
        return False
    if any(not told.silent[k] and not told.listed[k] for k in span):
        return False
    # Pain that came to reach further down just before holds for up to 21 days of these (D14).
    reached = len(set(told.recent(told.site, n - 28, SITE_HOLDS + SITE_WEEKS))) > 1
    if reached or any(life.plans[k].is_empty or has_own_wish(life, k) for k in span):
        return False
    return n - _last_return(life, n) >= 2 * WEEK


def _last_return(life: Lived, n: int) -> int:
    return next((k for k in range(n, 0, -1) if is_return(life, k)), 0)


def _is_low(life: Lived, n: int) -> bool:
    """At level 0 or below, after the seven days that D14 takes for each rung from a return up to level 1."""
    back = _last_return(life, n)
    return life.plans[n].level <= 0 and n - back >= WEEK * (1 - life.plans[back].level)


def i17_nobody_who_does_well_stays_at_the_bottom(life: Lived) -> Iterator[str]:
    for n, plan in enumerate(life.plans):
        if n >= 27 and (_is_low(life, n) or plan.phase == "acute" or plan.flare) and _is_well(life, n):
            yield f"{plan.day}: level {plan.level}, {plan.phase}, flare {plan.flare}, after 28 good days"


def a_rise_is_earned(life: Lived) -> Iterator[str]:
    """D14: no red day of the seven, the last three known mornings not worse, the leg mean below six."""
    for n, before, plan in life.days():
        if plan.level <= before.level or not ruled(plan, "D14") or before.is_empty:
            continue
        known = [k for k in range(n + 1) if life.told.morning[k]][-3:]
        legs = life.told.recent(life.told.leg, n, WEEK)
        if "red" in life.told.colour[max(0, n - WEEK) : n]:
            yield f"{plan.day}: rises after a red day"
        if any(life.told.is_worse(k) for k in known):
            yield f"{plan.day}: rises after a worse morning"
        if len(legs) >= 3 and sum(legs) >= 6 * len(legs):
            yield f"{plan.day}: rises at a leg of {legs}"


def nothing_ratchets_down_on_calm_days(life: Lived) -> Iterator[str]:
    """Principle 3: a level falls for a reason that somebody said, or after silence."""
    for n, before, plan in life.days():
        if plan.level >= before.level or n < 28 or before.is_empty or plan.is_empty or plan.flare:
            continue
        span, told = range(n - 27, n + 1), life.told
        bad = any(told.is_worse(k) or told.flare[k] or told.colour[k] in {"red", "yellow"} for k in span)
        bad = bad or any(has_own_wish(life, k) or told.is_locked(k) for k in span)
        bad = bad or any(is_return(life, k) for k in span) or any(life.plans[k].flare for k in span)
        bad = bad or all(told.silent[max(0, n - 7) : n]) or len(set(told.recent(told.site, n, 28))) > 1
        if not bad:
            yield f"{plan.day}: falls from {before.level} to {plan.level} for no reason"


DOSING: Final[tuple[Check, ...]] = (
    i4_a_rise_stays_near_what_was_done,
    i4_a_held_plan_fades_slowly_and_only_when_mornings_are_not_calm,
    i5_one_thing_rises_at_a_time_and_not_often,
    i5_no_exercise_rises_while_walking_is_more,
    i7_the_longest_walk_grows_by_four_minutes,
    i14_the_plan_stays_below_the_therapists_ceiling,
    i14_uneven_over_doing_lifts_nothing,
    i17_nobody_who_does_well_stays_at_the_bottom,
    a_rise_is_earned,
    nothing_ratchets_down_on_calm_days,
)
