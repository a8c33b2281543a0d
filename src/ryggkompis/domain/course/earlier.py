"""Earlier rounds of the illness, each in a few facts: when, how long, and how the leg began and ended."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import Period, Values, Window, first_week, last_week
from ryggkompis.domain.journal.episodes import Episode
from ryggkompis.domain.journal.history import History


class Earlier(Value):
    """An episode that is over."""

    period: Period
    """From its first day to its last."""
    weeks: int
    """How long it lasted."""
    first_week: Window | None
    """The mean of the leg on the first 7 logged days; None is unknown."""
    last_week: Window | None
    """And on the last 7 calendar days of it."""


class Overlap(Value):
    """Two episodes of which one was closed after the other had begun, as happens when they are told later."""

    earlier: date
    """When the first of them began."""
    closed: date
    later: date
    """When the second began; from then on the days count to it."""


def earlier(diary: History, known: Sequence[Episode]) -> tuple[Earlier, ...]:
    """Tell of every episode of ``known`` but the last, oldest first."""
    leg = diary.leg()
    # The last day of one that is over is known, whatever today is.
    return tuple(_earlier(one, one.last or one.start, leg) for one in known[:-1])


def days_of(episode: Episode, day: date) -> Period:
    """Give the days of an episode up to ``day``; what was said after its end is of none."""
    last = min(day, episode.last or day)
    return Period(min(episode.start, last), last)


def lasted(episode: Episode, day: date) -> Period:
    """Give the time from when the pain began to the end of an episode, or to ``day``."""
    last = days_of(episode, day).last
    return Period(min(episode.onset or episode.start, last), last)


def told_in(episode: Episode, period: Period) -> Period:
    """Give the days of ``period`` that belong to ``episode``; all of them where none does."""
    days = days_of(episode, period.last)
    first, last = max(period.first, days.first), min(period.last, days.last)
    return Period(first, last) if first <= last else period


def overlaps(known: Sequence[Episode]) -> tuple[Overlap, ...]:
    """Find the episodes that were closed after the next one had begun."""
    return tuple(
        Overlap(one.start, one.end, following.start)
        for one, following in pairwise(known)
        if one.is_overlapped and one.end is not None
    )


def _earlier(one: Episode, last: date, leg: Values) -> Earlier:
    period = days_of(one, last)
    values = {day: value for day, value in leg.items() if day in period}
    return Earlier(period, lasted(one, last).weeks, first_week(values), last_week(values, period.last))
