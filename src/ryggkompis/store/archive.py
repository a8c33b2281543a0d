"""A whole journal as one zip file: its months byte for byte, and nothing else."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ryggkompis.domain.errors import N_, ExpectedError
from ryggkompis.store.months import LIMIT
from ryggkompis.store.places import Places

_FOLDER: Final = "journal"
_MONTH: Final = re.compile(rf"{_FOLDER}/[^/\\]+\.json", re.ASCII)
_MOST: Final = 5_000
"""Files of one backup; ten years and every conflict copy are far fewer."""
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
    folder = Path(places.journal)
    files = sorted(path for path in folder.glob("*.json") if path.is_file()) if folder.is_dir() else []
    if not files:
        raise NothingToKeep(path=places.journal)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            about = zipfile.ZipInfo(f"{_FOLDER}/{path.name}", _MADE)
            about.external_attr = 0o600 << 16
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, path.read_bytes())
    return packed.getvalue()


def unpack(file: Path) -> Iterator[tuple[str, bytes]]:
    """Give the name and the bytes of every month, one at a time; other names are passed over.

    Raises:
        NotABackup: when it is none, is damaged, or holds more than a journal could.

    """
    try:
        with zipfile.ZipFile(file) as archive:
            months = [one for one in archive.infolist() if _MONTH.fullmatch(one.filename)]
            if not months or len(months) > _MOST:
                raise NotABackup(file=str(file))
            for one in months:
                with archive.open(one) as opened:
                    data = opened.read(LIMIT + 1)
                if len(data) > LIMIT:
                    raise NotABackup(file=str(file))
                yield one.filename.removeprefix(f"{_FOLDER}/"), data
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise NotABackup(file=str(file)) from error
