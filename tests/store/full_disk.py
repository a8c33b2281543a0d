"""Saving on a small disk of its own until it is full; run inside a namespace that has mounted one.

Prints how many saves were made and refused, and fails where one was lost or nothing could be saved again.
"""

import sys
from pathlib import Path

from ryggkompis.store.errors import DiskFull
from tests.store.journals import a_line, shown_ids, store_at

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


if __name__ == "__main__":
    sys.stdout.write("{} {}".format(*fill(Path(sys.argv[1]))))
