"""Habit trackers: harsh's log and Loop's tables, as answers that ``--map`` says the meaning of."""

import re
from collections.abc import Iterator
from typing import Final

from ryggkompis.importers.answering import DONE, NOT_DONE, take_answers
from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import heading, read_table
from ryggkompis.importers.found import Found
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import moment_of
from ryggkompis.importers.numbers import parse_number
from ryggkompis.importers.sorting import Given
from ryggkompis.importers.source import Source

_HARSH: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2}) : (.+?) : ([yns])(?: : (.*?))?(?: : ([0-9.]*))?\s*", re.ASCII
)
_LOOP_WORDS: Final = frozenset({"YES_MANUAL", "YES_AUTO", "NO", "SKIP", "UNKNOWN"})
_LOOP_NUMBERS: Final = {"-1": "UNKNOWN", "0": "NO", "1": "YES_AUTO", "2": "YES_MANUAL", "3": "SKIP"}
_THOUSANDTHS: Final = 1000
"""Loop's older tables give a number that was counted in thousandths."""


def is_harsh(source: Source) -> bool:
    """Tell whether ``source`` is a log of harsh: its first line that is no comment is an entry."""
    if source.looks_like_json:
        return False
    lines = (line for line in source.text.splitlines() if line.strip() and not line.startswith("#"))
    return _HARSH.fullmatch(next(lines, "")) is not None


def read_harsh(source: Source, names: Names, harvest: Builder) -> Found | None:
    """Take what was done, each habit as ``names`` says."""
    return take_answers(source, list(_harsh(source)), names, harvest)


def _harsh(source: Source) -> Iterator[Given]:
    for number, line in enumerate(source.text.splitlines(), 1):
        match = _HARSH.fullmatch(line)
        if match is None:
            if line.strip() and not line.startswith("#"):
                yield Given(number, "", None, line, None)
            continue
        day, habit, done, comment, amount = match.groups()
        moment = moment_of(day)
        text = {"y": _counted(amount or "0"), "n": NOT_DONE}.get(done, "")
        said = (comment or "").strip()
        yield Given(number, habit.strip(), moment and moment.date(), text, None, said, day)


def is_loop(source: Source) -> bool:
    """Tell whether ``source`` is one of Loop's tables of checkmarks."""
    if source.looks_like_json or heading(source)[:1] != ("date",):
        return False
    table = read_table(source)
    cells = [cell.strip() for row in table.rows for cell in row.cells[1:2] + row.cells[2:-1]]
    has_words = any(cell in _LOOP_WORDS for cell in cells)
    in_codes = table.head[-1:] == ("",) and all(cell.removeprefix("-").isdecimal() for cell in cells if cell)
    return has_words or in_codes


def read_loop(source: Source, names: Names, harvest: Builder) -> Found | None:
    """Take what was done by the patient's own hand, each habit as ``names`` says."""
    return take_answers(source, list(_loop(source)), names, harvest)


def _loop(source: Source) -> Iterator[Given]:
    table = read_table(source)
    is_one = table.head[1:] in {("value",), ("value", "notes")}
    columns = [1] if is_one else [n for n, name in enumerate(table.head) if n and name]
    in_words = any(cell.strip() in _LOOP_WORDS for row in table.rows for cell in row.cells[1:])
    for row in table.rows:
        moment = moment_of(row.cells[0])
        said = row.cells[2].strip() if is_one and len(row.cells) > 2 else ""  # noqa: PLR2004 - the notes
        for place in columns:
            text = row.cells[place].strip() if place < len(row.cells) else ""
            day = moment and moment.date()
            yield Given(
                row.line, table.names[place], day, _amount(text, in_words=in_words), None, said, row.cells[0]
            )


def _amount(text: str, *, in_words: bool) -> str:
    """Give what was counted, that it was done, or nothing for what was not."""
    code = text if in_words else _LOOP_NUMBERS.get(text, text)
    if code == "YES_MANUAL":
        return DONE
    # Only what was ticked by hand was done; what was passed over is unknown, and unknown is not “no”.
    if code in _LOOP_WORDS:
        return NOT_DONE if code == "NO" else ""
    number = parse_number(code)
    if number is None or in_words:
        return code
    return _counted(str(float(number / _THOUSANDTHS)))


def _counted(amount: str) -> str:
    return amount if parse_number(amount) else DONE
