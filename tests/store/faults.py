"""A fault at every call that a save makes of the operating system, one call at a time."""

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ryggkompis.store.errors import NotSaved
from ryggkompis.store.lines import Line
from tests.store.journals import a_line, month_path, on_disk, shown_ids, store_at, write_month
from tests.systems import needs_posix

KILLED = 0
"""Instead of an error: the process is killed at the call."""
ERRORS = (errno.EIO, errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT)
_CALLS = (
    "open", "write", "read", "fsync", "replace", "unlink", "mkdir", "close", "listdir",
    "stat", "lstat", "fstat",
)  # fmt: skip

if sys.platform == "win32":
    import msvcrt

    _LOCKING: tuple[Any, str] = (msvcrt, "locking")
else:
    import fcntl

    _LOCKING = (fcntl, "flock")

Situation = Callable[[Path], None]


def _first_run(_: Path) -> None:
    """Nothing is there."""


def _month(folder: Path) -> None:
    """A month with an entry of yesterday."""
    write_month(folder, [on_disk("OLD")])


def _fold(folder: Path) -> None:
    """A month, and a conflict copy to fold."""
    _month(folder)
    write_month(folder, [on_disk("COPY")], unique=".sync-conflict-20250303-101010-ABCDEFG")


def _damaged(folder: Path) -> None:
    """A month that lost its last line."""
    path = write_month(folder, [on_disk("OLD")])
    path.write_bytes(path.read_bytes()[:-20])


SITUATIONS: dict[str, tuple[Situation, tuple[str, ...]]] = {
    "first run": (_first_run, ()),
    "month": (_month, ("OLD",)),
    "fold": (_fold, ("COPY", "OLD")),
    "damaged": (_damaged, ("OLD",)),
}
"""What is there before a save, and the ids that are."""


class _Calls:
    """Counts calls of the operating system and lets one of them fail."""

    def __init__(self, failing: int | None, error: int) -> None:
        self.count = 0
        self._failing = failing
        self._error = error

    def wrap(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            self.count += 1
            if self.count - 1 != self._failing:
                return real(*args, **named)
            if self._error == KILLED:
                os.kill(os.getpid(), signal.SIGKILL)
            if name == "close":
                real(*args, **named)  # as on Linux: the file is closed, and the error told
            raise OSError(
                self._error, os.strerror(self._error), *[arg for arg in args[:1] if isinstance(arg, str)]
            )

        return call


@contextmanager
def failing(call: int | None, error: int = errno.EIO) -> Iterator[_Calls]:
    """Let the ``call``-th call from now fail with ``error``; none, when it is None."""
    calls = _Calls(call, error)
    places = [(os, name) for name in _CALLS] + [_LOCKING]
    real = [(place, name, getattr(place, name)) for place, name in places]
    for place, name, function in real:
        setattr(place, name, calls.wrap(name, function))
    try:
        yield calls
    finally:
        for place, name, function in real:
            setattr(place, name, function)


@dataclass
class Outcome:
    """What came of injecting faults."""

    faults: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)


def sweep(folder: Path, situation: str, errors: tuple[int, ...]) -> Outcome:
    """Let every call of a save fail in turn, with each error, and check what is promised."""
    prepare, _ = SITUATIONS[situation]
    outcome = Outcome()
    dry = folder / "dry"
    prepare(dry)
    with failing(None) as calls:
        store_at(dry).put([a_line("NEW")])
    for number in range(calls.count):
        for error in errors:
            _one_fault(situation, folder / f"{number}-{error}", number, error, outcome)
    return outcome


def _one_fault(situation: str, folder: Path, number: int, error: int, outcome: Outcome) -> None:
    prepare, before = SITUATIONS[situation]
    prepare(folder)
    where = f"{situation}, call {number}, {errno.errorcode[error]}"
    damaged = month_path(folder).read_bytes() if situation == "damaged" else None
    new: Line = a_line("NEW")
    saved = True
    with failing(number, error):
        try:
            store_at(folder).put([new])
        except NotSaved:
            saved = False
        except Exception as other:  # noqa: BLE001 - whatever it is, it should not have come out
            outcome.wrong.append(f"{where}: {other!r}")
            return
    outcome.faults += 1
    outcome.refused += not saved
    ids = shown_ids(store_at(folder).read())
    if not set(before) <= set(ids) or (saved and "NEW" not in ids) or len(ids) != len(set(ids)):
        outcome.wrong.append(f"{where}: {ids} after {'saved' if saved else 'refused'}")
    store_at(folder).put([new, a_line("NEXT")])
    ids = shown_ids(store_at(folder).read())
    if sorted(ids) != sorted({*before, "NEW", "NEXT"}):
        outcome.wrong.append(f"{where}: {ids} after the next save")
    if damaged is not None and month_path(folder).read_bytes() != damaged:
        outcome.wrong.append(f"{where}: the damaged month was replaced")


def open_files() -> int:
    """Count the files this process has open."""
    needs_posix("list of the files that a process has open")
    return len([*Path("/proc/self/fd").iterdir()])
