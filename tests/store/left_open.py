"""Everything that can lie about, and the real program killed or refused at any call while it locks or erases.

Afterwards nothing of the patient's may be read anywhere that was not named to them.
"""

import io
import os
import random
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import NamedTuple

from ryggkompis.cli.main import main
from ryggkompis.store.inventory.found import folders
from ryggkompis.store.places import Places
from tests.store.faults import failing
from tests.store.journals import MONTH, home, on_disk, write_month
from tests.store.locked import give_key
from tests.store.processes import in_process
from tests.systems import needs_links

TOKEN = "numb-as-a-word-that-stands-nowhere-else"
ID = "OLD"
BESIDE = (
    "keys.toml~", ".keys.toml.swp", "settings.json.bak", "LES MEG.txt~", "Kopi av settings.json",
    "settings (1).json", "settings.sync-conflict-20250303-101010-ABCDEFG.json",
)  # fmt: skip
"""Copies that others make of what lies in the folder of the data."""
_NOON = datetime(2025, 4, 2, 12, tzinfo=timezone(timedelta(hours=2)))


class _Noon:
    """It is always the same moment."""

    zone = "Europe/Oslo"

    def now(self) -> datetime:
        return _NOON


class Said(NamedTuple):
    """What came of one run of the program."""

    status: int
    """Of the process, negative where it was killed."""
    words: str
    calls: int
    """Of the operating system, where it lived to count them."""


def everything_there_is(folder: Path) -> Path:
    """Make a journal of three months with all that can lie about beside it; give its home."""
    where, outside = folder / "home", folder / "outside"
    outside.mkdir(parents=True)
    month = write_month(where, [on_disk(ID, text=TOKEN), on_disk("STAYS")])
    write_month(where, [on_disk("LATER", day="2025-04-01")], "2025-04")
    write_month(where, [on_disk(ID, text=TOKEN)], unique=".sync-conflict-20250303-101010-ABCDEFG")
    places = home(where)
    for path in (*_ours(places), *_by_other_hands(places)):
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():  # as one in capitals is, where those are the same
            shutil.copy(month, path)
    # It was of February once: then that month has it, too.
    linked = write_month(where, [on_disk(ID, day="2025-02-03", text=TOKEN)], "2025-02")
    needs_links()
    linked.symlink_to(linked.rename(outside / linked.name))
    half = outside / ".~report.md.0123abcd.tmp"
    half.write_text(f"# {TOKEN}")
    Path(places.state, ".~writing.4567cdef.tmp").write_bytes(os.fsencode(outside / "report.md"))
    Path(places.settings).write_text("{}", encoding="utf-8")
    Path(places.journal, "notes.txt").write_text(f"{TOKEN} on Monday", encoding="utf-8")
    Path(places.journal, ".stfolder").mkdir()
    return where


def _ours(places: Places) -> Iterator[Path]:
    temp = f".~{MONTH}.json.0123abcd.tmp"
    yield from (Path(places.backups, day, f"{MONTH}.json") for day in ("2025-03-02", "damaged", "folded"))
    yield from (Path(place, temp) for place in (places.journal, places.key, places.state, places.backups))
    yield Path(places.backups, "2025-03-02", temp)
    yield Path(places.data, ".~settings.json.0123abcd.tmp")
    yield Path(places.state, "shown.damaged.json")
    yield Path(places.state, ".~shown.json.0123abcd.tmp")


def _by_other_hands(places: Places) -> Iterator[Path]:
    for name in (f"{MONTH}.json~", f"{MONTH}.json.bak", f"{MONTH}.JSON", f"Kopi av {MONTH}.json"):
        yield Path(places.journal, name)
    yield Path(places.journal, "sub", f"{MONTH}.json")
    yield Path(places.data, ".stversions", "journal", f"{MONTH}~20250303-101010.json")
    yield from (Path(places.data, name) for name in BESIDE)
    yield Path(places.backups, "2025-03-02", f"{MONTH}.json~")
    yield Path(places.backups, "mine", f"{MONTH}.json")


