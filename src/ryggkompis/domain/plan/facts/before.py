"""What an earlier episode leaves behind for the first days of the next."""

from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.averages import mean
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.history import History

LAST_DAYS: Final = 28
"""Days up to the last word of the earlier episode that are looked at; a convention."""


class Before(Value):
    """How it stood when an earlier episode was last spoken of."""

    until: date
    """The day from which the plan is folded anew; what was answered before it is of the earlier episode."""
    exercises: frozenset[str]
    """What was done in the last weeks and never sent the pain down the leg: it comes in faster."""
    walked: float | None
    """Minutes a day on the days of the last weeks with a walk; None where there is none."""


def before(history: History, start: date) -> Before | None:
    """Look at the last four weeks that were spoken of before ``start``; None where nothing was."""
    last = max((day for day in history.days if day < start), default=None)
    if last is None:
        return None
    first = last - timedelta(days=LAST_DAYS - 1)
    days = [said for day, said in history.days.items() if first <= day <= last]
    done = [one for day in days for one in day.exercises]
    whole = frozenset(one.exercise for day in days for one in day.exercises_done)
    bad = {one.exercise for one in done if one.response == "down"}
    walked = [day.walked for day in days if day.walks]
    return Before(start, whole - bad, mean(walked) if walked else None)
