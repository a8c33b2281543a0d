"""Builders: lines, stores and month files as a test needs them."""

from collections.abc import Iterable
from pathlib import Path

from ryggkompis.store.lines import Line, id_of, union
from ryggkompis.store.months import encode_month
from ryggkompis.store.places import Places
from ryggkompis.store.reading import Reading
from ryggkompis.store.store import Store

MONTH = "2025-03"
DAY = "2025-03-03"
SAVED = "2025-03-03T07:15:09Z"


def a_line(id_: str = "A", rev: int = 1, day: str = DAY, **more: object) -> Line:
    """Build a walk on ``day``."""
    return {
        "id": id_,
        "rev": rev,
        "day": day,
        "at": f"{day}T08:15:00+01:00",
        "kind": "walk",
        "minutes": 10,
    } | more


def on_disk(id_: str = "A", rev: int = 1, day: str = DAY, **more: object) -> Line:
    """Build a line as it is in a file."""
    return a_line(id_, rev, day, **{"saved": SAVED} | more)


def lines_named(names: Iterable[str], day: str = DAY) -> list[Line]:
    """Build one stored line for each id."""
    return [on_disk(name, day=day) for name in names]


def home(folder: Path) -> Places:
    """Give the places of a journal in ``folder``."""
    return Places.find(str(folder), {})


def store_at(folder: Path, lock_wait: float = 0.05, replace_wait: float = 0.05) -> Store:
    """Open a store that does not wait long."""
    return Store(home(folder), lock_wait=lock_wait, replace_wait=replace_wait)


def month_path(folder: Path, month: str = MONTH, unique: str = "") -> Path:
    """Name a month's file, making its folder."""
    journal = Path(home(folder).journal)
    journal.mkdir(parents=True, exist_ok=True)
    return journal / f"{month}{unique}.json"


def write_month(folder: Path, lines: Iterable[Line], month: str = MONTH, unique: str = "") -> Path:
    """Write a month as another device would, without any store."""
    path = month_path(folder, month, unique)
    path.write_bytes(encode_month(month, union(lines)))
    return path


def shown_ids(reading: Reading) -> list[str]:
    """List the ids of a reading, in its order."""
    return [id_of(line) for line in reading.lines]


def everything(folder: Path) -> dict[str, bytes]:
    """Read every file below ``folder``."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
