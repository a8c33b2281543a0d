"""Before the table is asked: count mornings, place a new patient, rest what hurt, follow what is chosen."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, TypeAlias

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.plan import concerns, flares, reasons
from ryggkompis.domain.plan.advice import Given
from ryggkompis.domain.plan.effects import at_level, exercises_down, stopped
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.ladder import FLOOR, TOP, entry_level
from ryggkompis.domain.plan.next_step import ceiling, is_back_today, may_be_more
from ryggkompis.domain.plan.phases import phased
from ryggkompis.domain.plan.reachable import after_operation, allowed_level, entry_test
from ryggkompis.domain.plan.reasons import Reason
from ryggkompis.domain.plan.repertoire import required
from ryggkompis.domain.plan.returning import returned
from ryggkompis.domain.plan.rules import decide
from ryggkompis.domain.plan.smaller import chosen
from ryggkompis.domain.plan.standing import Standing, Tested
from ryggkompis.domain.plan.tapering import tapered

Said: TypeAlias = tuple[str, Reason]

REST_DAYS: Final = 3
"""Days an exercise is left out after pain further down the leg (invariant I9)."""
STEPS_UP: Final = 3
"""The most levels by which an entry test raises that is done again."""
STEPS_DOWN: Final = 2
"""The most levels by which one, or a therapist's ceiling, lowers in a day (invariant I12)."""
LETS_RISE: Final = frozenset({"D14", "D15", "D17"})
"""The rows that hold nothing: an entry test is done again on a morning that one of them decides."""
SHORTEST: Final = 3
"""A tolerance of fewer minutes than this lowers whoever stands higher."""


QUIET_BESIDE: Final = frozenset({"D0", "END", "D1", "D3", "D4"})
"""Rules beside which nothing is said of where a plan starts or what got better."""
BAD_NEWS: Final = QUIET_BESIDE | {"D7b", "D7", "D8b", "D8"}
"""Rules that tell of something worse: beside them nothing is called a good sign, or tried."""


def wake(standing: Standing, facts: Facts, *, is_start: bool) -> tuple[Standing, tuple[Said, ...]]:
    """Bring yesterday's standing to this morning; nothing here raises a load but the entry test."""
    said: list[Said] = []
    if facts.judged.moved_up:
        said.append(("P1", reasons.PainMovedUp()))
    freed = _anew(_freed(_operated(standing, facts, is_start=is_start), facts), facts, is_start=is_start)
    standing = _rested(flares.counted(_known_since(freed, facts), facts), facts)
    placed = _placed(standing, facts, is_start=is_start)
    if placed.placed_on == facts.day and not placed.is_stopped and facts.profile is not None:
        said.append(("START", reasons.StartsHere(placed.level, facts.profile.walk_tolerance)))
    less = chosen(placed, facts)
    if less.level < placed.level:
        said.append(("LESS", reasons.SmallerPlan(less.level)))
    led = tapered(_led(_let_go(phased(less, facts), facts), facts), facts)
    if led.level < less.level and facts.programme is not None:
        said.append(("PROGRAMME", reasons.TherapistsCeiling(ceiling(facts))))
    return led, tuple(said)


def fits_beside(said: str, rule: str, advice: Sequence[Given]) -> bool:
    """Tell whether what was said before the table fits beside its answer, and beside the advice."""
    if said != "P1":
        return rule not in QUIET_BESIDE
    is_further = any(isinstance(one.concern, concerns.ReachesFurther) for one in advice)
    return rule not in BAD_NEWS and not is_further


def _known_since(standing: Standing, facts: Facts) -> Standing:
    """Count a flare from the last day that could not be read: nobody knows whether it lasted through that."""
    if not facts.is_unread or standing.flare_since is None:
        return standing
    return replace(standing, flare_since=facts.day)


def _operated(standing: Standing, facts: Facts, *, is_start: bool) -> Standing:
    """Notice another operation; one that was told of late is come back from like one that was waited for."""
    operation = facts.operation
    if operation is None or operation.day == standing.operated_on:
        return standing
    known = replace(standing, operated_on=operation.day)
    if is_start or not operation.is_recent(facts.day):
        return known
    held = known if standing.is_stopped else stopped(known, facts, "excluded")
    return replace(held, was_operated=True)


def _freed(standing: Standing, facts: Facts) -> Standing:
    """Come back where nothing stops the plan any more, or where a lock was opened on its own day."""
    holds = facts.lock is not None or bool(facts.exclusions) or facts.is_closed
    if holds or not (standing.is_stopped or facts.gate.reopened):
        return standing
    return returned(standing, facts)


