"""The same walk from two devices: what overlaps by half of the shorter counts once, and the longer stands."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple

_SHARE: Final = 0.5


class Recorded(NamedTuple):
    """One walk as a device recorded it."""

    start: datetime
    """With its offset."""
    end: datetime
    minutes: int
    source: str
    line: int
    """Its place among those that are given."""
    is_utc: bool = False
    """The file tells the moment, and not only what the clock said there."""

    @property
    def lasted(self) -> timedelta:
        """How long it was from its beginning to its end."""
        return max(self.end - self.start, timedelta(minutes=self.minutes))


def once(
    walks: Iterable[Recorded],
    first: Iterable[Recorded] = (),
    hides: Callable[[Recorded, Recorded], bool] = lambda _longer, _walk: True,
) -> tuple[list[Recorded], list[Recorded]]:
    """Give the walks that stand, and those that a longer one has already.

    Whatever the order in which they are known, the same ones stand; of equal ones, whose place is first.

    Args:
        walks: all that are known, also those that did not stand as long as others were known.
        first: what stands in any case.
        hides: tells whether a longer one that is the same may stand for another.

    """
    standing: dict[date, list[Recorded]] = {}
    same: list[Recorded] = []
    for walk in first:
        standing.setdefault(_day(walk), []).append(walk)
    for walk in sorted(
        walks, key=lambda walk: (-walk.minutes, -walk.lasted, walk.start, walk.source, walk.line)
    ):
        day = _day(walk)
        near = [other for by in (-1, 0, 1) for other in standing.get(day + timedelta(days=by), ())]
        (
            same
            if any(_is_same(walk, other) and hides(other, walk) for other in near)
            else standing.setdefault(day, [])
        ).append(walk)
    return sorted(walk for walks in standing.values() for walk in walks), same


def _day(walk: Recorded) -> date:
    return walk.start.astimezone(UTC).date()


def _is_same(walk: Recorded, other: Recorded) -> bool:
    """Tell whether half of the shorter lies within the longer."""
    return _shared(walk, other) >= _SHARE * min(walk.lasted, other.lasted)


def _shared(one: Recorded, other: Recorded) -> timedelta:
    first, last = max(one.start, other.start), min(one.start + one.lasted, other.start + other.lasted)
    return last - first
