"""A whole journal as one zip file: its months byte for byte, with the key where they are sealed."""

import errno
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.store.inventory.found import Found, inventory
from ryggkompis.store.month_files import SEALED_LIMIT
from ryggkompis.store.places import Places
from ryggkompis.store.seal import ENDING

_JOURNAL: Final = "journal"
_KEY: Final = "key"
_MONTH: Final = re.compile(rf"{_JOURNAL}/[^/\\]+\.(?:json|age)", re.ASCII | re.IGNORECASE)
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
_MADE: Final = (1980, 1, 1, 0, 0, 0)
"""One moment for every file, so that the same journal gives the same bytes."""


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
    kept = {f"{_JOURNAL}/{found.name}": Path(found.path).read_bytes() for found in months}
    _check_room(map(len, kept.values()), TooMuch(path=places.journal))
    keys = [found for found in listed if found.what == "key"]
    packed = _packed(kept | {f"{_KEY}/{found.name}": Path(found.path).read_bytes() for found in keys})
    again = {f"{_JOURNAL}/{name}": data for name, data in unpack(io.BytesIO(packed), places.journal)}
    if again != kept:
        raise TooMuch(path=places.journal)
    return packed


def _packed(kept: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in kept.items():
            about = zipfile.ZipInfo(name, _MADE)
            about.external_attr = 0o600 << 16
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, data)
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
        _check_room((min(one.file_size, SEALED_LIMIT) for one in months), NotABackup(file=name))
        for one in months:
            yield one.filename.removeprefix(f"{_JOURNAL}/"), _bytes(archive, one, SEALED_LIMIT)


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
