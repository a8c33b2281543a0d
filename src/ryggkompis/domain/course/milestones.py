"""What was reached: each for good, and never asked for. There is nothing to keep up and nothing to lose."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.comparing import flare_days
from ryggkompis.domain.journal.history import History

MilestoneKind: TypeAlias = Literal["longest_walk", "whole_night", "goal", "after_flare"]
REACHED: Final = 9
"""A goal is as good as before from here on, of 10; a convention."""
WORTH_A_WORD: Final = 10
"""Minutes that the longest walk must have grown by since the first week of walks; a convention."""
CALM_DAYS: Final = 30
"""Days since the last flare; a convention."""
LEAST_KNOWN: Final = 15
"""Mornings that must be known among them, for silence is no proof; a convention."""


class Milestone(Value):
    """Something that was reached on a day."""

    kind: MilestoneKind
    day: date
    amount: int = 0
    """Minutes of the longest walk."""
    name: str = ""
    """The goal."""


def milestones(history: History, today: date) -> list[Milestone]:
    """List what was reached up to ``today``, the latest first, as far as all before it can be read."""
    found = (one for find in _FINDERS for one in find(history, today))
    gap = min((day for day in history.unread_until(today) if history.is_unread(day)), default=date.max)
    return sorted((one for one in found if one.day <= min(today, gap)), key=lambda one: one.day, reverse=True)


def _longest_walk(history: History, today: date) -> Iterator[Milestone]:
    """Find the longest walk, where it is longer than those of the first week by something."""
    walks = [walk for day in history.days.values() if day.day <= today for walk in day.walks]
    if not walks:
        return
    soon = walks[0].day + timedelta(days=7)
    start = max(walk.minutes for walk in walks if walk.day < soon)
    best = max(walks, key=lambda walk: walk.minutes)
    if best.minutes >= start + WORTH_A_WORD:
        yield Milestone("longest_walk", best.day, best.minutes)


def _whole_night(history: History, today: date) -> Iterator[Milestone]:
    """Find the first night without waking of pain after one with."""
    woken = False
    for morning in history.mornings:
        if morning.day > today or morning.sleep_wakes is None:
            continue
        if woken and morning.sleep_wakes == 0:
            yield Milestone("whole_night", morning.day)
            return
        woken = woken or morning.sleep_wakes > 0


def _goals(history: History, today: date) -> Iterator[Milestone]:
    """Find the first day on which each goal was as good as before, having been worse."""
    worse: set[str] = set()
    reached: set[str] = set()
    for weekly in history.weeklies:
        # The goals of that day: a rating belongs to the goal that stood in its place then.
        profile = history.profile(weekly.day)
        if profile is None or weekly.day > today:
            continue
        for name, rating in zip(profile.goals, weekly.goals, strict=False):
            if rating is None:
                continue
            if rating < REACHED:
                worse.add(name)
            elif name in worse - reached:
                reached.add(name)
                yield Milestone("goal", weekly.day, name=name)


def _after_flare(history: History, today: date) -> Iterator[Milestone]:
    """Find the latest time that 30 days had gone by since a flare, with a word on half of them."""
    flares = [day for day in flare_days(history) if day <= today]
    for place, flare in reversed(list(enumerate(flares))):
        calm = flare + timedelta(days=CALM_DAYS)
        until = flares[place + 1] if place + 1 < len(flares) else today + timedelta(days=1)
        # Said to be none, not left unsaid: a silent day is no calm day.
        known = sum(flare < morning.day <= calm and morning.flare is False for morning in history.mornings)
        if calm < until and known >= LEAST_KNOWN:
            yield Milestone("after_flare", calm)
            return


_FINDERS: Final[tuple[Callable[[History, date], Iterator[Milestone]], ...]] = (
    _longest_walk,
    _whole_night,
    _goals,
    _after_flare,
)
