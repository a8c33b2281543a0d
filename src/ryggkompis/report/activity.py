"""What was done in a period and how the pain took it: walks, exercises, and the days before a flare."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from ryggkompis.domain.base.scales import Sitting
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Catalogue, Words
from ryggkompis.domain.course.comparing import DAYS_BEFORE
from ryggkompis.domain.course.progress import WEEK, Period
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import Entry, Event, ExerciseDone, Walk
from ryggkompis.domain.journal.history import History
from ryggkompis.report.planned import monday


class WalkedWeek(Value):
    """The walks of one week, Monday first."""

    monday: date
    walks: int
    """0 means that none was logged, which is not the same as none taken."""
    minutes: int
    unread: int = 0
    """Days of it that could not be read, and of which no walk is known."""


class Walking(Value):
    """Walks of the period."""

    weeks: tuple[WalkedWeek, ...]
    by_day: Mapping[date, int]
    """Minutes of the days on which a walk was logged."""
    longest: int | None
    """Minutes."""
    further_down: int
    """Walks after which the pain went further down and stayed."""


class Practice(Value):
    """One exercise: how often, and where the pain went."""

    id: str
    name: Words | None
    times: int
    up: int
    same: int
    down: int


class Exercising(Value):
    """Exercises of the period."""

    days: int
    """Days with at least one."""
    practices: tuple[Practice, ...]


class DayBefore(Value):
    """What was logged on one of the two days before a flare."""

    day: date
    walked: int | None
    """Minutes; None when no walk was logged."""
    exercises: tuple[Words | str, ...]
    sitting: Sitting | None
    woken: int | None
    """How often pain broke the night that ended that morning; 3 is three times or more."""
    events: tuple[str, ...]


class Flare(Value):
    """Days in a row that the patient called a flare."""

    first: date
    last: date
    before: tuple[DayBefore, ...]

    @property
    def days(self) -> int:
        """Count its days, at least 1."""
        return (self.last - self.first).days + 1


def walking_summary(said: Sequence[Entry], period: Period, unread: Iterable[date] = ()) -> Walking:
    """Gather the walks of ``period`` week by week, with how many days could not be read."""
    walks = [entry for entry in said if isinstance(entry, Walk)]
    by_week: dict[date, list[Walk]] = {}
    week = monday(period.first)
    while week <= period.last:
        # A week without a walk stands there as none: left out, it would look as if it had not been.
        by_week[week] = []
        week += timedelta(days=WEEK)
    for walk in walks:
        by_week[monday(walk.day)].append(walk)
    walked = {walk.day for walk in walks}
    gaps = Counter(monday(day) for day in unread if day not in walked)
    weeks = tuple(
        WalkedWeek(start, len(taken), sum(w.minutes for w in taken), gaps[start])
        for start, taken in by_week.items()
    )
    longest = max((walk.minutes for walk in walks), default=None)
    by_day: dict[date, int] = {}
    for walk in walks:
        by_day[walk.day] = by_day.get(walk.day, 0) + walk.minutes
    return Walking(weeks, by_day, longest, sum(walk.further_down is True for walk in walks))


def exercising_summary(said: Sequence[Entry], catalogue: Catalogue) -> Exercising:
    """Gather the exercises, each with where the pain went."""
    done: dict[str, list[ExerciseDone]] = {}
    for entry in said:
        if isinstance(entry, ExerciseDone) and (not entry.is_only_begun or entry.response == "down"):
            done.setdefault(entry.exercise, []).append(entry)
    practices = tuple(
        Practice(id_, _name(id_, catalogue), len(times), *_responses(times))
        for id_, times in sorted(done.items())
    )
    return Exercising(len({e.day for times in done.values() for e in times}), practices)


def _responses(times: list[ExerciseDone]) -> tuple[int, int, int]:
    told = [e.response for e in times]
    return told.count("up"), told.count("same"), told.count("down")


def _name(id_: str, catalogue: Catalogue) -> Words | None:
    found = catalogue.exercise(id_)
    return found.name if found else None


def flare_summaries(
    days: Sequence[Day], known: History, catalogue: Catalogue, began: date
) -> Iterator[Flare]:
    """Find the flares that the patient named, each with what was logged on the days before it.

    What was said before the latest episode ``began`` does not stand before a flare of it.
    """
    bad = {day.day for day in days if day.is_flare}
    for start in sorted(day for day in bad if day - timedelta(days=1) not in bad):
        last = start
        while last + timedelta(days=1) in bad:
            last += timedelta(days=1)
        before = (day for day in reversed(known.back_from(start, DAYS_BEFORE)) if day.entries)
        mine = (day for day in before if day.day >= began or start < began)
        yield Flare(start, last, tuple(_day_before(day, catalogue) for day in mine))


def _day_before(day: Day, catalogue: Catalogue) -> DayBefore:
    names = (_name(done.exercise, catalogue) or done.exercise for done in day.exercises)
    return DayBefore(
        day=day.day,
        walked=day.known_minutes,
        exercises=tuple(dict.fromkeys(names)),
        sitting=day.evening.sit_longest if day.evening else None,
        woken=day.check_in.sleep_wakes if day.check_in else None,
        events=tuple(event.text for event in day.all(Event)),
    )
