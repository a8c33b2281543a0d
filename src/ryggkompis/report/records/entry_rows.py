"""A row for each entry, every field a column, for other programs: the headings name the fields as stored."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from ryggkompis.domain.base.value import names
from ryggkompis.domain.journal.entries import KINDS
from ryggkompis.domain.journal.stamp import Stamp
from ryggkompis.report.omit import MARK
from ryggkompis.report.records.cells import Cell
from ryggkompis.report.summary import Summary
from ryggkompis.store.lines import Line

UNITS: Final[Mapping[str, str]] = {
    "time": "local", "saved": "UTC", "leg": "0-10", "back": "0-10", "leg_avg": "0-10", "back_avg": "0-10",
    "leg_worst": "0-10", "peak_leg": "0-10", "worry": "0-10", "goals": "0-10", "global_change": "-3 to 3",
    "sleep_wakes": "times, 3 is 3 or more", "sit_longest": "minutes", "minutes": "minutes",
    "settled": "minutes", "walk_tolerance": "minutes", "walks_now": "minutes", "pain_goal": "0-10",
    "level": "1-4", "walk_ceiling": "level -2 to 12",
}  # fmt: skip
UNREAD: Final = "unreadable"
"""What stands for the kind of an entry on a day that nothing could be read of."""
_STAMP: Final = names(Stamp)
_FIRST: Final = ("day", "time", "kind")
_LAST: Final = tuple(name for name in _STAMP if name not in _FIRST)
_SAID: Final = tuple(
    dict.fromkeys(name for kind in KINDS for name in names(kind) if name not in {*_STAMP, "kind"})
)


def entry_rows(summary: Summary) -> Iterator[list[Cell]]:
    """Give the heading, and the entries from the oldest on."""
    others = sorted({name for line in summary.lines for name in line} - {*_FIRST, *_LAST, *_SAID, MARK})
    columns = (*_FIRST, *_SAID, *others, *_LAST)
    yield [_heading(name) for name in columns]
    for line in summary.lines:
        yield [*_row(line, columns)]
    # A day that could not be read is told as such: a row that is missing would be taken for a quiet day.
    for day in summary.unread_days:
        yield [*_row({"day": str(day), "kind": UNREAD}, columns)]


def _heading(name: str) -> str:
    return f"{name} ({UNITS[name]})" if name in UNITS else name


def _row(line: Line, columns: tuple[str, ...]) -> Iterator[Cell]:
    time = _time(line.get("at"))
    for name in columns:
        yield time if name == "time" else _cell(line.get(name))


def _time(at: object) -> str:
    """Give the time of day on the wall clock of that moment; nothing when it is not known."""
    try:
        return datetime.fromisoformat(str(at)).strftime("%H:%M")
    except ValueError:
        return ""


def _cell(value: object) -> Cell:
    match value:
        case None:
            return None
        case bool():
            return "yes" if value else "no"
        case int() | float() | str():
            return value
        case dict():
            return "; ".join(f"{name}={_in_list(held)}" for name, held in value.items())
        case list():
            return "; ".join(map(_in_list, value))
        case _:
            return str(value)


def _in_list(value: object) -> str:
    cell = _cell(value)
    return "" if cell is None else str(cell)
