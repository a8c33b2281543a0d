"""For the patient's eyes alone: folders 0700 and files 0600, looked at when the program starts."""

# ruff: noqa: PTH101, PTH116 - pathlib costs more than a whole save
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from ryggkompis.store.atomic import FOLDER, OURS
from ryggkompis.store.inventory.found import Found, folders, inventory
from ryggkompis.store.places import Places

TELL_WHO_READS: Final = os.name != "nt"
"""Whether a file's rights say who can read it; those of Windows are of another kind."""
_OTHERS: Final = 0o077


def close_folders(places: Places) -> None:
    """Take everyone else's rights to the folders of ours and to the settings; five looks, at every start."""
    for folder in (places.journal, places.key, places.state, places.backups):
        _close(folder, FOLDER)
    _close(places.settings, OURS)


def close_files(places: Places, listed: Iterable[Found] | None = None) -> tuple[str, ...]:
    """Take everyone else's rights to every file, too, and name what others can still read or change.

    A disk that knows no rights, as a memory stick, keeps them; so does a file that is somebody else's.

    Args:
        places: of the journal.
        listed: the inventory, where it has been taken already.

    """
    for found in inventory(places) if listed is None else listed:
        if found.is_ours:
            _close(found.path, OURS)
    ours = folders(places)
    for folder in ours:
        _close(folder, FOLDER)
    # Behind a folder that nobody else can enter, a file's own rights matter to no one.
    return tuple(filter(_is_open, ours))


def _close(path: str, mode: int) -> None:
    if _is_open(path):
        with suppress(OSError):
            os.chmod(path, mode)


def _is_open(path: str) -> bool:
    """Tell whether others can do anything with ``path``."""
    if not TELL_WHO_READS:
        return False
    try:
        about = os.stat(path)
    except OSError:
        return False
    return bool(about.st_mode & _OTHERS) and (stat.S_ISDIR(about.st_mode) or stat.S_ISREG(about.st_mode))
