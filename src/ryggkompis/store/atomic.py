"""Files that are there in full or not at all, also after a power cut."""

# ruff: noqa: PTH102, PTH105, PTH108, PTH112, PTH118, PTH120 - pathlib costs more than a whole save
import errno
import os
import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final, TypeVar

from ryggkompis.domain.base.value import Value

if sys.platform != "win32":
    import fcntl

OURS: Final = 0o600
FOLDER: Final = 0o700
WAIT: Final = 2.5
"""Seconds to wait, on Windows, for whoever has a file: a virus scanner, an indexer, a sync client."""
_NEW: Final = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip
_READ: Final = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)
_LOOK: Final = _READ | getattr(os, "O_NOFOLLOW", 0)
# File systems that cannot sync a folder say so with one of these; the save has not failed.
_CANNOT_SYNC: Final = (errno.EINVAL, errno.ENOTSUP, errno.ENOTTY)

_Given = TypeVar("_Given")
_TEMP: Final = r"(?s)\.~(.*)\.[0-9a-f]{8}\.tmp"
_STALE: Final = 3600
"""Age in seconds after which a temporary file is nobody's, where the system does not tell whose it is."""


class Temp(Value):
    """A temporary file that is being used: locked for as long as its writer lives."""

    path: str
    held: int | None
    """The open file, whose lock tells every other program that somebody is at it."""


def open_to_read(path: str, _flags: int = 0) -> int:
    """Open what may be anything, or raise OSError; no pipe is waited for, only, on Windows, who has it."""
    try:
        return os.open(path, _READ)
    except PermissionError:
        # There a folder is refused in the same way, and that for good.
        if sys.platform != "win32" or os.path.isdir(path):
            raise
    return _patiently(lambda: os.open(path, _READ), WAIT)


def write_atomic(path: str, data: bytes, mode: int = OURS) -> None:
    """Replace ``path`` by ``data`` durably, or raise OSError and leave it as it was; a link stays a link."""
    target = os.path.realpath(path)
    put_in_place(write_temp(target, data, mode), target)


def write_temp(path: str, data: bytes, mode: int = OURS) -> Temp:
    """Write ``data`` durably into a temporary file beside ``path``."""
    temp, file = _new_temp(path, mode)
    try:
        _write_all(file, data)
        # Before the rename: a power cut could leave the new name on an empty file.
        _sync(file)
    except BaseException:
        drop(Temp(temp, file))
        raise
    if sys.platform == "win32":
        close(file)  # an open file is not renamed there
        return Temp(temp, None)
    return Temp(temp, file)


def _new_temp(path: str, mode: int) -> tuple[str, int]:
    folder, name = os.path.split(path)
    while True:
        # In the same folder: only within one file system is a rename a single step.
        temp = os.path.join(folder, f".~{name}.{os.urandom(4).hex()}.tmp")
        file = os.open(temp, _NEW, mode)
        with suppress(OSError):
            # Somebody who sweeps may have come between the two calls.
            if _is_held(file) or not os.path.lexists(temp):
                close(file)
                continue
        return temp, file


def put_in_place(temp: Temp, path: str, wait: float = WAIT) -> None:
    """Let ``temp`` replace ``path`` durably; where that fails, ``temp`` is gone and OSError is raised."""
    try:
        _patiently(lambda: os.replace(temp.path, path), wait)
    except BaseException:
        drop(temp)
        raise
    close(temp.held)
    sync_folder(os.path.dirname(path))


def drop(temp: Temp) -> None:
    """Remove a temporary file that is not needed, and let go of it."""
    if sys.platform == "win32":
        close(temp.held)  # no open file is removed there
    discard(temp.path)
    if sys.platform != "win32":
        close(temp.held)  # only now: unlocked, it would be another's to sweep


def is_temp(name: str, of: str | None = None) -> bool:
    """Tell whether a file of this name is a temporary one of ours, or that of the file called ``of``."""
    match = re.fullmatch(_TEMP, name) if name.startswith(".~") else None
    return match is not None and of in (None, match[1])


def sweep(path: str) -> bool:
    """Remove a temporary file whose writer is no more; tell whether it is gone now."""
    try:
        age = time.time() - os.lstat(path).st_mtime
        file = os.open(path, _LOOK)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    is_stale = False
    try:
        if not _is_held(file):
            os.unlink(path)  # while it is locked: a writer who has just made it makes another
    except OSError:
        is_stale = age > _STALE
    finally:
        close(file)
    if is_stale:
        discard(path)
    return not os.path.lexists(path)


def _is_held(file: int) -> bool:
    """Lock ``file``, which closing ends; True where another has, OSError where no file can be locked."""
    if sys.platform == "win32":
        raise OSError(errno.ENOTSUP, "")
    else:  # noqa: RET506 - or what checks the types for Windows looks for flock
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        return False


def close(file: int | None) -> None:
    """Let go of a file whose content is synced, or was only read: a complaint takes nothing back."""
    if file is not None:
        with suppress(OSError):
            os.close(file)


def discard(path: str) -> None:
    """Remove a file of ours that is not needed; one that stays is swept later."""
    try:
        os.unlink(path)
    except OSError:
        return


def is_there(path: str) -> bool:
    """Tell whether something is, be it a link that leads nowhere, or raise OSError where we may not look."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


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


def _patiently(call: Callable[[], _Given], wait: float) -> _Given:
    """Call, for ``wait`` seconds, until it is not refused: Windows refuses while somebody has the file."""
    deadline = time.monotonic() + wait
    while True:
        try:
            return call()
        except PermissionError:
            if time.monotonic() >= deadline:
                raise
            time.sleep(0.02)
