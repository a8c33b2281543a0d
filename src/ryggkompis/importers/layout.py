"""Where things stand in a table: which column is the day, which the time, and whose the numbers are."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.importers.csv_table import CsvRow, CsvTable
from ryggkompis.importers.mapping import IGNORED, ROLES, Names
from ryggkompis.importers.moments import moment_of

_PARTS: Final = ("startyear", "startmonth", "startday")
_HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    "day": ("date", "dato", "day", "dag", "full_date", "date formatted", "datum", "fecha", "data", "jour",
            "timestamp", "datetime", "date/time", "tidspunkt", "created_at"),
    "time": ("time", "tid", "klokkeslett", "clock", "kl", "hora", "heure", "uhrzeit"),
    "name": ("name", "navn", "symptom", "habit", "vane", "featureid", "tracker"),
    "value": ("value", "verdi", "intensity", "styrke", "amount", "rating", "score"),
}  # fmt: skip
"""How a column is headed that is one thing by itself; a name only where a value stands beside it."""
_LOOKED_AT: Final = 30


class Layout(Value, dict=True):
    """Where things stand in a row."""

    day: int | None
    parts: tuple[int, ...] | None
    """Year, month and day, where they stand in three columns."""
    time: int | None
    name: int | None
    value: int | None
    """Both where each row names its own number."""
    others: tuple[int, ...]

    @property
    def has_two(self) -> bool:
        """A day and a moment stand beside each other, so that one can prove the other."""
        return self.time is not None

    def written(self, row: CsvRow) -> str:
        """Give the day of ``row`` as it is written."""
        places = self.parts or ((self.day,) if self.day is not None else ())
        return "-".join(row.cells[at].strip() for at in places if at < len(row.cells))


def layout_of(head: tuple[str, ...], names: Names) -> Layout | None:
    """Find out what is where, from ``names`` first and else from the heading; None without a day."""
    ignored = {at for at, name in enumerate(head) if names.get(name) == IGNORED}
    places = {role: _place(head, names, role) for role in ROLES}
    parts = tuple(head.index(part) for part in _PARTS) if set(_PARTS) <= set(head) else None
    if parts is not None and "day" not in names.values():
        # The timestamp beside them is called a date.
        places["time"] = places["day"] if places["time"] is None else places["time"]
        places["day"] = None
    if parts is None and places["day"] is None:
        return None
    if places["name"] is None or places["value"] is None:
        places["name"] = places["value"] = None
    used = {*ignored, *(parts or ()), *(at for at in places.values() if at is not None)}
    others = tuple(at for at, name in enumerate(head) if name and at not in used)
    return Layout(
        places["day"],
        parts if places["day"] is None else None,
        places["time"],
        places["name"],
        places["value"],
        others,
    )


def has_days(table: CsvTable, at: int | None = None) -> bool:
    """Tell whether a column, or any of them, has a day in most rows."""
    rows = table.rows[:_LOOKED_AT]
    if at is None:
        return any(has_days(table, place) for place in range(len(table.head)))
    days = sum(at < len(row.cells) and moment_of(row.cells[at]) is not None for row in rows)
    return days * 2 > len(rows)


def _place(head: tuple[str, ...], names: Names, role: str) -> int | None:
    asked = next((at for at, name in enumerate(head) if names.get(name) == role), None)
    if asked is not None:
        return asked
    # A column of values that is said to be the leg is still one of values: each row names its own.
    free = {name for name in head if names.get(name) not in (*ROLES, IGNORED)}
    taken = set() if role in {"name", "value"} else set(names)
    return next((head.index(name) for name in _HEADS[role] if name in free - taken), None)
