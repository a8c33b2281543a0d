"""However often something is noted without the passphrase, a locked journal stays few files."""

# ruff: noqa: PTH114, PTH118, PTH120 - pathlib costs more than a whole save
import os
import re
from contextlib import suppress
from typing import Final

from ryggkompis.store import atomic, lock, months
from ryggkompis.store.bundle import joined
from ryggkompis.store.month_files import file_state, listing, read_whole
from ryggkompis.store.seal import Seal, is_sealed

MANY: Final = 100
"""Files of one month, before they are joined."""
_ROOM: Final = months.LIMIT // 2
"""Bytes; in its armour, and as one month, it is smaller than what is read."""


def is_noted(name: str) -> bool:
    """Tell whether a file is called as one that was written beside a sealed month."""
    return re.fullmatch(r"[0-9]{4}-[0-9]{2}\.[0-9a-f]{21}\.json\.age", name) is not None


def gather(journal: str, month: str, seal: Seal) -> None:
    """Join what was noted in ``month`` where that is many files; that this fails is no failure of a save."""
    with suppress(OSError):
        names = listing(journal, seal).months.get(month, ())
        noted = [os.path.join(journal, name) for name in names if is_noted(name)]
        held = lock.take(journal, 0) if len(noted) >= MANY else None
        if held is not None:
            try:
                _join(noted)
            finally:
                lock.release(held)


def _join(paths: list[str]) -> None:
    """Let the last hold what all hold, and only then remove the others; it is the one that is read last."""
    *earlier, (last, state, data) = [(path, file_state(path), read_whole(path)) for path in paths]
    if data is None or not is_sealed(data):
        return
    taken, room = [], _ROOM - len(data)
    for path, was, one in earlier:
        if one is not None and is_sealed(one) and len(one) <= room and not os.path.islink(path):
            taken.append((path, was, one))
            room -= len(one)
    temp = atomic.write_temp(last, joined([*(one for _path, _was, one in taken), data]))
    if file_state(last) != state:
        atomic.drop(temp)
        return
    atomic.put_in_place(temp, last)
    for path, was, _one in taken:
        if file_state(path) == was:
            atomic.discard(path)
    atomic.sync_folder(os.path.dirname(last))
