"""What the decision table remembers from one morning to the next."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Phase

Mode: TypeAlias = Literal["plan", "flare", "locked", "excluded"]
"""What kind of day it is: an ordinary plan, the flare plan, or no plan."""
NOTHING: Final[Mapping[str, int]] = MappingProxyType({})
REMEMBERED: Final = 5
"""How many lowerings and flares are kept in mind."""
NEVER: Final[Mapping[str, date]] = MappingProxyType({})


class Standing(Value):
    """Where a patient stands on the morning of a day."""

    mode: Mode = "plan"
    level: int = 0
    """On the walking ladder, 0-12."""
    level_since: date | None = None
    """The day of the last change of level; None before the first."""
    placed_on: date | None = None
    """The day of the entry test."""
    placed_level: int = 0
    has_profile: bool = False
    phase: Phase = "acute"
    phase_since: date | None = None
    flare_since: date | None = None
    calm_mornings: int = 0
    """Calm mornings in a row, of those with a check-in."""
    worse_mornings: int = 0
    """Worse mornings in a row, of those with a check-in."""
    before_flare: int | None = None
    """The level before the last flare, while walking climbs back towards it."""
    climbed_on: date | None = None
    eased_until: date | None = None
    """The last day of a temporary deload."""
    held_until: date | None = None
    lowered: tuple[date, ...] = ()
    """The last times the level was lowered for good, oldest first."""
    flares: tuple[date, ...] = ()
    """The days on which the last flares began, oldest first."""
    raised_on: date | None = None
    """The last normal rise of anything."""
    is_steady: bool = False
    """Whether a check-in a week is enough, as the last check-in left it."""
    doses: Mapping[str, int] = NOTHING
    """Exercise id to its level: what the patient has been introduced to."""
    dosed_on: Mapping[str, date] = NEVER
    """Exercise id to the day it got its present level."""
    rests_until: Mapping[str, date] = NEVER
    """Exercise id to the last day it is left out, after pain further down the leg."""
    rung: int = 0
    """The level actually walked that day: lower than ``level`` while eased off or in a flare."""
    shown: tuple[str, ...] = ()
    """The exercises of that day's plan."""
    planned: tuple[int, ...] = ()
    """Planned walking minutes of the last seven days, oldest first."""

    @property
    def lowered_on(self) -> date | None:
        """The last time the level was lowered for good."""
        return self.lowered[-1] if self.lowered else None

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
