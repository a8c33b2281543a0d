"""The days of the week as files and options name them; imports nothing dear, for the settings read them."""

from typing import Final, Literal, TypeAlias

Weekday: TypeAlias = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: Final[tuple[Weekday, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
