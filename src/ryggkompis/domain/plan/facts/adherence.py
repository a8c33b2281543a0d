"""How what was walked compares with what was planned; zero is what was said, else a day is unknown."""

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from ryggkompis.domain.base.value import Value

WEEK: Final = 7
FORTNIGHT: Final = 14
NEEDS_OF_WEEK: Final = 3
"""Known days of the last seven that a share needs."""
NEEDS_OF_FORTNIGHT: Final = 4
"""Known days of the last fourteen that it needs where fewer a week are the habit."""
UNEVEN: Final = 2
"""Times the shortest known day of the week that the longest may be."""
FADES_BELOW: Final = 50
"""Per cent of the plan below which it begins to follow what is done, where mornings are not calm."""
FADES_OF: Final = 14
"""Known days that this is worked out from."""


class Done(NamedTuple):
    """One known day of walking."""

    minutes: int
    planned: int


class Adherence(Value, dict=True):
    """What was walked and planned lately, the nearest day first."""

    walked: tuple[int | None, ...]
    """Minutes walked on each of the 28 days before; 0 where none was said, None on a day without a word."""
    planned: tuple[int, ...]
    """Minutes planned on each of those days; 0 on a day without a plan, and none before the first."""
    minimum: tuple[bool, ...]
    """Whether each of the fourteen days before was a day of the minimum version: it fits its plan."""

    @cached_property
    def _planned(self) -> list[tuple[int, Done]]:
        """The known days with a plan, each with how many days ago it was."""
        return [
            (n, Done(minutes, planned))
            for n, (minutes, planned) in enumerate(zip(self.walked, self.planned, strict=False))
            if minutes is not None and planned
        ]

    @cached_property
    def _known(self) -> list[tuple[int, Done]]:
        """Those with a plan of their own: a day of the minimum version is none."""
        return [(n, done) for n, done in self._planned if not self._is_minimum(n)]

    def _is_minimum(self, n: int) -> bool:
        return n < FORTNIGHT and self.minimum[n]

    @cached_property
    def days(self) -> tuple[Done, ...]:
        """The known days of the week; of two weeks where that is the habit; none where too few are known."""
        return _lately(self._known)

    @cached_property
    def done(self) -> int | None:
        """How much of the plan was done, in whole per cent, rounded down: more than planned lifts nothing."""
        return _within(self.days)

    @property
    def week_done(self) -> int | None:
        """The same of the last seven days alone."""
        return _within([done for n, done in self._known if n < WEEK])

    @cached_property
    def walked_share(self) -> int | None:
        """What was walked as per cent of the plan, rounded up; a day called minimum hides no long walk."""
        days = _lately(
            [(n, done) for n, done in self._planned if done.minutes > done.planned or not self._is_minimum(n)]
        )
        planned = sum(day.planned for day in days)
        return -(-100 * sum(day.minutes for day in days) // planned) if planned else None

    @property
    def is_uneven(self) -> bool:
        """The longest day of walking this week is more than twice the shortest with a walk."""
        known = [minutes for minutes in self.walked[:WEEK] if minutes]
        return bool(known) and max(known) > UNEVEN * min(known)

    @property
    def is_half_undone(self) -> bool:
        """Less than half of the plan was done in the last fourteen known days."""
        days = [done for _, done in self._known][:FADES_OF]
        planned, done = sum(day.planned for day in days), sum(day.minutes for day in days)
        return len(days) == FADES_OF and 100 * done < FADES_BELOW * planned

    def is_done(self, days: int, least: int) -> bool:
        """Tell whether ``least`` per cent of the last ``days`` were done, where that is known."""
        share = _within([done for n, done in self._known if n < days])
        return share is None or share >= least


def _lately(known: Sequence[tuple[int, Done]]) -> tuple[Done, ...]:
    """Take the week's days, or those of two weeks where too few of the week are known."""
    days = [(n, done) for n, done in known if n < FORTNIGHT]
    week = tuple(done for n, done in days if n < WEEK)
    if len(week) >= NEEDS_OF_WEEK:
        return week
    return tuple(done for _, done in days) if len(days) >= NEEDS_OF_FORTNIGHT else ()


def _within(days: Sequence[Done]) -> int | None:
    """Give the minutes done as per cent of those planned, each day counted up to its plan."""
    return 100 * sum(map(min, days)) // sum(day.planned for day in days) if days else None


def best_week(walked: Sequence[int | None]) -> int:
    """Find the most minutes of any seven known days in a row; the others are left out, not zero."""
    known = [minutes for minutes in walked if minutes is not None]
    up_to = list(accumulate(known, initial=0))
    return max(
        (after - before for before, after in zip(up_to, up_to[WEEK:], strict=False)), default=up_to[-1]
    )
