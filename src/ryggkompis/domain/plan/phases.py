"""Which phase a course is in: by symptoms, not by walking (clinical 4.3)."""

from datetime import timedelta
from typing import Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import PHASES, Phase
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.repertoire import first_doses
from ryggkompis.domain.plan.standing import Standing

FROM_LEG: Final[tuple[tuple[Phase, float], ...]] = (("acute", 6.0), ("early", 4.0), ("build", 2.0))
"""The least leg pain (NRS) of a phase: the mean of the last known mornings."""
BACK_AT: Final = 0.5
"""Points above its limit at which a phase is left towards less load; that is at once."""
PHASE_DAYS: Final = 7
"""Days between two steps towards more load."""
WELL_DAYS: Final = 28
"""Days below the last limit, or without a worse morning where there are no numbers, for the last phase."""


def _by_leg(leg: float, above: float = 0.0) -> Phase:
    return next((phase for phase, limit in FROM_LEG if leg >= limit + above), "maintain")


def phased(standing: Standing, facts: Facts) -> Standing:
    """Move at most one phase in seven days towards more load, on a calm morning, and at once towards less."""
    standing = _well(standing, facts)
    if standing.phase_since is None:
        return _begun(standing, facts)
    now, aim = PHASES.index(standing.phase), _aim(standing, facts)
    back = now if facts.leg_mean is None else PHASES.index(_by_leg(facts.leg_mean, BACK_AT))
    if back < now:
        return replace(standing, phase=PHASES[back], phase_since=facts.day)
    if aim <= now or not facts.state.is_calm or (facts.day - standing.phase_since).days < PHASE_DAYS:
        return standing
    return replace(standing, phase=PHASES[now + 1], phase_since=facts.day)


def _begun(standing: Standing, facts: Facts) -> Standing:
    """Begin the exercises with the first questions, and the phase with the first check-in."""
    begun = replace(standing, level_since=standing.level_since or facts.day)
    is_told = facts.check_in is not None
    if not is_told and facts.profile is None:
        return begun
    first: Phase = "acute" if facts.leg is None or _by_leg(facts.leg) == "acute" else "early"
    begun = replace(begun, phase=first, phase_since=facts.day if is_told else None)
    if standing.met:
        # What somebody has seen stays; the others come in one at a time.
        return begun
    doses = first_doses(first, facts)
    return replace(begun, doses=doses, dosed_on=dict.fromkeys(doses, facts.day))


def _well(standing: Standing, facts: Facts) -> Standing:
    """Note since when it has been as good as the last phase asks; what is not known changes nothing."""
    if facts.leg_mean is not None:
        is_well = _by_leg(facts.leg_mean) == "maintain"
    elif facts.state.is_worse or facts.has_numbers:
        is_well = False
    else:
        is_well = standing.well_since is not None or facts.state.is_calm
    if is_well == (standing.well_since is not None):
        return standing
    return replace(standing, well_since=facts.day if is_well else None)


def _aim(standing: Standing, facts: Facts) -> int:
    """Find the phase that the mornings speak for."""
    if facts.leg_mean is not None:
        phase = _by_leg(facts.leg_mean)
    elif facts.has_numbers or facts.worst_of_week.is_worse:
        return PHASES.index(standing.phase)
    else:
        phase = "maintain" if standing.well_since else "build"
    if phase == "maintain" and not _has_been_well(standing, facts):
        phase = "build"
    return PHASES.index(phase)


def _has_been_well(standing: Standing, facts: Facts) -> bool:
    return standing.well_since is not None and facts.day - standing.well_since >= timedelta(days=WELL_DAYS)


def one_back(standing: Standing, facts: Facts) -> Standing:
    """Go one phase back, as after a long flare."""
    now = PHASES.index(standing.phase)
    return replace(standing, phase=PHASES[now - 1], phase_since=facts.day) if now else standing
