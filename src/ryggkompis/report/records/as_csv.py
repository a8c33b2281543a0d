"""The report for a spreadsheet: a row a day, or a row an entry."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from ryggkompis.i18n.language import current
from ryggkompis.report.omit import Options, Rows
from ryggkompis.report.records.cells import DIALECTS, Cell, written
from ryggkompis.report.records.day_rows import day_rows
from ryggkompis.report.records.entry_rows import entry_rows
from ryggkompis.report.summary import Summary

_ROWS: Final[Mapping[Rows, Callable[[Summary], Iterable[Sequence[Cell]]]]] = {
    "days": day_rows,
    "entries": entry_rows,
}


def table(summary: Summary, options: Options) -> bytes:
    """Write ``facts``, oldest first, a row a day or a row an entry; for English as RFC 4180 has it."""
    dialect = DIALECTS[current()]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n", delimiter=dialect.between)
    for row in _ROWS[options.rows](summary):
        writer.writerow(written(cell, dialect) for cell in row)
    return text.getvalue().encode("utf-8-sig" if dialect.has_bom or options.bom else "utf-8")
