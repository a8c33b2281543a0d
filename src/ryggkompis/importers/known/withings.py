"""Withings: the steps of its days, and the walks among its activities."""

from typing import Final

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import heading, read_table
from ryggkompis.importers.known.walking import is_walk
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import moment_of
from ryggkompis.importers.numbers import parse_number, whole
from ryggkompis.importers.source import Source
from ryggkompis.importers.where import Where

_STEPS: Final = "aggregates_steps"
_DAYS: Final = ("date", "value")
_FROM, _TO, _KIND = 0, 1, 5
"""Where its list of activities has them, whatever language the first two are in."""
_BY_HAND: Final = ("from (manual)", "to (manual)")
_MAKER: Final = "Withings"


def is_withings(source: Source) -> bool:
    """Tell whether ``source`` is one of the two."""
    if source.looks_like_json:
        return False
    head = heading(source)
    return (_STEPS in source.base and set(_DAYS) <= set(head)) or head[2:4] == _BY_HAND


def read_withings(source: Source, names: Names, harvest: Builder) -> None:
    """Take steps by the day, or walks from their beginning to their end."""
    del names
    table = read_table(source)
    harvest.rows += len(table.rows)
    is_steps = _STEPS in source.base
    columns = [table.head.index(name) for name in _DAYS] if is_steps else [_FROM, _TO, _KIND]
    for row in table.rows:
        cells = [row.cells[at].strip() if at < len(row.cells) else "" for at in columns]
        moment = moment_of(cells[0], "month")
        if is_steps:
            where = Where(row.line, moment and moment.date(), _MAKER, cells[0])
            harvest.steps(where, whole(parse_number(cells[1])), None, cells[1])
        elif is_walk(cells[2]):
            end = moment_of(cells[1], "month")
            took = None if moment is None or end is None else (end - moment).total_seconds() / 60
            harvest.walk(Where(row.line, moment, _MAKER, cells[0]), took, end, cells[1])
        else:
            harvest.asked.others[cells[2]] += 1
