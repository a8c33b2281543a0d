"""How what was walked compares with what was planned; zero is what was said, else a day is unknown."""

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from operator import sub
from typing import Final, TypeAlias

from ryggkompis.domain.base.value import Value, replace

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


Done: TypeAlias = tuple[int, int]
"""The minutes of one known day of walking: walked, and planned."""


class Adherence(Value, dict=True):
    """What was walked and planned lately, the nearest day first."""

    walked: tuple[int | None, ...]
    """Minutes walked on each of the 28 days before; 0 where none was said, None on a day without a word."""
    planned: tuple[int, ...]
    """Minutes planned on each of those days; 0 on a day without a plan, and none before the first."""
    minimum: tuple[bool, ...]
    """Whether each of the fourteen days before was a day of the minimum version: it fits its plan."""

    def _known(self, first: int, last: int) -> list[Done]:
        """List the known days with a plan of their own from ``first`` days ago on; minimum days are none."""
        days = zip(self.walked[first:last], self.planned[first:last], self.minimum[first:last], strict=False)
        return [
            (walked, planned) for walked, planned, less in days if planned and walked is not None and not less
        ]

    @cached_property
    def _week(self) -> list[Done]:
        return self._known(0, WEEK)

    @cached_property
    def days(self) -> Sequence[Done]:
        """The known days of the week; of two weeks where that is the habit; none where too few are known."""
        if len(self._week) >= NEEDS_OF_WEEK:
            return self._week
        fortnight = [*self._week, *self._known(WEEK, FORTNIGHT)]
        return fortnight if len(fortnight) >= NEEDS_OF_FORTNIGHT else ()

    @cached_property
    def done(self) -> int | None:
        """How much of the plan was done, in whole per cent, rounded down: more than planned lifts nothing."""
        return _within(self.days)

    @property
    def week_done(self) -> int | None:
        """The same of the last seven days alone."""
        return _within(self._week)

    @cached_property
    def walked_share(self) -> int | None:
        """What was walked as per cent of the plan, rounded up; a day called minimum hides no long walk."""
        days = self.days
        if any(self.minimum):
            lately = zip(self.walked, self.planned, self.minimum, strict=False)
            hidden = tuple(less and (walked or 0) <= planned for walked, planned, less in lately)
            days = replace(self, minimum=hidden).days
        planned = sum(planned for _, planned in days)
        return -(-100 * sum(walked for walked, _ in days) // planned) if planned else None

    @property
    def is_uneven(self) -> bool:
        """The longest day of walking this week is more than twice the shortest with a walk."""
        known = [minutes for minutes in self.walked[:WEEK] if minutes]
        return bool(known) and max(known) > UNEVEN * min(known)

    @property
    def is_half_undone(self) -> bool:
        """Less than half of the plan was done in the last fourteen known days."""
        older = zip(self.walked[FORTNIGHT:], self.planned[FORTNIGHT:], strict=False)
        before = [(walked, planned) for walked, planned in older if planned and walked is not None]
        days = [*self._known(0, FORTNIGHT), *before][:FADES_OF]
        walked, planned = sum(walked for walked, _ in days), sum(planned for _, planned in days)
        return len(days) == FADES_OF and 100 * walked < FADES_BELOW * planned

    def is_done(self, days: int, least: int) -> bool:
        """Tell whether ``least`` per cent of the last ``days`` were done, where that is known."""
        share = _within(self._known(0, days))
        return share is None or share >= least


def _within(days: Sequence[Done]) -> int | None:
    """Give the minutes done as per cent of those planned, each day counted up to its plan."""
    return 100 * sum(map(min, days)) // sum(planned for _, planned in days) if days else None


def best_week(walked: Sequence[int | None]) -> int:
    """Find the most minutes of any seven known days in a row; the others are left out, not zero."""
    known = [minutes for minutes in walked if minutes is not None]
    up_to = list(accumulate(known, initial=0))
    return max(map(sub, up_to[WEEK:], up_to), default=up_to[-1])
