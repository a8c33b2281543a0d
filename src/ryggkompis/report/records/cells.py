"""Cells of a spreadsheet: as the one of the reader's language reads them, and no formulas."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple, TypeAlias

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.catalogue.catalogue import Language

Cell: TypeAlias = str | int | float | None
"""None is unknown, and stays empty."""


class Dialect(NamedTuple):
    """How a spreadsheet of one language writes a table."""

    between: str
    decimal: str
    has_bom: bool
    """A spreadsheet of that language takes a file without the mark for an older encoding, and breaks æøå."""


DIALECTS: Final[Mapping[Language, Dialect]] = {
    "nb": Dialect(";", ",", has_bom=True),
    "en": Dialect(",", ".", has_bom=False),
}
"""A comma between cells is no table to a spreadsheet in whose language it stands in numbers."""
_FORMULA: Final = tuple('=+-@\t\r\n;"＝＋－＠')
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def guarded(text: str) -> str:
    """Give ``text`` so that a spreadsheet takes it for text: a formula gets an apostrophe, a number none."""
    visible = shown(text)
    if visible.startswith(_FORMULA) and not _NUMBER.fullmatch(visible):
        return f"'{visible}"
    return visible


def written(cell: Cell, dialect: Dialect) -> str:
    """Write ``cell`` so that it is read as what it is."""
    match cell:
        case None:
            return ""
        case int() | float():
            return str(cell).replace(".", dialect.decimal)
        case _:
            return guarded(cell)
