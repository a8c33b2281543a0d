"""Whether there is room to write every file anew, before the first is touched."""

# ruff: noqa: PTH116, PTH120 - pathlib costs more than a whole save
import os
import shutil
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from typing import ClassVar, Final

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.store.inventory.found import inventory
from ryggkompis.store.places import Places

_BLOCK: Final = 1 << 12
_SPARE: Final = 1 << 16
"""Bytes for the key, for what is being written and for the folders themselves."""
_KB: Final = 1000


class NoRoom(ExpectedError):
    """The disk is too full to lock or open a journal."""

    says = N_(
        "Nothing has been changed: this needs {need} kB of room on the disk of {path}, and {free} kB are "
        "free. Free some space and try again."
    )
    status: ClassVar[int] = 3


def check_room(places: Places) -> None:
    """Ask for room for a second form of every file at once: what is removed may not give any back.

    Raises:
        NoRoom: when a disk has less.

    """
    needs: dict[int, int] = defaultdict(lambda: _SPARE)
    folders: dict[int, str] = {}
    for folder, size in _sizes(places):
        with suppress(OSError):
            device = os.stat(folder).st_dev
            folders.setdefault(device, folder)
            needs[device] += size
    for device, folder in folders.items():
        with suppress(OSError):
            free = shutil.disk_usage(folder).free
            if free < needs[device]:
                raise NoRoom(need=-(-needs[device] // _KB), path=folder, free=free // _KB)


def _sizes(places: Places) -> Iterator[tuple[str, int]]:
    """Give the folder and the size on the disk of everything that may be written anew."""
    yield _existing(places.data), 0
    for found in inventory(places):
        if found.what in {"month", "copy", "remembered", "stray"}:
            # One that cannot be looked at is told of when it is to be sealed.
            with suppress(OSError):
                size = os.stat(found.path).st_size
                yield os.path.dirname(found.path), (size // _BLOCK + 2) * _BLOCK


def _existing(folder: str) -> str:
    while not os.path.isdir(folder) and os.path.dirname(folder) != folder:  # noqa: PTH112
        folder = os.path.dirname(folder)
    return folder
