"""Steps as devices record them, gathered by day: each record once, whichever file it stands in."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

_MOST: Final = 20_000_000
"""Records of one import; twenty years of a watch are less."""
_LONGEST_BITS: Final = 20
_COUNT_BITS: Final = 26
_AGAIN: Final = 90_000
_LONGEST: Final = (1 << _LONGEST_BITS) - 1
_MOST_STEPS: Final = (1 << _COUNT_BITS) - 1


@dataclass
class StepCounts:
    """What each source counted on each day, from records of moments and from sums of whole days."""

    _records: int = 0
    _parts: dict[tuple[date, str], "array[int]"] = field(default_factory=dict)
    """Each record in eight bytes: the second of the day, how many seconds, how many steps."""
    _sums: dict[tuple[date, str], int] = field(default_factory=dict)
    twice: set[date] = field(default_factory=set)
    """Days whose sum stands several times, and not always the same."""

    def part(self, start: datetime, seconds: float, source: str, steps: int) -> None:
        """Keep what was counted in ``seconds`` from ``start``, which is on the patient's own clock."""
        self._records += 1
        # The hour that comes twice in autumn: the second time it is another.
        second = (start.hour * 60 + start.minute) * 60 + start.second + _AGAIN * start.fold
        packed = (second << _LONGEST_BITS) | min(max(int(seconds), 0), _LONGEST)
        key = (start.date(), source)
        if key not in self._parts:
            self._parts[key] = array("Q")
        self._parts[key].append((packed << _COUNT_BITS) | min(steps, _MOST_STEPS))

    def whole(self, day: date, source: str, steps: int) -> None:
        """Keep the sum of a day; of several for the same day the highest, and never their sum."""
        self._records += 1
        known = self._sums.setdefault((day, source), steps)
        if known != steps:
            self.twice.add(day)
            self._sums[day, source] = max(known, steps)

    @property
    def has_any(self) -> bool:
        """Something was counted, if only zero."""
        return self._records > 0

    @property
    def is_endless(self) -> bool:
        """There are more records than anybody's life has."""
        return self._records > _MOST

    def days(self) -> Iterator[tuple[tuple[date, str], int]]:
        """Give the steps of each day and source."""
        for key in sorted({*self._parts, *self._sums}):
            yield key, max(_added(self._parts.get(key, array("Q"))), self._sums.get(key, 0))


def _added(parts: "array[int]") -> int:
    """Add up what was counted; a record that stands twice counts once, with the higher number."""
    highest: dict[int, int] = {}
    for packed in parts:
        when, steps = packed >> _COUNT_BITS, packed & _MOST_STEPS
        highest[when] = max(steps, highest.get(when, 0))
    return sum(highest.values())
