"""Samsung Health's tables: a line with the table's name, then the heading, then rows in UTC."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import read_table
from ryggkompis.importers.errors import NothingCounted
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import from_epoch, in_utc, moment_of
from ryggkompis.importers.numbers import parse_number, whole
from ryggkompis.importers.source import Source
from ryggkompis.importers.where import Where

_SIGN: Final = b"com.samsung."
_DAYS: Final = ("step_daily_trend", "day_summary")
_PARTS: Final = "pedometer_step_count"
_EXERCISE: Final = "shealth.exercise,"
_ALL_DEVICES: Final = "-2"
"""The row in which Samsung has put its devices together."""
_WALKS: Final = frozenset({"1001", "13001"})
"""Walking and hiking."""
_OFFSET: Final = re.compile(r"UTC([+-])(\d{2})(\d{2})", re.ASCII)
_MINUTE: Final = 60
_MS: Final = 1000
_MAKER: Final = "Samsung Health"


def is_samsung(source: Source) -> bool:
    """Tell whether ``source`` names itself as one of them."""
    return source.data.removeprefix(b"\xef\xbb\xbf").startswith(_SIGN)


def read_samsung(source: Source, names: Names, harvest: Builder) -> None:
    """Take the steps of days or of moments, or the walks.

    Raises:
        NothingCounted: for the tables of other things.

    """
    del names
    title = source.lines[0]
    rows = list(_rows(source))
    harvest.rows += len(rows)
    if any(name in title for name in _DAYS):
        together = [(line, row) for line, row in rows if row.get("source_type") == _ALL_DEVICES]
        for line, row in together or rows:
            _take_day(line, row, harvest)
    elif _PARTS in title or _EXERCISE in title:
        for line, row in rows:
            (_take_part if _PARTS in title else _take_walk)(line, row, harvest)
    else:
        raise NothingCounted(file=source.name)


def _rows(source: Source) -> Iterator[tuple[int, Mapping[str, str]]]:
    table = read_table(source)
    head = [name.rpartition(".")[2] for name in table.head]
    for row in table.rows:
        yield row.line, dict(zip(head, (cell.strip() for cell in row.cells), strict=False))


def _take_day(line: int, row: Mapping[str, str], harvest: Builder) -> None:
    said = row.get("day_time", "")
    # A day is named by its midnight in UTC, whatever the zone it was lived in.
    moment = from_epoch(int(said), UTC) if said.isdecimal() and len(said) < 15 else moment_of(said)  # noqa: PLR2004 - later is no year
    day = moment and moment.date()
    harvest.steps(Where(line, day, _MAKER, said), _count(row), None, row.get("count", ""))


def _take_part(line: int, row: Mapping[str, str], harvest: Builder) -> None:
    where = Where(line, _moment(row, "start_time", harvest), _MAKER, row.get("start_time", ""))
    harvest.steps(where, _count(row), _MINUTE, row.get("count", ""))


def _take_walk(line: int, row: Mapping[str, str], harvest: Builder) -> None:
    if row.get("exercise_type") not in _WALKS:
        harvest.asked.others[""] += 1
        return
    took = parse_number(row.get("duration", ""))
    start, end = (_moment(row, key, harvest) for key in ("start_time", "end_time"))
    minutes = None if took is None else float(took) / _MS / 60
    harvest.walk(Where(line, start, _MAKER, row.get("start_time", "")), minutes, end, row.get("duration", ""))


def _count(row: Mapping[str, str]) -> int | None:
    said = row.get("count") or row.get("step_count") or ""
    return whole(parse_number(said))


def _moment(row: Mapping[str, str], key: str, harvest: Builder) -> datetime | None:
    said = row.get(key, "")
    moment = from_epoch(int(said), UTC) if said.isdecimal() and len(said) < 15 else moment_of(said)  # noqa: PLR2004 - later is no year
    found = _OFFSET.fullmatch(row.get("time_offset", ""))
    if found is None:
        return in_utc(moment, harvest.here.zone)
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3])) * (1 if found[1] == "+" else -1)
    return in_utc(moment, timezone(ahead) if abs(ahead) < timedelta(days=1) else harvest.here.zone)
