"""A small disk of its own that gets full while saving or locking; run inside a namespace that mounts it.

Prints two counts, and fails where something was lost, or nothing could be done when there was room again.
"""

import shutil
import sys
from pathlib import Path

from ryggkompis.store.errors import DiskFull
from ryggkompis.store.inventory.room import NoRoom
from tests.store.journals import a_line, everything, shown_ids, store_at
from tests.store.locked import give_key, lock

_BALLAST = 40_000


def fill(folder: Path) -> tuple[int, int]:
    """Save until the disk is full, make a little room, and save again; give what was saved and refused."""
    ballast = folder / "ballast"
    ballast.write_bytes(b"x" * _BALLAST)
    store = store_at(folder / "home")
    saved, refused = [], 0
    for number in range(5_000):
        try:
            store.put([a_line(f"F{number}", text="x" * 400)])
            saved.append(f"F{number}")
        except DiskFull:
            refused += 1
        if refused > 10:
            break
    reading = store_at(folder / "home").read()
    assert shown_ids(reading) == sorted(saved), "something was lost"
    assert not reading.problems, reading.problems
    ballast.unlink()
    store.put([a_line("ROOM")])
    assert set(shown_ids(store.read())) == {*saved, "ROOM"}
    return len(saved), refused


def lock_without_room(folder: Path) -> tuple[int, int]:
    """Lock a journal without room, make some, and lock; give how much lay open before and after."""
    home = folder / "home"
    store_at(home).put([a_line(f"F{number}", text="x" * 4_000) for number in range(12)])
    give_key(home)
    ballast = folder / "ballast"
    ballast.write_bytes(b"x" * (shutil.disk_usage(folder).free - _BALLAST))
    before = everything(home)
    try:
        lock(home)
    except NoRoom:
        assert everything(home) == before, "something was changed"
    else:
        raise AssertionError("it began without room")
    ballast.unlink()
    lock(home)
    return len(_openly(before)), len(_openly(everything(home)))


def _openly(files: dict[str, bytes]) -> list[str]:
    return [name for name, data in files.items() if b"xxxx" in data]


if __name__ == "__main__":
    what = {"fill": fill, "lock": lock_without_room}[sys.argv[1]]
    sys.stdout.write("{} {}".format(*what(Path(sys.argv[2]))))
