"""Folds a journal that grows again and again, each time only from the first day that is told anew.

Somebody looks at the plan twice a day, and every look folds all days from the first. What the days before
came to is kept here, so that thousands of lives can be looked at so.
"""

from collections import defaultdict, deque
from copy import copy
from datetime import date, timedelta
from typing import Any

from ryggkompis.domain.journal.episodes import begins
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.plan import Fold, Step
from tests.domain.patient import catalogue, red_flags

CONTAINERS = (list, dict, deque)


def twin(one: Any) -> Any:
    """Give another that goes on by itself: what is kept in it is copied, the values are the same."""
    other = copy(one)
    for name, kept in vars(one).items():
        if isinstance(kept, CONTAINERS):
            other.__dict__[name] = kept.copy()
            if isinstance(kept, defaultdict):
                other.__dict__[name].update((key, value.copy()) for key, value in kept.items())
        elif hasattr(kept, "__dict__") and type(kept).__module__.startswith("ryggkompis.domain.plan."):
            other.__dict__[name] = twin(kept)
    return other


class Refold:
    """One life, looked at again and again."""

    def __init__(self) -> None:
        self._known = History()
        self._start = date.min
        # The fold as it was before each day from the first, and on the morning to come.
        self._before: list[Fold] = []

    def today(self, day: date, known: History) -> Step:
        """Fold up to ``day``, as `steps` does from the very first day, and keep what it came to."""
        fold, same = self._from(day, known)
        self._before, self._known, self._start = self._before[:same], known, begins(known, day)
        for _ in range((day - self._start).days + 1 - same):
            self._before.append(twin(fold))
            step = fold.next()
        self._before.append(fold)
        return step

    def instead(self, day: date, other: History) -> Step:
        """Fold what might have been told instead."""
        fold, same = self._from(day, other)
        for _ in range((day - begins(other, day)).days + 1 - same):
            step = fold.next()
        return step

    def _from(self, day: date, known: History) -> tuple[Fold, int]:
        """Give a fold that has taken in the days that are as they were, and how many those are."""
        start = begins(known, day)
        same = min(self._same(start, known), (day - start).days)
        if not 0 < same < len(self._before):
            return Fold(known, catalogue(), red_flags(), start), 0
        fold: Fold = twin(self._before[same])
        fold._finder._history = fold._finder._keeper._history = known
        return fold, same

    def _same(self, start: date, known: History) -> int:
        """Count the days from the first that are as they were at the last look; 0 where more has changed."""
        was = self._known
        if (start, known.first, known.hidden) != (self._start, was.first, was.hidden):
            return 0
        told = {day for day in known.days.keys() | was.days.keys() if known[day] != was[day]}
        first = min(told, default=start + timedelta(days=len(self._before)))
        return max((first - start).days, 0)
