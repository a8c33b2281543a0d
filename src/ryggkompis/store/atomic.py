"""Files that are there in full or not at all, also after a power cut."""

# ruff: noqa: PTH102, PTH105, PTH108, PTH112, PTH118, PTH120 - pathlib costs more than a whole save
import errno
import os
import sys
import time
from typing import Final

if sys.platform == "darwin":
    import fcntl

OURS: Final = 0o600
FOLDER: Final = 0o700
REPLACE_WAIT: Final = 2.5
"""Seconds to wait for a virus scanner to let go of a file, on Windows."""
_NEW: Final = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip
# File systems that cannot sync a folder say so with one of these; the save has not failed.
_CANNOT_SYNC: Final = (errno.EINVAL, errno.ENOTSUP, errno.ENOTTY)


def write_atomic(path: str, data: bytes, mode: int = OURS) -> None:
    """Replace ``path`` by ``data`` durably, or raise OSError and leave it as it was; a link stays a link."""
    target = os.path.realpath(path)
    put_in_place(write_temp(target, data, mode), target)


def write_temp(path: str, data: bytes, mode: int = OURS) -> str:
    """Write ``data`` durably beside ``path`` and give the temporary file's path."""
    folder, name = os.path.split(path)
    # In the same folder: only within one file system is a rename a single step.
    temp = os.path.join(folder, f".~{name}.{os.urandom(4).hex()}.tmp")
    file = os.open(temp, _NEW, mode)
    try:
        try:
            _write_all(file, data)
            # Before the rename: a power cut could leave the new name on an empty file.
            _sync(file)
        finally:
            os.close(file)
    except BaseException:
        discard(temp)
        raise
    return temp


def put_in_place(temp: str, path: str, wait: float = REPLACE_WAIT) -> None:
    """Let ``temp`` replace ``path`` durably; where that fails, ``temp`` is gone and OSError is raised."""
    try:
        _replace(temp, path, wait)
    except BaseException:
        discard(temp)
        raise
    sync_folder(os.path.dirname(path))


def discard(path: str) -> None:
    """Remove a file of ours that is not needed; one that stays is swept later."""
    try:
        os.unlink(path)
    except OSError:
        return


def make_folder(path: str) -> bool:
    """Make ``path`` durably, for the user alone, with the folders above it; tell whether it was missing."""
    missing = []
    folder = path
    while not os.path.isdir(folder) and os.path.dirname(folder) != folder:
        missing.append(folder)
        folder = os.path.dirname(folder)
    # Outermost first, each durable before the next: a folder in a folder that is lost is lost with it.
    for new in reversed(missing):
        try:
            os.mkdir(new, FOLDER)
        except FileExistsError:
            if not os.path.isdir(new):
                raise
        sync_folder(os.path.dirname(new))
    return bool(missing)


def anchor(folder: str) -> None:
    """Make the names of ``folder`` and of the one above it durable, as far as we may look into theirs."""
    for inner in (folder, os.path.dirname(folder)):
        try:
            sync_folder(os.path.dirname(inner))
        except PermissionError:
            continue


def sync_folder(folder: str) -> None:
    """Make the names in ``folder`` durable; without this a power cut can take back a rename."""
    if sys.platform == "win32":
        return
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        _sync(file)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(file)


def _write_all(file: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(file, rest) :]


def _sync(file: int) -> None:
    # On macOS fsync stops at the drive's own cache.
    if sys.platform == "darwin":
        try:
            fcntl.fcntl(file, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _CANNOT_SYNC:
                raise
        else:
            return
    os.fsync(file)


def _replace(temp: str, path: str, wait: float) -> None:
    # Windows refuses while anyone has the file open: a virus scanner, an indexer, a sync client.
    deadline = time.monotonic() + wait
    while True:
        try:
            os.replace(temp, path)
        except PermissionError:
            if time.monotonic() >= deadline:
                raise
            time.sleep(0.02)
        else:
            return
