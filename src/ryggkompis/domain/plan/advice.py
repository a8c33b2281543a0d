"""When to talk to somebody (clinical 4.5): a table of its own that never blocks a plan.

The limits are conventions.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from typing import Final, TypeAlias

from ryggkompis.domain.base.averages import mean
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import CLEAR_POINTS, CLEAR_SHARE, first_week
from ryggkompis.domain.journal.entries import Weekly
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan import concerns
from ryggkompis.domain.plan.concerns import Concern
from ryggkompis.domain.plan.facts import WEEK, Facts
from ryggkompis.domain.plan.mornings import Morning
from ryggkompis.domain.plan.standing import Standing

LONG_FLARE: Final = 7
MANY_FLARES: Final = 3
MONTH: Final = 30
SECOND_WEEK: Final = 1
SEVERE_LEG: Final = 7
BROKEN_NIGHT: Final = 3
MOST_NIGHTS: Final = 4
CHANGE_BY_WEEK: Final = 6
SPECIALIST_BY_WEEK: Final = 12
STILL_MUCH_LEG: Final = 5
NEARLY_WELL: Final = 1.75
"""Leg pain (NRS) up to which Norwegian patients called themselves recovered (Haugen 2012, VAS / 10)."""
GOALS_WEEKS: Final = 6
GOALS_FRESH: Final = 14
"""Days for which an answer about the goals still speaks of now."""
GOALS_MOVE: Final = 2
"""Points by which the mean of two or more own goals must move to matter (Stratford 1995)."""
VERY_WORRIED: Final = 7
AT_BOTTOM: Final = 14
DROPS: Final = 2
MEAN_NEEDS: Final = 4


class Look(Value, dict=True):
    """What the advice is drawn from: the morning's facts, where the patient stands, and the weeks behind."""

    facts: Facts
    standing: Standing
    history: History

    @cached_property
    def weeks(self) -> int:
        """Whole weeks since the pain began, else since the diary did."""
        return max((self.facts.day - self.facts.began).days // WEEK, 0)

    @property
    def is_known(self) -> bool:
        """There is enough from this week to say anything about how the plan fits."""
        known = sum(morning != Morning.UNKNOWN for morning in self.facts.mornings)
        return known >= MEAN_NEEDS

    @cached_property
    def weeklies(self) -> tuple[Weekly, ...]:
        """The weekly reviews so far, oldest first."""
        return tuple(weekly for weekly in self.history.weeklies if weekly.day <= self.facts.day)

    @property
    def flares(self) -> int:
        """Flares that began in the last 30 days."""
        since = self.facts.day - timedelta(days=MONTH)
        return sum(day > since for day in self.standing.flares)

    @property
    def drops(self) -> int:
        """Times the level was lowered for good in the last two weeks."""
        since = self.facts.day - timedelta(days=AT_BOTTOM)
        return sum(day > since for day in self.standing.lowered)


def flares_last_or_return(look: Look) -> Concern | None:
    """R1: a flare of more than a week, or three flares in 30 days."""
    since = look.standing.flare_since
    days = (look.facts.day - since).days if since else None
    if (days is None or days <= LONG_FLARE) and look.flares < MANY_FLARES:
        return None
    return concerns.FlaresLastOrReturn(days, look.flares)


def still_severe(look: Look) -> Concern | None:
    """R2: in the second week or later, a weekly mean of 7 or more, or most nights broken three times."""
    week = [look.history[look.facts.day - timedelta(days=n)].check_in for n in range(WEEK)]
    nights = sum(c is not None and c.sleep_wakes == BROKEN_NIGHT for c in week)
    mean = look.facts.leg_mean
    if look.weeks < SECOND_WEEK or not (nights >= MOST_NIGHTS or (mean is not None and mean >= SEVERE_LEG)):
        return None
    return concerns.StillSevere(mean, nights)


def little_change(look: Look) -> Concern | None:
    """R3: after six weeks the leg is not clearly better than in the first week, and not nearly well."""
    mean = look.facts.leg_mean
    if look.weeks < CHANGE_BY_WEEK or mean is None or mean <= NEARLY_WELL:
        return None
    start = first_week(look.history.first_legs(look.facts.began, look.facts.day, WEEK))
    if start is None:
        return None
    fall = start.mean - mean
    if fall >= CLEAR_POINTS and fall >= CLEAR_SHARE * start.mean:
        return None
    return concerns.LittleChange(look.weeks, start.mean, mean)


def long_and_severe(look: Look) -> Concern | None:
    """R4: after twelve weeks a weekly mean of 5 or more, or still away from work."""
    mean = look.facts.leg_mean
    off_work = bool(look.weeklies and look.weeklies[-1].work == "off")
    if look.weeks < SPECIALIST_BY_WEEK or not (off_work or (mean is not None and mean >= STILL_MUCH_LEG)):
        return None
    return concerns.LongAndSevere(look.weeks, mean, off_work)


def goals_stand_still(look: Look) -> Concern | None:
    """R5: the mean of the patient's own goals has moved less than 2 points in six weeks."""
    rated = [(w.day, [g for g in w.goals if g is not None]) for w in look.weeklies]
    means = [(day, mean(goals)) for day, goals in rated if goals]
    if not means or (look.facts.day - means[-1][0]).days > GOALS_FRESH:
        return None
    old = [mean for day, mean in means if (means[-1][0] - day).days >= WEEK * GOALS_WEEKS]
    if not old or abs(means[-1][1] - old[-1]) >= GOALS_MOVE:
        return None
    return concerns.GoalsStandStill(old[-1], means[-1][1])


def sudden_relief(look: Look) -> Concern | None:
    """R6: leg pain falls by 4 or more within 48 hours: strength comes before praise."""
    relief = look.facts.relief
    return concerns.SuddenRelief(*relief) if relief else None


def afraid_to_move(look: Look) -> Concern | None:
    """R7: worry of 7 or more in two weekly reviews running."""
    last = [w.worry for w in look.weeklies[-2:]]
    if len(last) < 2 or any(worry is None or worry < VERY_WORRIED for worry in last):  # noqa: PLR2004 - two running
        return None
    return concerns.AfraidToMove(last[-1] or 0)


def plan_does_not_fit(look: Look) -> Concern | None:
    """R8: at level 0 for two weeks, or lowered for good twice in two weeks."""
    at_bottom = look.standing.days_at_level(look.facts.day) if look.standing.level == 0 else 0
    if not look.is_known or (at_bottom < AT_BOTTOM and look.drops < DROPS):
        return None
    return concerns.PlanDoesNotFit()


Advise: TypeAlias = Callable[[Look], Concern | None]
ADVICE: Final[tuple[tuple[str, Advise], ...]] = (
    ("R6", sudden_relief),
    ("R2", still_severe),
    ("R1", flares_last_or_return),
    ("R4", long_and_severe),
    ("R3", little_change),
    ("R8", plan_does_not_fit),
    ("R5", goals_stand_still),
    ("R7", afraid_to_move),
)
"""What to talk over, most pressing first; every row that applies is said."""


def advice_for(look: Look) -> tuple[tuple[str, Concern], ...]:
    """Give every piece of advice that applies, with its rule's id."""
    found = ((id_, advise(look)) for id_, advise in ADVICE)
    return tuple((id_, concern) for id_, concern in found if concern is not None)
