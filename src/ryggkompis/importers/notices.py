"""What is told about an import: values, worded at the edge."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Lines: TypeAlias = tuple[int, ...]
"""Numbers of lines of the file, from 1."""


@dataclass(frozen=True, slots=True)
class Read:
    """What the file holds."""

    rows: int
    entries: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Mapped:
    """Numbers that were taken in as leg or back."""

    name: str
    target: str
    values: int


@dataclass(frozen=True, slots=True)
class NotMapped:
    """Numbers that nobody asked for."""

    name: str
    values: int


@dataclass(frozen=True, slots=True)
class NotThere:
    """A name that was asked for and that the file does not have."""

    name: str


@dataclass(frozen=True, slots=True)
class ScaleAssumed:
    """The file does not say that its numbers are 0-10."""


@dataclass(frozen=True, slots=True)
class Averaged:
    """Days with several numbers for the same place: their mean was taken."""

    days: int


@dataclass(frozen=True, slots=True)
class Rounded:
    """Numbers (after the mean) that were not whole; a half goes up."""

    values: int


@dataclass(frozen=True, slots=True)
class Blank:
    """Cells without a number: unknown, and not zero."""

    values: int


@dataclass(frozen=True, slots=True)
class Repeated:
    """Rows that say the same as an earlier row."""

    lines: Lines


@dataclass(frozen=True, slots=True)
class OutOfScale:
    """Numbers below 0 or above 10."""

    lines: Lines


@dataclass(frozen=True, slots=True)
class NotANumber:
    """Words where a number should be."""

    lines: Lines


@dataclass(frozen=True, slots=True)
class NoSuchDay:
    """Days that do not exist or cannot be meant."""

    lines: Lines


@dataclass(frozen=True, slots=True)
class NotYet:
    """Days that have not come."""

    lines: Lines


@dataclass(frozen=True, slots=True)
class OtherDay:
    """Rows whose time lies on another day than the row says; the day was believed."""

    lines: Lines


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Entries or lines of our own format that cannot be used."""

    entries: int


@dataclass(frozen=True, slots=True)
class FromNewer:
    """Entries of kinds that this version does not know: kept, and not shown."""

    entries: int


@dataclass(frozen=True, slots=True)
class AlreadyHere:
    """Entries that the journal has already."""

    entries: int


@dataclass(frozen=True, slots=True)
class DayTaken:
    """Days with a check-in or a walk of their own in the journal; it stays."""

    days: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Days on which a device counted steps."""

    source: str
    days: int


@dataclass(frozen=True, slots=True)
class SeveralSources:
    """Days that several devices counted: the highest number counts, never their sum."""

    days: int


@dataclass(frozen=True, slots=True)
class NotWorn:
    """Days with 0 steps: unknown, and not zero."""

    days: int


@dataclass(frozen=True, slots=True)
class NotDone:
    """Lines that say that something was not done."""

    values: int


@dataclass(frozen=True, slots=True)
class BeforeStart:
    """Entries from long before the pain began."""

    entries: int


@dataclass(frozen=True, slots=True)
class Revised:
    """Days of steps that the journal has with a smaller number, from before the day was over."""

    days: int


@dataclass(frozen=True, slots=True)
class NotOurs:
    """Files of an archive that nothing can be taken from."""

    files: int


LineNotice: TypeAlias = Repeated | OutOfScale | NotANumber | NoSuchDay | NotYet | OtherDay
"""Told about single lines of the file."""
Notice: TypeAlias = (
    Read | Mapped | NotMapped | NotThere | ScaleAssumed | Averaged | Rounded | Blank | LineNotice
    | NotUnderstood | FromNewer | AlreadyHere | DayTaken | Counted | SeveralSources | NotWorn | NotDone
    | BeforeStart | Revised | NotOurs
)  # fmt: skip
