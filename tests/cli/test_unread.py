"""Whatever hides a yes: no command shows an exercise before the whole list of that day is answered.

The whole product of damage and answers is in ``tests/services/test_unread.py``; here every way goes once
through everything that the shell can show of a plan.
"""

import os
import random
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from ryggkompis.domain.base.scales import DAILY_LINE
from tests.cli.conftest import Ran, Shell, StandingClock
from tests.cli.test_lines import lines, place
from tests.systems import needs_links
from tests.unreadable import (
    AGES,
    TODAY,
    WAYS,
    LastShown,
    Way,
    a_flipped_bit,
    a_later_format,
    a_line_cut_short,
    an_unknown_answer,
    an_unknown_kind,
    empty,
    lived,
    overwritten,
    sealed_with_another_key,
    spoil,
    truncated,
)

NOW: Final = StandingClock(datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=UTC), "UTC")
YES: Final = AGES["a season ago"]
CARRIED: Final = (
    a_flipped_bit, a_line_cut_short, truncated, empty, a_later_format, an_unknown_kind, an_unknown_answer,
    sealed_with_another_key, overwritten,
)  # fmt: skip
"""What stays damaged in a copy of the file."""
EXERCISE: Final = re.compile(r"\bE\d\d\b")
SHOWS: Final = (
    (),
    ("plan",),
    ("plan", "--why"),
    ("plan", "--from", str(TODAY)),
    ("plan", "--json"),
    ("exercises",),
    ("exercises", "--json"),
    ("sheet", "plan.html", "--force"),
    ("reminders", "plan.ics"),
    ("checkin", "--leg", "1", "--nothing-new"),
    ("walk", "5"),
)
"""All that shows something of a plan, or could."""


def everything(said: Ran) -> str:
    """All that one can read of it, in files that it wrote too."""
    return said.out + said.err + "".join(path.read_text("utf-8") for path in Path().glob("plan.*"))


def in_lines(shell: Shell) -> str:
    """Ask for the plan in plain lines."""
    return everything(lines(shell, place("Today's plan, and why")))


@pytest.fixture
def damaged(shell: Shell, way: Way, last: LastShown) -> Shell:
    lived(shell.home, ("CES1", "yes"), last, YES)
    spoil(shell.home, YES, way, random.Random(7))
    shell.clock = NOW
    return shell


