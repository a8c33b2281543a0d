"""What comes from outside, as a clock or a hand edit, is checked at the border, in a sentence."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ryggkompis.store.places import NoHome, Places
from tests.cli.conftest import NOW, TODAY, Shell, StandingClock
from tests.program import PROGRAM
from tests.systems import at_home, posix


def add_by_hand(shell: Shell, day: str, **said: object) -> None:
    """Write a line into a month file as somebody with an editor would."""
    journal = shell.home / "journal"
    journal.mkdir(parents=True, exist_ok=True)
    line = {"id": "BYHAND", "rev": 1, "day": day, "at": f"{day}T12:00:00+01:00", "tz": "Europe/Oslo"} | said
    month = {"format": "ryggkompis/1", "month": day[:7], "entries": [line]}
    (journal / f"{day[:7]}.hand.json").write_text(json.dumps(month), encoding="utf-8")


COMMANDS = (("plan",), ("log",), ("progress",), ("report", "-", "--format", "md"), ("doctor",), ("walk", "5"))


@pytest.mark.parametrize("day", ["0001-01-01", "0026-11-28", "1989-12-31"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_an_entry_before_1990_is_not_used_and_named(
    either: Shell, day: str, command: tuple[str, ...]
) -> None:
    either("walk", "5")
    add_by_hand(either, day, kind="walk", minutes=30)
    said = either(*command)
    assert said.status in {0, 1, 3}
    assert "Traceback" not in said.err
    assert "30 min" not in either("log").out
    assert f"{day[:7]}.hand.json" in either("doctor").out + either("doctor").err


def test_a_day_that_cannot_be_meant_hides_its_answer_from_whoever_was_seen_before(either: Shell) -> None:
    """Its own day, in the year 26, would be before every visit there ever was."""
    either.on(1, "checkin", "--flags", "CES1")
    either("clear", "--by", "fastlegen")
    either.on(2, "checkin", "--flags", "CES1")
    month = either.home / "journal" / "2026-03.json"
    text = month.read_text("utf-8")
    month.write_text(text.replace('"day": "2026-03-02"', '"day": "0026-03-02"'), "utf-8")
    shutil.rmtree(either.home / "state")
    assert either("plan", "--json").facts["held"]
    assert "2026-03.json" in either("doctor").out
    assert "0026-03.json" not in either("doctor").out


def test_the_first_day_of_1990_is_used(either: Shell) -> None:
    add_by_hand(either, "1990-01-01", kind="walk", minutes=30)
    assert [entry["day"] for entry in either.entries()] == ["1990-01-01"]


@pytest.mark.parametrize(("onset", "used"), [("1899-12-31", False), ("1900-01-01", True)])
def test_a_day_that_an_entry_names_has_a_first_too(either: Shell, onset: str, *, used: bool) -> None:
    add_by_hand(either, "2026-03-01", kind="profile", onset=onset)
    assert either("plan").status == (0 if used else 1)


@pytest.mark.parametrize("act", ["undo", "erase"])
def test_the_last_number_of_edits_there_is_blocks_nothing(either: Shell, act: str) -> None:
    add_by_hand(either, "2026-03-02", kind="walk", minutes=30, rev=999_999_999)
    said = either(act, "BYHAND", *(["--yes"] if act == "erase" else []))
    assert said.status == 0
    assert either.entries() == []


# A clock that was ahead.


def test_what_lies_ahead_is_kept_and_told_and_a_yes_in_it_holds(either: Shell) -> None:
    ahead = StandingClock(NOW.replace(year=2027))
    now, either.clock = either.clock, ahead
    assert either("checkin", "--leg", "3", "--flags", "CES1").status == 1
    either.clock = now
    said = either("plan", "--json")
    assert said.status == 1
    assert said.facts["lock"]["flags"] == ["CES1"]
    assert {entry["day"][:4] for entry in either.entries()} == {"2027"}
    assert either("plan", "--from", TODAY, "--json").facts["lock"]["flags"] == ["CES1"], (
        "also where it is one day of several"
    )
    report = either("report", "-", "--format", "json").facts["summary"]["safety"]
    assert report["lock"]["flags"] == ["CES1"], "and in what is handed over"
    assert either("clear", "--by", "fastlegen", "--yes").status == 0, "and somebody can have looked at it"
    assert either("plan", "--json").facts["lock"] is None


def test_clock_and_diary_that_disagree_are_told(either: Shell) -> None:
    either("profile", "--walk-tolerance", "20")
    now, either.clock = either.clock, StandingClock(NOW.replace(day=5))
    either("walk", "5")
    either.clock = now
    assert "CLOCK" in [one["rule"] for one in either("plan", "--json").facts["decisions"]]
    nothing = {"nb": "Det er ikke noe galt med den.", "en": "Nothing is wrong with it."}[either.language]
    assert nothing not in either("doctor").out
    assert either("doctor", "--json").facts["ahead_of_clock"]
    either.clock = StandingClock(NOW.replace(day=3))
    assert nothing in either("doctor").out
    assert "CLOCK" not in [one["rule"] for one in either("plan", "--json").facts["decisions"]]


# Names of folders and zones.


def ran(*arguments: str, **environ: str | None) -> subprocess.CompletedProcess[str]:
    wanted = {name: value for name, value in {**os.environ, **environ}.items() if value is not None}
    return subprocess.run(
        [*PROGRAM, *arguments], env=wanted, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_name_is_no_folder_and_never_the_real_diary(tmp_path: Path, empty: str) -> None:
    unset = dict.fromkeys(("XDG_DATA_HOME", "XDG_STATE_HOME", "RYGGKOMPIS_HOME"))
    home = {**unset, **at_home(tmp_path)}
    assert ran("walk", "5", **home).returncode == 0
    assert (kept := sorted(tmp_path.rglob("*.json")))
    for arguments, environ in (
        (("--data-dir", empty), home),
        ((f"--data-dir={empty}",), home),
        ((), home | {"RYGGKOMPIS_HOME": empty}),
    ):
        said = ran("erase", "--everything", "--yes", *arguments, **environ)
        assert (said.returncode, said.stdout) == (2, "")
        assert said.stderr.strip()
        assert "Traceback" not in said.stderr
    assert sorted(tmp_path.rglob("*.json")) == kept


@pytest.mark.parametrize("zone", ["<+99>-99", "/etc/passwd", "no zone\n", "<x>", "EST5EDT,M3.2.0,M11.1.0"])
def test_a_zone_that_is_none_is_told_by_its_offset(tmp_path: Path, zone: str) -> None:
    said = ran("walk", "5", RYGGKOMPIS_HOME=str(tmp_path), TZ=zone)
    assert (said.returncode, "Traceback" in said.stderr) == (0, False)
    (month,) = (tmp_path / "journal").glob("*.json")
    (entry,) = json.loads(month.read_text(encoding="utf-8"))["entries"]
    assert entry["tz"].startswith("UTC") or entry["tz"] == "EST5EDT"
    assert "\n" not in entry["tz"]


@posix("home that HOME names")
def test_where_nobody_knows_a_home_no_folder_is_made_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(_uid: int) -> None:
        raise KeyError

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    with pytest.raises(NoHome):
        Places.find(None, {"XDG_STATE_HOME": str(tmp_path)})
    with pytest.raises(NoHome):
        Places.find("~/back", {})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "homeless",
    [
        {"RYGGKOMPIS_HOME": ""},
        pytest.param({"RYGGKOMPIS_HOME": None, "HOME": ""}, marks=posix("home that HOME names")),
    ],
)
def test_whom_to_call_is_said_where_there_is_no_folder_at_all(homeless: dict[str, str | None]) -> None:
    said = ran("urgent", "--lang", "en", **homeless, XDG_DATA_HOME=None, XDG_STATE_HOME=None)
    assert said.returncode == 2, "and that there is none"
    assert "Call 113 now" in said.stdout


@posix("home that HOME names")
def test_a_home_that_is_blank_or_relative_is_none(tmp_path: Path) -> None:
    for home in ("", " ", "somewhere"):
        unset = {"XDG_DATA_HOME": None, "XDG_STATE_HOME": None, "RYGGKOMPIS_HOME": None}
        environ = {k: v for k, v in {**os.environ, **unset, "HOME": home}.items() if v is not None}
        said = subprocess.run(
            [*PROGRAM, "note", "x"],
            env=environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (said.returncode, said.stdout, "Traceback" in said.stderr) == (2, "", False), said
        assert list(tmp_path.iterdir()) == []


# What is named, and is blank.


NAMED = (
    ("undo", ""),
    ("undo", " "),
    ("erase", "", "--yes"),
    ("import", ""),
    ("backup", ""),
    ("restore", ""),
    ("report", ""),
    ("sheet", ""),
    ("reminders", ""),
    ("programme", "use", ""),
    ("lock", "--recovery", ""),
    ("exercises", "--svg", ""),
)


@pytest.mark.parametrize("command", NAMED, ids=" ".join)
def test_a_blank_name_means_neither_the_latest_nor_this_folder(
    either: Shell, tmp_path: Path, command: tuple[str, ...]
) -> None:
    """As a script says it whose variable was never set."""
    either("walk", "5")
    entries, files = either.entries(), sorted(tmp_path.iterdir())
    said = either(*command)
    assert (said.status, said.out) == (2, "")
    assert len(said.err.splitlines()) == 1
    assert either.entries() == entries
    assert sorted(tmp_path.iterdir()) == files


# Names of files, in which anything may stand.

NAME = "x\nAll is well"
SAID = (
    ("plan",),
    ("log",),
    ("where",),
    ("doctor",),
    ("doctor", "--repair"),
    ("report", f"{NAME}/r.md"),
    ("report", f"{NAME}.md"),
    ("report", f"{NAME}.md", "--force"),
    ("sheet", f"{NAME}.html"),
    ("progress", "--svg", f"{NAME}.svg"),
    ("reminders", f"{NAME}.ics"),
    ("exercises", "--svg", NAME),
    ("backup", f"{NAME}.zip"),
    ("backup", "--check", f"{NAME}.zip"),
    ("backup", "--check", f"{NAME}.md"),
    ("restore", f"{NAME}.none"),
    ("import", f"{NAME}.md"),
    ("import", f"{NAME}.none"),
    ("programme", "use", f"{NAME}.md"),
    ("undo", NAME),
    (NAME,),
    ("plan", "--date", NAME),
    ("erase", "--everything", "--yes"),
)


@posix("name of a file with a line break")
def test_a_line_break_in_a_name_begins_no_line_of_what_is_said(either: Shell) -> None:
    """Or a file's name could say in our place that all is well."""
    either("walk", "5")
    journal = either.home / "journal"
    (month,) = journal.glob("*.json")
    for name, data in ((f"2026-03{NAME}.json", b"{"), (f"{NAME}.json", month.read_bytes()), (NAME, b"sun")):
        (journal / name).write_bytes(data)
    (journal / f"2026-02{NAME}.json").mkdir()
    for command in SAID:
        said = either(*command)
        assert not [line for line in (said.out + said.err).splitlines() if line.startswith("All is well")], (
            command
        )


