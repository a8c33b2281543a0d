"""Why a plan looks as it does: values, worded by ``i18n`` and never here."""

from datetime import date
from typing import TypeAlias

from ryggkompis.domain.base.scales import Because
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.plan.facts.mornings import Worse


class PainMovedUp(Value):
    """P1: the pain drew back towards the spine."""


class MustBeChecked(Value):
    """D0: an answer must be looked at by a doctor first."""

    flags: tuple[str, ...]


class NeedsOwnPlan(Value):
    """D1: somebody who knows the patient must make the plan."""

    exclusions: tuple[str, ...]
    allowed_from: date | None = None


class Heals(Value):
    """OP: an operation heals, so nothing goes to the end of the range unless a programme asks for it."""

    until: date


class UnreadAndHeld(Value):
    """DOUBT: something of the diary cannot be read, and the plan was held back when it was last shown."""


class UnreadAndOpen(Value):
    """DOUBT: something of the diary cannot be read, and the whole list has not been answered today."""


class UnreadAndAnswered(Value):
    """DOUBT: something of the diary cannot be read, and the whole list was answered no today."""


class ClockDisagrees(Value):
    """CLOCK: the diary has days that lie ahead of the clock."""


class Closed(Value):
    """END: the patient has closed this episode."""


class NoCheckIn(Value):
    """D2: nothing is known of today, so nothing is increased."""

    silent: int
    is_chosen: bool = False


class BackAfterSilence(Value):
    """D2: after days without a word the level is lower."""

    silent: int
    level: int


class StartsHere(Value):
    """The first day: where the ladder begins for this patient."""

    level: int
    tolerance: int | None


class MoreNumbness(Value):
    """D3: more numbness must be watched."""

    mornings: int
    """Known mornings in a row; from the second on a doctor is asked the same day."""


class InFlare(Value):
    """D4: a flare, from the patient's own word or from the mornings."""

    day: int
    worse: Worse
    said: bool


class LongFlare(Value):
    """D5: the flare has lasted more than a week."""

    days: int


class SeveralBadMornings(Value):
    """D7b: several worse mornings in a week."""

    mornings: int
    level: int


class WorseMorning(Value):
    """D7: this morning was worse than usual."""

    worse: Worse


class TwoHardDays(Value):
    """D8b: two days in a week were too much."""

    days: int
    level: int


class TooMuchYesterday(Value):
    """D8: the leg took yesterday badly."""


class OnTheEdgeAgain(Value):
    """D10: several days on the edge."""

    until: date


class OnTheEdge(Value):
    """D9: yesterday was on the edge."""


class BackInSteps(Value):
    """D11: after a flare, back in steps towards what was possible before it."""

    level: int
    before: int


class ReachesFurther(Value):
    """D7b: the pain has come to reach further down the leg, twice in four weeks."""

    level: int


class SmallerPlan(Value):
    """The patient chose fewer minutes for some time."""

    level: int


class LessThanPlanned(Value):
    """D12: much less than planned was walked, so the plan may not fit."""

    share: int
    asks: bool = False
    offers_less: bool = False
    because: Because | None = None
    """Why, as last answered this week."""


class MoreThanPlanned(Value):
    """D13: much more than planned was walked."""

    share: int


class GoodWeek(Value):
    """D14: a good week, walking goes up one level."""

    minutes: int
    level: int
    is_more: bool = False
    """More than planned was walked, steadily and well."""


class ExerciseUp(Value):
    """D15: one exercise goes up one level."""

    exercise: str
    level: int


class NewExercise(Value):
    """D15: one new exercise."""

    exercise: str


class NotBeforeTomorrow(Value):
    """I6: what was told about earlier days raises nothing before tomorrow."""


class EasedByThePast(Value):
    """I6: what was told about earlier days since today's plan was first shown makes it easier."""


class StillEased(Value):
    """D17: stable, and still eased off for a day."""

    until: date


class Steady(Value):
    """D17: stable, so nothing changes."""

    green: int
    days_at_level: int


class FollowsWhatIsDone(Value):
    """I4: the plan stays within what has been walked lately."""

    level: int


class TherapistsCeiling(Value):
    """The therapist's programme keeps walking at this level."""

    level: int


class TryDirections(Value):
    """The patient may find out which way the back likes to bend."""


class GateOpen(Value):
    """The safety questions of today have not been answered."""

    full: bool
    is_first: bool = False
    """The whole list was never answered, or not with all that is asked now."""


class SoftFlag(Value):
    """An answer that should be talked over with a doctor; the plan stays and is not raised."""

    flags: tuple[str, ...]


class ProfileMissing(Value):
    """The first-run questions are waiting."""


Reason: TypeAlias = (
    PainMovedUp | MustBeChecked | NeedsOwnPlan | Heals | Closed | NoCheckIn | BackAfterSilence | StartsHere
    | MoreNumbness | InFlare | LongFlare | SeveralBadMornings | WorseMorning | TwoHardDays |
    TooMuchYesterday | OnTheEdgeAgain | OnTheEdge | BackInSteps | ReachesFurther | SmallerPlan |
    LessThanPlanned | MoreThanPlanned | GoodWeek | ExerciseUp | NewExercise | NotBeforeTomorrow |
    EasedByThePast | StillEased | Steady | FollowsWhatIsDone | TherapistsCeiling | TryDirections | GateOpen
    | SoftFlag | ProfileMissing | UnreadAndHeld | UnreadAndOpen | UnreadAndAnswered | ClockDisagrees
)  # fmt: skip
