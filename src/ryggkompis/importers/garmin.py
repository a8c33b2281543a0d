"""Garmin's list of activities as CSV: the walks among them."""

from typing import Final

from ryggkompis.importers.builder import Builder, Where
from ryggkompis.importers.csv_table import heading, read_table
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import minutes_of, moment_of, order_of
from ryggkompis.importers.source import Source

_COLUMNS: Final = (
    ("activity type", "date", "time"),
    ("activity type", "date", "activity time"),
    ("aktivitetstype", "dato", "tid"),
)
_WALKS: Final = ("walk", "hik", "gå", "gang", "tur")
"""How the names of walks begin, or end, in both languages: Walking, Indoor Walking, Hiking, Gåtur, Fottur."""
_NOT_WALKS: Final = ("sykkel", "ski", "kajakk")
_MAKER: Final = "Garmin"


def is_activities(source: Source) -> bool:
    """Tell whether ``source`` is such a list."""
    return not source.looks_like_json and any(set(columns) <= set(heading(source)) for columns in _COLUMNS)


def read_activities(source: Source, names: Names, here: Here) -> Found:
    """Take the walks, with how long they took."""
    del names
    table = read_table(source)
    columns = next(columns for columns in _COLUMNS if set(columns) <= set(table.head))
    kind, day, took = (table.head.index(name) for name in columns)
    rows = [row for row in table.rows if len(row.cells) > max(kind, day, took)]
    harvest = Builder(source.name, here, rows=len(table.rows))
    order = order_of(source, (row.cells[day] for row in rows))
    for row in rows:
        if _is_walk(row.cells[kind]):
            where = Where(row.line, moment_of(row.cells[day], order), _MAKER)
            harvest.walk(where, minutes_of(row.cells[took]))
    return harvest.found()


def _is_walk(name: str) -> bool:
    words = [word for word in name.casefold().split() if not word.startswith(_NOT_WALKS)]
    return any(word.startswith(_WALKS) or word.endswith("tur") for word in words)
