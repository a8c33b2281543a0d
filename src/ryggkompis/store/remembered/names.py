"""What the files of what is remembered are called."""

from typing import Final

SHOWN: Final = "shown.json"
"""The plans of the last days, as they were shown."""
MONTHS: Final = "months.json"
"""The months that were here, and what of each reaches further than its own days."""

CALENDAR: Final = "calendar.json"
"""What the phone's calendar was given."""


def aside(name: str) -> str:
    """Name the file that one which cannot be read is put aside as."""
    return name.replace(".json", ".damaged.json")


_NAMES: Final = (SHOWN, MONTHS, CALENDAR)
REMEMBERED: Final = frozenset({*_NAMES, *map(aside, _NAMES)})
"""All of them, and what was put aside."""
