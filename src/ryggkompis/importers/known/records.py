"""Tables in which each row is one count of steps from one moment to another."""

from datetime import datetime
from typing import Final

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import heading, read_table
from ryggkompis.importers.known.step_tables import STEPS
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import moment_of, order_of
from ryggkompis.importers.numbers import Numbers, whole
from ryggkompis.importers.source import Source
from ryggkompis.importers.where import Where

_STARTS: Final = ("start_time", "starttime", "start time", "start", "startdate", "start_date", "fra")
_ENDS: Final = ("end_time", "endtime", "end time", "end", "enddate", "end_date", "til")
_COUNTS: Final = ("count", *STEPS)
_SOURCES: Final = ("source_name", "sourcename", "source", "device", "kilde")
_OTHER: Final = "CSV"


def is_record_table(source: Source) -> bool:
    """Tell whether ``source`` has a beginning, an end and a count in each row."""
    return not source.looks_like_json and None not in _columns(heading(source))[:3]


def read_record_table(source: Source, names: Names, harvest: Builder) -> None:
    """Take each count on the day on which it began."""
    del names
    table = read_table(source)
    start, end, count, maker = _columns(table.head)
    if start is None or end is None or count is None:
        return
    rows = [row for row in table.rows if len(row.cells) > max(start, end, count)]
    order = order_of(source, (row.cells[start] for row in rows))
    numbers = Numbers.of((row.cells[count] for row in rows), is_whole=True)
    for row in rows:
        harvest.rows += 1
        first, last = (moment_of(row.cells[at], order) for at in (start, end))
        named = row.cells[maker] if maker is not None and maker < len(row.cells) else ""
        where = Where(row.line, first, named or _OTHER, row.cells[start])
        harvest.steps(where, whole(numbers.read(row.cells[count])), _between(first, last), row.cells[count])


def _between(first: datetime | None, last: datetime | None) -> float:
    if first is None or last is None or (first.tzinfo is None) != (last.tzinfo is None):
        return 0.0
    return (last - first).total_seconds()


def _columns(head: tuple[str, ...]) -> tuple[int | None, ...]:
    return tuple(
        next((head.index(name) for name in named if name in head), None)
        for named in (_STARTS, _ENDS, _COUNTS, _SOURCES)
    )
