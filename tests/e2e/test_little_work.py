"""What a command opens, reads and writes: counted in the real program, however busy the machine is."""

import json
import os
import re
import subprocess
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.invented import write_diary, write_episodes
from tests.program import IS_INSTALLED, PYTHON, without_bytecode
from tests.store.locked import give_key

MONTH = re.compile(r"(?:journal/)?\d{4}-\d\d\.json")
pytestmark = pytest.mark.e2e
TODAY = date(2026, 11, 28)
COUNTED = """
import json, os, sys
opened = []
listed = []
def note(event, about):
    if event == "os.listdir" and about[0]:
        listed.append(os.fsdecode(about[0]))
    if event == "open" and isinstance(about[0], (str, bytes, os.PathLike)):
        path = os.fsdecode(about[0])
        writes = isinstance(about[2], int) and about[2] & (os.O_WRONLY | os.O_RDWR)
        # An opener of open() is heard a second time.
        if not (about[1] is None and opened and opened[-1][0] == path and not writes):
            opened.append((path, bool(writes)))
moved = [0, 0]
def counted(place, do):
    def run(file, data, *more):
        done = do(file, data, *more)
        moved[place] += len(done) if isinstance(done, bytes) else done
        return done
    return run
os.read, os.write = counted(0, os.read), counted(1, os.write)
sys.addaudithook(note)
from datetime import datetime
from ryggkompis.cli.main import main
class Clock:
    zone = "UTC"
    def now(self):
        return datetime.fromisoformat("2026-11-28T19:00:00+00:00")
status = main(sys.argv[1:], Clock())
print(json.dumps((opened, moved, listed)), file=sys.stderr)
sys.exit(status)
"""


SHOWN = "state/shown.json"
"""What was shown on the last days; it is written when today's plan is another."""
KNOWN = "state/months.json"
"""The list of months; it is written when a month is new, or one from before the episode is another."""


