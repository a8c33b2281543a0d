"""The same walk from two devices: what overlaps by half of the shorter counts once, and the longer stands."""

from collections.abc import Iterable, Sequence
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

    @property
    def lasted(self) -> timedelta:
        """How long it was from its beginning to its end."""
        return max(self.end - self.start, timedelta(minutes=self.minutes))


def once(walks: Iterable[Recorded]) -> tuple[list[Recorded], list[Recorded]]:
    """Give the walks that stand, and those that a longer one has already."""
    standing: dict[date, list[Recorded]] = {}
    same: list[Recorded] = []
    # The longest first; then whatever the order of the files, the same ones stand.
    for walk in sorted(walks, key=lambda walk: (-walk.minutes, -walk.lasted, walk.start, walk.source)):
        day = walk.start.astimezone(UTC).date()
        near = [other for by in (-1, 0, 1) for other in standing.get(day + timedelta(days=by), ())]
        (same if _is_among(walk, near) else standing.setdefault(day, [])).append(walk)
    return sorted(walk for walks in standing.values() for walk in walks), same


def _is_among(walk: Recorded, standing: Sequence[Recorded]) -> bool:
    return any(is_same(walk, other) for other in standing)


def is_same(walk: Recorded, other: Recorded) -> bool:
    """Tell whether half of the shorter lies within the longer."""
    return _shared(walk, other) >= _SHARE * min(walk.lasted, other.lasted)


def _shared(one: Recorded, other: Recorded) -> timedelta:
    first, last = max(one.start, other.start), min(one.start + one.lasted, other.start + other.lasted)
    return last - first
