"""``doctor``: every fault is named with its place, and nothing is changed."""

import os
import re
from pathlib import Path

import pytest

from tests.cli.conftest import NOW, Shell, StandingClock
from tests.systems import posix


def month(shell: Shell) -> Path:
    (file,) = (shell.home / "journal").glob("*.json")
    return file


def test_a_journal_that_is_whole_is_said_to_be(either: Shell) -> None:
    assert either("doctor").status == 0
    either("walk", "5")
    said = either("doctor", "--json")
    assert said.status == 0
    assert said.facts["problems"] == []
    assert said.facts["entries"] == 1


def test_a_damaged_line_is_named_with_its_file_and_stays_as_it_is(either: Shell) -> None:
    for minutes in ("5", "6", "7"):
        either("walk", minutes)
    file = month(either)
    lines = file.read_bytes().splitlines(keepends=True)
    at_fault = next(n for n, line in enumerate(lines) if b'"minutes":6' in line.replace(b" ", b""))
    lines[at_fault] = lines[at_fault][: len(lines[at_fault]) // 2] + b"\n"
    file.write_bytes(b"".join(lines))
    before = file.read_bytes()

    said = either("doctor")
    assert said.status == 3
    assert file.name in said.out
    assert str(at_fault + 1) in said.out
    assert str(either("where", "--json").facts["backups"]) in said.out.replace("\n", "")
    (problem,) = either("doctor", "--json").facts["problems"]
    assert (problem["file"], problem["what"], problem["line"]) == (file.name, "damaged", at_fault + 1)
    assert file.read_bytes() == before


def test_what_hides_nothing_is_told_and_is_no_failure(either: Shell) -> None:
    either("walk", "5")
    (either.home / "journal" / "holiday.json").write_text("{}")
    said = either("doctor")
    assert said.status == 0
    assert "holiday.json" in said.out


@pytest.fixture
def damaged(either: Shell) -> Shell:
    """Three walks, of which the second cannot be read."""
    for minutes in ("5", "6", "7"):
        either("walk", minutes)
    file = month(either)
    file.write_bytes(file.read_bytes().replace(b'"minutes": 6', b'"minutes": ', 1))
    return either


def test_repair_keeps_the_file_as_it_was_and_all_that_can_be_read(damaged: Shell) -> None:
    file = month(damaged)
    before, entries = file.read_bytes(), damaged.entries()
    os.utime(file, (earlier := file.stat().st_mtime - 60, earlier))  # who clears it does so later
    at_fault = next(n for n, line in enumerate(before.splitlines(), 1) if b'"minutes": ,' in line)
    said = damaged("doctor", "--repair")
    assert said.status == 3, "what a repair could not save stays unknown"
    assert str(at_fault) in said.out
    assert not {"Nothing is wrong", "Ingenting er galt"} & {*said.out.splitlines()}
    aside = Path(damaged("where", "--json").facts["backups"], "damaged", file.name)
    assert aside.read_bytes() == before
    assert str(aside.parent) in said.out.replace("\n", "")
    assert damaged.entries() == entries
    (problem,) = damaged("doctor", "--json").facts["problems"]
    assert (problem["file"], problem["what"], problem["line"]) == (file.name, "lost", at_fault)
    assert damaged("plan").status == 1
    damaged.on(31, "clear", "--by", "fastlegen", "--yes")
    assert damaged("plan").status == 1, "the month has a day yet of which it may say something"
    damaged.clock = StandingClock(NOW.replace(month=4, day=1))
    damaged("clear", "--by", "fastlegen", "--yes")
    assert damaged("plan").status == 0, "nobody waits for it any more"
    settled = damaged("doctor")
    assert settled.status == 0, "nothing can be done about it, so it is no fault"
    assert file.name in settled.out, "and still it is told that it stays lost"
    assert not {"Nothing is wrong", "Ingenting er galt"} & {*settled.out.splitlines()}
    assert damaged("log", "--json").status == 0
    assert damaged("doctor", "--repair", "--json").facts["mended"] == []


def test_repair_takes_what_is_lost_from_the_newest_copy(either: Shell) -> None:
    either("walk", "5", "--date", "2026-03-01")
    either.on(3, "walk", "6")
    file = month(either)
    data = file.read_bytes()
    file.write_bytes(re.sub(rb'("minutes": 5[^}]*)[}]', rb"\1", data, count=1))
    assert either("doctor", "--repair").status == 0, "all of it was found in the copy"
    assert sorted(entry["minutes"] for entry in either.entries()) == [5, 6]


def test_a_value_changed_by_hand_is_shown_beside_what_it_was(either: Shell) -> None:
    either("walk", "5", "--date", "2026-03-01")
    either.on(3, "walk", "6")
    file = month(either)
    file.write_bytes(file.read_bytes().replace(b'"minutes": 5', b'"minutes": 9', 1))

    (found,) = either("doctor", "--json").facts["differences"]
    assert (found["what"], found["was"]["minutes"], found["now"]["minutes"]) == ("by_hand", 5, 9)
    said = either("doctor")
    assert said.status == 0
    assert "minutes" in said.out
    assert {"5", "9"} <= set(re.findall(r"(\d)\smin", said.out))


def test_a_line_taken_out_by_hand_is_shown(either: Shell) -> None:
    either("walk", "5", "--date", "2026-03-01")
    either.on(3, "walk", "6")
    file = month(either)
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(line for line in lines if b'"minutes": 5' not in line))
    (found,) = either("doctor", "--json").facts["differences"]
    assert (found["was"]["minutes"], found["now"]) == (5, None)
    assert re.findall(r"(\d)\smin", either("doctor").out) == ["5"]


