"""Google Fit: a day by the quarter of an hour, whose day is in the file's name; and its sessions."""

import re
from datetime import datetime
from typing import Final

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import heading, read_table
from ryggkompis.importers.known.step_tables import STEPS
from ryggkompis.importers.known.walking import is_walk
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import in_utc, moment_of
from ryggkompis.importers.numbers import parse_number, whole
from ryggkompis.importers.source import Source
from ryggkompis.importers.where import Where

_DAY: Final = re.compile(r"(?:.*\D)?(\d{4}-\d{2}-\d{2})\D*", re.ASCII)
_CLOCK: Final = re.compile(r"\d{2}:\d{2}:\d{2}\.\d{3}(?:[+-]\d{2}:\d{2}|Z)", re.ASCII)
_SESSION: Final = {"fitnessActivity", "startTime", "endTime"}
_LASTED: Final = re.compile(r"(\d{1,7}(?:\.\d{1,9})?)s", re.ASCII)
_QUARTER: Final = 15 * 60
_MAKER: Final = "Google Fit"


def is_day(source: Source) -> bool:
    """Tell whether ``source`` is such a table."""
    if source.looks_like_json or not _DAY.fullmatch(source.base):
        return False
    rows = read_table(source).rows[:1]
    return bool(rows) and all(_CLOCK.fullmatch(cell.strip()) for cell in rows[0].cells[:2])


def read_day(source: Source, names: Names, harvest: Builder) -> None:
    """Take the steps of each quarter; an empty cell is unknown."""
    del names
    head = heading(source)
    steps = next((head.index(name) for name in STEPS if name in head), None)
    found = _DAY.fullmatch(source.base)
    for row in read_table(source).rows:
        harvest.rows += 1
        if steps is None or found is None or steps >= len(row.cells) or not row.cells[steps].strip():
            continue
        said = f"{found[1]}T{row.cells[0].strip()}"
        where = Where(row.line, _moment(said), _MAKER, said)
        harvest.steps(where, whole(parse_number(row.cells[steps])), _QUARTER, row.cells[steps])


def _moment(said: str) -> datetime | None:
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        return None


def is_session(source: Source) -> bool:
    """Tell whether ``source`` is one activity of its archive."""
    return source.looks_like_json and isinstance(source.json, dict) and source.json.keys() >= _SESSION


def read_session(source: Source, names: Names, harvest: Builder) -> None:
    """Take it where it is a walk; one that has its track beside it is the same walk, and counts once."""
    del names
    said = source.json
    if not isinstance(said, dict):
        return
    harvest.rows += 1
    if not is_walk(str(said["fitnessActivity"])):
        harvest.asked.others[str(said["fitnessActivity"])] += 1
        return
    start, end = (in_utc(moment_of(str(said[key])), harvest.here.zone) for key in ("startTime", "endTime"))
    lasted = _LASTED.fullmatch(str(said.get("duration", "")))
    seconds = (end - start).total_seconds() if start and end else None
    if lasted is not None and seconds is not None:
        seconds = min(float(lasted[1]), seconds)
    minutes = None if seconds is None else seconds / 60
    harvest.walk(Where(1, start, _MAKER, str(said["startTime"])), minutes, end, str(said["endTime"]))
