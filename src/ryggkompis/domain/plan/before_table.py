"""Before the table is asked: count mornings, place a new patient, rest what hurt, follow what is walked."""

from datetime import timedelta
from typing import Final, TypeAlias

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import PHASES, Phase
from ryggkompis.domain.plan import reasons
from ryggkompis.domain.plan.effects import from_the_start
from ryggkompis.domain.plan.facts import Facts
from ryggkompis.domain.plan.ladder import entry_level
from ryggkompis.domain.plan.next_step import is_rested
from ryggkompis.domain.plan.reasons import Reason
from ryggkompis.domain.plan.repertoire import first_doses, required
from ryggkompis.domain.plan.standing import Mode, Standing
from ryggkompis.domain.plan.tapering import is_steady

Said: TypeAlias = tuple[str, Reason]

REST_DAYS: Final = 3
"""Days an exercise is left out after pain further down the leg (invariant I9)."""
COUNTED: Final = 2
"""Mornings in a row that begin or end a flare; more are not counted."""
ACUTE_LEG: Final = 6
MAINTAIN_LEG: Final = 3
PHASE_DAYS: Final = 7
LAST_LEVEL: Final[tuple[tuple[Phase, int], ...]] = (("acute", 2), ("early", 5), ("build", 9))
"""The highest walking level of each phase but the last (clinical 4.3)."""


def wake(standing: Standing, facts: Facts, *, is_start: bool) -> tuple[Standing, tuple[Said, ...]]:
    """Bring yesterday's standing to this morning; nothing here raises a load but the entry test."""
    said: list[Said] = []
    if facts.gate.reopened:
        standing = from_the_start(standing, facts)
    if facts.judged.moved_up:
        said.append(("P1", reasons.PainMovedUp()))
    standing = _counted(standing, facts)
    standing = _rested(standing, facts)
    placed = _placed(standing, facts, is_start=is_start)
    if placed is not standing:
        tolerance = facts.profile.walk_tolerance if facts.profile else None
        said.append(("START", reasons.StartsHere(placed.level, tolerance)))
    led = _steadied(_led(_phased(placed, facts), facts), facts)
    if led.level < placed.level:
        said.append(("PROGRAMME", reasons.TherapistsCeiling(led.level)))
    return led, tuple(said)


def _steadied(standing: Standing, facts: Facts) -> Standing:
    steady = is_steady(standing, facts)
    return standing if steady == standing.is_steady else replace(standing, is_steady=steady)


def _counted(standing: Standing, facts: Facts) -> Standing:
    """Count calm and worse mornings in a row; a morning that is not known breaks the calm ones only."""
    calm, worse = 0, standing.worse_mornings
    if facts.state.is_worse:
        worse = min(worse + 1, COUNTED)
    elif facts.state.is_calm:
        worse = 0
    if facts.state.is_calm and not facts.flare_said:
        calm = min(standing.calm_mornings + 1, COUNTED)
    mode: Mode = "plan" if standing.flare_since is None else "flare"
    if (mode, calm, worse) == (standing.mode, standing.calm_mornings, standing.worse_mornings):
        return standing
    return replace(standing, mode=mode, calm_mornings=calm, worse_mornings=worse)


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
    """Do the entry test once: on the first day, or on the first good morning after the profile came."""
    may = is_start or (facts.is_free and is_rested(standing, facts))
    if facts.profile is None or standing.has_profile or not may:
        return standing
    leg = facts.check_in.leg if facts.check_in else None
    level = max(entry_level(facts.profile, leg), standing.level)
    return replace(
        standing,
        has_profile=True,
        level=level,
        level_since=facts.day,
        placed_on=facts.day,
        placed_level=level,
        raised_on=None if is_start else facts.day,
    )


def _led(standing: Standing, facts: Facts) -> Standing:
    """Follow the therapist: stay below their ceiling, and know the exercises they ask for."""
    if facts.programme is None:
        return standing
    new = {e.id: 1 for e in required(facts) if e.id not in standing.doses}
    ceiling = facts.programme.walk_ceiling
    level = standing.level if ceiling is None else min(standing.level, ceiling)
    return replace(
        standing,
        doses={**standing.doses, **new} if new else standing.doses,
        level=level,
        level_since=standing.level_since if level == standing.level else facts.day,
    )


def _phase_of(level: int, now: Phase, facts: Facts) -> Phase:
    usual = facts.judged.usual.leg
    if usual is not None and usual >= ACUTE_LEG:
        return "acute"
    for phase, last in LAST_LEVEL:
        if level <= last:
            return phase
    if facts.leg_mean is None:
        # Too few mornings to tell: who keeps it up goes on keeping it up, and nobody begins to.
        return "maintain" if now == "maintain" else "build"
    return "maintain" if facts.leg_mean <= MAINTAIN_LEG else "build"


def _phased(standing: Standing, facts: Facts) -> Standing:
    """Move at most one phase in seven days; nobody starts later than in the second."""
    aim = PHASES.index(_phase_of(standing.level, standing.phase, facts))
    now = PHASES.index(standing.phase)
    if standing.phase_since is None:
        phase = PHASES[min(aim, 1)]
        doses = standing.doses or first_doses(phase, facts)
        # After a lock, sessions from before it raise nothing.
        known = dict.fromkeys(doses, facts.day)
        return replace(standing, phase=phase, phase_since=facts.day, doses=doses, dosed_on=known)
    if aim == now or (facts.day - standing.phase_since).days < PHASE_DAYS:
        return standing
    step = 1 if aim > now else -1
    return replace(standing, phase=PHASES[now + step], phase_since=facts.day)
