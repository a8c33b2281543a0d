"""A day of one device's steps, put together from what each import has of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ryggkompis.domain.base.fields import fields_of
from ryggkompis.domain.journal.steps import Steps
from ryggkompis.store.imports.made_ids import made_id
from ryggkompis.store.imports.records import (
    AGAIN,
    LONGEST,
    LONGEST_BITS,
    RECORDS,
    Records,
    counted,
    joined,
    packed,
    unpacked,
)
from ryggkompis.store.lines import Line, canonical, day_of

CLOCK: Final = "clock"
"""The key under which a record says what its moments are told in: ``utc``, or what the clock said there."""
UTC_CLOCK: Final = "utc"
WALL_CLOCK: Final = "wall"
_Told: TypeAlias = tuple[Line, Records]
_MOST: Final = fields_of(Steps)["steps"].span[-1]


def day_id(day: date, source: str) -> str:
    """Name the entry of a day and a device."""
    # Without the number: a day that has grown since is the next revision of the same entry.
    return made_id("steps", day, source)


def days_beside(line: Line, by: int) -> str:
    """Name the entry of the same device, so many days later."""
    return day_id(date.fromisoformat(day_of(line)) + timedelta(days=by), str(line.get("source")))


def steps_of(line: Line) -> int:
    """Count the steps of ``line``; none where it tells of none."""
    steps = line.get("steps")
    return steps if isinstance(steps, int) else 0


def day_of_steps(variants: Sequence[Line], before: Sequence[Line]) -> Line | None:
    """Put a day together; None where each of its records is counted on the day before.

    A record that is told in UTC and that two zones put on two days counts once, on the earlier. Where nobody
    knows whose clock it was, records of two zones are not added up.

    Args:
        variants: what imports have of it.
        before: what they have of the day before.

    """
    line = max(variants, key=lambda one: (steps_of(one), canonical(one)))
    zones = {one.get("tz") for one in (*variants, *before)}
    if len(variants) == 1 and len(zones) == 1:
        return line
    told = [(one, unpacked(one.get(RECORDS, ""))) for one in variants]
    sums = [steps_of(one) for one, records in told if steps_of(one) > counted(records)]
    if len(zones) == 1:
        records = joined(part for _one, records in told for part in records.items())
        steps, kept = max(counted(records), *sums, 0), packed(records)
        line = line | {RECORDS: kept} if kept else line
    else:
        steps = max(*map(counted, _of_zones(told, before)), *sums, 0)
    if not 0 < steps <= _MOST:
        return line if steps else None
    return line | {"steps": steps}


def _of_zones(told: Iterable[_Told], before: Iterable[Line]) -> Iterator[Records]:
    """Give what may be added up of records that came in from several zones, in each way in which it may."""
    ways: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for one, records in told:
        clock = one.get(CLOCK)
        if clock != UTC_CLOCK:
            ways[f"in {one.get('tz')}"] += records.items()
        if clock == WALL_CLOCK:
            ways[WALL_CLOCK] += records.items()
    earlier = {when for one in before for when, _n in _in_utc(one, unpacked(one.get(RECORDS, "")))}
    in_utc = (part for one, records in told for part in _in_utc(one, records))
    ways[UTC_CLOCK] += ((when, n) for when, n in in_utc if when not in earlier)
    yield from map(joined, ways.values())


def _in_utc(line: Line, records: Records) -> Iterator[tuple[int, int]]:
    """Give records that are told in UTC by the second since 1970."""
    zone = _zone(str(line.get("tz"))) if line.get(CLOCK) == UTC_CLOCK else None
    if zone is None:
        return
    midnight = datetime.combine(date.fromisoformat(day_of(line)), time())
    for when, n in records.items():
        second, fold = when >> LONGEST_BITS, 0
        if second >= AGAIN:
            second, fold = second - AGAIN, 1
        moment = (midnight + timedelta(seconds=second)).replace(tzinfo=zone, fold=fold)
        yield int(moment.timestamp()) << LONGEST_BITS | (when & LONGEST), n


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
