"""Follows what only the advice looks at, one day after another."""

from collections import deque
from datetime import date
from typing import Final

from ryggkompis.domain.base.averages import mean
from ryggkompis.domain.base.scales import Work
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import Event, Weekly
from ryggkompis.domain.plan.facts.weeks import Weeks

WEEK: Final = 7
BROKEN_NIGHT: Final = 3
"""Awakenings by pain that make a night broken: three or more."""
FIRST_MORNINGS: Final = 7


class WeekFinder:
    """Remembers what the weekly looks back said, and how the course began."""

    def __init__(self) -> None:
        """Begin before the first day."""
        self._legs: list[tuple[date, int]] = []
        self._first: tuple[date, int, float] | None = None
        self._broken = deque([False] * WEEK, WEEK)
        self._goals: list[tuple[date, float]] = []
        self._work: Work | None = None
        self._worries: tuple[int | None, ...] = ()
        self._visit: date | None = None

    def on(self, today: Day, began: date, diary_since: date | None) -> Weeks:
        """Take in one day."""
        check_in = today.check_in
        if check_in is not None and check_in.leg is not None:
            self._legs.append((today.day, check_in.leg))
        self._broken.appendleft(check_in is not None and check_in.sleep_wakes == BROKEN_NIGHT)
        for weekly in today.all(Weekly):
            self._review(weekly)
        if any(event.event == "visit" for event in today.all(Event)):
            self._visit = today.day
        return Weeks(
            diary_since,
            self._first_leg(began),
            sum(self._broken),
            self._goals,
            self._work,
            self._worries,
            self._visit,
        )

    def _review(self, weekly: Weekly) -> None:
        goals = [goal for goal in weekly.goals if goal is not None]
        if goals:
            self._goals.append((weekly.day, mean(goals)))
        self._work = weekly.work
        self._worries = (*self._worries[-1:], weekly.worry)

    def _first_leg(self, began: date) -> float | None:
        """Give the mean of the first seven known mornings since the pain began; once whole it stays."""
        if self._first is None or self._first[:2] != (began, FIRST_MORNINGS):
            legs = [leg for day, leg in self._legs if day >= began][:FIRST_MORNINGS]
            self._first = (began, len(legs), mean(legs)) if legs else None
        return self._first[2] if self._first else None
