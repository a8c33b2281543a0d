"""When to talk to somebody (clinical 4.5): a table of its own that never blocks a plan.

The limits are conventions.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from typing import Final, TypeAlias

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.course.progress import is_clear_change
from ryggkompis.domain.plan import concerns
from ryggkompis.domain.plan.concerns import Concern
from ryggkompis.domain.plan.facts.adherence import WEEK
from ryggkompis.domain.plan.facts.facts import Facts
from ryggkompis.domain.plan.facts.mornings import Morning
from ryggkompis.domain.plan.flares import is_above_yardstick
from ryggkompis.domain.plan.ladder import FLOOR
from ryggkompis.domain.plan.standing import Standing

LONG_FLARE: Final = 7
MANY_FLARES: Final = 3
FLARE_MONTH: Final = 30
SECOND_WEEK: Final = 1
SEVERE_LEG: Final = 7
MOST_NIGHTS: Final = 4
CHANGE_BY_WEEK: Final = 6
CHANGE_NEEDS: Final = 28
"""Days of diary from which a change, or none, can be told."""
WAY_ON_BY_WEEK: Final = 6
SPECIALIST_BY_WEEK: Final = 12
STILL_MUCH_LEG: Final = 5
NEARLY_WELL: Final = 1.75
"""Leg pain (NRS) up to which Norwegian patients called themselves recovered (Haugen 2012, VAS / 10)."""
GOALS_WEEKS: Final = 6
GOALS_FRESH: Final = 14
"""Days for which an answer about the goals still speaks of now."""
GOALS_MOVE: Final = 2
"""Points by which the mean of two or more own goals must move to matter (Stratford 1995)."""
GOALS_REACHED: Final = 8
"""A mean of the own goals from which on nothing has to move any more."""
VERY_WORRIED: Final = 7
REVIEWS: Final = 2
"""Weekly reviews running, the last ones that are remembered."""
AT_BOTTOM: Final = 14
DROPS: Final = 2
LOWS: Final = 2
MORNINGS_NEEDED: Final = 3
"""Known mornings of a week from which it can be told how the plan fits."""
QUIET_AFTER_VISIT: Final = 14
"""Days after a visit for which nothing is advised again."""


class Look(Value, dict=True):
    """What the advice is drawn from: the morning's facts, and where the patient stands."""

    facts: Facts
    standing: Standing

    @cached_property
    def age(self) -> int:
        """Whole weeks since the pain began, else since the diary did."""
        return (self.facts.day - self.facts.began).days // WEEK

    @property
    def is_known(self) -> bool:
        """There is enough from this week to say anything about how the plan fits."""
        known = sum(morning != Morning.UNKNOWN for morning in self.facts.mornings[:WEEK])
        return known >= MORNINGS_NEEDED

    @property
    def flares(self) -> int:
        """Flares that began in the last 30 days."""
        since = self.facts.day - timedelta(days=FLARE_MONTH)
        return sum(day > since for day in self.standing.flares)

    @property
    def drops(self) -> int:
        """Times the level was lowered for good in the last two weeks."""
        since = self.facts.day - timedelta(days=AT_BOTTOM)
        return sum(day > since for day in self.standing.lowered)


def flares_last_or_return(look: Look) -> Concern | None:
    """R1: a flare of more than a week, or of a week by its yardstick, or three flares in 30 days."""
    since = look.standing.flare_since
    days = (look.facts.day - since).days if since else None
    is_long = days is not None and (
        days > LONG_FLARE or (days == LONG_FLARE and is_above_yardstick(look.standing, look.facts))
    )
    if not is_long and look.flares < MANY_FLARES:
        return None
    return concerns.FlaresLastOrReturn(days, look.flares)


def still_severe(look: Look) -> Concern | None:
    """R2: in the second week or later, a mean of 7 or more, or most nights broken three times."""
    mean, nights = look.facts.leg_mean, look.facts.weeks.broken_nights
    is_severe = nights >= MOST_NIGHTS or (mean is not None and mean >= SEVERE_LEG)
    if look.age < SECOND_WEEK or not is_severe:
        return None
    return concerns.StillSevere(mean, nights if nights >= MOST_NIGHTS else 0)


def little_change(look: Look) -> Concern | None:
    """R3: after six weeks the leg is not clearly better than in the diary's first week, nor nearly well."""
    mean, weeks = look.facts.leg_mean, look.facts.weeks
    if look.age < CHANGE_BY_WEEK or mean is None or mean <= NEARLY_WELL:
        return None
    if weeks.first_leg is None or weeks.diary_since is None:
        return None
    if look.facts.day - weeks.diary_since < timedelta(days=CHANGE_NEEDS):
        return None
    if mean < weeks.first_leg and is_clear_change(weeks.first_leg, mean):
        return None
    return concerns.LittleChange(look.age, weeks.first_leg, mean)