def test_two_edits_made_at_once_are_both_shown(either: Shell) -> None:
    either("note", "mine")
    file = month(either)
    data = file.read_bytes()
    line = next(line for line in data.splitlines() if b'"note"' in line)
    other = line.replace(b'"mine"', b'"theirs"').replace(b'"saved": "2', b'"saved": "1')
    file.with_name(f"{file.stem}.sync-conflict-20260302-101010-ABCDEFG.json").write_bytes(
        data.replace(line, other)
    )
    (found,) = either("doctor", "--json").facts["differences"]
    assert (found["what"], found["was"]["text"], found["now"]["text"]) == ("at_once", "theirs", "mine")
    said = either("doctor").out
    assert said.index("mine") < said.index("theirs")


@posix("rights of others to a file")
def test_every_start_closes_the_folders_and_the_settings(either: Shell) -> None:
    either("walk", "5")
    either("plan")  # which remembers what was shown
    (settings := either.home / "settings.json").write_text("{}")
    folders = (month(either).parent, either.home / "state")
    for path in (*folders, settings):
        path.chmod(0o777)
    either("learn")
    assert [path.stat().st_mode & 0o777 for path in (*folders, settings)] == [0o700, 0o700, 0o600]


@posix("rights of others to a file")
def test_whatever_others_could_read_is_closed(either: Shell) -> None:
    either("walk", "5")
    backups = Path(either("where", "--json").facts["backups"])
    copy = backups / "2100-01-01" / "2026-03.json"
    copy.parent.mkdir(parents=True)
    copy.write_bytes(month(either).read_bytes())
    for path in (month(either), month(either).parent, copy, copy.parent, backups):
        path.chmod(0o777)
    either("walk", "6")
    assert [path.stat().st_mode & 0o777 for path in (month(either).parent, backups)] == [0o700, 0o700]
    assert either("doctor", "--json").facts["open_to_others"] == []
    assert [path.stat().st_mode & 0o777 for path in (month(either), copy)] == [0o600, 0o600]


def test_a_month_that_is_gone_is_told_everywhere_until_it_is_meant(either: Shell) -> None:
    either("walk", "5", "--date", "2026-02-01")
    either("plan")
    file = either.home / "journal" / "2026-02.json"
    file.rename(either.home / "2026-02.json")

    for command, status in (("plan", 1), ("log", 3), ("doctor", 3)):
        said = either(command)
        assert said.status == status, "a yes may be in what is gone"
        assert file.name in said.out + said.err
    (problem,) = either("doctor", "--json").facts["problems"]
    assert (problem["what"], problem["hides"]) == ("vanished", True)
    repaired = either("doctor", "--repair", "--json")
    assert (repaired.status, repaired.facts["accepted"]) == (3, []), (
        "a lock in it would be forgotten by a repair"
    )
    assert either("plan").status == 1
    assert "--accept-missing" in either("doctor").out
    assert either("doctor", "--accept-missing", "--json").facts["accepted"] == ["2026-02"]
    assert [either(command).status for command in ("plan", "doctor")] == [0, 0]


def test_a_month_that_is_gone_comes_back_from_a_backup(either: Shell) -> None:
    either("walk", "5", "--date", "2026-02-01")
    either("plan")
    either("backup", "b.zip")
    (either.home / "journal" / "2026-02.json").unlink()
    back = either("restore", "b.zip", "--json")
    assert (back.status, back.facts["added"], back.err) == (0, 1, "")
    assert either("plan").status == 0
    assert either("doctor", "--json").facts["problems"] == []


def test_what_is_wrong_with_the_keys_is_named(either: Shell) -> None:
    either("walk", "5")
    (shell_keys := either.home / "keys.toml").write_text('today.nte = "f5"\n', encoding="utf-8")
    said = either("doctor")
    assert said.status == 0
    assert "today.note" in said.out.replace("\n", " ")
    assert shell_keys.read_text(encoding="utf-8") == 'today.nte = "f5"\n'
    assert len(either("doctor", "--json").facts["own_keys"]) == 1