@pytest.mark.parametrize("last", ["held", "open"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_command_shows_an_exercise_before_the_list_and_none_after_a_hold(
    damaged: Shell, way: Way, last: LastShown
) -> None:
    for command in SHOWS:
        said = damaged(*command)
        assert EXERCISE.findall(everything(said)) == [], (way.__name__, command)
        if command[:1] in {(), ("plan",), ("sheet",)}:
            assert said.status != 0, (way.__name__, command)
    assert EXERCISE.findall(in_lines(damaged)) == [], way.__name__
    assert damaged("plan", "--json").facts["held"]
    after = damaged("checkin", "--flags", "none")
    if last == "held":
        assert "113" in damaged("plan").out, "what held it may be a red flag"
        for command in SHOWS:
            assert EXERCISE.findall(everything(damaged(*command))) == [], (way.__name__, command)
    elif after.status == 0:
        assert EXERCISE.findall(damaged("plan").out), "all no opens that day's plan"


@pytest.mark.parametrize("last", ["open"])
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_no_report_calls_it_quiet(damaged: Shell, way: Way, last: LastShown) -> None:
    for name in ("usual.md", "r.md", "r.html", "r.txt", "r.json", "r.csv", "r.fhir.json"):
        period = () if name == "usual.md" else ("--from", "2026-07-01", "--until", str(TODAY))
        said = damaged("report", name, *period)
        assert said.status in {0, 3}, said.err
        text = Path(name).read_text("utf-8")
        assert "Nothing was answered with yes or unsure" not in text, (way.__name__, last, name)
        assert "always answered with no" not in text


def restored(shell: Shell) -> int:
    """Backed up, and brought back on an empty machine."""
    shell("backup", "kept.zip", "--force")
    shutil.rmtree(shell.home)
    return again(shell)


def restored_here(shell: Shell) -> int:
    """Backed up, and brought back on the same machine after every month was removed."""
    shell("backup", "kept.zip", "--force")
    for month in (shell.home / "journal").iterdir():
        month.unlink()
    return again(shell)


def restored_after_a_repair(shell: Shell) -> int:
    """Repaired, backed up, and brought back on an empty machine."""
    shell("doctor", "--repair")
    return restored(shell)


def again(shell: Shell) -> int:
    """Brought back once more."""
    return shell("restore", "kept.zip").status


def taken_in(shell: Shell) -> int:
    """Backed up, and the backup taken in as a file of another program."""
    shell("backup", "kept.zip", "--force")
    shutil.rmtree(shell.home)
    return shell("import", "kept.zip").status


def taken_in_alone(shell: Shell) -> int:
    """The month alone taken in on an empty machine."""
    (month,) = (one for one in (shell.home / "journal").iterdir() if one.name == f"{YES:%Y-%m}.json")
    month.rename("a month.json")
    shutil.rmtree(shell.home)
    return shell("import", "a month.json").status


@pytest.mark.parametrize("last", ["held", "open"])
@pytest.mark.parametrize("way", CARRIED, ids=lambda way: way.__name__)
@pytest.mark.parametrize("back", [restored, restored_here, restored_after_a_repair, taken_in, taken_in_alone])
def test_no_way_back_washes_damage_away(
    damaged: Shell, way: Way, last: LastShown, back: Callable[[Shell], int]
) -> None:
    if back(damaged) == 2 and not (damaged.home / "journal").exists():
        return  # all of it is refused, and nothing has come in
    for _ in range(2):
        said = damaged("plan")
        assert EXERCISE.findall(everything(said)) == [], (way.__name__, last)
        assert said.status != 0, (way.__name__, last)
        assert damaged("doctor").status == 3 or '"lock": null' not in damaged("plan", "--json").out
        if back in {taken_in, taken_in_alone}:
            break
        kept = sorted((damaged.home / "state").rglob("damaged/*"))
        again(damaged)
        assert sorted((damaged.home / "state").rglob("damaged/*")) == kept, "it is kept once"
    for aside in (damaged.home / "state").rglob("damaged/*"):
        os.utime(aside, (NOW.moment.timestamp(), NOW.moment.timestamp()))
    damaged.clock = StandingClock(NOW.moment + timedelta(hours=1), "UTC")
    damaged("clear", "--by", "fastlegen", "--yes")
    assert not damaged("plan", "--json").facts["held"], "who was seen since answers for it"


@pytest.mark.parametrize("last", ["open"])
@pytest.mark.parametrize("way", [truncated])
@pytest.mark.parametrize(
    ("changed", "is_back"), [(NOW.moment, True), (datetime(2100, 1, 1, tzinfo=UTC), False)]
)
def test_the_plan_is_called_back_only_where_it_is(damaged: Shell, changed: datetime, is_back: bool) -> None:
    month = damaged.home / "journal" / f"{YES:%Y-%m}.json"
    os.utime(month, (changed.timestamp(), changed.timestamp()))
    said = damaged("clear", "--by", "fastlegen", "--yes")
    assert ("The plan is back" in said.err) is is_back
    assert bool(EXERCISE.findall(damaged("plan").out)) is is_back


def test_a_backup_that_is_taken_in_turns_nothing_back(shell: Shell) -> None:
    shell.clock = StandingClock(datetime(2026, 2, 1, 9, tzinfo=UTC), "UTC")
    shell("note", "of another month")
    shell.on(1, "note", "first")
    shell("note", "taken back")
    month = shell.home / "journal" / "2026-03.json"
    month.write_bytes(month.read_bytes().replace(b"first", b"\xff"))
    shell("doctor", "--repair")
    assert shell("undo").status == 0
    assert taken_in(shell) == 0, "what is missing there stands in the month"
    assert [entry.get("text") for entry in shell.entries()] == ["first", "of another month"]


@pytest.mark.parametrize("lost", [1, 2])
def test_a_sealed_month_of_a_backup_that_is_taken_in_is_named(either: Shell, lost: int) -> None:
    either.clock = StandingClock(datetime(2026, 2, 1, 9, tzinfo=UTC), "UTC")
    either("note", "first")
    either.on(1, "note", "second")
    either("backup", "kept.zip")
    with zipfile.ZipFile("kept.zip") as packed, zipfile.ZipFile("part.zip", "w") as part:
        for n, name in enumerate(packed.namelist()):
            data = packed.read(name)
            part.writestr(*((f"{name}.age", b"age-encryption.org/v1\n" + data) if n < lost else (name, data)))
    shutil.rmtree(either.home)
    said = either("import", "part.zip")
    if lost == 2:
        assert said.status == 2
        assert "part.zip" in said.err
    else:
        assert "2026-02.json.age" in said.out + said.err
        assert either("doctor").status == 3


@pytest.mark.parametrize("last", ["held", "open"])
@pytest.mark.parametrize("way", [sealed_with_another_key])
@pytest.mark.parametrize("is_of_this_month", [True, False])
def test_noting_something_needs_no_key_of_a_locked_month(
    damaged: Shell, is_of_this_month: bool, way: Way, last: LastShown
) -> None:
    if is_of_this_month:
        way(damaged.home / "journal" / f"{TODAY:%Y-%m}.json", random.Random(7))
    for words in (("walk", "50"), ("note", "x"), ("did", "E01"), ("moved",)):
        said = damaged(*words)
        assert said.status == 0, (words, last)
        assert "Saved" in said.err
    said = damaged("checkin", "--flags", "CES1")
    assert said.status == 1
    assert "116\xa0117" in said.out
    assert sum(b'"CES1": "yes"' in one.read_bytes() for one in (damaged.home / "journal").iterdir()) == 1


@pytest.mark.parametrize("words", [("checkin",), ("episode", "new")])
def test_a_yes_that_cannot_be_saved_says_whom_to_call(either: Shell, words: tuple[str, ...]) -> None:
    either.home.mkdir()
    (either.home / "journal").write_text("no folder")
    said = either(*words, "--flags", "CES1")
    assert said.status == 3
    assert "116\xa0117" in said.out
    assert either(*words, "--flags", "none").out == ""


@pytest.mark.parametrize("place", ["state", "state/backups", "state/backups/damaged"])
def test_where_the_kept_damage_cannot_be_looked_at_nobody_knows_and_nothing_breaks(
    shell: Shell, place: str
) -> None:
    lived(shell.home, (DAILY_LINE, "no"), "never", None)
    shell.clock = NOW
    folder = shell.home / place
    if folder.exists():
        shutil.move(folder, shell.home / "away")
    needs_links()
    folder.symlink_to(folder)  # closed to the superuser, too
    for command in SHOWS:
        said = shell(*command)
        assert EXERCISE.findall(everything(said)) == [], command
    assert str(shell.home / "state" / "backups" / "damaged") in " ".join(shell("doctor").out.split())
    shell("checkin", "--flags", "none")
    assert EXERCISE.findall(shell("plan").out), "all no opens that day's plan"


def test_what_stands_in_the_place_of_the_kept_damage_hides_nothing(shell: Shell) -> None:
    lived(shell.home, (DAILY_LINE, "no"), "never", None)
    shell.clock = NOW
    shutil.rmtree(shell.home / "state" / "backups", ignore_errors=True)
    (shell.home / "state" / "backups").write_text("x")
    assert EXERCISE.findall(shell("plan").out)
