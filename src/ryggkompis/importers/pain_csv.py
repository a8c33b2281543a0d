"""Pain diaries as CSV: one number a row (name, day, number), or one day a row (date, and a column a name)."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final, NamedTuple

from ryggkompis.domain.text import shown
from ryggkompis.importers.check_ins import check_ins
from ryggkompis.importers.csv_table import Row, Table, heading, read_table
from ryggkompis.importers.errors import MapMissing, MapUnknownName, UnknownFile
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import Names, folded
from ryggkompis.importers.numbers import number_of
from ryggkompis.importers.sorting import Answer
from ryggkompis.importers.source import Source

_LONG: Final = ("name", "startday", "startmonth", "startyear", "intensity")
_DATES: Final = ("date", "dato", "day", "dag", "full_date")
_NORWEGIAN: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ T](.+))?")
_SHOWN_NAMES: Final = 12
_NAME_LENGTH: Final = 40


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
    answers = [answer for row in table.rows for answer in _answers(row, table, layout)]
    _check_names(source, answers, names)
    return check_ins(source, answers, names, here)


def _layout(head: tuple[str, ...]) -> _Layout | None:
    if set(_LONG) <= set(head):
        return _Layout(None, ())
    for name in _DATES:
        if name in head:
            at = head.index(name)
            return _Layout(at, tuple(n for n, other in enumerate(head) if other and n != at))
    return None


def _answers(row: Row, table: Table, layout: _Layout) -> Iterator[Answer]:
    cells = dict(zip(table.head, row.cells, strict=False))
    if layout.date is None:
        day = _day_of_parts([cells.get(part, "") for part in _LONG[3:0:-1]])
        moment = _moment(cells.get("date", ""))
        yield Answer(row.line, cells.get("name", "").strip(), day, cells.get("intensity", ""), moment)
        return
    moment = _moment(row.cells[layout.date] if layout.date < len(row.cells) else "")
    has_time = moment is not None and ":" in row.cells[layout.date]
    for place in layout.names:
        text = row.cells[place] if place < len(row.cells) else ""
        day = moment.date() if moment else None
        yield Answer(row.line, table.names[place], day, text, moment if has_time else None)


def _day_of_parts(parts: list[str]) -> date | None:
    try:
        year, month, day = (int(part) for part in parts)
        return date(year, month, day)
    except ValueError:
        return None


def _moment(text: str) -> datetime | None:
    """Read ``2026-03-02``, ``2.3.2026`` or either with a time; None for anything else."""
    text = text.strip()
    if found := _NORWEGIAN.fullmatch(text):
        day, month, year, time = found.groups()
        text = f"{year}-{month:0>2}-{day:0>2}" + (f" {time:0>5}" if time else "")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _check_names(source: Source, answers: list[Answer], names: Names) -> None:
    there = dict.fromkeys(a.name for a in answers if a.name and number_of(a.text) is not None)
    if not there:
        return
    told = [shown(name)[:_NAME_LENGTH].replace("\n", " ") for name in there]
    listed = ", ".join(told[:_SHOWN_NAMES]) + (" …" if len(told) > _SHOWN_NAMES else "")
    if not names:
        raise MapMissing(file=source.name, names=listed, example=f'"{told[0]}=leg"')
    known = {folded(answer.name) for answer in answers}
    if known.isdisjoint(names):
        raise MapUnknownName(name=shown(next(iter(names))), file=source.name, names=listed)