# Days that an entry names.


@pytest.mark.parametrize("day", ["0001-01-01", "0026-11-28", "1899-12-31"])
@pytest.mark.parametrize("option", ["--onset", "--operated"])
def test_a_day_that_cannot_be_meant_is_named_as_a_day(either: Shell, option: str, day: str) -> None:
    either("profile", "--exclusions", "none", "--onset", "2026-02-01")
    entries = either.entries()
    said = either("profile", option, day)
    assert (said.status, said.out) == (2, "")
    assert str(int(day[:4])) in said.err
    assert option.removeprefix("--") not in said.err
    assert either.entries() == entries


def test_the_first_day_of_1900_can_be_meant(either: Shell) -> None:
    assert either("profile", "--exclusions", "none", "--onset", "1900-01-01").status == 0


# A disk that knows no rights, as a memory stick.


@posix("rights of others to a file")
def test_where_does_not_say_that_nobody_else_can_read_what_others_can(
    either: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    either("walk", "5")
    alone = either("where").out.splitlines()[-1]

    def deny(*_said: object) -> None:
        raise PermissionError

    journal = either.home / "journal"
    journal.chmod(0o755)
    monkeypatch.setattr(os, "chmod", deny)
    said = either("where").out
    assert alone not in said
    assert said.count(str(journal)) == 2
