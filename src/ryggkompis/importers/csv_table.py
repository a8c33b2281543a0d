"""A CSV file as rows with their line numbers, whatever separates its columns."""

import csv
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from ryggkompis.importers.errors import BrokenCsv, TooMany
from ryggkompis.importers.source import Source

MOST: Final = 50_000
"""Rows of one file, without its heading."""
_SEPARATORS: Final = ",;\t|"
_NAMED: Final = "sep="
"""How a spreadsheet's first line begins that says what separates."""
_SHEET: Final = ("com.samsung.",)
"""How a first line begins that names the table; it has separators of its own."""
_TRIED: Final = 30
"""Lines that tell what separates."""


class CsvRow(NamedTuple):
    """One row of the file."""

    line: int
    cells: tuple[str, ...]


class CsvTable(NamedTuple):
    """A heading and the rows beneath it."""

    head: tuple[str, ...]
    """In small letters, without blanks at the ends."""
    names: tuple[str, ...]
    """The same as the file writes them."""
    rows: tuple[CsvRow, ...]


def heading(source: Source) -> tuple[str, ...]:
    """Give the columns' names in small letters, without reading the rows; none for an empty table."""
    first = next(_rows(source), CsvRow(1, ()))
    return tuple(cell.strip().casefold() for cell in first.cells)


def read_table(source: Source) -> CsvTable:
    """Read the table of ``source``; lines above the heading are passed over.

    Raises:
        BrokenCsv, TooMany: when it is no table, or too long a one.

    """
    rows = list(_rows(source))
    if not rows:
        return CsvTable((), (), ())
    names = tuple(cell.strip() for cell in rows[0].cells)
    return CsvTable(tuple(name.casefold() for name in names), names, tuple(rows[1:]))


def _above(lines: list[str]) -> int:
    """Count the lines above the heading: empty ones, remarks, and the name that some programs put there."""
    filled = (n for n, line in enumerate(lines) if line.strip() and not line.startswith(("#", _NAMED)))
    told = list(islice(filled, 2))
    cells = [any(sign in lines[n] for sign in _SEPARATORS) for n in told]
    # A line above the heading, such as a title: it has no separator, and the next has.
    if cells == [False, True] or (len(told) > 1 and lines[told[0]].startswith(_SHEET)):
        return told[1]
    return told[0] if told else 0


def _separator(lines: list[str], above: int) -> str:
    for line in lines[:above]:
        if line.startswith(_NAMED) and (sign := line.removeprefix(_NAMED).strip(" \r\n")[:1]) in _SEPARATORS:
            return sign or "\t"
    return max(_SEPARATORS, key=lambda sign: _fitting(lines[above : above + _TRIED], sign))


def _fitting(lines: list[str], separator: str) -> tuple[bool, int]:
    """Tell whether every line has as many cells as the first where ``separator`` stands, and how many."""
    try:
        counts = [
            len(cells) for cells in csv.reader(lines, delimiter=separator, skipinitialspace=True) if cells
        ]
    except csv.Error:
        return False, 0
    first = counts[0] if counts else 0
    return first > 1 and all(count >= first for count in counts), first


def _rows(source: Source) -> Iterator[CsvRow]:
    lines = source.lines
    above = _above(lines)
    reader = csv.reader(islice(lines, above, None), delimiter=_separator(lines, above), skipinitialspace=True)
    count = 0
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            count += 1
            if count > MOST + 1:
                raise TooMany(file=source.name, limit=MOST)
            yield CsvRow(above + reader.line_num, tuple(cells))
    except csv.Error as error:
        raise BrokenCsv(file=source.name, line=above + reader.line_num) from error
