"""The list of months that were here: how each file lay on the disk, and what of it reaches further.

It chooses which months are read and tells which are gone, and nothing else: what they say is in themselves.
"""

# ruff: noqa: PTH116, PTH118, PTH123 - pathlib costs more than a whole save
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Final

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.problems import Problem
from ryggkompis.domain.journal.reaching import Reach
from ryggkompis.store.month_files import SEALED_LIMIT, Listing, MonthContent, month_file
from ryggkompis.store.places import Places
from ryggkompis.store.reading import names_in
from ryggkompis.store.remembered.files import read_remembered, write_remembered
from ryggkompis.store.remembered.names import MONTHS
from ryggkompis.store.seal import ENDING, Seal

VERSION: Final = 1
"""Of what is summed up; of another version only the names and states of the files are of use."""


class KnownFile(Value, array_like=True):
    """One file as it was when it was read."""

    name: str
    size: int
    mtime_ns: int
    inode: int
    """0 where the system tells none."""
    digest: str = ""
    """SHA-256 of its bytes as they lie on the disk."""

    @classmethod
    def at(cls, journal: str, name: str) -> "KnownFile | None":
        """Look at a file without opening it; None where nothing is."""
        try:
            about = os.stat(os.path.join(journal, name))
        except OSError:
            return None
        return cls(name, about.st_size, about.st_mtime_ns, about.st_ino)

    def lies_as(self, other: "KnownFile") -> bool:
        """Tell whether ``other`` is the same file with the same content, as far as a look at it tells."""
        return (self.name, self.size, self.mtime_ns) == (other.name, other.size, other.mtime_ns) and (
            self.inode == other.inode or not (self.inode and other.inode)
        )


class KnownMonth(Value):
    """One month: its own file and those beside it."""

    files: tuple[KnownFile, ...]
    """By name."""
    reach: Reach | None = None
    """None where it must be read to be known."""
    is_at_fault: bool = False
    """Something of it could not be read or understood, so it is read each time."""
    missed: datetime | None = None
    """When it was first missed; None while it is here."""


class KnownMonths(Value):
    """The whole list."""

    version: int = 0
    months: Mapping[str, KnownMonth] = {}
    shared: Mapping[str, tuple[str, ...]] = {}
    """Entries that are in several months, or do not begin where they are, to all months they are in."""
    looked: str = ""
    """The day on which every file was last compared with its digest."""

    @property
    def is_new(self) -> bool:
        """Nothing is known of what reaches further."""
        return self.version != VERSION

    def has(self, month: str, lying: Sequence[KnownFile]) -> bool:
        """Tell whether what reaches further is known of a month whose files lie so."""
        known = self.months.get(month)
        return (
            known is not None
            and known.reach is not None
            and not known.is_at_fault
            and len(known.files) == len(lying)
            and all(one.lies_as(other) for one, other in zip(known.files, lying, strict=True))
        )

    def misses(self, lying: Mapping[str, Sequence[KnownFile]]) -> bool:
        """Tell whether a month, or its own file, would not be missed if it went."""
        return any(
            month not in self.months
            or (own_files(month, files) and not own_files(month, self.months[month].files))
            for month, files in lying.items()
        )


def lying_months(places: Places, seal: Seal, names: Listing) -> dict[str, tuple[KnownFile, ...]]:
    """Look at every file of every month of ``names``, oldest first, and open none."""
    return {
        month: tuple(
            file
            for name in sorted({month_file(month, seal.ending), *beside})
            if (file := KnownFile.at(places.journal, name)) is not None
        )
        for month, beside in sorted(names.months.items())
    }


def own_files(month: str, files: Sequence[KnownFile]) -> tuple[KnownFile, ...]:
    """Give the month's own file, sealed or open, of all that belong to the month."""
    names = {month_file(month), month_file(month, ENDING)}
    return tuple(file for file in files if file.name in names)


