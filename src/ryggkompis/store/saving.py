"""How new lines get into a month: locked and into its own file, or, when in doubt, beside it.

In doubt means: the month's file is damaged, newer, too large or not to be had; the lock is not to be had; a
sync client or a virus scanner is at it all the time. Then that file stays as it is to the byte, the new lines
go into a file of their own, and a later save folds them in.
"""

# ruff: noqa: PTH118 - pathlib costs more than a whole save
import os
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple

from ryggkompis.store import atomic, backups, folder, lock, months
from ryggkompis.store.lines import Line, union, without_repeats

_TRIES: Final = 4
_STALE: Final = 3600
"""Age in seconds after which a temporary file is nobody's."""


class Desk(NamedTuple):
    """Where and how a save is made."""

    journal: str
    backups: str
    now: datetime
    """In UTC; names copies and files beside, decides nothing."""
    lock_wait: float
    """Seconds to wait for another writer."""
    replace_wait: float
    """Seconds to wait for someone who has the file open, on Windows."""


def save(desk: Desk, month: str, new: Sequence[Line]) -> None:
    """Make ``new`` durable in ``month``, or raise OSError and leave everything as it was."""
    held = lock.take(desk.journal, desk.lock_wait)
    if held is None:
        _beside(desk, month, new)
        return
    try:
        if not _into_month(desk, month, new):
            _beside(desk, month, new)
    finally:
        lock.release(held)


def _into_month(desk: Desk, month: str, new: Sequence[Line]) -> bool:
    """Unite ``new`` with what is on the disk now; tell whether that could be done."""
    for _ in range(_TRIES):
        names = folder.listing(desk.journal)
        _sweep(desk.journal, names.temps)
        beside, own = folder.read_month(desk.journal, month, names)
        if own.status != "missing" and not folder.is_whole(own):
            return False
        foldable = [content for content in beside if folder.is_whole(content)]
        known = [line for content in (own, *foldable) for line in content.lines]
        data = months.encode(month, union(known, without_repeats(new, known)))
        if len(data) > months.LIMIT:
            return False
        if own.status == "missing":
            # A writer killed on our very first day may have made the folder, but not made it durable.
            atomic.anchor(desk.journal)
        backups.keep(desk.backups, desk.now.date().isoformat(), own)
        try:
            swapped = _swap(desk, own, data)
        except PermissionError:
            return False
        if swapped:
            for content in foldable:
                backups.retire(desk.backups, desk.journal, content)
            return True
    return False


def _swap(desk: Desk, own: folder.Content, data: bytes) -> bool:
    """Replace the month's file by ``data``; False when a sync client was faster, and it is another now."""
    path = os.path.join(desk.journal, own.name)
    target = os.path.realpath(path)
    temp = atomic.write_temp(target, data)
    try:
        unchanged = folder.seen(path) == own.seen
    except BaseException:
        atomic.discard(temp)
        raise
    if unchanged:
        atomic.put_in_place(temp, target, desk.replace_wait)
    else:
        atomic.discard(temp)
    return unchanged


def _beside(desk: Desk, month: str, new: Sequence[Line]) -> None:
    """Write ``new`` into a file of its own, in several where one would be too large to be read."""
    data = months.encode(month, union(new))
    if len(data) > months.LIMIT and len(new) > 1:
        half = len(new) // 2
        _beside(desk, month, new[:half])
        _beside(desk, month, new[half:])
        return
    unique = f"{int(desk.now.timestamp() * 1000):011x}{os.urandom(5).hex()}"
    path = os.path.join(desk.journal, f"{month}.{unique}.json")
    atomic.put_in_place(atomic.write_temp(path, data), path, desk.replace_wait)


def _sweep(journal: str, temps: Sequence[str]) -> None:
    """Remove what killed writers left, once it is too old to be in use."""
    for name in temps:
        path = os.path.join(journal, name)
        try:
            old = time.time() - os.lstat(path).st_mtime > _STALE
        except OSError:
            continue
        if old:
            atomic.discard(path)
