"""What is told about an import: values, worded at the edge."""

from datetime import date
from typing import TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.importers.understood import (
    DayFromTime,
    DayTwice,
    Examples,
    Lines,
    ManySteps,
    OfUnknownKind,
    OtherActivities,
    OtherColumns,
    SameWalk,
    SignGuessed,
    TooLongWalk,
    TooMuchToWalk,
)  # fmt: skip


class Read(Value):
    """What the file holds."""

    rows: int
    entries: int
    first: date
    last: date


class Mapped(Value):
    """What a name was read as, and how many numbers or entries it gave."""

    name: str
    target: str
    values: int


class NotMapped(Value):
    """Names that nobody asked for, each with how often it says something."""

    named: tuple[tuple[str, int], ...]


class NotThere(Value):
    """A name that was asked for and that the file does not have."""

    name: str


class ScaleAssumed(Value):
    """The file does not say that its numbers are 0-10."""


class Averaged(Value):
    """Days with several numbers for the same place: their mean was taken."""

    days: int


class Rounded(Value):
    """Numbers (after the mean) that were not whole; a half goes up."""

    values: int


class Blank(Value):
    """Cells without a number: unknown, and not zero."""

    values: int


class Repeated(Value):
    """Rows that say the same as an earlier row."""

    lines: Lines
    examples: Examples = ()


class OutOfScale(Value):
    """Numbers below 0 or above 10."""

    lines: Lines
    examples: Examples = ()


class NotANumber(Value):
    """Words where a number should be."""

    lines: Lines
    examples: Examples = ()


class NoSuchDay(Value):
    """Days that do not exist or cannot be meant."""

    lines: Lines
    examples: Examples = ()


class NotYet(Value):
    """Days that have not come."""

    lines: Lines
    examples: Examples = ()


class OtherDay(Value):
    """Rows whose time lies on another day than the row says; the day was believed."""

    lines: Lines
    examples: Examples = ()


class NotUnderstood(Value):
    """Entries or lines of our own format that cannot be used."""

    entries: int


class OnlyPart(Value):
    """A report of some days of a diary that has more."""

    first: date
    last: date
    entries: int
    """Entries of earlier days that did not come along: a plan looks back at them."""


class LeftOut(Value):
    """Parts that were left out when the report was written."""

    parts: tuple[str, ...]


class WasUnread(Value):
    """Not all of the diary could be read when the report was written."""


class FromNewer(Value):
    """Entries of kinds that this version does not know: kept, and not shown."""

    entries: int


class AlreadyHere(Value):
    """Entries that the journal has already."""

    entries: int


class TakenOut(Value):
    """Entries that were taken out of the journal by hand, and stay out."""

    entries: int


class Erased(Value):
    """Entries that were erased from the journal, and never come back."""

    entries: int


class DayTaken(Value):
    """Days with a check-in or a walk of their own in the journal; it stays."""

    days: int


class Counted(Value):
    """Days on which a device counted steps."""

    source: str
    days: int


class SeveralSources(Value):
    """Days that several devices counted: the highest number counts, never their sum."""

    days: int


class NotWorn(Value):
    """Days with 0 steps: unknown, and not zero."""

    days: int


class NotDone(Value):
    """Lines that say that something was not done."""

    values: int


class BeforeStart(Value):
    """Entries from long before the pain began, or before the first word where nobody told that."""

    entries: int


class Revised(Value):
    """Days of steps that the journal has with a smaller number, from before the day was over."""

    days: int


class HigherStands(Value):
    """Days of steps that the journal has with a higher number, which stands."""

    days: int


class Damaged(Value):
    """A file of the archive that is damaged; the others are whole."""

    name: str


class NotOurs(Value):
    """Files of an archive that nothing can be taken from."""

    files: int
    examples: tuple[str, ...] = ()
    """The names of the first."""


LineNotice: TypeAlias = (
    Repeated
    | OutOfScale
    | NotANumber
    | NoSuchDay
    | NotYet
    | OtherDay
    | TooMuchToWalk
    | TooLongWalk
    | OfUnknownKind
)
"""Told about single lines of the file."""
Notice: TypeAlias = (
    Read | Mapped | NotMapped | NotThere | ScaleAssumed | Averaged | Rounded | Blank | LineNotice
    | NotUnderstood | OnlyPart | LeftOut | WasUnread | FromNewer | AlreadyHere | TakenOut | DayTaken | Counted
    | SeveralSources | DayTwice | SameWalk | OtherActivities | OtherColumns | SignGuessed | DayFromTime
    | Erased | NotWorn | NotDone | BeforeStart | Revised | HigherStands | ManySteps | Damaged | NotOurs
)  # fmt: skip
