"""One writer at a time, where the file system can tell; where it cannot, the caller writes beside."""

# ruff: noqa: PTH118 - pathlib costs more than a whole save
import os
import sys
import time
from contextlib import suppress
from typing import Final

NAME: Final = ".~lock.ryggkompis.tmp"
"""Never deleted and never trusted by its presence; a name that every sync client leaves alone."""
_POLL: Final = 0.005


def take(folder: str, wait: float) -> int | None:
    """Lock ``folder`` within ``wait`` seconds; None when it is taken, or cannot be locked at all."""
    path = os.path.join(folder, NAME)
    deadline = time.monotonic() + wait
    while True:
        try:
            # Never through a link: it could name a file that is none of ours.
            file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except OSError:
            return None
        try:
            if _grab(file) and _still_there(file, path):
                return file
        except OSError:
            os.close(file)
            return None
        os.close(file)
        if time.monotonic() >= deadline:
            return None
        time.sleep(_POLL)


def release(file: int) -> None:
    """Give back what ``take`` gave; closing unlocks, also where the system complains of it."""
    with suppress(OSError):
        os.close(file)


def _still_there(file: int, path: str) -> bool:
    # A sync client may have replaced the file: then the lock is on one that nobody else can see.
    try:
        return os.path.samestat(os.fstat(file), os.lstat(path))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _grab(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:
    import fcntl

    def _grab(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
