"""Any table: a day a row and a column a name, or one number a row (name, day, number)."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from ryggkompis.domain.base.text import shown_name
from ryggkompis.importers import understood
from ryggkompis.importers.answering import asking, command, listed, suggested, take_answers
from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import CsvRow, CsvTable, heading, read_table
from ryggkompis.importers.errors import MapDay, MapOfNames, MapUnknownName
from ryggkompis.importers.found import Found
from ryggkompis.importers.layout import Layout, has_days, layout_of
from ryggkompis.importers.mapping import ROLES, Names, meanings, target_word
from ryggkompis.importers.moments import Order, clock_of, has_clock, moment_of, order_of
from ryggkompis.importers.offsets import proven_hours
from ryggkompis.importers.sorting import Given
from ryggkompis.importers.source import Source


def is_diary(source: Source) -> bool:
    """Tell whether ``source`` is a table with days."""
    if source.looks_like_json:
        return False
    head = heading(source)
    return len(head) > 1 and (layout_of(head, {}) is not None or has_days(read_table(source)))


def read_diary(source: Source, names: Names, harvest: Builder) -> Found | None:
    """Make entries of the columns or names that ``names`` asks for.

    Raises:
        MapDay: when it is not told which column is the day.
        MapMissing, MapUnknownName: when nobody says what goes where, or of names none of which is there.
        NothingUsable, OtherScale: when there is no number from 0 to 10 to take.

    """
    table = read_table(source)
    for name, target in names.items():
        if target in ROLES and name not in table.head:
            raise MapUnknownName(name=shown_name(name), file=source.name, names=listed(table.names))
    layout = layout_of(table.head, names)
    if layout is None:
        raise _which_day(source, table, names, harvest)
    column = layout.value if layout.name is not None else None
    if column is not None and table.head[column] in meanings(names):
        there = dict.fromkeys(_cell(row, layout.name).strip() for row in table.rows)
        raise MapOfNames(
            file=source.name, name=table.names[layout.name or 0], names=listed(filter(None, there))
        )
    answers = list(_answers(source, table, layout, harvest))
    return take_answers(source, answers, names, harvest)


def _which_day(source: Source, table: CsvTable, names: Names, harvest: Builder) -> MapDay:
    told = [shown_name(name) for name in table.names if name]
    given = [f"{name}={target}" for name, target in names.items()]
    likely = next((name for at, name in enumerate(table.names) if name and has_days(table, at)), told[0])
    others = [name for name in told if name != likely]
    known = given if meanings(names) else [*given, *suggested(others)]
    example = command(harvest.file, [f"{likely}={target_word('day')}", *known])
    asked = asking(source, filter(None, table.names), [f"{likely}={target_word('day')}", *known])
    return MapDay(file=source.name, names=listed(told), example=example, **asked)


def _answers(source: Source, table: CsvTable, layout: Layout, harvest: Builder) -> Iterator[Given]:
    order = order_of(source, _days(table, layout))
    when = [_when(row, layout, order) for row in table.rows]
    hours = proven_hours(when) if layout.has_two else ()
    dated = [_dated(day, moment, hours) for day, moment in when]
    for row, (day, moment) in zip(table.rows, dated, strict=True):
        yield from _of_row(row, table, layout, day, moment)
    found = sum(then[0] is None and now[0] is not None for then, now in zip(when, dated, strict=True))
    if found:
        proofs = sum(day is not None and moment is not None for day, moment in when)
        harvest.tell(understood.DayFromTime(found, hours[0], proofs))


def _dated(
    day: date | None, moment: datetime | None, hours: Sequence[int]
) -> tuple[date | None, datetime | None]:
    """Put a timestamp on the patient's clock, and take the day from it where there is none and no doubt."""
    if not hours or moment is None:
        return day, moment
    try:
        days = {(moment + timedelta(hours=more)).date() for more in hours}
        return day or (days.pop() if len(days) == 1 else None), moment + timedelta(hours=hours[0])
    except OverflowError:
        return day, None


def _of_row(
    row: CsvRow, table: CsvTable, layout: Layout, day: date | None, moment: datetime | None
) -> Iterator[Given]:
    written = layout.written(row)
    if layout.name is not None and layout.value is not None:
        name, text = (_cell(row, at) for at in (layout.name, layout.value))
        yield Given(row.line, name.strip(), day, text, moment, "", written)
        return
    for at in layout.others:
        yield Given(row.line, table.names[at], day, _cell(row, at), moment, "", written)


def _when(row: CsvRow, layout: Layout, order: Order | None) -> tuple[date | None, datetime | None]:
    """Give the day of a row and its moment, as far as the row tells them."""
    beside = _cell(row, layout.time).strip() if layout.time is not None else ""
    if layout.parts is not None:
        return _day_of_parts([_cell(row, at) for at in layout.parts]), moment_of(beside, order)
    said = _cell(row, layout.day).strip()
    moment = moment_of(said, order)
    if moment is None:
        return None, moment_of(beside, order) if has_clock(beside) else None
    if has_clock(said):
        return moment.date(), moment
    clock, whole = clock_of(beside), moment_of(beside, order) if beside else None
    if clock is not None:
        whole = datetime.combine(moment.date(), clock)
    return moment.date(), whole


def _days(table: CsvTable, layout: Layout) -> Iterator[str]:
    at = layout.time if layout.parts is not None else layout.day
    for row in table.rows:
        if at is not None and at < len(row.cells):
            yield row.cells[at]


def _cell(row: CsvRow, at: int | None) -> str:
    return row.cells[at] if at is not None and at < len(row.cells) else ""


def _day_of_parts(parts: list[str]) -> date | None:
    try:
        year, month, day = (int(part) for part in parts)
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
