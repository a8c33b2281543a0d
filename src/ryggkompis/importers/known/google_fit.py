"""Google Fit's table of one day by the quarter of an hour: the day stands only in the name of the file."""

import re
from datetime import datetime
from typing import Final

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import heading, read_table
from ryggkompis.importers.known.step_tables import STEPS
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.numbers import parse_number, whole
from ryggkompis.importers.source import Source
from ryggkompis.importers.where import Where

_DAY: Final = re.compile(r"(?:.*\D)?(\d{4}-\d{2}-\d{2})\D*", re.ASCII)
_CLOCK: Final = re.compile(r"\d{2}:\d{2}:\d{2}\.\d{3}(?:[+-]\d{2}:\d{2}|Z)", re.ASCII)
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