def _anew(standing: Standing, facts: Facts, *, is_start: bool) -> Standing:
    """Begin another episode gently: from what can be walked now, and never above where the last one stood."""
    start = facts.episode.start if facts.episode else None
    if is_start or standing.episode_start is None:
        return replace(standing, episode_start=facts.day)
    if start is None or start <= standing.episode_start:
        return standing
    known = replace(standing, episode_start=start)
    if standing.is_stopped:
        return known
    profile = facts.profile if facts.profile and facts.profile.day >= start else None
    level = min(standing.level, after_operation(entry_level(profile, facts.leg), facts))
    gentle = exercises_down(known, facts, to_first=True)
    return replace(
        _at(gentle, facts, level),
        level_since=facts.day,
        level_before=min(standing.level_before, level),
        phase="acute",
        phase_since=facts.day,
        well_since=None,
        before_flare=None,
        smaller_since=None,
        raised_on=facts.day,
        tested=(profile.walk_tolerance, profile.walks_now) if profile else standing.tested,
    )


def _rested(standing: Standing, facts: Facts) -> Standing:
    """Leave out what sent pain further down the leg yesterday, and bring it back one level lower."""
    down = facts.went_down
    if not down:
        return standing
    until = facts.day + timedelta(days=REST_DAYS - 1)
    known = down & standing.doses.keys()
    return replace(
        standing,
        doses={id_: max(n - 1, 1) if id_ in known else n for id_, n in standing.doses.items()},
        dosed_on={**standing.dosed_on, **dict.fromkeys(known, facts.day)},
        rests_until={**standing.rests_until, **dict.fromkeys(down, until)},
    )


def _placed(standing: Standing, facts: Facts, *, is_start: bool) -> Standing:
    """Do the entry test: on the first day, and again on a good morning when its answers have changed."""
    profile = facts.profile
    if profile is None or standing.is_stopped:
        return standing
    test = (profile.walk_tolerance, profile.walks_now)
    if test == standing.tested:
        return standing
    level = entry_test(facts)
    is_short = profile.walk_tolerance is not None and profile.walk_tolerance < SHORTEST
    if is_short and not is_start and level < standing.stood_at:
        return _placed_lower(standing, facts, level, test)
    if not (is_start or _is_ordinary(standing, facts)):
        return standing
    if standing.tested is not None:
        return _placed_higher(standing, facts, level, test)
    if not is_start and standing.level > FLOOR:
        level = max(level, standing.level)
    placed = _at(standing, facts, min(level, ceiling(facts)))
    return replace(placed, tested=test, level_since=facts.day, raised_on=None if is_start else facts.day)


def _placed_lower(standing: Standing, facts: Facts, level: int, test: Tested) -> Standing:
    """Go down towards ``level``; in a flare at once (I12), and what it leads back to does, too."""
    if standing.flare_since is not None:
        at_once = replace(standing, level_before=level, level_before_since=facts.day)
        lower = _at(at_once, facts, min(level, standing.level))
    else:
        lower = _at(standing, facts, max(level, standing.level - STEPS_DOWN))
    return replace(lower, tested=test if lower.stood_at == level else standing.tested, before_flare=None)


def _placed_higher(standing: Standing, facts: Facts, level: int, test: Tested) -> Standing:
    most = min(standing.level + STEPS_UP, allowed_level(facts, standing), ceiling(facts))
    if min(level, most) <= standing.level:
        return replace(standing, tested=test)
    return replace(_at(standing, facts, min(level, most)), tested=test, raised_on=facts.day)


def _is_ordinary(standing: Standing, facts: Facts) -> bool:
    """Tell whether nothing holds this morning: not yesterday, not the site, and no row of the table."""
    may = may_be_more(standing, facts) and not is_back_today(standing, facts)
    return may and decide(standing, facts)[0] in LETS_RISE


def _at(standing: Standing, facts: Facts, level: int) -> Standing:
    return replace(at_level(standing, facts, level), placed_on=facts.day, placed_level=level)


def _let_go(standing: Standing, facts: Facts) -> Standing:
    """Come back gently from what a programme held back: exercises at the first level, walking from there."""
    gone = facts.let_go
    if gone is None:
        return standing
    known = gone.exercises & standing.doses.keys()
    is_above = gone.ceiling is not None and standing.level > gone.ceiling
    return replace(
        standing,
        doses={id_: 1 if id_ in known else n for id_, n in standing.doses.items()},
        dosed_on={**standing.dosed_on, **dict.fromkeys(known, facts.day)},
        ceiling=gone.ceiling if is_above else standing.ceiling,
    )


def _led(standing: Standing, facts: Facts) -> Standing:
    """Follow the therapist: stay below their ceiling, and know the exercises they ask for."""
    new = {e.id: 1 for e in required(facts) if e.id not in standing.doses}
    lifted = TOP if standing.ceiling is None else standing.ceiling
    # What is walked keeps to the ceiling at once; the level follows as fast as any falls (I12).
    lowest = max(min(ceiling(facts), lifted), standing.level - STEPS_DOWN)
    led = at_level(standing, facts, min(standing.level, lowest))
    if led.stood_at <= lifted < TOP:
        led = replace(led, ceiling=None)
    return replace(led, doses={**led.doses, **new}) if new else led
