"""How new lines get into a month: locked and into its own file, or, when in doubt, beside it.

In doubt means: the month's file is damaged, newer, too large, gone or not to be had; the lock is not to be
had; a sync client or a virus scanner is at it all the time. Then that file stays as it is to the byte, the
new lines go into a file of their own, and a later save folds them in.
"""

# ruff: noqa: PTH118 - pathlib costs more than a whole save
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Final, Literal

from ryggkompis.domain.base.value import Value
from ryggkompis.store import atomic, backups, lock, month_files, months
from ryggkompis.store.errors import Closed
from ryggkompis.store.inventory.gathering import gather, is_noted
from ryggkompis.store.lines import Line, union, without_repeats
from ryggkompis.store.places import Places
from ryggkompis.store.seal import Seal

_TRIES: Final = 4


class Desk(Value):
    """Where and how a save is made."""

    journal: str
    backups: str
    seal: Seal
    """What closes the files, where the journal is locked."""
    now: datetime
    """In UTC; names copies and files beside, decides nothing."""
    lock_wait: float
    """Seconds to wait for another writer."""
    replace_wait: float
    """Seconds to wait for someone who has the file open, on Windows."""
    was_here: Callable[[str], bool] = lambda _month: False
    """Tells of a month without a file whether it had one: then nothing else must stand in its place."""


def save_month(desk: Desk, month: str, new: Sequence[Line]) -> None:
    """Make ``new`` durable in ``month``, or raise OSError and leave everything as it was."""
    # Who cannot read the month cannot unite with it (docs/decisions.md, “The lock”).
    held = None if desk.seal.is_blind else lock.take(desk.journal, desk.lock_wait)
    if held is None:
        _beside(desk, month, new)
        if desk.seal.is_blind:
            gather(desk.journal, month, desk.seal)
        return
    try:
        if not _is_united(desk, month, new):
            _beside(desk, month, new)
    finally:
        lock.release(held)


def _is_united(desk: Desk, month: str, new: Sequence[Line]) -> bool:
    if not month_files.is_there(desk.journal, month, desk.seal) and desk.was_here(month):
        return False
    try:
        return _into_month(desk, month, new, month_files.is_whole)
    except Closed:  # locked anew behind our back: nobody need open it to note something
        return False


def fold(places: Places, seal: Seal, now: datetime) -> None:
    """Unite with its months what was noted blindly, where the key is at hand; what cannot be now, waits."""
    if not seal.is_on or seal.is_blind:
        return
    # Nobody waits for it: who is writing just now, folds it as well.
    desk = Desk(places.journal, places.backups, seal, now, 0, atomic.WAIT)
    with suppress(OSError, Closed):
        names = month_files.listing(places.journal, seal)
        for month, beside in names.months.items():
            if any(map(is_noted, beside)):
                _unite(desk, month)


def _unite(desk: Desk, month: str) -> None:
    held = lock.take(desk.journal, desk.lock_wait)
    if held is None:
        return
    try:
        names = month_files.listing(desk.journal, desk.seal)
        beside, _own = month_files.read_month(desk.journal, month, names, desk.seal)
        if any(map(month_files.is_whole, beside)):
            _into_month(desk, month, (), month_files.is_whole)
    finally:
        lock.release(held)


def mend(desk: Desk, month: str) -> bool:
    """Write ``month`` anew from what can be read of its damaged files and of its newest copy.

    Each damaged file is copied aside as it is before; OSError is raised when it cannot be, and nothing is
    changed. False when the month could not be written.
    """
    held = lock.take(desk.journal, desk.lock_wait)
    if held is None:
        return False
    try:
        copy = backups.newest(desk.backups, month, desk.seal)
        return _into_month(desk, month, copy[1] if copy else (), _can_be_mended)
    finally:
        lock.release(held)


def _can_be_mended(content: month_files.MonthContent) -> bool:
    return month_files.is_whole(content) or content.status == "damaged"


def _into_month(
    desk: Desk, month: str, new: Sequence[Line], is_usable: Callable[[month_files.MonthContent], bool]
) -> bool:
    """Unite ``new`` with what is on the disk now; tell whether that could be done."""
    # Everything is looked up anew each time: a sync client may have been here since the last.
    for _ in range(_TRIES):
        names = month_files.listing(desk.journal, desk.seal)
        beside, own = month_files.read_month(desk.journal, month, names, desk.seal)
        if own.status != "missing" and not is_usable(own):
            return False
        foldable = [content for content in beside if is_usable(content)]
        known = [line for content in (own, *foldable) for line in content.lines]
        data = months.encode_month(month, union(known, without_repeats(new, known)))
        if len(data) > months.LIMIT:
            return False
        became = _replaced(desk, own, foldable, data)
        if became != "changed":
            return became == "done"
    return False


def _replaced(
    desk: Desk, own: month_files.MonthContent, foldable: Sequence[month_files.MonthContent], data: bytes
) -> Literal["done", "changed", "held"]:
    """Let ``data`` take the place of a month's file and of those beside it, with copies of what was there."""
    if own.status == "missing":
        # A writer killed on our very first day may have made the folder, but not made it durable.
        atomic.anchor(desk.journal)
    for content in (own, *foldable):
        if content.status == "damaged":
            backups.put_aside(os.path.join(desk.backups, backups.ASIDE), content, desk.seal)
    # Before the swap: afterwards there is nothing left to copy.
    copied = backups.keep(desk.backups, desk.now.date().isoformat(), own, desk.seal)
    try:
        if not _swap(desk, own, data):
            return "changed"
    except PermissionError:
        return "held"
    for content in foldable:
        backups.retire(desk.backups, desk.journal, content, desk.seal)
    if copied:
        backups.thin_out(desk.backups, desk.journal, desk.now.date(), desk.seal)
    return "done"


def _swap(desk: Desk, own: month_files.MonthContent, data: bytes) -> bool:
    """Replace the month's file by ``data``; False when a sync client was faster, and it is another now."""
    path = os.path.join(desk.journal, own.name)
    target = os.path.realpath(path)
    temp = atomic.write_temp(target, desk.seal.close(data))
    try:
        # Once more, with the new file ready: the moment in which another writer goes unseen is one call long.
        unchanged = month_files.file_state(path) == own.file_state
    except BaseException:
        atomic.drop(temp)
        raise
    if unchanged:
        atomic.put_in_place(temp, target, desk.replace_wait)
    else:
        atomic.drop(temp)
    return unchanged


def _beside(desk: Desk, month: str, new: Sequence[Line]) -> None:
    """Write ``new`` into a file of its own, in several where one would be too large to be read."""
    data = months.encode_month(month, union(new))
    if len(data) > months.LIMIT and len(new) > 1:
        half = len(new) // 2
        _beside(desk, month, new[:half])
        _beside(desk, month, new[half:])
        return
    unique = f"{int(desk.now.timestamp() * 1000):011x}{os.urandom(5).hex()}"
    path = os.path.join(desk.journal, f"{month}.{unique}.json{desk.seal.ending}")
    atomic.put_in_place(atomic.write_temp(path, desk.seal.close(data)), path, desk.replace_wait)
