"""A zip file as a phone sends it: every file in it that is known, read where it lies."""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, Final

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.value import replace
from ryggkompis.importers import notices
from ryggkompis.importers.errors import BrokenArchive, MapMissing, NoMonthReadable, NothingInside, TooLarge
from ryggkompis.importers.found import Found
from ryggkompis.importers.source import LIMIT
from ryggkompis.store.archive import DAMAGE, is_aside, is_month_of_backup, unzipping

_MAGIC: Final = b"PK\x03\x04"
_TABLES: Final = (".csv", ".json")
_KNOWN: Final = (*_TABLES, ".xml")
_LOOP: Final = "Checkmarks.csv"
"""Loop's table of all habits; the other files of its archive say the same again, or are scores."""
# More than any export holds; an archive made to have no end is left there.
_MOST: Final = 5_000
"""Files of one archive that are looked at."""
_MOST_BYTES: Final = 1 << 26
"""All that the tables of one archive may hold, in bytes."""
FileReader = Callable[[IO[bytes], str], Found]


def is_archive(head: bytes) -> bool:
    """Tell from its beginning whether a file is a zip."""
    return head.startswith(_MAGIC)


def read_archive(stream: IO[bytes], name: str, read: FileReader) -> Found:
    """Take what every file in it gives that ``read`` can read; nothing is written to the disk.

    Raises:
        BrokenArchive, NoMonthReadable, NothingInside: when it is damaged, or nothing of it can be taken in.

    """
    found: Found | None = None
    left = _Left()
    try:
        with unzipping(), zipfile.ZipFile(stream) as archive:
            for member in _members(archive, name):
                try:
                    with unzipping(), archive.open(member) as opened:
                        one = read(opened, f"{name}: {member.filename}")
                except MapMissing:
                    raise
                except (ExpectedError, *DAMAGE) as error:
                    left.take(archive, member, error)
                else:
                    # Of what lay aside, the journal has every line that can be read.
                    one = replace(one, lines=(), notices=()) if is_aside(member.filename) else one
                    found = one if found is None else found.and_also(one)
    except DAMAGE as error:
        raise BrokenArchive(file=name) from error
    if found is None:
        nothing = NoMonthReadable if left.unread else NothingInside
        raise (BrokenArchive if left.damaged else nothing)(file=name)
    return replace(
        found, notices=(*found.notices, *left.notices), unread=(*found.unread, *left.unread.items())
    )


@dataclass
class _Left:
    """What of an archive gives nothing."""

    others: int = 0
    damaged: list[str] = field(default_factory=list)
    unread: dict[str, bytes] = field(default_factory=dict)
    """Months of a journal, as far as their bytes can be had."""

    def take(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, error: Exception) -> None:
        is_damaged, is_ours = not isinstance(error, ExpectedError), is_month_of_backup(member.filename)
        if is_ours:
            self.unread[member.filename] = b"" if is_damaged else archive.open(member).read(LIMIT)
        if is_damaged:
            self.damaged.append(member.filename)
        elif not is_ours:
            self.others += 1

    @property
    def notices(self) -> tuple[notices.Notice, ...]:
        damaged = map(notices.Damaged, dict.fromkeys((*self.damaged, *self.unread)))
        return *damaged, *((notices.NotOurs(self.others),) if self.others else ())


def _members(archive: zipfile.ZipFile, name: str) -> Iterator[zipfile.ZipInfo]:
    members = [one for one in archive.infolist() if not one.is_dir()][:_MOST]
    # A large document is read in pieces; a table at once, and no further than a file may be long.
    tables = [min(one.file_size, LIMIT) for one in members if one.filename.lower().endswith(_TABLES)]
    if sum(tables) > _MOST_BYTES:
        raise TooLarge(file=name, limit=_MOST_BYTES >> 20)
    whole = [one for one in members if one.filename == _LOOP]
    yield from whole or (
        one for one in members if one.filename.lower().endswith(_KNOWN) or is_month_of_backup(one.filename)
    )