class Work(NamedTuple):
    """What one command opened, in its order, and the bytes of what it read and has written."""

    read: tuple[str, ...]
    """Files in the folder of the data, as are those that were written."""
    written: tuple[str, ...]
    bytes_read: int
    bytes_written: int
    content: frozenset[str]
    """Files of the program's own data."""
    listed: tuple[str, ...]
    """Folders whose names were read."""

    @property
    def months(self) -> list[str]:
        """The journal's files that were read."""
        return [name for name in self.read if MONTH.fullmatch(name)]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def work(home: Path, *command: str, **environ: str) -> Work:
    ran = subprocess.run(
        (PYTHON, "-c", COUNTED, *command, "--lang", "en"),
        env={**os.environ, "RYGGKOMPIS_HOME": str(home), **environ},
        capture_output=True, text=True, stdin=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    opened, (came, went), listed = json.loads(ran.stderr.splitlines()[-1])
    mine = [(os.path.relpath(path, home), writes) for path, writes in opened if path.startswith(str(home))]
    content = {Path(path).name for path, _writes in opened if path.endswith((".yaml", ".json", ".mo"))}
    read = tuple(name for name, writes in mine if not writes)
    written = tuple(name for name, writes in mine if writes)
    own = frozenset(content - {Path(name).name for name, _writes in mine})
    return Work(read, written, came, went, own, tuple(os.path.relpath(path, home) for path in listed))


def months_of(home: Path) -> list[str]:
    return sorted(f"journal/{file.name}" for file in (home / "journal").iterdir() if MONTH.search(file.name))


def a_diary(home: Path, days: int) -> Path:
    """A diary that ends yesterday and was used today: its first copies are made, its months known."""
    write_diary(home, days, TODAY - timedelta(days=1))
    work(home, "note", "the first today")
    work(home, "plan")
    return home


@pytest.mark.parametrize("days", [0, 40, 200])
def test_a_plan_reads_each_month_once_and_writes_nothing(home: Path, days: int) -> None:
    write_diary(home, days, TODAY - timedelta(days=1))
    work(home, "note", "the first today")
    first = work(home, "plan")
    assert {name.partition("/")[0] for name in first.written} <= {"state"}, "what is remembered, and no more"
    done = work(home, "plan")

    assert sorted(done.months) == months_of(home)
    assert sorted(done.read) == sorted(("settings.json", KNOWN, *months_of(home), SHOWN))
    assert done.bytes_read == sum((home / name).stat().st_size for name in months_of(home))
    assert (done.written, done.bytes_written) == ((), 0)
    # Compiled, and not the cards. A checkout looks whether the sources have changed since.
    sources = set() if IS_INSTALLED else {"exercises.yaml", "red_flags.yaml"}
    assert done.content == {"exercises.json", "red_flags.json"} | sources


def test_a_plan_reads_the_same_where_python_may_keep_no_bytecode(home: Path, tmp_path: Path) -> None:
    work(a_diary(home, 40), "plan")
    with_it = work(home, "plan")
    assert work(home, "plan", **without_bytecode(tmp_path / "none")) == with_it


@pytest.mark.parametrize(
    "command", [("note", "x"), ("walk", "10"), ("moved",)], ids=lambda said: str(said[0])
)
def test_saving_opens_and_writes_the_same_after_a_day_and_after_months(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    short, long = (work(a_diary(tmp_path / str(days), days), *command) for days in (1, 200))

    assert len(short.written) == len(long.written) == 2  # the lock, and this month under another name
    assert long.written[1].startswith(f"journal/.~{TODAY:%Y-%m}")


def test_a_note_reads_its_month_alone(home: Path) -> None:
    assert work(a_diary(home, 200), "note", "x").months == [f"journal/{TODAY:%Y-%m}.json"]


def test_a_walk_within_what_was_shown_reads_its_month_alone(home: Path) -> None:
    month = f"journal/{TODAY:%Y-%m}.json"
    work(a_diary(home, 200), "plan")
    assert work(home, "walk", "4").months == [month, month]
    more = sorted([month, month, *months_of(home)])
    assert sorted(work(home, "walk", "90").months) == more, "more than planned is told"


def test_a_note_writes_its_month_and_no_more(home: Path) -> None:
    month = a_diary(home, 200) / "journal" / f"{TODAY:%Y-%m}.json"
    others = {file: file.stat().st_mtime_ns for file in home.rglob("*.json") if file != month}
    before = month.stat().st_size

    done = work(home, "note", "x" * 100)

    assert 100 < month.stat().st_size - before < 400
    assert (done.bytes_read, done.bytes_written) == (before, month.stat().st_size)
    assert done.content == frozenset()
    assert {file: file.stat().st_mtime_ns for file in home.rglob("*.json") if file != month} == others


EPISODE = 110
"""Days: from 11 August, five months."""
APART = 500


@pytest.fixture(scope="module")
def ten_years(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Eight episodes in ten years, and the last of them alone; both have been used today."""
    homes = tmp_path_factory.mktemp("eight"), tmp_path_factory.mktemp("one")
    for home, count in zip(homes, (8, 1), strict=True):
        write_episodes(home, count, EPISODE, APART, TODAY - timedelta(days=1))
        work(home, "note", "the first today")
        work(home, "plan")
    return homes


@pytest.mark.parametrize(
    ("command", "plans"),
    [
        (("walk", "4"), 0),
        (("note", "x"), 0),
        (("moved",), 0),
        (("plan",), 1),
        (("walk", "90"), 1),
        # Once to know what is asked, and once for the plan.
        (("checkin", "--leg", "3", "--site", "calf", "--flags", "none"), 2),
        (("sit",), 1),
    ],
    ids=lambda said: said[0] if isinstance(said, tuple) else "",
)
def test_ten_years_in_eight_episodes_open_what_this_episode_alone_does(
    ten_years: tuple[Path, Path], command: tuple[str, ...], plans: int
) -> None:
    eight, one = (work(home, *command) for home in ten_years)
    # Who the plan was for when the episode began, the last whole list before it, and what was done then.
    before = ["journal/2025-03.json", "journal/2025-06.json", "journal/2025-07.json"] * plans
    assert len(months_of(ten_years[0])) > 30
    assert Counter(eight.months) - Counter(one.months) == Counter(before)
    assert len(eight.written) == len(one.written)
    of_before = sum((ten_years[0] / name).stat().st_size for name in before)
    assert eight.bytes_read - of_before == pytest.approx(one.bytes_read, rel=0.02)


def test_doctor_opens_each_month_once(home: Path) -> None:
    months = months_of(a_diary(home, 200))
    edited = home / months[0]
    edited.write_bytes(edited.read_bytes().replace(b"\n", b"\n\n", 1))
    assert sorted(work(home, "doctor").months) == months


def test_where_takes_the_inventory_once(home: Path) -> None:
    """It is swept at the start, as ever; of an open diary it is also asked whether most of it is locked."""
    assert work(a_diary(home, 40), "where").listed.count("journal") == 3
    give_key(home)
    assert work(home, "lock").months
    assert work(home, "where").listed.count("journal") == 2


def test_whom_to_call_is_said_without_reading_the_journal(home: Path) -> None:
    done = work(a_diary(home, 40), "urgent")

    assert (done.months, done.written) == ([], ())
