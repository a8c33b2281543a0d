"""What the decision table remembers from one morning to the next."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Phase

Mode: TypeAlias = Literal["plan", "flare", "locked", "excluded", "closed", "doubt"]
"""What kind of day it is: an ordinary plan, the flare plan, or no plan."""
Tested: TypeAlias = tuple[int | None, int | None]
"""What the entry test was made of: minutes that can be walked, and minutes that are walked now."""
NOTHING: Final[Mapping[str, int]] = MappingProxyType({})
REMEMBERED: Final = 5
"""How many lowerings and flares are kept in mind."""
NEVER: Final[Mapping[str, date]] = MappingProxyType({})


class Standing(Value):
    """Where a patient stands on the morning of a day."""

    mode: Mode = "plan"
    level: int = 0
    """On the walking ladder, -2 to 12."""
    level_since: date | None = None
    """The day of the last change of level; None before the first."""
    placed_on: date | None = None
    """The day of the last entry test that moved somebody."""
    placed_level: int = 0
    tested: Tested | None = None
    """What the last entry test was made of; None before the first."""
    phase: Phase = "acute"
    phase_since: date | None = None
    well_since: date | None = None
    """Since when the leg has been as low as the last phase asks."""
    flare_since: date | None = None
    first_bad: date | None = None
    """The first bad day of this flare, or of the worse mornings in a row before it."""
    last_bad: date | None = None
    """The last worse morning or word of a flare."""
    yardstick: float | None = None
    """The usual leg of the morning before the flare."""
    calm_mornings: int = 0
    """Calm known mornings in a row."""
    worse_mornings: int = 0
    """Worse known mornings in a row."""
    level_before: int = 0
    """The level that the flare found."""
    level_before_since: date | None = None
    before_flare: int | None = None
    """The level before the last longer flare, while walking climbs back towards it."""
    flare_ended: date | None = None
    flare_cost_on: date | None = None
    """The end of the last flare that did not lead back to the level before it at once."""
    climbed_on: date | None = None
    eased_until: date | None = None
    """The last day of a temporary deload."""
    held_until: date | None = None
    lowered: tuple[date, ...] = ()
    """The last times that bad mornings or hard days lowered the level for good, oldest first."""
    faded_on: date | None = None
    flares: tuple[date, ...] = ()
    """The days on which the last flares began, oldest first."""
    raised_on: date | None = None
    """The last normal rise of anything."""
    returned_on: date | None = None
    """The last day on which a plan came back after a lock, an exclusion or a closed episode."""
    stopped_on: date | None = None
    """The first day of the lock, exclusion or closed episode that stops the plan, or did until yesterday."""
    episode_start: date | None = None
    """The beginning of the episode that is known of; of the first one, the first day that was folded."""
    was_operated: bool = False
    """An operation was among what stopped the plan."""
    operated_on: date | None = None
    """The day of the operation that the plan was last made for."""
    silence_cost: int = 0
    """How many of its two lowerings this silence has brought."""
    little_days: int = 0
    """Days in a row on which less than enough of the plan was walked."""
    ceiling: int | None = None
    """A therapist's ceiling that is lifted while the level was still above it: it is come down to first."""
    asked_why_on: date | None = None
    smaller_since: date | None = None
    """When the patient took a smaller plan that still stands."""
    misfit_on: date | None = None
    """The last day on which it was said that the plan does not fit, rule R8."""
    advised: Mapping[str, date] = NEVER
    """Advice that stands to the day since which it does."""
    steady_since: date | None = None
    """Since when a check-in a week is enough, as the last check-in left it."""
    is_monthly: bool = False
    """Whether one a month is."""
    doses: Mapping[str, int] = NOTHING
    """Exercise id to its level: what the patient has been introduced to."""
    dosed_on: Mapping[str, date] = NEVER
    """Exercise id to the day it got its present level."""
    rests_until: Mapping[str, date] = NEVER
    """Exercise id to the last day it is left out, after pain further down the leg."""
    rung: int = 0
    """The level actually walked that day: lower than ``level`` while eased off."""
    shown: tuple[str, ...] = ()
    """The exercises of that day's plan; while there is no plan, of the last one."""
    met: frozenset[str] = frozenset()
    """Every exercise that has been in a plan."""
    planned: tuple[int, ...] = ()
    """Planned walking minutes of the last 28 days, oldest first; 0 on a day without a plan."""

    @property
    def is_stopped(self) -> bool:
        """There is no plan: something must be checked, somebody else makes it, or the episode is closed."""
        return self.mode in {"locked", "excluded", "closed", "doubt"}

    @property
    def stood_at(self) -> int:
        """The level, or in a flare the one that it found."""
        return self.level if self.flare_since is None else self.level_before

    @property
    def worse_from(self) -> date | None:
        """The day after which bad mornings count anew: a lowering, or a flare that cost a level is over."""
        return _last(*self.lowered, self.flare_cost_on)

    @property
    def hard_from(self) -> date | None:
        """The day from which hard days count anew: a lowering, or the end of any flare."""
        return _last(*self.lowered, self.flare_ended)

    def is_eased(self, day: date) -> bool:
        """Tell whether a temporary deload covers ``day``."""
        return self.eased_until is not None and self.eased_until >= day

    def is_held(self, day: date) -> bool:
        """Tell whether everything is held on ``day``."""
        return self.held_until is not None and self.held_until >= day

    def days_at_level(self, day: date) -> int:
        """Count the days at this level before ``day``."""
        return 0 if self.level_since is None else (day - self.level_since).days

    def is_resting(self, exercise: str, day: date) -> bool:
        """Tell whether ``exercise`` is left out on ``day``."""
        until = self.rests_until.get(exercise)
        return until is not None and until >= day


def _last(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)
