"""Steps as devices record them, gathered by day: each record once, whichever file it stands in."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from ryggkompis.domain.journal.steps import Steps
from ryggkompis.importers.found import Here
from ryggkompis.store.codec import encode
from ryggkompis.store.imports.days import CLOCK, UTC_CLOCK, WALL_CLOCK, day_id
from ryggkompis.store.imports.records import (
    AGAIN,
    LONGEST,
    LONGEST_BITS,
    RECORDS,
    Records,
    counted,
    joined,
    packed,
)
from ryggkompis.store.imports.standing import NOON
from ryggkompis.store.lines import Line

_MOST: Final = 20_000_000
"""Records of one import; twenty years of a watch are less."""
_COUNT_BITS: Final = 26
_MOST_STEPS: Final = (1 << _COUNT_BITS) - 1


@dataclass
class StepCounts:
    """What each source counted on each day, from records of moments and from sums of whole days."""

    _records: int = 0
    _parts: dict[tuple[date, str], "array[int]"] = field(default_factory=dict)
    """Each record in eight bytes: the second of the day, how many seconds, how many steps."""
    _sums: dict[tuple[date, str], int] = field(default_factory=dict)
    _clocks: dict[tuple[date, str], set[str]] = field(default_factory=dict)
    """By whose clock the records of a day are told."""
    twice: set[date] = field(default_factory=set)
    """Days whose sum stands several times, and not always the same."""

    def part(self, start: datetime, seconds: float, source: str, steps: int, *, is_utc: bool) -> None:
        """Keep what was counted in ``seconds`` from ``start``, which is on the patient's own clock.

        Args:
            start: when it began.
            seconds: how long it lasted.
            source: who counted.
            steps: how many.
            is_utc: the file tells the moment, and not only what the clock said there.

        """
        self._records += 1
        # The hour that comes twice in autumn: the second time it is another.
        second = (start.hour * 60 + start.minute) * 60 + start.second + AGAIN * start.fold
        packed = (second << LONGEST_BITS) | min(max(int(seconds), 0), LONGEST)
        key = (start.date(), source)
        if key not in self._parts:
            self._parts[key] = array("Q")
        self._clocks.setdefault(key, set()).add(UTC_CLOCK if is_utc else WALL_CLOCK)
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
            yield key, max(counted(self.records(*key)), self._sums.get(key, 0))

    def line(self, day: date, source: str, steps: int, here: Here) -> Line:
        """Make the entry of a day, with the records that it was added up from."""
        at = datetime.combine(day, NOON, here.zone)
        entry = Steps(id=day_id(day, source), day=day, at=at, tz=here.tz, steps=steps, source=source)
        line = encode(entry)
        kept, clocks = packed(self.records(day, source)), self._clocks.get((day, source), set())
        line |= {RECORDS: kept} if kept else {}
        return line | ({CLOCK: min(clocks)} if kept and len(clocks) == 1 else {})

    def records(self, day: date, source: str) -> Records:
        """Give what was counted on a day; a record that stands twice counts once, with the higher number."""
        parts = self._parts.get((day, source), ())
        return joined((packed >> _COUNT_BITS, packed & _MOST_STEPS) for packed in parts)
