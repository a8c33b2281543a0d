"""How a medicine was used in a period: days of those that are known, most in a day, and week by week.

Only what is noted is counted, and nothing is concluded: a day without a word may have had any number.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.medicines import WEEK, Counted, counted


class UseWeek(Value):
    """Seven days, or what of them lies in the period."""

    first: date
    last: date
    times: int
    days: int
    """Days on which it is noted."""
    logged: int
    """Days of which anything is known."""


class Use(Value):
    """One medicine in a period."""

    name: str
    times: int
    days: int
    logged: int
    most: int
    """Most in one day."""
    unread: int
    """Days of the period of which not all could be read."""
    weeks: tuple[UseWeek, ...]
    """Oldest first, counted back from the last day, so that the latest week is whole."""


def uses(history: History, first: date, last: date) -> tuple[Use, ...]:
    """Tell how each medicine was used from ``first`` to ``last``, both included; what was not is left out."""
    found = (_use(one, history, first, last) for one in counted(history.entries))
    return tuple(use for use in found if use.times)


def _use(one: Counted, history: History, first: date, last: date) -> Use:
    taken = Counter(dose.day for dose in one.doses if first <= dose.day <= last)
    weeks = tuple(_week(taken, history, *days) for days in _weeks(first, last))
    return Use(
        one.name,
        sum(taken.values()),
        len(taken),
        sum(week.logged for week in weeks),
        max(taken.values(), default=0),
        len(history.unread(first, last)),
        weeks,
    )


def _week(taken: Counter[date], history: History, first: date, last: date) -> UseWeek:
    noted = [count for day, count in taken.items() if first <= day <= last]
    logged = sum(first <= day <= last for day in history.days)
    return UseWeek(first, last, sum(noted), len(noted), logged)


def _weeks(first: date, last: date) -> Iterator[tuple[date, date]]:
    count = (last - first).days // WEEK + 1
    for n in reversed(range(count)):
        end = last - timedelta(days=WEEK * n)
        yield max(first, end - timedelta(days=WEEK - 1)), end
