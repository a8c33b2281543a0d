"""Ids: of entries, of acts, which are what was written together, and of imports; undo works on acts."""

import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from typing import Final

from ryggkompis.store.lines import Line, day_of, id_of, next_rev, rev_of

ACT: Final = "act"
"""The key of a line under which its act is named."""
ORIGIN: Final = "origin"
"""The key under which a line names where it comes from."""
GONE_WITH: Final = "with_import"
"""The key of a line that takes an entry out with, or for, a whole import, which it names: not by hand."""
SETTLED: Final = "by_import"
"""The key of a line that an import or a removal wrote anew: its revision, and the patient's day."""
_WHERE: Final = 6
_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LONG: Final = 26
_RANDOM_BITS: Final = 80
_open: ContextVar[str | None] = ContextVar("act", default=None)


def new_id(now: datetime | None = None) -> str:
    """Make an id of 26 letters: 48 bits of milliseconds, by default of the real clock, and 80 of chance."""
    milliseconds = int((time.time() if now is None else now.timestamp()) * 1000) & ((1 << 48) - 1)
    number = milliseconds << _RANDOM_BITS | int.from_bytes(os.urandom(_RANDOM_BITS // 8))
    return "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(_LONG)))


@contextmanager
def one_act(act: str | None = None) -> Iterator[None]:
    """Let all that is written within be one act, or go on with ``act``; within another it belongs to that."""
    mark = _open.set(_open.get() or act or current_act())
    try:
        yield
    finally:
        _open.reset(mark)


def current_act() -> str:
    """Give the id of the act that is under way, or of a new one."""
    return _open.get() or new_id()[:-_WHERE] + here()


def stamp_of(act: str, rev: int) -> str:
    """Write ``act`` as it stands in a line: from the second revision on with the one it was written for."""
    # An older version keeps the keys it does not know, and so copies the act of what it changes.
    return act if rev == 1 else f"{rev}:{act}"


def act_of(line: Line) -> str:
    """Name the act that wrote ``line``; without one of its own revision the line is an act by itself."""
    said, rev = line.get(ACT), rev_of(line)
    written_for, _, act = said.rpartition(":") if isinstance(said, str) else ("", "", "")
    return act if act and (written_for or "1") == str(rev) else f"{id_of(line)}/{rev}"


def is_from_here(act: str) -> bool:
    """Tell whether ``act`` is known to be of this terminal, on this machine."""
    return act[-_WHERE:] == here()


def begun(act: str) -> datetime | None:
    """Give the moment when ``act`` was begun, by the clock of then; None where its name tells of none."""
    if len(act) != _LONG or not set(_LETTERS).issuperset(act):
        return None
    number = 0
    for letter in act:
        number = number << 5 | _LETTERS.index(letter)
    return datetime.fromtimestamp((number >> _RANDOM_BITS) / 1000, UTC)


@cache
def here() -> str:
    """Give the letters that acts of this terminal on this machine end with; they say nothing to others."""
    machine = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    said = sha256(f"{machine} {_terminal()}".encode()).digest()
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in said[:_WHERE])


def _terminal() -> int:
    """Tell this terminal from the others of the machine, whatever starts the program in it."""
    if sys.platform != "win32":
        return os.getsid(0)
    import ctypes  # noqa: PLC0415 - only there

    # Not by the parent: the ryggkompis.exe that an installer makes is a new one for each command.
    window: int = ctypes.windll.kernel32.GetConsoleWindow()
    return window


def origin_of(line: Mapping[str, object]) -> Mapping[str, object]:
    """Give what ``line`` says of where it comes from; nothing where it was said here."""
    said = line.get(ORIGIN)
    return said if isinstance(said, Mapping) else {}


def source_of(line: Mapping[str, object]) -> str | None:
    """Name the program that ``line`` was brought from; None where it was said here."""
    said = origin_of(line).get("source")
    return said if isinstance(said, str) else None


def import_of(line: Mapping[str, object]) -> str | None:
    """Name the import that brought ``line``; None where it was said here."""
    said = origin_of(line).get("import_id")
    return said if isinstance(said, str) else None


def gone_with(line: Line, import_id: str) -> Line:
    """Give the line that takes an entry out because its whole import goes, or another has more of it."""
    rev = next_rev(rev_of(line))
    return {"id": id_of(line), "rev": rev, "day": day_of(line), "deleted": True, GONE_WITH: import_id}


def settling(line: Line, on: date) -> Line:
    """Mark ``line`` as written by an import or a removal of the patient's day ``on``."""
    # With its revision: an older version copies the keys it does not know into what is changed by hand.
    return line | {SETTLED: f"{rev_of(line)}:{on}"}


def settled_on(line: Line) -> str | None:
    """Give the patient's day on which an import or a removal wrote ``line`` anew; None where none did."""
    rev, _, day = str(line.get(SETTLED, "")).partition(":")
    return day if day and rev == str(rev_of(line)) else None