def vanished(
    known: KnownMonths, lying: Mapping[str, Sequence[KnownFile]], away: Collection[str]
) -> tuple[str, ...]:
    """Name the months that were here and are gone, or whose own file is; ``away`` are in the cloud for now.

    A file beside a month's own may go: it has been folded into it, here or on another machine.
    """
    return tuple(
        month
        for month, one in sorted(known.months.items())
        if month not in away
        and not own_files(month, lying.get(month, ()))
        and (not lying.get(month) or own_files(month, one.files))
    )


def was_here(places: Places, seal: Seal, month: str) -> bool:
    """Tell whether a month had a file of its own when it was last looked at."""
    known = read_known(places, seal).months.get(month)
    return known is not None and bool(own_files(month, known.files))


class _OlderMonth(Value):
    files: tuple[KnownFile, ...]


class _Older(Value):
    months: Mapping[str, _OlderMonth]
    version: int = 0


def read_known(places: Places, seal: Seal) -> KnownMonths:
    """Read the list; of another version's the files alone, so that a month that has vanished is missed."""
    found = read_remembered(places, seal, MONTHS, KnownMonths, _Older)
    if isinstance(found, KnownMonths) and found.version == VERSION:
        return found
    files = {} if found is None else {month: KnownMonth(one.files) for month, one in found.months.items()}
    return KnownMonths(months=files)


def write_known(places: Places, seal: Seal, known: KnownMonths) -> None:
    """Keep the list; where the disk refuses, every month is read the next time."""
    write_remembered(places, seal, MONTHS, replace(known, version=VERSION))


def missing_from(places: Places, seal: Seal, names: Listing) -> list[Problem]:
    """Tell of every month that was here and is not among ``names`` any more."""
    known = read_known(places, seal)
    gone = vanished(known, lying_months(places, seal, names), names.evicted) if known.months else ()
    return [told_missing(known, month) for month in gone]


def told_missing(known: KnownMonths, month: str) -> Problem:
    """Tell of a month that has vanished: whatever it says was said before it was missed."""
    return Problem(month_file(month), "vanished", changed=known.months[month].missed)


def compare_digests(
    places: Places, seal: Seal, day: date, read: Iterable[MonthContent] | None = None
) -> bool:
    """Compare every file with what it was, once a day; tell whether one is another.

    A change that leaves size and time as they were is found so. Such a month is opened the next time.

    Args:
        places: of the journal.
        seal: that closes the list.
        day: it is.
        read: what has just been read, and need not be read for this; then it is done again on the same day.

    """
    known = read_known(places, seal)
    if known.is_new or (known.looked == str(day) and read is None):
        return False
    sums = {one.name: digest(one.raw) for one in read or () if one.raw}
    months = {month: _compared(places.journal, one, sums) for month, one in known.months.items()}
    write_known(places, seal, replace(known, months=months, looked=str(day)))
    return months != known.months


def _compared(journal: str, month: KnownMonth, sums: Mapping[str, str]) -> KnownMonth:
    """Forget what reaches further of a month that is not what it seems to be."""
    is_other = any(
        (lies := KnownFile.at(journal, file.name)) is not None
        and file.lies_as(lies)
        and (sums.get(file.name) or _digest_of(os.path.join(journal, file.name))) not in {file.digest, None}
        for file in month.files
    )
    return replace(month, reach=None) if is_other else month


def _digest_of(path: str) -> str | None:
    try:
        with open(path, "rb") as file:
            return digest(file.read(SEALED_LIMIT))
    except OSError:
        return None


def digest(data: bytes) -> str:
    """Sum up the bytes of a file."""
    return sha256(data).hexdigest()


def accept_vanished(places: Places, seal: Seal) -> tuple[str, ...]:
    """Miss no longer what has vanished, since it is meant; name the months."""
    names, known = names_in(places, seal), read_known(places, seal)
    gone = vanished(known, lying_months(places, seal, names), names.evicted)
    if gone:
        # What lies beside a month that is gone is read anew, and then known.
        months = {month: one for month, one in known.months.items() if month not in gone}
        write_known(places, seal, replace(known, months=months))
    return gone
