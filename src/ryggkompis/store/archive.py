"""A whole journal as one zip file: its months byte for byte, with the key where they are sealed."""

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.store.month_files import SEALED_LIMIT
from ryggkompis.store.places import Places
from ryggkompis.store.seal import ENDING

_JOURNAL: Final = "journal"
_KEY: Final = "key"
_MONTH: Final = re.compile(rf"{_JOURNAL}/[^/\\]+\.(?:json|age)", re.ASCII)
_KEYS: Final = re.compile(rf"{_KEY}/\w[\w.-]*", re.ASCII)
_MOST: Final = 5_000
"""Files of one backup; ten years and every conflict copy are far fewer."""
_MOST_KEYS: Final = 20
_KEY_LIMIT: Final = 1 << 16
_MADE: Final = (1980, 1, 1, 0, 0, 0)
"""One moment for every file, so that the same journal gives the same bytes."""


class NothingToKeep(ExpectedError):
    """A journal without a file."""

    says = N_("There is nothing to back up yet: {path} holds no journal.")


class NotABackup(ExpectedError):
    """A file that no backup was written to, or that is damaged."""

    says = N_("{file} is no whole backup of Ryggkompis. Nothing has been changed.")


def pack(places: Places) -> bytes:
    """Give every file of the journal as it is, also those that cannot be understood.

    Raises:
        NothingToKeep: when there is none.
        OSError: when one cannot be read; half a backup would be none.

    """
    # Bytes, not lines: a backup must hold what cannot be understood, too.
    months = [path for path in _files(places.journal) if path.suffix in {".json", ENDING}]
    if not months:
        raise NothingToKeep(path=places.journal)
    keys = [path for path in _files(places.key) if not path.name.startswith(".")]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for folder, paths in ((_JOURNAL, months), (_KEY, keys)):
            for path in paths:
                about = zipfile.ZipInfo(f"{folder}/{path.name}", _MADE)
                about.external_attr = 0o600 << 16
                about.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(about, path.read_bytes())
    return packed.getvalue()


def _files(folder: str) -> list[Path]:
    place = Path(folder)
    return sorted(path for path in place.iterdir() if path.is_file()) if place.is_dir() else []


def unpack(file: Path) -> Iterator[tuple[str, bytes]]:
    """Give the name and the bytes of every month, one at a time; other names are passed over.

    Raises:
        NotABackup: when it is none, is damaged, or holds more than a journal could.

    """
    with _opened(file) as archive:
        months = [one for one in archive.infolist() if _MONTH.fullmatch(one.filename)]
        if not months or len(months) > _MOST:
            raise NotABackup(file=str(file))
        for one in months:
            yield one.filename.removeprefix(f"{_JOURNAL}/"), _bytes(archive, one, SEALED_LIMIT, file)


def unpack_keys(file: Path, folder: Path) -> None:
    """Write the keys of a backup into ``folder``; they are themselves behind the passphrase.

    Raises:
        NotABackup: when it is none, or is damaged.

    """
    with _opened(file) as archive:
        keys = [one for one in archive.infolist() if _KEYS.fullmatch(one.filename)]
        for one in keys[:_MOST_KEYS]:
            name = one.filename.removeprefix(f"{_KEY}/")
            (folder / name).write_bytes(_bytes(archive, one, _KEY_LIMIT, file))


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise NotABackup(file=str(file)) from error


def _bytes(archive: zipfile.ZipFile, one: zipfile.ZipInfo, limit: int, file: Path) -> bytes:
    """Read one file of the archive, however much its name in the archive claims it holds."""
    with archive.open(one) as opened:
        data = opened.read(limit + 1)
    if len(data) > limit:
        raise NotABackup(file=str(file))
    return data
