"""Bearable's table: what it tells of each part of a day, as notes; its symptoms go from 1 to 4."""

import re
from collections.abc import Iterator
from typing import Final

from ryggkompis.importers.answering import take_answers
from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import heading, read_table
from ryggkompis.importers.errors import OtherWords
from ryggkompis.importers.found import Found
from ryggkompis.importers.mapping import Names, pains
from ryggkompis.importers.moments import moment_of, order_of
from ryggkompis.importers.sorting import Given
from ryggkompis.importers.source import Source

_COLUMNS: Final = ("date", "time of day", "category", "rating/amount", "detail")
_DAYS: Final = ("date", "date formatted")
_STRENGTH: Final = re.compile(r"(.*\S)\s*\(([^()]*)\)\s*")
"""“Leg pain (Moderate)”."""
_SYMPTOM: Final = "symptom"


def is_bearable(source: Source) -> bool:
    """Tell whether ``source`` is its export."""
    return not source.looks_like_json and set(_COLUMNS) <= set(heading(source))


def read_bearable(source: Source, names: Names, harvest: Builder) -> Found | None:
    """Take each symptom or category as it is said to be.

    Raises:
        OtherWords: when a symptom is said to be pain of 0 to 10, which it is not.

    """
    answers = list(_answers(source))
    if pains(names):
        raise OtherWords(file=source.name)
    return take_answers(source, answers, names, harvest, is_pain=False)


def _answers(source: Source) -> Iterator[Given]:
    table = read_table(source)
    day = next(table.head.index(name) for name in reversed(_DAYS) if name in table.head)
    _date, _part, category, rating, detail = (table.head.index(name) for name in _COLUMNS)
    rows = [row for row in table.rows if len(row.cells) > max(day, category, rating, detail)]
    order = order_of(source, (row.cells[day] for row in rows))
    for row in rows:
        moment = moment_of(row.cells[day], order)
        kind, said = row.cells[category].strip(), row.cells[detail].strip()
        found = _STRENGTH.fullmatch(said)
        is_symptom = kind.casefold() == _SYMPTOM and said
        name, strength = (found[1], found[2]) if is_symptom and found else (said if is_symptom else kind, "")
        words = strength or ("" if is_symptom else said) or row.cells[rating].strip()
        yield Given(row.line, name, moment and moment.date(), row.cells[rating], None, words, row.cells[day])
