"""A day of steps as records: when each began, how long it lasted, and how many steps it has."""

import zlib
from base64 import b64decode, b64encode
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

RECORDS: Final = "records"
"""The key under which a day of steps keeps what it was added up from."""
AGAIN: Final = 90_000
"""What is added to the seconds of the hour that comes twice in autumn, the second time."""
LONGEST_BITS: Final = 20
LONGEST: Final = (1 << LONGEST_BITS) - 1
"""Seconds of one record."""
_KEPT: Final = 5_000
"""Records of a day that an entry keeps; a watch that counts every minute has 1,440."""
_WIDEST: Final = 1 << 18
"""Bytes that they are when unpacked; nothing that we write is longer."""
Records: TypeAlias = Mapping[int, int]
"""When each began and how long it lasted, as one number, to how many steps it has."""


def joined(records: Iterable[tuple[int, int]]) -> Records:
    """Put records together, each once, with the highest number that it has."""
    highest: dict[int, int] = {}
    for when, steps in records:
        highest[when] = max(steps, highest.get(when, 0))
    return highest


def counted(records: Records) -> int:
    """Count the steps of one device: of records that lie over each other, those that together have most.

    They are the same steps in other pieces, as where a phone keeps old days by the quarter of an hour. What
    is counted depends on the records alone, and not on the files that they stood in.
    """
    spans = sorted(
        ((when >> LONGEST_BITS) + (when & LONGEST), when >> LONGEST_BITS, n) for when, n in records.items()
    )
    begun = sorted((start, end) for end, start, _n in spans)
    if all(now[0] >= before[1] for before, now in pairwise(begun)):
        return sum(records.values())
    ends, most = [end for end, _start, _n in spans], [0]
    for place, (_end, start, n) in enumerate(spans):
        before = bisect_right(ends, start, hi=place)
        most.append(max(most[-1], most[before] + n))
    return most[-1]


def packed(records: Records) -> str:
    """Write records in short, so that the rest of their day can be joined later; nothing of too many."""
    some = sorted((when, steps) for when, steps in records.items() if steps)
    if not some or len(some) > _KEPT:
        return ""
    begun = [when >> LONGEST_BITS for when, _steps in some]
    since = [now - before for before, now in pairwise([0, *begun])]
    columns = (since, [when & LONGEST for when, _steps in some], [steps for _when, steps in some])
    text = ";".join(" ".join(map(str, column)) for column in columns)
    return b64encode(zlib.compress(text.encode(), 9)).decode()


def unpacked(text: object) -> Records:
    """Read records as they are packed; none for what is not."""
    try:
        data = zlib.decompressobj().decompress(b64decode(str(text), validate=True), _WIDEST)
        since, lasted, steps = ([*map(int, column.split())] for column in data.decode("ascii").split(";"))
        begun = accumulate(since)
        return {at << LONGEST_BITS | long: n for at, long, n in zip(begun, lasted, steps, strict=True)}
    except (ValueError, zlib.error):
        return {}
