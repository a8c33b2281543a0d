"""When the week is looked back on: once a week, on a day that the patient chooses."""

from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.weekdays import WEEKDAYS, Weekday
from ryggkompis.domain.journal.entries import Weekly
from ryggkompis.domain.journal.history import History

_EARLY: Final = 3
"""Days before the chosen one on which a review counts for it."""
_WEEK: Final = timedelta(days=6)
"""From the first day of a week to its last."""


def is_review_due(history: History, day: date, weekday: Weekday) -> bool:
    """Tell whether the review of the latest ``weekday`` is still to be made on ``day``.

    It is offered until it is made or the next one comes, and not before there is a week to look back on.
    """
    if history.first is None or day - history.first < _WEEK:
        return False
    chosen = day - timedelta(days=(day.weekday() - WEEKDAYS.index(weekday)) % 7)
    since = chosen - timedelta(days=_EARLY)
    return not any(since <= weekly.day <= day for weekly in history.weeklies)


def last_review(history: History, day: date) -> Weekly | None:
    """Give the latest review up to ``day``."""
    return next((weekly for weekly in reversed(history.weeklies) if weekly.day <= day), None)


def wish(history: History, day: date) -> str:
    """Give the wish that stands for the week of ``day``; empty where there is none."""
    review = last_review(history, day)
    return " ".join(shown(review.wish).split()) if review and review.wish else ""
