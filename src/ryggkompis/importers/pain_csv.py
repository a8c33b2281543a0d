"""Pain diaries as CSV: one number a row (name, day, number), or one day a row (date, and a column a name)."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from ryggkompis.importers.answering import take_answers
from ryggkompis.importers.csv_table import CsvRow, CsvTable, heading, read_table
from ryggkompis.importers.errors import UnknownFile
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import Order, moment_of, order_of
from ryggkompis.importers.sorting import Given
from ryggkompis.importers.source import Source

_LONG: Final = ("name", "startday", "startmonth", "startyear", "intensity")
_DATES: Final = ("date", "dato", "day", "dag", "full_date")


class _Layout(NamedTuple):
    """Where things stand in a row."""

    date: int | None
    """The column of the date; None when the day stands in three columns."""
    names: tuple[int, ...]
    """The columns of numbers; none when each row names its own."""


def is_diary(source: Source) -> bool:
    """Tell whether ``source`` is a table with days."""
    return not source.looks_like_json and _layout(heading(source)) is not None


def read_diary(source: Source, names: Names, here: Here) -> Found:
    """Make one check-in a day of the numbers that ``names`` asks for.

    Raises:
        MapMissing, MapUnknownName: when nobody says what goes where, or of names none of which is there.
        NothingUsable, OtherScale: when there is no number from 0 to 10 to take.

    """
    table = read_table(source)
    layout = _layout(table.head)
    if layout is None:
        raise UnknownFile(file=source.name)
    order = order_of(source, _days(table, layout))
    answers = [answer for row in table.rows for answer in _answers(row, table, layout, order)]
    return take_answers(source, answers, names, here)


def _days(table: CsvTable, layout: _Layout) -> Iterator[str]:
    place = table.head.index("date") if layout.date is None and "date" in table.head else layout.date
    if place is not None:
        yield from (row.cells[place] for row in table.rows if place < len(row.cells))


def _layout(head: tuple[str, ...]) -> _Layout | None:
    if set(_LONG) <= set(head):
        return _Layout(None, ())
    for name in _DATES:
        if name in head:
            at = head.index(name)
            return _Layout(at, tuple(n for n, other in enumerate(head) if other and n != at))
    return None


def _answers(row: CsvRow, table: CsvTable, layout: _Layout, order: Order | None) -> Iterator[Given]:
    cells = dict(zip(table.head, row.cells, strict=False))
    if layout.date is None:
        day = _day_of_parts([cells.get(part, "") for part in _LONG[3:0:-1]])
        moment = moment_of(cells.get("date", ""), order)
        yield Given(row.line, cells.get("name", "").strip(), day, cells.get("intensity", ""), moment)
        return
    said = row.cells[layout.date] if layout.date < len(row.cells) else ""
    moment = moment_of(said, order)
    has_time = moment is not None and ":" in said
    for place in layout.names:
        text = row.cells[place] if place < len(row.cells) else ""
        day = moment.date() if moment else None
        yield Given(row.line, table.names[place], day, text, moment if has_time else None)


def _day_of_parts(parts: list[str]) -> date | None:
    try:
        year, month, day = (int(part) for part in parts)
        return date(year, month, day)
    except ValueError:
        return None
