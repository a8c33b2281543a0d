"""A zip file as a phone sends it: every file in it that is known, read where it lies."""

import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, Final

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.base.value import replace
from ryggkompis.importers import notices
from ryggkompis.importers.answering import listed
from ryggkompis.importers.builder import Builder
from ryggkompis.importers.errors import (
    ArchiveInside,
    BrokenArchive,
    BrokenXml,
    DeclaresEntity,
    EmptyFile,
    MapDay,
    MapMissing,
    NoMonthReadable,
    NothingInside,
    OnlyOthers,
    TooLarge,
    TooSlow,
)
from ryggkompis.importers.faults import SHOWN
from ryggkompis.importers.found import Found
from ryggkompis.importers.known import daylio, health_connect
from ryggkompis.importers.known.refusing import OldSpreadsheet
from ryggkompis.importers.known.trees import is_known_tree, wanted_of
from ryggkompis.importers.source import LIMIT
from ryggkompis.store.archive import DAMAGE, is_aside, is_month_of_backup, unzipping

_MAGIC: Final = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip begins; the second is one with nothing in it."""
_DATABASES: Final = (".db", ".sqlite", ".sqlite3")
_TABLES: Final = (".csv", ".json", ".txt")
_SHEETS: Final = frozenset({"[Content_Types].xml", "content.xml"})
"""What is in a spreadsheet, which is an archive too."""
_ARCHIVE: Final = ".zip"
_EMPTY: Final = 22
"""Bytes of an archive with nothing in it."""
_MOST_BYTES: Final = 1 << 28
"""All that the tables of one archive may hold, in bytes; that is more than any export does."""
_LONGEST: Final = 10
"""Minutes."""
_TOLD: Final = MapMissing | MapDay | TooLarge | BrokenXml | DeclaresEntity
"""What is told of a file in an archive of which nothing can be taken in."""
FileReader = Callable[[IO[bytes], str], Found | None]


def is_archive(head: bytes) -> bool:
    """Tell from its beginning whether a file is a zip."""
    return head.startswith(_MAGIC)


def read_archive(stream: IO[bytes], harvest: Builder, read: FileReader) -> Found | None:
    """Take what every file in it gives that ``read`` can read; nothing of it stays on the disk.

    Raises:
        ArchiveInside, BrokenArchive, BrokenXml, DeclaresEntity, EmptyFile, NoMonthReadable, NothingInside,
            OldSpreadsheet: when it is damaged, or nothing of it can be taken in.
        MapMissing, MapDay: when all that it has is a table of which nobody says what is what.
        TooLarge, TooSlow: when it has no end.

    """
    left = _Left()
    try:
        with unzipping(), zipfile.ZipFile(stream) as archive:
            found = _read_all(archive, harvest, read, left)
    except DAMAGE as error:
        raise BrokenArchive(file=harvest.file) from error
    harvest.inner = ""
    if found is None and harvest.is_empty:
        raise left.reason(harvest.file)
    for notice in left.notices:
        harvest.tell(notice)
    return found and replace(found, unread=(*found.unread, *left.unread.items()))


def _read_all(archive: zipfile.ZipFile, harvest: Builder, read: FileReader, left: "_Left") -> Found | None:
    found: Found | None = None
    for member in _members(archive, harvest, left):
        harvest.inner = shown_name(member.filename)
        try:
            with unzipping(), archive.open(member) as opened:
                one = _read(opened, member, harvest, read)
        except (ExpectedError, *DAMAGE) as error:
            left.take(archive, member, error)
        else:
            found = _and(found, one, member.filename)
    return found


def _read(opened: IO[bytes], member: zipfile.ZipInfo, harvest: Builder, read: FileReader) -> Found | None:
    if member.filename == daylio.BACKUP:
        daylio.read_backup(opened.read(LIMIT * 4), harvest)
    elif member.filename.lower().endswith(_DATABASES):
        health_connect.read_health_connect(opened, f"{harvest.file}: {harvest.inner}", harvest)
    else:
        return read(opened, f"{harvest.file}: {harvest.inner}")
    return None


def _and(found: Found | None, one: Found | None, name: str) -> Found | None:
    if one is None:
        return found
    # Of what lay aside, the journal has every line that can be read.
    one = replace(one, lines=(), notices=()) if is_aside(name) else one
    return one if found is None else found.and_also(one)


@dataclass
class _Left:
    """What of an archive gives nothing."""

    others: list[str] = field(default_factory=list)
    archives: list[str] = field(default_factory=list)
    """Those of the others that are archives with something in them."""
    damaged: list[str] = field(default_factory=list)
    unread: dict[str, bytes] = field(default_factory=dict)
    """Months of a journal, as far as their bytes can be had."""
    is_known: bool = False
    """It is a program's that is known, and nothing in it is worth reading."""
    _why: ExpectedError | None = None
    """What has to be told of the first table or document, where nothing else can be taken in."""

    def take(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, error: Exception) -> None:
        is_damaged, is_ours = not isinstance(error, ExpectedError), is_month_of_backup(member.filename)
        if is_ours:
            self.unread[member.filename] = b"" if is_damaged else archive.open(member).read(LIMIT)
        if is_damaged:
            self.damaged.append(member.filename)
        elif not is_ours:
            self.others.append(member.filename)
        if isinstance(error, _TOLD) and self._why is None:
            self._why = error

    def reason(self, file: str) -> ExpectedError:
        """Say why nothing of it can be taken in."""
        if self._why is not None:
            return self._why
        if self.is_known:
            return OnlyOthers(file=file, files=len(self.others))
        if self.damaged or self.unread:
            return (BrokenArchive if self.damaged else NoMonthReadable)(file=file)
        if self.archives:
            return ArchiveInside(file=file, names=listed(self.archives))
        return NothingInside(file=file, names=listed(self.others)) if self.others else EmptyFile(file=file)

    @property
    def notices(self) -> tuple[notices.Notice, ...]:
        damaged = map(notices.Damaged, dict.fromkeys((*self.damaged, *self.unread)))
        shown = tuple(shown_name(name.rpartition("/")[2]) for name in self.others[:SHOWN])
        return *damaged, *((notices.NotOurs(len(self.others), shown),) if self.others else ())


def _is_read(name: str) -> bool:
    return name.lower().endswith(_DATABASES) or name == daylio.BACKUP or is_month_of_backup(name)


def _members(archive: zipfile.ZipFile, harvest: Builder, left: _Left) -> Iterator[zipfile.ZipInfo]:
    began = time.monotonic()
    members = [one for one in archive.infolist() if not one.is_dir()]
    names = {one.filename for one in members}
    left.archives += [
        one.filename for one in members if one.filename.lower().endswith(_ARCHIVE) and one.file_size > _EMPTY
    ]
    if not names.isdisjoint(_SHEETS):
        raise OldSpreadsheet(file=harvest.file)
    is_wanted = wanted_of(names)
    wanted = {name for name in names if _is_read(name) or is_wanted(name)}
    left.others += [one.filename for one in members if one.filename not in wanted]
    read = [one for one in members if one.filename in wanted]
    left.is_known = not read and is_known_tree(names)
    # A large document is read in pieces; a table at once, and no further than a file may be long.
    if sum(min(one.file_size, LIMIT) for one in read if one.filename.lower().endswith(_TABLES)) > _MOST_BYTES:
        raise TooLarge(file=harvest.file, limit=_MOST_BYTES >> 20)
    for one in read:
        if time.monotonic() - began > _LONGEST * 60:
            raise TooSlow(file=harvest.file, minutes=_LONGEST)
        yield one
