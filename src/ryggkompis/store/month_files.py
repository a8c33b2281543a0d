"""The journal's folder: which files are months, and what each of them holds."""

# ruff: noqa: PTH112, PTH113, PTH114, PTH116, PTH118, PTH120, PTH208 - pathlib costs more than a whole save
import os
import re
import stat
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from errno import ENOTDIR
from typing import Final, TypeAlias

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.problems import Problem, Status
from ryggkompis.store import atomic
from ryggkompis.store.lines import Line, day_of
from ryggkompis.store.months import LIMIT, REPLACEABLE, Decoded, decode_month, is_as_written
from ryggkompis.store.seal import ENDING, Seal

_MONTH: Final = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2])).*\.(?:json|age)", re.ASCII | re.DOTALL | re.IGNORECASE)
_EVICTED: Final = r"(?a)\.(\d{4}-(?:0[1-9]|1[0-2]))\.json(?:\.age)?\.icloud"
_SOME_BAD: Final = 20
_ABOUT: Final = timedelta(minutes=1)
"""So exactly disks and clocks agree on when a file was changed."""
_PIECE: Final = 1 << 20
SEALED_LIMIT: Final = LIMIT + (1 << 16)
"""Bytes that a month may have on the disk; sealed, it is a little larger than what it holds."""

FileState: TypeAlias = tuple[int, int, int, int]
"""Device, inode, size and time of change: another file, or another content, has another."""


class Listing(Value):
    """The names in the journal's folder, sorted by what they are for."""

    months: dict[str, tuple[str, ...]]
    """``YYYY-MM`` to the files beside the month's own, whatever a sync client called them."""
    strangers: tuple[str, ...]
    evicted: frozenset[str]
    """Months that iCloud has taken from this disk for now."""
    sealed: tuple[str, ...] = ()
    """Every file of a month, where each is called as a sealed one is."""


class MonthContent(Value):
    """What one file holds, and what it was on the disk when it was read."""

    name: str
    status: Status
    lines: tuple[Line, ...] = ()
    bad: tuple[int, ...] = ()
    raw: bytes = b""
    """To the byte as on the disk, sealed or not."""
    file_state: FileState | None = None
    """None where there is no such file."""

    @property
    def problems(self) -> list[Problem]:
        """List what the user should know about the file."""
        if self.status in ("ok", "missing"):
            return []
        lines: tuple[int | None, ...] = self.bad[:_SOME_BAD] or (None,)
        return [Problem(self.name, self.status, line, changed=self.changed) for line in lines]

    @property
    def changed(self) -> datetime | None:
        """When the file was last changed; None where nobody can tell, or a line in it was said later."""
        if self.file_state is None:
            return None
        changed = datetime.fromtimestamp(self.file_state[3] / 1e9, UTC)
        newest = max((str(line.get("saved") or day_of(line)) for line in self.lines), default="")
        return changed if f"{changed + _ABOUT:%Y-%m-%dT%H:%M:%SZ}" >= newest else None


def listing(journal: str, seal: Seal) -> Listing:
    """Read the names in ``journal``; empty when it was never made, OSError when it cannot be read."""
    ending = seal.ending
    names = _names(journal)
    plain = [name for name in names if not name.startswith((".", "~"))]
    away = (re.fullmatch(_EVICTED, name) for name in names if name.endswith(".icloud"))
    evicted = frozenset(match[1] for match in away if match)
    of_months = [name for name in names if is_month(name) or is_evicted(name)]
    sealed = [name for name in of_months if name.removesuffix(".icloud").lower().endswith(ENDING)]
    months: dict[str, list[str]] = {month: [] for month in evicted}
    strangers = []
    for name in plain:
        match = _MONTH.fullmatch(name)
        if match is None:
            strangers.append(name)
        elif name == month_file(match[1], ending):
            months.setdefault(match[1], [])
        else:
            months.setdefault(match[1], []).append(name)
    return Listing(
        {month: tuple(beside) for month, beside in months.items()},
        tuple(strangers),
        evicted,
        tuple(sealed) if len(sealed) == len(of_months) else (),
    )


def is_month(name: str) -> bool:
    """Tell whether a file of this name is read as a month, or as one beside it."""
    return not name.startswith((".", "~")) and _MONTH.fullmatch(name) is not None


def is_evicted(name: str) -> bool:
    """Tell whether a file of this name stands for a month that iCloud has taken from this disk."""
    return name.endswith(".icloud") and re.fullmatch(_EVICTED, name) is not None


def _names(journal: str) -> list[str]:
    try:
        return sorted(os.listdir(journal))
    except FileNotFoundError as error:
        above = journal
        while not os.path.lexists(above) and os.path.dirname(above) != above:
            above = os.path.dirname(above)
        if not os.path.isdir(above):  # a link to a disk that is not there; on Windows, in what is a file
            raise OSError(ENOTDIR, "", journal) if os.path.isfile(above) else error from None
        return []


