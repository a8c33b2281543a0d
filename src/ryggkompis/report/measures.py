"""The measures of a period, each as far as it is known and could be read."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.course.progress import (
    WEEK,
    Period,
    Values,
    change,
    first_week,
    is_start_unread,
    is_week_unread,
    last_week,
)
from ryggkompis.domain.course.reach import then_and_now
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import CheckIn, Programme
from ryggkompis.domain.journal.history import History
from ryggkompis.report import summary


def course(values: Values, about: Period, unread: Collection[date]) -> summary.PainCourse:
    """Compare the first week with the last; a mean is unknown where days of it could not be read."""
    told = {day: value for day, value in values.items() if day in about}
    last = about.last
    first = None if is_start_unread(told, unread) else first_week(told)
    late = None if is_week_unread(told, last, unread) else last_week(told, last)
    return summary.PainCourse(values, first, late, change(told, last, unread))


def lowest(mornings: Sequence[CheckIn], last: date, unread: Collection[date]) -> summary.Lowest:
    """Find the lowest point of the pain at first and at last."""
    known = {c.day: 0.0 for c in mornings if c.site is not None and c.day <= last}
    then, now = then_and_now(mornings, last)
    return summary.Lowest(
        None if is_start_unread(known, unread) else then,
        None if is_week_unread(known, last, unread) else now,
    )


def coverage(known: History, period: Period) -> summary.Coverage:
    """Count what is known of a period."""
    days = [known[day] for day in period.days()]
    unread = known.unread(period.first, period.last)
    logged = sum(_is_logged(day) for day in days)
    return summary.Coverage(period.length, logged, sum(d.day in unread and not _is_logged(d) for d in days))


def _is_logged(day: Day) -> bool:
    return day.check_in is not None or day.evening is not None


def numbness(mornings: list[CheckIn]) -> summary.Numbness:
    """Gather what was answered about numbness."""
    answered = [c for c in mornings if c.numb is not None]
    more_on = tuple(c.day for c in answered if c.numb == "more")
    latest, latest_on = (answered[-1].numb, answered[-1].day) if answered else (None, None)
    return summary.Numbness(len(answered), latest, latest_on, more_on)


def evenings(days: Iterable[Day], field: Literal["leg_avg", "back_avg"]) -> Values:
    """Give one answer of the evenings by day."""
    told = {day.day: getattr(day.evening, field) for day in days if day.evening is not None}
    return {day: value for day, value in told.items() if value is not None}


def sleep(mornings: Iterable[CheckIn], about: Period, unread: Collection[date]) -> summary.Sleep:
    """Count the nights and those that pain broke, of all days, at first and at last."""
    nights = {c.day: c.sleep_wakes for c in mornings if c.sleep_wakes is not None}
    told = sorted(day for day in nights if day in about)
    first, last = told[:WEEK], [day for day in told if day > about.last - timedelta(days=WEEK)]
    is_apart = bool(first and last) and first[-1] < last[0]
    most = 3
    return summary.Sleep(
        len(nights),
        sum(n > 0 for n in nights.values()),
        sum(n >= most for n in nights.values()),
        _nights(nights, first) if is_apart and not is_start_unread(nights, unread) else None,
        _nights(nights, last) if is_apart and not is_week_unread(nights, about.last, unread) else None,
    )


def _nights(known: Mapping[date, int], days: Sequence[date]) -> summary.Nights:
    return summary.Nights(len(days), sum(known[day] > 0 for day in days))


def in_force(one: Programme) -> summary.InForce:
    """Give what a program is told of a programme."""
    return summary.InForce(one.name, one.day, one.sha, one.walk_ceiling, one.barred, one.note)


def followed(known: History, period: Period, catalogue: Catalogue) -> tuple[summary.Followed, ...]:
    """Gather the programmes that were in force on a day of the period, oldest first."""
    before = known.programme(period.first)
    later = (e for e in known.entries if isinstance(e, Programme) and period.first < e.day <= period.last)
    # The last word of a day stands, and where one was ended nothing is in force.
    told = {one.day: one for one in (*([before] if before else []), *later)}
    stand = (one for one in told.values() if not one.over)
    return tuple(summary.Followed(one, catalogue.with_own(one.own)) for one in stand)