def long_and_severe(look: Look) -> Concern | None:
    """R4: off work, or a mean of 5 or more: the way on at six weeks, a specialist's look at twelve."""
    mean = look.facts.leg_mean
    off_work = look.facts.weeks.work == "off"
    if look.age < WAY_ON_BY_WEEK or not (off_work or (mean is not None and mean >= STILL_MUCH_LEG)):
        return None
    return concerns.LongAndSevere(look.age, mean, off_work, look.age >= SPECIALIST_BY_WEEK)


def goals_stand_still(look: Look) -> Concern | None:
    """R5: the mean of the patient's own goals has moved less than 2 points in six weeks, and is not high."""
    means = look.facts.weeks.goals
    if not means or (look.facts.day - means[-1][0]).days > GOALS_FRESH or means[-1][1] >= GOALS_REACHED:
        return None
    last_on, last = means[-1]
    old = (mean for day, mean in reversed(means) if (last_on - day).days >= WEEK * GOALS_WEEKS)
    first = next(old, None)
    if first is None or abs(last - first) >= GOALS_MOVE:
        return None
    return concerns.GoalsStandStill(first, last)


def sudden_relief(look: Look) -> Concern | None:
    """R6: leg pain falls by 4 or more within 48 hours: strength comes before praise."""
    relief = look.facts.relief
    return concerns.SuddenRelief(*relief) if relief else None


def afraid_to_move(look: Look) -> Concern | None:
    """R7: worry of 7 or more in two weekly reviews running."""
    much = [worry for worry in look.facts.weeks.worries if worry is not None and worry >= VERY_WORRIED]
    return concerns.AfraidToMove(much[-1]) if len(much) >= REVIEWS else None


def plan_does_not_fit(look: Look) -> Concern | None:
    """R8: at level 0 or below for two weeks, or lowered for good twice in two; not of one's own choice.

    It is said on mornings with a check-in, and not more than once a week.
    """
    standing, facts = look.standing, look.facts
    is_at_bottom = standing.level <= FLOOR and standing.days_at_level(facts.day) >= AT_BOTTOM
    if not is_at_bottom and look.drops < DROPS:
        return None
    if standing.smaller_since is not None or standing.is_stopped or facts.check_in is None:
        return None
    if not look.is_known:
        return None
    if standing.misfit_on is not None and (facts.day - standing.misfit_on).days < WEEK:
        return None
    return concerns.PlanDoesNotFit()


def reaches_further(look: Look) -> Concern | None:
    """R9: the pain has come to reach further down the leg, twice in four weeks."""
    lows = look.facts.new_lows
    return concerns.ReachesFurther(lows[-1]) if len(lows) >= LOWS else None


Advise: TypeAlias = Callable[[Look], Concern | None]
ADVICE: Final[tuple[tuple[str, Advise], ...]] = (
    ("R6", sudden_relief),
    ("R9", reaches_further),
    ("R2", still_severe),
    ("R1", flares_last_or_return),
    ("R4", long_and_severe),
    ("R3", little_change),
    ("R8", plan_does_not_fit),
    ("R5", goals_stand_still),
    ("R7", afraid_to_move),
)
"""What to talk over, most pressing first; what applies is said, but what says less of the same."""
NOT_BESIDE: Final = {"R3": frozenset({"R4", "R6"})}
"""Advice left out beside one that asks the same, or that tells of a change where it tells of none."""
NEVER_QUIET: Final = frozenset({"R6"})
"""Strength is asked about whenever relief is too sudden, also after a visit."""


class Given(Value):
    """One piece of advice."""

    rule: str
    concern: Concern
    since: date
    """Since when it stands."""


def advice_for(look: Look) -> tuple[Given, ...]:
    """Give every piece of advice that applies, with its rule's id; quiet for a while after a visit."""
    found = [(id_, concern) for id_, advise in ADVICE if (concern := advise(look)) is not None]
    if not found:
        return ()
    ids, day, visit = {id_ for id_, _ in found}, look.facts.day, look.facts.weeks.visit
    is_quiet = visit is not None and day - visit < timedelta(days=QUIET_AFTER_VISIT)
    return tuple(
        Given(id_, concern, look.standing.advised.get(id_, day))
        for id_, concern in found
        if not NOT_BESIDE.get(id_, frozenset()) & ids and not (is_quiet and id_ not in NEVER_QUIET)
    )


def advised(standing: Standing, advice: tuple[Given, ...], day: date) -> Standing:
    """Remember since when each piece of advice stands."""
    if not (advice or standing.advised):
        return standing
    since = {given.rule: given.since for given in advice}
    misfit_on = day if "R8" in since else standing.misfit_on
    if since == standing.advised and misfit_on == standing.misfit_on:
        return standing
    return replace(standing, advised=since, misfit_on=misfit_on)
