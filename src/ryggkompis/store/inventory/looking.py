"""What of everything that is listed nobody is at any more, and what lies open though it should not."""

# ruff: noqa: PTH118, PTH208 - this is done at every start
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from ryggkompis.store import atomic, month_files
from ryggkompis.store.inventory.found import Found, inventory, written_outside
from ryggkompis.store.places import Places
from ryggkompis.store.seal import ENDING, Seal, is_sealed

_SECRET: Final = frozenset({"month", "copy", "remembered"})
"""What is sealed when the journal is locked."""
_BEGINNING: Final = 64
_MONTH: Final = len("2026-11")


def sweep(places: Places) -> tuple[Found, ...]:
    """Remove every temporary file whose writer is no more, wherever it is; give the others."""
    left: list[Found] = []
    for found in inventory(places):
        if found.what == "temp" and not atomic.sweep(found.path):
            left.append(found)
        # While something is left of what it names, the note is all that knows where.
        elif found.what == "writing" and not any(True for _temp in written_outside(found.path)):
            atomic.sweep(found.path)
    return tuple(left)


def unfinished(
    places: Places, listed: Iterable[Found] | None = None, *, thoroughly: bool = False
) -> tuple[str, ...]:
    """Name what lies open although the journal is locked: then the lock is not whole.

    Args:
        places: of the journal.
        listed: the inventory, where it has been taken already.
        thoroughly: looks also into what is called as if it were sealed.

    """
    if not Seal(places.key).is_on:
        return ()
    everything = inventory(places) if listed is None else listed
    found = (one for one in everything if thoroughly or not one.path.endswith(ENDING))
    return tuple(one.path for one in found if is_open(one))


def is_keyless(places: Places) -> bool:
    """Tell whether most months lie locked, and their key is not here: what is saved now lies in the open.

    One that somebody else has locked makes no locked journal of one that is open.
    """
    if Seal(places.key).is_on:
        return False
    with suppress(OSError):
        months = [name for name in os.listdir(places.journal) if month_files.is_month(name)]
        named = (name for name in months if name.endswith(ENDING))
        closed = {name[:_MONTH] for name in named if _is_closed(os.path.join(places.journal, name))}
        return len(closed) > len({name[:_MONTH] for name in months} - closed)
    return False


def is_open(found: Found) -> bool:
    """Tell whether something of ours that ``lock`` seals can be read by anybody, as far as can be told."""
    if found.what != "stray" and found.what not in _SECRET:
        return False
    return _may_tell(found.path) and found.is_ours


def not_ours(listed: Iterable[Found]) -> tuple[Found, ...]:
    """Give what of the inventory is not ours, or lies behind a link of ours."""
    return tuple(found for found in listed if not found.is_ours)


def others(listed: Iterable[Found]) -> tuple[Found, ...]:
    """Give what of that is not sealed, as far as can be told."""
    return tuple(
        found for found in not_ours(listed) if found.what == "closed" or any(map(_may_tell, _files(found)))
    )


def _files(found: Found) -> Iterator[str]:
    if found.what != "folder":
        yield found.path
    for folder, _folders, names in os.walk(found.path) if found.what == "folder" else ():
        yield from (os.path.join(folder, name) for name in names)


def _may_tell(path: str) -> bool:
    """Tell whether there is something in a file that is not sealed; True also where it cannot be read."""
    try:
        beginning = _begins(path)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return bool(beginning) and not is_sealed(beginning)


def _is_closed(path: str) -> bool:
    try:
        return is_sealed(_begins(path))
    except OSError:
        return False


def _begins(path: str) -> bytes:
    file = atomic.open_to_read(path)
    try:
        return os.read(file, _BEGINNING)
    finally:
        atomic.close(file)
