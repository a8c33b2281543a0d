"""Why a plan looks as it does: values, worded by ``i18n`` and never here."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class PainMovedUp:
    """P1: the pain drew back towards the spine."""


@dataclass(frozen=True, slots=True)
class MustBeChecked:
    """D0: an answer must be looked at by a doctor first."""

    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedsOwnPlan:
    """D1: somebody who knows the patient must make the plan."""

    exclusions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoCheckIn:
    """D2: nothing is known of today, so nothing is increased."""

    silent: int
    """Days since the last check-in."""


@dataclass(frozen=True, slots=True)
class BackAfterSilence:
    """D2: after days without a word the level is lower."""

    silent: int
    level: int


@dataclass(frozen=True, slots=True)
class StartsHere:
    """The first day: where the ladder begins for this patient."""

    level: int
    tolerance: int | None
    """Minutes they said they can walk."""


@dataclass(frozen=True, slots=True)
class MoreNumbness:
    """D3: more numbness must be watched."""


@dataclass(frozen=True, slots=True)
class InFlare:
    """D4: a flare, from the patient's own word or from the mornings."""

    day: int
    """Which day of the flare, from 1."""
    leg: int | None
    usual: float | None
    said: bool
    """The patient called it a flare."""


@dataclass(frozen=True, slots=True)
class LongFlare:
    """D5: the flare has lasted more than a week."""

    days: int


@dataclass(frozen=True, slots=True)
class SeveralBadMornings:
    """D7b: several worse mornings in a week."""

    mornings: int
    level: int


@dataclass(frozen=True, slots=True)
class WorseMorning:
    """D7: this morning was worse than usual."""

    leg: int | None
    usual: float | None
    said: bool
    """The patient said that it was worse."""


@dataclass(frozen=True, slots=True)
class TwoHardDays:
    """D8b: two days in a week were too much."""

    days: int
    level: int


@dataclass(frozen=True, slots=True)
class TooMuchYesterday:
    """D8: the leg took yesterday badly."""


@dataclass(frozen=True, slots=True)
class OnTheEdgeAgain:
    """D10: several days on the edge."""

    until: date


@dataclass(frozen=True, slots=True)
class OnTheEdge:
    """D9: yesterday was on the edge."""


@dataclass(frozen=True, slots=True)
class BackInSteps:
    """D11: after a flare, back in steps towards what was possible before it."""

    level: int
    before: int


@dataclass(frozen=True, slots=True)
class LessThanPlanned:
    """D12: much less than planned was walked, so the plan may not fit."""

    share: int
    """Per cent of the planned minutes."""


@dataclass(frozen=True, slots=True)
class MoreThanPlanned:
    """D13: much more than planned was walked."""

    share: int


@dataclass(frozen=True, slots=True)
class GoodWeek:
    """D14: a good week, walking goes up one level."""

    minutes: int
    level: int


@dataclass(frozen=True, slots=True)
class ExerciseUp:
    """D15: one exercise goes up one level."""

    exercise: str
    level: int


@dataclass(frozen=True, slots=True)
class NewExercise:
    """D15: one new exercise."""

    exercise: str


@dataclass(frozen=True, slots=True)
class StillEased:
    """D17: stable, and still eased off for a day."""

    until: date


@dataclass(frozen=True, slots=True)
class Steady:
    """D17: stable, so nothing changes."""

    green: int
    """Good days of the last seven."""
    days_at_level: int


@dataclass(frozen=True, slots=True)
class FollowsWhatIsDone:
    """I4: the plan stays within what has been walked lately."""

    level: int


@dataclass(frozen=True, slots=True)
class TherapistsCeiling:
    """The therapist's programme keeps walking at this level."""

    level: int


@dataclass(frozen=True, slots=True)
class TryDirections:
    """The patient may find out which way the back likes to bend."""


@dataclass(frozen=True, slots=True)
class GateOpen:
    """The safety questions of today have not been answered."""

    full: bool
    """The whole list is due, not only the one line."""


@dataclass(frozen=True, slots=True)
class SoftFlag:
    """An answer that should be talked over with a doctor; the plan stays and is not raised."""

    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProfileMissing:
    """The first-run questions are waiting."""


Reason: TypeAlias = (
    PainMovedUp
    | MustBeChecked
    | NeedsOwnPlan
    | NoCheckIn
    | BackAfterSilence
    | StartsHere
    | MoreNumbness
    | InFlare
    | LongFlare
    | SeveralBadMornings
    | WorseMorning
    | TwoHardDays
    | TooMuchYesterday
    | OnTheEdgeAgain
    | OnTheEdge
    | BackInSteps
    | LessThanPlanned
    | MoreThanPlanned
    | GoodWeek
    | ExerciseUp
    | NewExercise
    | StillEased
    | Steady
    | FollowsWhatIsDone
    | TherapistsCeiling
    | TryDirections
    | GateOpen
    | SoftFlag
    | ProfileMissing
)
