"""Health Connect's export: a database, read from a copy that nothing else can change, and only read."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import IO, Final

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.errors import BrokenDatabase, TooLarge
from ryggkompis.importers.moments import from_epoch
from ryggkompis.importers.where import Where

_MAGIC: Final = b"SQLite format 3\x00"
_LIMIT: Final = 4 << 30
"""Bytes of a database."""
_MOST_STEPS_OF_WORK: Final = 2_000
"""How often the database may report that it is still at work, each time after so many of its instructions."""
_INSTRUCTIONS: Final = 1_000_000
_STEPS: Final = "steps_record_table"
_WALKS: Final = "exercise_session_record_table"
_APPS: Final = "application_info_table"
_KINDS: Final = frozenset({53, 21})
"""Walking and hiking, as Android numbers them."""
_MAKER: Final = "Health Connect"
Row = tuple[object, ...]


def is_database(head: bytes) -> bool:
    """Tell from its beginning whether a file is such a database."""
    return head.startswith(_MAGIC)


def read_health_connect(stream: IO[bytes], name: str, harvest: Builder) -> None:
    """Take steps by the program that counted them, and walks.

    Raises:
        BrokenDatabase, TooLarge: when it is not whole, not Health Connect's, or made to have no end.

    """
    harvest.program = "health-connect"
    with tempfile.TemporaryDirectory(prefix="ryggkompis-") as folder:
        copy = Path(folder, "copy.db")
        with copy.open("wb") as file:
            shutil.copyfileobj(_Limited(stream, name), file)
        try:
            with closing(sqlite3.connect(f"file:{copy}?mode=ro&immutable=1", uri=True)) as base:
                _take(base, harvest)
        except sqlite3.Error as error:
            raise BrokenDatabase(file=name) from error


class _Limited:
    """A stream that is not read further than a database may be long."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream = stream
        self._name = name
        self._left = _LIMIT

    def read(self, size: int = -1) -> bytes:
        """Read on."""
        piece = self._stream.read(size)
        self._left -= len(piece)
        if self._left < 0:
            raise TooLarge(file=self._name, limit=_LIMIT >> 20)
        return piece


def _take(base: sqlite3.Connection, harvest: Builder) -> None:
    base.execute("PRAGMA query_only = 1")
    base.execute("PRAGMA trusted_schema = 0")
    worked = iter(range(_MOST_STEPS_OF_WORK))
    base.set_progress_handler(lambda: next(worked, None) is None, _INSTRUCTIONS)
    base.text_factory = lambda data: data.decode("utf-8", "replace")
    # Only true tables: a view of the same name could be made to run for ever.
    tables = {str(row[0]) for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables & {_STEPS, _WALKS}:
        raise sqlite3.DatabaseError
    named = _rows(base, _APPS, ("row_id", "app_name")) if _APPS in tables else ()
    apps = {row[0]: row[1] for row in named}
    if _STEPS in tables:
        columns = ("start_time", "start_zone_offset", "end_time", "app_info_id", "count")
        for number, (start, offset, end, app, count) in enumerate(_rows(base, _STEPS, columns), 1):
            harvest.rows += 1
            where = Where(number, _moment(start, offset, harvest), _source(apps, app))
            seconds = (end - start) / 1000 if isinstance(end, int) and isinstance(start, int) else 0
            harvest.steps(where, count if isinstance(count, int) else None, seconds, str(count))
    if _WALKS in tables:
        columns = ("start_time", "start_zone_offset", "end_time", "app_info_id", "exercise_type")
        for number, (start, offset, end, app, kind) in enumerate(_rows(base, _WALKS, columns), 1):
            harvest.rows += 1
            if kind in _KINDS:
                minutes = (end - start) / 60_000 if isinstance(end, int) and isinstance(start, int) else None
                where = Where(number, _moment(start, offset, harvest), _source(apps, app))
                harvest.walk(where, minutes, _moment(end, offset, harvest))
            else:
                harvest.asked.others[""] += 1


def _rows(base: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Give the columns that ``table`` has, and None for the others."""
    has = {str(row[1]) for row in base.execute(f"PRAGMA table_info({table})")}
    wanted = ", ".join(column if column in has else "NULL" for column in columns)
    yield from base.execute(f"SELECT {wanted} FROM {table}")  # noqa: S608 - names of our own only


def _source(apps: dict[object, object], app: object) -> str:
    return str(apps.get(app) or _MAKER)


def _moment(start: object, offset: object, harvest: Builder) -> datetime | None:
    if not isinstance(start, int):
        return None
    ahead = timedelta(seconds=offset) if isinstance(offset, int) and abs(offset) < 86_400 else None  # noqa: PLR2004 - a day
    return from_epoch(start, harvest.here.zone if ahead is None else timezone(ahead))
