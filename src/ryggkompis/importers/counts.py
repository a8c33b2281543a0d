"""Steps as devices record them, gathered by day: each record once, whichever file it stands in."""

import zlib
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

_MOST: Final = 20_000_000
"""Records of one import; twenty years of a watch are less."""
_LONGEST_BITS: Final = 20
_COUNT_BITS: Final = 26
_AGAIN: Final = 90_000
_LONGEST: Final = (1 << _LONGEST_BITS) - 1
_MOST_STEPS: Final = (1 << _COUNT_BITS) - 1
_KEPT: Final = 5_000
"""Records of a day that an entry keeps; a watch that counts every minute has 1,440."""
_WIDEST: Final = 1 << 18
"""Bytes that they are when unpacked; nothing that we write is longer."""
Records: TypeAlias = Mapping[int, int]
"""When each began and how long it lasted, as one number, to how many steps it has."""


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
            yield key, max(sum(self.records(*key).values()), self._sums.get(key, 0))

    def records(self, day: date, source: str) -> Records:
        """Give what was counted on a day; a record that stands twice counts once, with the higher number."""
        parts = self._parts.get((day, source), ())
        return joined((packed >> _COUNT_BITS, packed & _MOST_STEPS) for packed in parts)


def joined(records: Iterable[tuple[int, int]]) -> Records:
    """Put records together, each once, with the highest number that it has."""
    highest: dict[int, int] = {}
    for when, steps in records:
        highest[when] = max(steps, highest.get(when, 0))
    return highest


def is_of_one_recording(one: Records, other: Records) -> bool:
    """Tell whether what only one of them has lies beside what only the other has, and never over it."""
    ends = {True: 0, False: 0}
    for when in sorted(one.keys() ^ other.keys()):
        start, is_ones = when >> _LONGEST_BITS, when in one
        if start < ends[not is_ones]:
            return False
        ends[is_ones] = max(ends[is_ones], start + (when & _LONGEST))
    return True


def packed(records: Records) -> str:
    """Write records in short, so that the rest of their day can be joined later; nothing of too many."""
    some = sorted((when, steps) for when, steps in records.items() if steps)
    if not some or len(some) > _KEPT:
        return ""
    begun = [when >> _LONGEST_BITS for when, _steps in some]
    since = [now - before for before, now in pairwise([0, *begun])]
    columns = (since, [when & _LONGEST for when, _steps in some], [steps for _when, steps in some])
    text = ";".join(" ".join(map(str, column)) for column in columns)
    return b64encode(zlib.compress(text.encode(), 9)).decode()


def unpacked(text: object) -> Records:
    """Read records as they are packed; none for what is not."""
    try:
        data = zlib.decompressobj().decompress(b64decode(str(text), validate=True), _WIDEST)
        since, lasted, steps = ([*map(int, column.split())] for column in data.decode("ascii").split(";"))
        begun = accumulate(since)
        return {at << _LONGEST_BITS | long: n for at, long, n in zip(begun, lasted, steps, strict=True)}
    except (ValueError, zlib.error):
        return {}
