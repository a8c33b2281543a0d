"""A zip file as a phone sends it: every file in it that is known, read where it lies."""

import zipfile
from collections.abc import Callable, Iterator
from typing import IO, Final

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.importers import notices
from ryggkompis.importers.errors import BrokenArchive, MapMissing, NothingInside
from ryggkompis.importers.found import Found

_MAGIC: Final = b"PK\x03\x04"
_KNOWN: Final = (".csv", ".json", ".xml")
_LOOP: Final = "Checkmarks.csv"
"""Loop's table of all habits; the other files of its archive say the same again, or are scores."""
# More than any export holds; an archive made to have no end is left there.
_MOST: Final = 5_000
"""Files of one archive that are looked at."""
FileReader = Callable[[IO[bytes], str], Found]


def is_archive(head: bytes) -> bool:
    """Tell from its beginning whether a file is a zip."""
    return head.startswith(_MAGIC)


def read_archive(stream: IO[bytes], name: str, read: FileReader) -> Found:
    """Take what every file in it gives that ``read`` can read; nothing is written to the disk.

    Raises:
        BrokenArchive, NothingInside: when it is damaged, or holds nothing that can be taken in.

    """
    found: Found | None = None
    others = 0
    try:
        with zipfile.ZipFile(stream) as archive:
            for member in _members(archive):
                try:
                    with archive.open(member) as opened:
                        one = read(opened, f"{name}: {member.filename}")
                except MapMissing:
                    raise
                except ExpectedError:
                    others += 1
                else:
                    found = one if found is None else found.and_also(one)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise BrokenArchive(file=name) from error
    if found is None:
        raise NothingInside(file=name)
    told = (notices.NotOurs(others),) if others else ()
    return Found(found.lines, (*found.notices, *told), found.is_ours)


def _members(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    members = [one for one in archive.infolist() if not one.is_dir()][:_MOST]
    whole = [one for one in members if one.filename == _LOOP]
    yield from whole or (one for one in members if one.filename.lower().endswith(_KNOWN))