def locking(folder: Path) -> tuple[str, ...]:
    """Have the key of a journal kept and nothing sealed, as ``lock`` leaves it when it dies there."""
    give_key(folder)
    return ("lock",)


def erasing(folder: Path) -> tuple[str, ...]:
    """Erase the one entry that holds the token; whose words without its id stand in no file."""
    for name in ("journal/notes.txt", "state/shown.damaged.json"):
        (folder / name).unlink()
    return ("erase", ID, "--yes")


def erasing_everything(_: Path) -> tuple[str, ...]:
    """Erase all there is."""
    return ("erase", "--everything", "--yes")


def run(folder: Path, *arguments: str, at: int | None = None, error: int = 0) -> Said:
    """Run the program in a process of its own, which meets ``error`` at its call number ``at``."""
    heard, counted = folder / "heard", folder / "counted"
    for file in (heard, counted):
        file.unlink(missing_ok=True)

    def work() -> None:
        with heard.open("w", 1, encoding="utf-8") as words:
            sys.stdout = sys.stderr = words
            sys.stdin = io.StringIO()
            with failing(at, error) as calls:
                try:
                    status = main(("--lang", "en", "--data-dir", str(folder / "home"), *arguments), _Noon())
                except Exception:
                    traceback.print_exc(file=words)
                    raise
        counted.write_text(f"{status} {calls.count}")

    process = in_process(work)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    status, calls = counted.read_text(encoding="utf-8").split() if counted.exists() else (code, 0)
    said = Said(int(status), heard.read_text(encoding="utf-8"), int(calls))
    for file in (heard, counted):
        file.unlink(missing_ok=True)
    return said


def lying_open(folder: Path) -> list[Path]:
    """Name every file in the whole sandbox in which the token can be read."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    return [path for path in files if TOKEN.encode() in path.read_bytes()]


def unnamed(folder: Path, words: str) -> list[Path]:
    """Name those of them that were not named to the patient, nor a folder in which they lie."""
    ours = {folder / "home", folder / "outside", *map(Path, folders(home(folder / "home")))}
    around = {place for place in ours if f"{place} cannot be looked into" not in words}
    around |= {folder, *folder.parents}
    return [
        path
        for path in lying_open(folder)
        if not any(f"{place}" in words for place in {path, *path.parents} - around)
    ]


def stopped(
    folder: Path, prepare: Callable[[Path], tuple[str, ...]], error: int, points: int, seed: int
) -> list[str]:
    """Let some of the calls of a command meet ``error``, one a time, and do it again; give what was wrong."""
    dry = folder / "dry"
    count = run(dry, *prepare(everything_there_is(dry))).calls
    wrong = []
    for number in sorted(random.Random(seed).sample(range(count), min(points, count))):
        sandbox = folder / str(number)
        arguments = prepare(everything_there_is(sandbox))
        wrong += [f"call {number} of {count}: {one}" for one in _one(sandbox, arguments, number, error)]
        shutil.rmtree(sandbox)
    return wrong


def _one(sandbox: Path, arguments: tuple[str, ...], number: int, error: int) -> Iterator[str]:
    said = run(sandbox, *arguments, at=number, error=error)
    if "Traceback" in said.words or said.status == 1:
        yield said.words
    if said.status == 0 and (left := unnamed(sandbox, said.words)):
        yield f"said to be done, and {left} lie open"
    if arguments == ("lock",):
        told = run(sandbox, "doctor").words
        if left := unnamed(sandbox, told + said.words):
            yield f"not named while it is not finished: {left}"
        if "is not finished" not in told:
            return
    again = run(sandbox, *arguments)
    if left := unnamed(sandbox, said.words + again.words):
        yield f"not named after it was finished: {left}, {again.words}"
