"""What is known on the morning of one day: all that a rule may look at."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Final, TypeAlias

from ryggkompis.domain.base.scales import Because, Exclusion
from ryggkompis.domain.base.thresholds import Thresholds
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Catalogue, Tag
from ryggkompis.domain.journal.entries import CheckIn, Profile, Programme
from ryggkompis.domain.journal.episodes import Episode
from ryggkompis.domain.journal.operation import ALONE, Operation
from ryggkompis.domain.plan.facts.adherence import (
    FORTNIGHT,
    NEEDS_OF_FORTNIGHT,
    NEEDS_OF_WEEK,
    WEEK,
    Adherence,
)
from ryggkompis.domain.plan.facts.before import Before
from ryggkompis.domain.plan.facts.let_go import LetGo
from ryggkompis.domain.plan.facts.mornings import Judgement, Morning, Worse
from ryggkompis.domain.plan.facts.responses import Activity
from ryggkompis.domain.plan.facts.weeks import Weeks
from ryggkompis.domain.plan.safety import GateDay, Lock

WALKED_DAYS: Final = 28
"""Days for which what was walked is remembered (invariant I4)."""
SESSIONS_AT_LEVEL: Final = 4
"""Sessions that must have gone well before an exercise gets its next level."""

AtLevel: TypeAlias = Mapping[tuple[str, int], Sequence[tuple[date, Activity]]]
"""Exercise id and level to the last four days on which it was done at least at that level, oldest first."""


class Facts(Value, dict=True):
    """The facts of one morning."""

    day: date
    check_in: CheckIn | None
    profile: Profile | None
    programme: Programme | None
    """The therapist's programme in force; stricter than the table where it says so."""
    let_go: LetGo | None
    """What a programme held back until yesterday, on the day on which it does so no longer."""
    limits: Thresholds
    gate: GateDay
    began: date
    """When the pain began; where that is not known, the first check-in of this run of days."""
    episode: Episode | None
    """The round of the illness, where the patient has told of it as a whole."""
    before: Before | None
    """What an earlier episode left behind, where the plan begins anew with this one."""
    silent: int
    """Days since the last word, 0 on a day with a check-in; counted from the first day when there is none."""
    is_unread: bool
    """Nothing could be read of this day, though there may be something."""
    checked_in: date | None
    """The day of the last check-in; None before the first."""
    judged: Judgement
    flare_word: date | None
    """The day that the patient called a flare, this morning or last evening."""
    relief: tuple[int, int] | None
    """Leg pain before and now, where it fell by 4 or more within 48 hours, rule R6."""
    responses: tuple[Activity, ...]
    """Responses of the fourteen days before, the nearest first."""
    mornings: tuple[Morning, ...]
    """This morning and the thirteen before it, the nearest first; UNKNOWN where there was no check-in."""
    adherence: Adherence
    """What was walked and planned in the four weeks before."""
    takes_smaller_plan: bool
    """Today the patient takes the smaller plan."""
    less_because: Because | None
    """Why less was walked than planned, as last answered this week."""
    done_on: Mapping[str, Sequence[date]]
    """Exercise id to the last earlier days on which it was done, at most seven, oldest first."""
    went_down: frozenset[str]
    """Yesterday's exercises that sent pain further down the leg."""
    at_level: AtLevel
    """Sessions by level done; one without a level counts for each, an easier one for none.

    This and ``done_on`` go on with the days: they are read on the morning itself.
    """
    excluded: frozenset[Tag]
    """What is not tolerated: by the patient's own word (I10), or since it went down the leg this week."""
    catalogue: Catalogue
    leg_mean: float | None
    """Mean morning leg pain of the last seven known mornings, today included."""
    leg_week: float | None
    """The mean of this week's known mornings; of two weeks where few are the habit."""
    leg_lowest: float | None
    """The lowest such mean of the days from a week to five weeks ago."""
    has_numbers: bool
    """Leg pain was told in numbers on some morning of the last four weeks."""
    new_lows: tuple[date, ...]
    """Days of the last four weeks on which the usual site was lower than in the two weeks before."""
    is_reaching: bool
    """The last answer about the site is lower than any usual one of two weeks: nothing rises on it."""
    weeks: Weeks
    """What the advice looks at beside all this."""

    @property
    def is_closed(self) -> bool:
        """The patient has closed this episode."""
        return self.episode is not None and self.episode.is_closed(self.day)

    @property
    def operation(self) -> Operation | None:
        """The latest operation on the back that had been, of whatever episode."""
        return self.gate.operation

    @property
    def exclusions(self) -> tuple[Exclusion, ...]:
        """What makes the plan somebody else's; an operation is one until whoever operated allows exercise."""
        said = self.profile.exclusions if self.profile else ()
        waits = self.operation is not None and not self.operation.is_allowed(self.day)
        return (*said, "operated") if waits and "operated" not in said else said

    @property
    def allowed_from(self) -> date | None:
        """The day to come from which exercise is allowed, where that is all that the plan waits for."""
        cleared = self.operation.cleared if self.operation else None
        is_all = self.exclusions == ALONE
        return cleared if is_all and cleared is not None and cleared > self.day else None

    @cached_property
    def is_healing(self) -> bool:
        """Fewer than twelve weeks have passed since an operation."""
        return self.operation is not None and self.operation.is_healing(self.day)

    @property
    def flare_said(self) -> bool:
        """This morning or last evening the patient called it a flare."""
        return self.flare_word is not None

    @property
    def week(self) -> tuple[Activity, ...]:
        """Responses of the seven days before, the nearest first."""
        return self.responses[:WEEK]

    def worse_since(self, day: date | None) -> int:
        """Count this week's worse mornings after ``day``."""
        return sum(
            state.is_worse and (day is None or self.day - timedelta(days=n) > day)
            for n, state in enumerate(self.mornings[:WEEK])
        )

    def red_since(self, day: date | None) -> int:
        """Count this week's red days from ``day`` on."""
        return sum(
            response == Activity.RED and (day is None or self.day - timedelta(days=n) >= day)
            for n, response in enumerate(self.week, start=1)
        )

    @property
    def state(self) -> Morning:
        """How this morning is."""
        return self.judged.state

    @property
    def worst_of_week(self) -> Morning:
        """The worst morning of the last seven days, this one among them."""
        return max(self.mornings[:WEEK])

    @property
    def leg(self) -> int | None:
        """This morning's leg pain."""
        return self.check_in.leg if self.check_in else None

    @property
    def worse(self) -> Worse:
        """What is worse this morning."""
        back, usual = self.check_in.back if self.check_in else None, self.judged.usual
        return Worse(self.judged.signs, self.leg, usual.leg, back, usual.back)

    @property
    def lock(self) -> Lock | None:
        """What holds the plan back."""
        return self.gate.lock

    @property
    def is_watchful(self) -> bool:
        """A worse morning, a flare, or relief that is too sudden (R6): the whole list is asked."""
        return self.state.is_worse or self.flare_said or self.relief is not None

    @property
    def is_gate_answered(self) -> bool:
        """The safety questions were answered as fully as today asks for."""
        return self.gate.is_answered(worse=self.is_watchful)

    @property
    def yesterday(self) -> Activity:
        """How the leg took yesterday."""
        return self.responses[0]

    @property
    def walked_week(self) -> int:
        """Minutes walked in the last seven days."""
        return sum(filter(None, self.adherence.walked[:WEEK]))

    @cached_property
    def good_days(self) -> tuple[int, int] | None:
        """How many of the known days went well, and how many there are; None where too few are known."""
        for days, needs in ((WEEK, NEEDS_OF_WEEK), (FORTNIGHT, NEEDS_OF_FORTNIGHT)):
            known = [response for response in self.responses[:days] if response != Activity.UNKNOWN]
            if len(known) >= needs:
                return known.count(Activity.GREEN), len(known)
        return None

    def count(self, response: Activity, days: int = WEEK) -> int:
        """Count the days of the last ``days`` with this response."""
        return self.responses[:days].count(response)

    @cached_property
    def is_free(self) -> bool:
        """All that is asked is known and nothing speaks against it: only then may a load rise (I2, I6)."""
        return (
            self.check_in is not None
            and self.state.is_calm
            and self.check_in.morning != "worse"
            and self.is_gate_answered
            and not self.gate.soft
            and not self.flare_said
            and not self.mornings[1].is_worse
        )
