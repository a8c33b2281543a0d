"""What is known on the morning of one day: all that a rule may look at."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from typing import Final, TypeAlias

from ryggkompis.domain.base.thresholds import Thresholds
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Catalogue, Tag
from ryggkompis.domain.journal.entries import CheckIn, Profile, Programme
from ryggkompis.domain.plan.ladder import MOST_GROWTH, day_minutes, highest
from ryggkompis.domain.plan.mornings import Judgement, Morning
from ryggkompis.domain.plan.responses import Activity
from ryggkompis.domain.plan.safety import GateDay, Lock
from ryggkompis.domain.plan.standing import Standing

WEEK: Final = 7
SHARE_NEEDS: Final = 4
"""Known days of the last seven that a share of the plan is worked out from."""
BEST_WEEK_WITHIN: Final = 21
"""Days in which the best week of walking is looked for. The invariant I4 asks for 28: the plan starts to
follow a smaller amount a week earlier, so that it gets there in small steps."""


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
    limits: Thresholds
    gate: GateDay
    began: date
    """When the pain began; where that is not known, the first check-in of this run of days."""
    silent: int
    """Days since the last check-in, 0 on a day with one; counted from the first day when there is none."""
    judged: Judgement
    flare_said: bool
    """This morning or last evening the patient called it a flare."""
    relief: tuple[int, int] | None
    """Leg pain before and now, where it fell by 4 or more within 48 hours, rule R6."""
    week: tuple[Activity, ...]
    """Responses of the seven days before, the nearest first."""
    mornings: tuple[Morning, ...]
    """This morning and the six before it, the nearest first; UNKNOWN where there was no check-in."""
    walked: tuple[int | None, ...]
    """Minutes walked on each of the 21 days before, the nearest first; None on a day without a word."""
    minimum: tuple[bool, ...]
    """Whether each of the seven days before was a day of the minimum version, the nearest first."""
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
    """Mean morning leg pain of the last seven days, today included."""
    leg_mean_before: float | None
    """The same of the seven days before those."""

    @property
    def is_much_worse(self) -> bool:
        """A morning that counts as a flare by itself."""
        return self.state == Morning.MUCH_WORSE

    def worse_since(self, day: date | None) -> int:
        """Count this week's worse mornings after ``day``."""
        return sum(
            state.is_worse and (day is None or self.day - timedelta(days=n) > day)
            for n, state in enumerate(self.mornings)
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
        return self.week[0]

    @property
    def walked_week(self) -> int:
        """Minutes walked in the last seven days."""
        return sum(self.minutes)

    @property
    def minutes(self) -> tuple[int, ...]:
        """Minutes logged on each of the last seven days, the nearest first; nothing logged adds nothing."""
        return tuple(minutes or 0 for minutes in self.walked[:WEEK])

    def count(self, response: Activity, days: int = WEEK) -> int:
        """Count the days of the last ``days`` with this response."""
        return self.week[:days].count(response)

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


def best_week(walked: Sequence[int | None]) -> int:
    """Find the most minutes of any seven days in a row; days without a word are left out, not zero."""
    known = [minutes for minutes in walked if minutes is not None]
    up_to = list(accumulate(known, initial=0))
    return max(
        (after - before for before, after in zip(up_to, up_to[WEEK:], strict=False)), default=up_to[-1]
    )


def with_entry_week(facts: Facts, standing: Standing) -> tuple[int | None, ...]:
    """Count the entry level's minutes as done in the first seven days (I4)."""
    if standing.placed_on is None:
        return facts.walked
    age = (facts.day - standing.placed_on).days
    if age >= WEEK + len(facts.walked):
        return facts.walked
    # walked[n] is the day n + 1 days ago, which was day ``age - n - 1`` after the entry test.
    least = day_minutes(standing.placed_level)
    return tuple(
        max(minutes or 0, least) if 0 <= age - n - 1 < WEEK else minutes
        for n, minutes in enumerate(facts.walked)
    )


def allowed_level(facts: Facts, standing: Standing) -> int:
    """Find the highest level within 1.20 times the best week done lately, invariant I4."""
    level = highest(MOST_GROWTH * best_week(with_entry_week(facts, standing)))
    if standing.placed_on is not None and (facts.day - standing.placed_on).days < WEEK:
        return max(level, standing.placed_level)
    return level


def as_planned(facts: Facts, standing: Standing) -> tuple[int, ...]:
    """Give the minutes of the last seven days within each day's plan; what is more lifts nothing (I14)."""
    return tuple(map(min, facts.minutes, reversed(standing.planned)))


def share_of_plan(done: Sequence[int], facts: Facts, standing: Standing) -> int | None:
    """Give minutes done, the nearest day first, as per cent of the week's plan; None if too little is known.

    A day of the minimum version fits its plan, and a day without a word is not a day without a walk: both are
    left out.
    """
    days = zip(done, reversed(standing.planned), facts.minimum, facts.walked, strict=False)
    counted = [(minutes, planned) for minutes, planned, least, said in days if not least and said is not None]
    planned = sum(planned for _, planned in counted)
    if len(standing.planned) < WEEK or len(counted) < SHARE_NEEDS or not planned:
        return None
    return round(100 * sum(minutes for minutes, _ in counted) / planned)