def month_file(month: str, ending: str = "") -> str:
    """Name the file of ``month``; ``ending`` is that of the seal."""
    return f"{month}.json{ending}"


def is_there(journal: str, month: str, seal: Seal) -> bool:
    """Tell whether a month has its own file, whatever that holds; where it is not sealed yet, that one."""
    names = {month_file(month, ending) for ending in ("", seal.ending)}
    return any(os.path.lexists(os.path.join(journal, name)) for name in names)


def read_month(
    journal: str, month: str, names: Listing, seal: Seal, ids: Collection[str] | None = None
) -> tuple[list[MonthContent], MonthContent]:
    """Read the files beside the month's own, and only then its own; with ``ids``, only where they occur.

    A file that vanishes meanwhile has been folded into the month's own before, so nothing is missed.
    """
    beside = [read_file(journal, name, seal, month, ids) for name in names.months.get(month, ())]
    if any(content.status == "missing" for content in beside):
        # It may be in another file beside the month by now, which was not there when the names were read.
        there = listing(journal, seal).months.get(month, ())
        beside = [read_file(journal, name, seal, month, ids) for name in there]
    own = read_file(journal, month_file(month, seal.ending), seal, month, ids)
    if own.status == "missing" and month in names.evicted:
        place = os.path.join(journal, f".{month_file(month, seal.ending)}.icloud")
        own = replace(own, status="away", file_state=_state_at(place))
    return [content for content in beside if content.status != "missing"], own


def contents(place: str, seal: Seal) -> list[MonthContent]:
    """Read every file in ``place`` that belongs to a month; none where there is no such folder."""
    return [
        content
        for month, beside in sorted(listing(place, seal).months.items())
        for name in (*beside, month_file(month, seal.ending))
        if (content := read_file(place, name, seal, month, None)).status != "missing"
    ]


def file_state(path: str) -> FileState | None:
    """Look at what ``path`` is now; None where nothing is."""
    try:
        return state_of(os.stat(path))
    except FileNotFoundError:
        return None


def _state_at(path: str) -> FileState | None:
    """Look at what lies at ``path``; where a link leads nowhere, at the link."""
    for look in (os.stat, os.lstat):
        try:
            return state_of(look(path))
        except OSError:
            continue
    return None


def read_file(
    journal: str, name: str, seal: Seal, month: str, ids: Collection[str] | None = None
) -> MonthContent:
    """Read one file as ``month``, whatever it is; with ``ids``, only where they occur."""
    path = os.path.join(journal, name)
    try:
        file = atomic.open_to_read(path)
        try:
            return _content(file, name, seal, month, ids)
        finally:
            os.close(file)
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not os.path.islink(path):
            return MonthContent(name, "missing")
        # What cannot be opened tells all the same when it was changed; Windows opens no folder.
        status: Status = "not_a_file" if os.path.isdir(path) else "unreadable"
        return MonthContent(name, status, file_state=_state_at(path))


def _content(file: int, name: str, seal: Seal, month: str, ids: Collection[str] | None) -> MonthContent:
    about = os.fstat(file)
    if not stat.S_ISREG(about.st_mode):
        return MonthContent(name, "not_a_file", file_state=state_of(about))
    raw = _all_of(file) if about.st_size <= SEALED_LIMIT else None
    data = None if raw is None else seal.open(raw)
    if raw is None or (data is not None and len(data) > LIMIT):
        return MonthContent(name, "too_large", file_state=state_of(about))
    if data is None:
        return MonthContent(name, "locked", raw=raw, file_state=state_of(about))
    found = Decoded("ok", ()) if _lacks(data, month, ids) else decode_month(data, month)
    return MonthContent(name, found.status, found.lines, found.bad, raw, state_of(about))


def _all_of(file: int) -> bytes | None:
    """Read to the end; None when that is further than a month can go."""
    pieces = []
    room = SEALED_LIMIT + 1
    while piece := os.read(file, min(room, _PIECE)):
        pieces.append(piece)
        room -= len(piece)
        if room <= 0:
            return None
    return b"".join(pieces)


def _lacks(data: bytes, month: str, ids: Collection[str] | None) -> bool:
    # Only of a file as we wrote it do we know how an id is spelt in it.
    return ids is not None and not any(id_.encode() in data for id_ in ids) and is_as_written(data, month)


def state_of(about: os.stat_result) -> FileState:
    """Give what tells a file and its content from any other."""
    return about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns


def is_whole(content: MonthContent) -> bool:
    """Tell whether every line of a file could be read, so that another may take its place."""
    return content.status in REPLACEABLE


def read_whole(path: str) -> bytes | None:
    """Read an ordinary file, or raise OSError; None for what is none, or is larger than a month can be."""
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode) or about.st_size > 2 * LIMIT:
            return None
        with open(path, "rb", opener=atomic.open_to_read) as file:
            return file.read()
    except FileNotFoundError:
        return None
