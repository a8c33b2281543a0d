"""Strava's list of activities, in any language: known by the order of its columns and what stands in them."""

from typing import Final

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import CsvRow, read_table
from ryggkompis.importers.known.walking import is_walk
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import in_utc, moment_of, order_of
from ryggkompis.importers.numbers import parse_number
from ryggkompis.importers.source import Source
from ryggkompis.importers.where import Where

_ID, _AT, _KIND, _TOOK = 0, 1, 3, 5
_MOVED: Final = "moving time"
_MOVED_AT: Final = 16
"""Where the longer of its two exports has the time in motion."""
_COLUMNS: Final = 11
_LOOKED_AT: Final = 20
_MAKER: Final = "Strava"


def is_activities(source: Source) -> bool:
    """Tell whether ``source`` is such a list."""
    return not source.looks_like_json and any(map(_is_activity, read_table(source).rows[:_LOOKED_AT]))


def read_activities(source: Source, names: Names, harvest: Builder) -> None:
    """Take the walks, with how long they were in motion; its moments are in UTC."""
    del names
    table = read_table(source)
    rows = [row for row in table.rows if len(row.cells) > _TOOK]
    harvest.rows += len(rows)
    order = order_of(source, (row.cells[_AT] for row in rows))
    moved = table.head.index(_MOVED) if _MOVED in table.head else _MOVED_AT
    for row in rows:
        if not is_walk(row.cells[_KIND]):
            harvest.asked.others[row.cells[_KIND].strip()] += 1
            continue
        start = in_utc(moment_of(row.cells[_AT], order), harvest.here.zone)
        cells = [row.cells[at] if at < len(row.cells) else "" for at in (moved, _TOOK)]
        moving, took = (parse_number(cell) for cell in cells)
        seconds = moving if moving and took and moving <= took else took
        minutes = None if seconds is None else float(seconds) / 60
        harvest.walk(Where(row.line, start, _MAKER, row.cells[_AT]), minutes, None, cells[1])


def _is_activity(row: CsvRow) -> bool:
    cells = [cell.strip() for cell in row.cells]
    return (
        len(cells) >= _COLUMNS
        and cells[_ID].isdecimal()
        and cells[_TOOK].replace(".", "").isdecimal()
        and moment_of(cells[_AT]) is not None
        and not cells[_KIND].isdecimal()
    )
