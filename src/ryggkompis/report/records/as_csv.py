"""The entries as CSV (RFC 4180): one row each, every field a column, no formulas."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.value import names
from ryggkompis.domain.journal.entries import KINDS
from ryggkompis.domain.journal.stamp import Stamp
from ryggkompis.report.omit import MARK, Options
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
_FORMULA: Final = tuple('=+-@\t\r\n;"＝＋－＠')
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def table(summary: Summary, options: Options) -> bytes:
    """Write the entries of ``facts``, oldest first, in UTF-8; the headings name the fields as stored."""
    others = sorted({name for line in summary.lines for name in line} - {*_FIRST, *_LAST, *_SAID, MARK})
    columns = (*_FIRST, *_SAID, *others, *_LAST)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(guarded(_heading(name)) for name in columns)
    for line in summary.lines:
        writer.writerow(_row(line, columns))
    # A day that could not be read is told as such: a row that is missing would be taken for a quiet day.
    for day in summary.unread_days:
        writer.writerow(_row({"day": str(day), "kind": UNREAD}, columns))
    return text.getvalue().encode("utf-8-sig" if options.bom else "utf-8")


def guarded(text: str) -> str:
    """Give ``text`` so that a spreadsheet takes it for text: a formula gets an apostrophe, a number none."""
    visible = shown(text)
    if visible.startswith(_FORMULA) and not _NUMBER.fullmatch(visible):
        return f"'{visible}"
    return visible


def _heading(name: str) -> str:
    return f"{name} ({UNITS[name]})" if name in UNITS else name


def _row(line: Line, columns: tuple[str, ...]) -> Iterator[str]:
    time = _time(line.get("at"))
    for name in columns:
        yield time if name == "time" else guarded(_cell(line.get(name)))


def _time(at: object) -> str:
    """Give the time of day on the wall clock of that moment; nothing when it is not known."""
    try:
        return datetime.fromisoformat(str(at)).strftime("%H:%M")
    except ValueError:
        return ""


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case dict():
            return "; ".join(f"{name}={_cell(held)}" for name, held in value.items())
        case list():
            return "; ".join(_cell(held) for held in value)
        case _:
            return str(value)
