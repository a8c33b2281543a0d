"""A CSV file as rows with their line numbers, whatever separates its columns."""

import csv
import io
from collections.abc import Iterator
from typing import Final, NamedTuple

from ryggkompis.importers.errors import BrokenCsv, TooMany
from ryggkompis.importers.source import Source

MOST: Final = 50_000
"""Rows of one file, without its heading."""
_SEPARATORS: Final = ",;\t|"


class Row(NamedTuple):
    """One row of the file."""

    line: int
    cells: tuple[str, ...]


class Table(NamedTuple):
    """A heading and the rows beneath it."""

    head: tuple[str, ...]
    """In small letters, without blanks at the ends."""
    names: tuple[str, ...]
    """The same as the file writes them."""
    rows: tuple[Row, ...]


def heading(source: Source) -> tuple[str, ...]:
    """Give the columns' names in small letters, without reading the rows; none for an empty table."""
    first = next(_rows(source), Row(1, ()))
    return tuple(cell.strip().casefold() for cell in first.cells)


def read_table(source: Source) -> Table:
    """Read the table of ``source``; lines above the heading that begin with ``#`` are passed over.

    Raises:
        BrokenCsv, TooMany: when it is no table, or too long a one.

    """
    rows = list(_rows(source))
    if not rows:
        return Table((), (), ())
    names = tuple(cell.strip() for cell in rows[0].cells)
    return Table(tuple(name.casefold() for name in names), names, tuple(rows[1:]))


def _rows(source: Source) -> Iterator[Row]:
    lines = source.text.splitlines(keepends=True)
    above = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    separator = max(_SEPARATORS, key=lines[above].count) if lines else ","
    reader = csv.reader(io.StringIO("".join(lines[above:]), newline=""), delimiter=separator)
    count = 0
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            count += 1
            if count > MOST + 1:
                raise TooMany(file=source.name, limit=MOST)
            yield Row(above + reader.line_num, tuple(cells))
    except csv.Error as error:
        raise BrokenCsv(file=source.name, line=above + reader.line_num) from error
