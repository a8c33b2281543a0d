"""Every state in which a power cut can leave the disk, after every call that a save makes of the system.

What was written and not synced may be there, missing, cut in half or zeroed; what was done to a folder and
not synced may have happened or not. Each state is laid out on the real disk and read by a fresh store.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path
from typing import Final, TypeAlias

from tests.store.journals import a_line, shown_ids, store_at
from tests.store.recording import Call, recorded

MOST_OPEN: Final = 8
"""Changes of folders that may be unsynced at once before only their order in time is tried."""


@dataclass
class _File:
    """A file apart from its name: what it holds, and what of that is sure."""

    data: bytes = b""
    synced: bytes = b""

    def outcomes(self) -> list[bytes]:
        """Give what may be found after a power cut."""
        half = self.data[: len(self.data) // 2]
        possible = {self.data, self.synced, half, b"\0" * len(self.data)}
        return [self.data] if self.data == self.synced else sorted(possible)


Names: TypeAlias = dict[Path, _File | None]
"""None stands for a folder."""
State: TypeAlias = frozenset[tuple[Path, bytes | None]]


@dataclass
class _Change:
    """A name that came, went or moved."""

    call: Call
    file: _File | None

    def apply(self, names: Names) -> None:
        """Change ``names`` so."""
        if self.call.name == "gone":
            names.pop(self.call.path, None)
            return
        if self.call.old is not None:
            names.pop(self.call.old, None)
        names[self.call.path] = self.file


class _Disk:
    """A model of a disk: names change in memory first, and each folder is synced by itself."""

    def __init__(self, before: Mapping[Path, bytes | None]) -> None:
        self._sure: Names = {
            path: None if data is None else _File(data, data) for path, data in before.items()
        }
        self._now = dict(self._sure)
        self._open: list[_Change] = []

    def do(self, call: Call) -> None:
        """Follow one call."""
        if call.name == "sync" and call.is_folder:
            self._sync_names(call.path)
        elif call.name in ("write", "sync"):
            file = self._now.get(call.path)
            if file is not None:
                file.data += call.data
                file.synced = file.data if call.name == "sync" else file.synced
        else:
            self._change(call)

    def _change(self, call: Call) -> None:
        moved = self._now.get(call.old) if call.old else None
        change = _Change(call, None if call.is_folder else moved or _File())
        change.apply(self._now)
        self._open.append(change)

    def _sync_names(self, folder: Path) -> None:
        for change in self._open:
            if change.call.path.parent == folder:
                change.apply(self._sure)
        self._open = [change for change in self._open if change.call.path.parent != folder]

    def states(self) -> Iterator[State]:
        """Give everything that a power cut now may leave."""
        for kept in self._kept():
            names = dict(self._sure)
            for change in kept:
                change.apply(names)
            top = min(names, key=lambda path: len(path.parts), default=Path())
            there = {path: file for path, file in names.items() if _is_reachable(path, top, names)}
            files = {path: file for path, file in there.items() if file is not None}
            folders = {(path, None) for path in there.keys() - files.keys()}
            for datas in product(*(file.outcomes() for file in files.values())):
                yield frozenset({*zip(files, datas, strict=True), *folders})

    def _kept(self) -> Iterator[tuple[_Change, ...]]:
        """Give every choice of changes that may have reached the disk."""
        if len(self._open) > MOST_OPEN:
            yield from (tuple(self._open[:n]) for n in range(len(self._open) + 1))
            return
        for count in range(len(self._open) + 1):
            yield from combinations(self._open, count)


def _is_reachable(path: Path, top: Path, names: Names) -> bool:
    folders = (folder for folder in path.parents if len(folder.parts) >= len(top.parts))
    return all(folder in names for folder in folders)


@dataclass
class Tally:
    """What came of cutting the power."""

    states: int = 0
    lost: list[str] = field(default_factory=list)
    problems: int = 0


def cut_the_power(folder: Path, prepare: Callable[[Path], None], before: tuple[str, ...]) -> Tally:
    """Save one entry on a disk prepared so, and look at every state that a power cut can leave on the way."""
    home = folder / "home"
    home.mkdir(parents=True)
    prepare(home)
    disk = _Disk({path: None if path.is_dir() else path.read_bytes() for path in sorted(home.rglob("*"))})
    with recorded() as calls:
        store_at(home).put([a_line("NEW")])
    tally = Tally()
    seen: set[tuple[State, bool]] = set()
    for number in range(len(calls) + 1):
        is_saved = number == len(calls)
        if number:
            disk.do(calls[number - 1])
        for state in disk.states():
            if (state, is_saved) not in seen:
                seen.add((state, is_saved))
                expected = {*before, "NEW"} if is_saved else set(before)
                _check(folder / str(len(seen)), home, state, expected, tally)
    return tally


def _check(place: Path, home: Path, state: State, expected: set[str], tally: Tally) -> None:
    """Lay ``state`` out in ``place`` and read it."""
    place.mkdir()
    for path, data in sorted(state, key=lambda one: len(one[0].parts)):
        target = place / path.relative_to(home)
        folder = target if data is None else target.parent
        folder.mkdir(parents=True, exist_ok=True)
        if data is not None:
            target.write_bytes(data)
    tally.states += 1
    reading = store_at(place).read()
    missing = expected - set(shown_ids(reading))
    if missing:
        tally.lost.append(f"{sorted(missing)} of {sorted(path.name for path, _data in state)}")
    tally.problems += sum(problem.hides for problem in reading.problems)
