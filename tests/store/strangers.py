"""A file that is sealed with a key which is not this diary's, wherever one may lie."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from ryggkompis.store.months import encode_month
from ryggkompis.store.sealing import open_all
from tests.store.journals import home, on_disk
from tests.store.locked import ANOTHER, give_key, lock, open_seal, seal_of

DAY: Final = "2026-01-05"
SECRET: Final = "of somebody else"
Lay = Callable[[Path], Path]


def recovery_key(folder: Path) -> str:
    """The recovery key of the diary that the stranger comes from."""
    return str(seal_of(_elsewhere(folder), ANOTHER).identity)


def _elsewhere(folder: Path) -> Path:
    other = folder.with_name("elsewhere")
    give_key(other, ANOTHER)
    return other


def _sealed(folder: Path, place: Path) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    data = encode_month(DAY[:7], [on_disk("STRANGER", day=DAY, tz="Europe/Oslo", text=SECRET)])
    place.write_bytes(seal_of(_elsewhere(folder), ANOTHER).close(data))
    return place


def a_month(folder: Path) -> Path:
    return _sealed(folder, Path(home(folder).journal, f"{DAY[:7]}.json.age"))


def a_month_under_an_open_name(folder: Path) -> Path:
    return _sealed(folder, Path(home(folder).journal, f"{DAY[:7]}.json"))


def one_beside_a_month(folder: Path) -> Path:
    return _sealed(
        folder, Path(home(folder).journal, "2026-03.sync-conflict-20260301-101010-ABCDEFG.json.age")
    )


def a_month_after_unlocking(folder: Path) -> Path:
    """The diary was locked once: the key of then is kept, and opens nothing of this."""
    key = Path(home(folder).key)
    give_key(folder)
    (key / "identity.age").rename(key / "retired-1234.age")
    (key / "recipient.txt").unlink()
    return a_month(folder)


def a_month_in_a_locked_diary(folder: Path) -> Path:
    lock(folder)
    return a_month(folder)


def a_month_left_by_unlocking(folder: Path) -> Path:
    place = a_month_in_a_locked_diary(folder)
    open_all(home(folder), open_seal(folder))
    return place


def what_was_shown(folder: Path) -> Path:
    return _sealed(folder, Path(home(folder).state, "shown.json"))


def the_list_of_months(folder: Path) -> Path:
    return _sealed(folder, Path(home(folder).state, "months.json"))


def a_copy(folder: Path) -> Path:
    return _sealed(folder, Path(home(folder).backups, "2026-01-06", f"{DAY[:7]}.json.age"))


HIDING: Final[Mapping[str, Lay]] = {
    lay.__name__: lay
    for lay in (
        a_month,
        a_month_under_an_open_name,
        one_beside_a_month,
        a_month_after_unlocking,
        a_month_in_a_locked_diary,
        a_month_left_by_unlocking,
    )
}
"""What hides something of the diary."""
HARMLESS: Final[Mapping[str, Lay]] = {
    lay.__name__: lay for lay in (what_was_shown, the_list_of_months, a_copy)
}
"""What nothing of the diary is missing without."""
