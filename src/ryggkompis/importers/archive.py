"""A zip file as a phone sends it: every file in it that is known, read where it lies."""

import zipfile
from collections.abc import Callable, Iterator
from typing import IO, Final

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.importers import notices
from ryggkompis.importers.errors import BrokenArchive, MapMissing, NothingInside, TooLarge
from ryggkompis.importers.found import Found
from ryggkompis.importers.source import LIMIT
from ryggkompis.store.archive import DAMAGE, unzipping

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
        BrokenArchive, NothingInside: when it is damaged, or holds nothing that can be taken in.

    """
    found: Found | None = None
    others, damaged = 0, list[str]()
    try:
        with unzipping(), zipfile.ZipFile(stream) as archive:
            for member in _members(archive, name):
                try:
                    with unzipping(), archive.open(member) as opened:
                        one = read(opened, f"{name}: {member.filename}")
                except MapMissing:
                    raise
                except ExpectedError:
                    others += 1
                except DAMAGE:
                    damaged.append(member.filename)
                else:
                    found = one if found is None else found.and_also(one)
    except DAMAGE as error:
        raise BrokenArchive(file=name) from error
    if found is None:
        raise (BrokenArchive if damaged else NothingInside)(file=name)
    told = (notices.NotOurs(others),) if others else ()
    broken = tuple(notices.Damaged(one) for one in damaged)
    return Found(found.lines, (*found.notices, *broken, *told), found.is_ours)


def _members(archive: zipfile.ZipFile, name: str) -> Iterator[zipfile.ZipInfo]:
    members = [one for one in archive.infolist() if not one.is_dir()][:_MOST]
    # A large document is read in pieces; a table at once, and no further than a file may be long.
    tables = [min(one.file_size, LIMIT) for one in members if one.filename.lower().endswith(_TABLES)]
    if sum(tables) > _MOST_BYTES:
        raise TooLarge(file=name, limit=_MOST_BYTES >> 20)
    whole = [one for one in members if one.filename == _LOOP]
    yield from whole or (one for one in members if one.filename.lower().endswith(_KNOWN))
