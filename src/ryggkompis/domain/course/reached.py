"""What was reached in one episode: for the page one keeps when it is over, and for the next first sign."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Final, TypeAlias

from ryggkompis.domain.base.averages import mean
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.earlier import lasted
from ryggkompis.domain.course.progress import (
    LEAST_FOR_CHANGE,
    LEAST_FOR_MEAN,
    WEEK,
    Period,
    Values,
    is_start_unread,
)
from ryggkompis.domain.journal.episodes import Episode
from ryggkompis.domain.journal.goals import goal_ratings
from ryggkompis.domain.journal.history import History

LAST_DAYS: Final = 28
"""Days at the end that tell how it is now: somebody who is well checks in once a week; a convention."""
MOST_NAMED: Final = 3
"""Positions, and own words, that are named: what fits on a page; a convention."""
Both: TypeAlias = tuple[float, float]
"""The mean at first, and that of the last four weeks."""


class Reached(Value, kw_only=True):
    """What was reached from the first day to the last; None and nothing where too little is known."""

    lasted: Period
    """From when the pain began."""
    leg: Both | None = None
    """Leg pain in the morning (NRS 0-10)."""
    walked: Both | None = None
    """Minutes on a day with a walk."""
    longest: int | None = None
    """Minutes of the longest walk."""
    goals: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """The patient's activities and their ratings, oldest first."""
    relief: tuple[str, ...] = ()
    """Positions and heat that were said to help more often than not, the best first."""
    eased_by: tuple[str, ...] = ()
    """What helped, in the patient's own words, the latest first."""


def reached(history: History, episode: Episode, day: date) -> Reached:
    """Look at the days of ``episode``, up to its end or to ``day``."""
    time = lasted(episode, day)
    last = time.last
    days = history.within(episode.start, last)
    unread = days.unread_until(last)
    walks = [walk for said in days.days.values() for walk in said.walks]
    ratings = goal_ratings(days.weeklies, days)
    return Reached(
        lasted=time,
        leg=_both({one: float(leg) for one, leg in days.leg().items()}, last, unread),
        walked=_both(
            {one: float(said.walked) for one, said in days.days.items() if said.walks}, last, unread
        ),
        longest=max((walk.minutes for walk in walks), default=None),
        goals=tuple((name, tuple(rated[one] for one in sorted(rated))) for name, rated in ratings.items()),
        relief=_relief(days),
        eased_by=_own_words(weekly.eased_by for weekly in reversed(days.weeklies)),
    )


def _both(values: Values, last: date, unread: Collection[date]) -> Both | None:
    """Give the mean of the first seven known days and that of the last four weeks, where they do not meet.

    None, too, where a day of either could not be read.
    """
    first = sorted(values)[:WEEK]
    until = last - timedelta(days=LAST_DAYS)
    if is_start_unread(values, unread) or any(day > until and day not in values for day in unread):
        return None
    late = [day for day in values if day > last - timedelta(days=LAST_DAYS)]
    if len(first) < LEAST_FOR_CHANGE or len(late) < LEAST_FOR_MEAN or first[-1] >= min(late):
        return None
    return mean([values[day] for day in first]), mean([values[day] for day in late])


def _relief(days: History) -> tuple[str, ...]:
    """Name what helped more often than not; an answer that is missing is no vote."""
    votes: Counter[str] = Counter()
    for said in days.days.values():
        for one in said.comforts:
            if one.helped is not None:
                votes[one.comfort.upper()] += 1 if one.helped else -1
    return tuple(id_ for id_, n in votes.most_common() if n > 0)[:MOST_NAMED]


def _own_words(said: Iterable[str | None]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for words in said:
        if words and words.strip():
            found.setdefault(words.strip().casefold(), words.strip())
    return tuple(found.values())[:MOST_NAMED]
