"""A whole journal as one zip file: its months byte for byte, with the key where they are sealed."""

import calendar
import errno
import io
import lzma
import os
import re
import struct
import time
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, NamedTuple

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.store import atomic, backups, month_files
from ryggkompis.store.inventory.found import Found, inventory
from ryggkompis.store.month_files import SEALED_LIMIT
from ryggkompis.store.places import Places
from ryggkompis.store.seal import ENDING

_JOURNAL: Final = "journal"
_KEY: Final = "key"
_MONTH: Final = re.compile(rf"{_JOURNAL}/[^/\\]+\.(?:json|age)", re.ASCII | re.IGNORECASE)
_ASIDE: Final = re.compile(rf"{backups.ASIDE}/[^/\\]+", re.ASCII)
_KEYS: Final = re.compile(rf"{_KEY}/\w[\w.-]*", re.ASCII)
_MOST_BYTES: Final = 1 << 25
"""All that one backup may hold, in bytes: four times ten years of a full diary."""
_LEAST_OF_A_FILE: Final = 1 << 9
"""What each file counts as at least: a great many empty ones are no journal either."""
DAMAGE: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What a zip raises that is not as it was written."""
_MOST_KEYS: Final = 20
_KEY_LIMIT: Final = 1 << 16
_CHANGED: Final = struct.Struct("<HHBI")
"""How a zip tells, to the second and wherever it is unpacked, when a file was last changed."""
_FIRST: Final = calendar.timegm((1980, 1, 2, 0, 0, 0))
_LAST: Final = (1 << 32) - 1
"""The seconds that it can tell of."""


class NothingToKeep(ExpectedError):
    """A journal without a file."""

    says = N_("There is nothing to back up yet: {path} holds no diary.")


class TooMuch(ExpectedError):
    """More than a backup may hold."""

    says = N_("{path} holds more than one backup can. Nothing has been written.")


class NotABackup(ExpectedError):
    """A file that no backup was written to, or that is damaged."""

    says = N_("{file} is no whole backup of Ryggkompis. Nothing has been changed.")


def pack(places: Places) -> bytes:
    """Give every file of the journal as it is, also those that cannot be understood.

    What is packed has been unpacked again and compared, before it replaces anything.

    Raises:
        NothingToKeep: when there is none.
        TooMuch: when it would not come back.
        OSError: when one cannot be read; half a backup would be none.

    """
    # Bytes, not lines: a backup must hold what cannot be understood, too.
    listed = [found for found in inventory(places) if Path(found.path).is_file()]
    months = [found for found in listed if found.what in {"month", "stray"} and _is_of_journal(places, found)]
    if not months:
        raise NothingToKeep(path=places.journal)
    # What a repair could not save is as much in doubt where the backup is brought back.
    aside = [found for found in listed if found.what == "copy" and _lies_aside(places, found)]
    keys = [found for found in listed if found.what == "key"]
    kept = [_Kept.of(_JOURNAL, found) for found in months]
    kept += [_Kept.of(backups.ASIDE, found) for found in aside]
    _check_room((len(one.data) for one in kept), TooMuch(path=places.journal))
    packed = _packed([*kept, *(_Kept.of(_KEY, found) for found in keys)])
    again = [*unpack(io.BytesIO(packed), places.journal), *unpack_aside(io.BytesIO(packed), places.journal)]
    if again != [(one.name.rpartition("/")[2], one.data) for one in kept]:
        raise TooMuch(path=places.journal)
    return packed


class _Kept(NamedTuple):
    name: str
    data: bytes
    changed: float

    @classmethod
    def of(cls, folder: str, found: Found) -> "_Kept":
        with open(found.path, "rb", opener=atomic.open_to_read) as file:
            return cls(f"{folder}/{found.name}", file.read(), os.fstat(file.fileno()).st_mtime)


def _packed(kept: Iterable[_Kept]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in kept:
            changed = min(max(int(one.changed), _FIRST), _LAST)
            about = zipfile.ZipInfo(one.name, time.gmtime(changed)[:6])
            about.extra = _CHANGED.pack(0x5455, _CHANGED.size - 4, 1, changed)
            about.external_attr = 0o600 << 16
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, one.data)
    return packed.getvalue()


def _check_room(sizes: Iterable[int], error: ExpectedError) -> None:
    if sum(max(size, _LEAST_OF_A_FILE) for size in sizes) > _MOST_BYTES:
        raise error


def _is_of_journal(places: Places, found: Found) -> bool:
    """Tell whether a file would be taken back: a month, or what somebody calls one of a sort."""
    return str(Path(found.path).parent) == places.journal and Path(found.path).suffix.lower() in {
        ".json",
        ENDING,
    }


def _lies_aside(places: Places, found: Found) -> bool:
    """Tell whether a file is a month that was put aside as it was found."""
    folder = str(Path(places.backups, backups.ASIDE))
    return str(Path(found.path).parent) == folder and month_files.is_month(found.name)


def is_month_of_backup(name: str) -> bool:
    """Tell whether a file of a zip is a month of the journal, or one that lay aside."""
    return _MONTH.fullmatch(name) is not None or is_aside(name)


def is_aside(name: str) -> bool:
    """Tell whether a file of a zip is a month that lay aside, damaged, where the backup was made."""
    return _ASIDE.fullmatch(name) is not None


def unpack(file: IO[bytes], name: str) -> Iterator[tuple[str, bytes | None]]:
    """Give the name and the bytes of every month, one at a time; other names are passed over.

    A month that is damaged or too large has no bytes: the others are as good as they were.

    Raises:
        NotABackup: when it is none, or holds more than a journal could.

    """
    with _opened(file, name) as archive:
        months = [one for one in archive.infolist() if _MONTH.fullmatch(one.filename)]
        if not months:
            raise NotABackup(file=name)
        yield from _unpacked(archive, months, name)


def unpack_aside(file: IO[bytes], name: str) -> Iterator[tuple[str, bytes | None]]:
    """Give the name and the bytes of every month that lay aside, damaged, where the backup was made.

    Raises:
        NotABackup: when it is none, or holds more than a journal could.

    """
    with _opened(file, name) as archive:
        aside = [one for one in archive.infolist() if is_aside(one.filename)]
        yield from _unpacked(archive, aside, name)


def _unpacked(
    archive: zipfile.ZipFile, months: list[zipfile.ZipInfo], name: str
) -> Iterator[tuple[str, bytes | None]]:
    _check_room((min(one.file_size, SEALED_LIMIT) for one in months), NotABackup(file=name))
    for one in months:
        yield one.filename.rpartition("/")[2], _bytes(archive, one, SEALED_LIMIT)


def unpack_keys(file: IO[bytes], name: str, folder: Path) -> None:
    """Write the keys of a backup into ``folder``; they are themselves behind the passphrase.

    Raises:
        NotABackup: when it is none.

    """
    with _opened(file, name) as archive:
        keys = [one for one in archive.infolist() if _KEYS.fullmatch(one.filename)]
        for one in keys[:_MOST_KEYS]:
            data = _bytes(archive, one, _KEY_LIMIT)
            if data is not None:
                (folder / one.filename.removeprefix(f"{_KEY}/")).write_bytes(data)


@contextmanager
def _opened(file: IO[bytes], name: str) -> Iterator[zipfile.ZipFile]:
    try:
        with unzipping():
            archive = zipfile.ZipFile(file)
    except DAMAGE as error:
        raise NotABackup(file=name) from error
    with archive:
        yield archive


@contextmanager
def unzipping() -> Iterator[None]:
    """Let what a damaged zip makes an OSError of be damage, too: the disk has refused nothing."""
    try:
        yield
    except OSError as error:
        # A place before the beginning of the file; bz2 gives no number at all.
        if error.errno not in {errno.EINVAL, None}:
            raise
        raise zipfile.BadZipFile from error


def _bytes(archive: zipfile.ZipFile, one: zipfile.ZipInfo, limit: int) -> bytes | None:
    """Read one file of the archive, whatever size it claims to have; None where that cannot be done."""
    # Ours are deflated; what else there is takes far more room than it says.
    if one.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return None
    try:
        with unzipping(), archive.open(one) as opened:
            data = opened.read(limit + 1)
    except DAMAGE:
        return None
    return data if len(data) <= limit else None
