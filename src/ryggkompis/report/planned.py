"""What the program planned beside what was done, the exercises it plans now, and the advice it gave."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags, Words
from ryggkompis.domain.course.progress import WEEK, Period
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.domain.plan import concerns
from ryggkompis.domain.plan.concerns import Concern
from ryggkompis.domain.plan.ladder import day_minutes
from ryggkompis.domain.plan.plan import Step, plan_of, steps

LONGEST: Final = 26 * WEEK
"""Days of a course above which it is told month by month."""
_TELLS: Final[Mapping[type[Concern], frozenset[str]]] = {
    concerns.LittleChange: frozenset({"profile"}),
    concerns.LongAndSevere: frozenset({"profile", "work"}),
    concerns.StillSevere: frozenset({"sleep"}),
    concerns.GoalsStandStill: frozenset({"goals"}),
    concerns.AfraidToMove: frozenset({"worry"}),
}
"""Advice that tells of a part of the diary, and is left out with it."""


class Stretch(Value):
    """The walking of one week, Monday first, or of one month, as far as it lies in the period."""

    first: date
    last: date
    lowest: int | None
    """Walking level; None where there was no plan."""
    highest: int | None
    planned: int | None
    """Minutes; None where there was no plan."""
    walked: int | None
    """Minutes of the days of which it is known; None where it is of none."""
    known: int
    """Days of which it is known how much was walked, also that it was nothing."""
    share: float | None
    """How much of what was planned on these days was walked; None where nothing was planned."""
    unread: int
    """Days that could not be read, and of which no walk is known."""

    @property
    def days(self) -> int:
        """Count its days, at least 1."""
        return (self.last - self.first).days + 1


class NowPlanned(Value):
    """An exercise of the last day's plan."""

    id: str
    name: Words | None
    level: int


class Advised(Value):
    """Advice that was given: the first day on which it stood, the last, and how many there were."""

    rule: str
    concern: Concern
    """As it stood last."""
    first: date
    last: date
    days: int


class Planned(Value):
    """What was planned in the period."""

    stretches: tuple[Stretch, ...]
    """Oldest first."""
    is_by_month: bool
    level: int | None
    """The walking level of the last day; None where there is no plan."""
    exercises: tuple[NowPlanned, ...]
    advice: tuple[Advised, ...]


NOTHING: Final = Planned((), is_by_month=False, level=None, exercises=(), advice=())
"""Where nobody has looked at the plans."""


def planned_of(  # noqa: PLR0913, PLR0917 - what the fold needs, and what is told of it
    history: History,
    catalogue: Catalogue,
    flags: RedFlags,
    period: Period,
    shown: Sequence[Shown],
    without: frozenset[str],
) -> Planned:
    """Replay the plans of ``period``; what was shown stands instead of what is worked out now."""
    course = [one for one in steps(period.last, history, catalogue, flags) if one.facts.day in period]
    levels = {one.facts.day: one.standing.rung for one in course if not one.standing.is_stopped}
    for one in shown:
        if one.day in period:
            levels.pop(one.day, None)
            levels |= {} if one.is_held else {one.day: one.level}
    last = plan_of(course[-1]) if course else None
    exercises = (
        NowPlanned(dose.id, found.name if (found := catalogue.exercise(dose.id)) else None, dose.level)
        for dose in (last.exercises if last else ())
    )
    return Planned(
        tuple(_stretch(days, levels, history) for days in _cut(period)),
        period.length > LONGEST,
        levels.get(period.last),
        # A therapist's own exercises go with the programme.
        tuple(one for one in exercises if one.name is not None or "programme" not in without),
        tuple(_advised(course, without)),
    )


def _cut(period: Period) -> Iterator[Period]:
    """Cut a period into weeks, or a long one into months."""
    for _key, days in groupby(period.days(), key=_month if period.length > LONGEST else monday):
        found = list(days)
        yield Period(found[0], found[-1])


def _month(day: date) -> date:
    return day.replace(day=1)


def monday(day: date) -> date:
    """Give the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _stretch(days: Period, levels: Mapping[date, int], history: History) -> Stretch:
    inside = [levels[day] for day in days.days() if day in levels]
    walked = {day: n for day in days.days() if (n := history[day].known_minutes) is not None}
    both = [day for day in walked if day in levels]
    wanted = sum(day_minutes(levels[day]) for day in both)
    unread = history.unread(days.first, days.last) - walked.keys()
    return Stretch(
        days.first,
        days.last,
        lowest=min(inside, default=None),
        highest=max(inside, default=None),
        planned=sum(map(day_minutes, inside)) if inside else None,
        walked=sum(walked.values()) if walked else None,
        known=len(walked),
        share=sum(walked[day] for day in both) / wanted if wanted else None,
        unread=len(unread),
    )


def _advised(course: Iterable[Step], without: frozenset[str]) -> Iterator[Advised]:
    """Gather the advice of the days, that which stood last at the end."""
    found: dict[str, Advised] = {}
    for step in course:
        for given in step.advice:
            if without.isdisjoint(_TELLS.get(type(given.concern), frozenset())):
                day = step.facts.day
                before = found.get(given.rule) or Advised(given.rule, given.concern, day, day, 0)
                found[given.rule] = replace(before, concern=given.concern, last=day, days=before.days + 1)
    yield from sorted(found.values(), key=lambda one: one.last)
