"""``lock``: noting never asks, reading asks, a mistake costs nothing, and ``unlock`` ends it."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.store.locked import ANOTHER, PASSPHRASE, lock
from tests.systems import is_private


def given(shell: Shell, passphrase: str | None) -> None:
    """Put the passphrase where a script would, or take it away."""
    file = shell.home.parent / "passphrase"
    if passphrase is None:
        shell.monkeypatch.delenv("RYGGKOMPIS_PASSPHRASE_FILE", raising=False)
    else:
        file.write_text(f"{passphrase}\n", encoding="utf-8")
        shell.monkeypatch.setenv("RYGGKOMPIS_PASSPHRASE_FILE", str(file))


@pytest.fixture
def locked(shell: Shell) -> Shell:
    """Lock a journal with a walk in it, and forget the passphrase."""
    shell("walk", "7")
    lock(shell.home)
    return shell


def words_on_disk(shell: Shell, words: str) -> list[Path]:
    found = [path for path in shell.home.rglob("*") if path.is_file()]
    return [path for path in found if words.encode() in path.read_bytes()]


def test_noting_asks_for_nothing_and_what_is_noted_lies_sealed(locked: Shell) -> None:
    said = locked("note", "numb toes", "--json")
    assert said.status == 0
    assert said.facts["saved"][0]["text"] == "numb toes"
    for command in (["walk", "60"], ["did", "E01"], ["moved"], ["medicine", "one"], ["event", "move"]):
        assert locked(*command).status == 0, command
    assert words_on_disk(locked, "numb toes") == []

    given(locked, PASSPHRASE)
    assert len(locked.entries()) == 7


def test_reading_without_the_passphrase_says_what_to_do(locked: Shell) -> None:
    for command in ("log", "plan", "progress", "doctor", "undo"):
        said = locked(command)
        assert said.status == 2, command
        assert "RYGGKOMPIS_PASSPHRASE_FILE" in said.err
        assert not said.out


def test_a_wrong_passphrase_opens_nothing(locked: Shell) -> None:
    given(locked, ANOTHER)
    for command in (["log"], ["unlock"], ["lock", "--recovery", "other.txt"]):
        assert locked(*command).status == 2
    given(locked, PASSPHRASE)
    assert len(locked.entries()) == 1


def test_who_reads_folds_what_was_noted(locked: Shell) -> None:
    for minutes in range(3, 6):
        locked("walk", str(minutes))
    assert len(list((locked.home / "journal").glob("2026*"))) == 4
    given(locked, PASSPHRASE)
    assert len(locked.entries()) == 4
    assert [path.name for path in (locked.home / "journal").glob("2026*")] == ["2026-03.json.age"]
    assert len(locked.entries()) == 4


def test_a_check_in_is_kept_and_says_where_the_plan_is(locked: Shell) -> None:
    said = locked("checkin", "--leg", "3", "--flags", "none")
    assert said.status == 0
    assert len(said.err.splitlines()) == 4
    assert not said.out


def test_a_red_flag_is_answered_though_the_journal_is_locked(locked: Shell) -> None:
    said = locked("checkin", "--flags", "CES1")
    assert said.status == 1
    assert "113" in said.out
    assert "assphrase" not in said.err, "whom to call needs none, and comes first"
    facts = locked("checkin", "--flags", "CES1", "--json").facts
    assert facts["lock"]["flags"] == ["CES1"]
    assert [entry["kind"] for entry in facts["saved"]] == ["gate"]


def test_a_drawing_is_kept_and_its_question_asked_though_the_diary_is_locked(locked: Shell) -> None:
    said = locked("drawing", "--numb", "between_legs", answers="y\n1\n")
    assert said.status == 1
    assert "Are you numb between your legs" in said.err
    assert "116\N{NO-BREAK SPACE}117" in said.out
    assert "assphrase" not in said.err
    assert words_on_disk(locked, "between_legs") == []
    given(locked, PASSPHRASE)
    assert locked("plan", "--json").facts["lock"]["flags"] == ["CES1"]
    assert [one["numbness"] for one in locked.entries() if one["kind"] == "drawing"] == [["between_legs"]]


@pytest.mark.parametrize("answers", ["", "u\n", "0\n"])
def test_what_a_drawing_leads_to_holds_in_a_locked_diary_until_it_is_denied(
    locked: Shell, answers: str
) -> None:
    given(locked, PASSPHRASE)
    locked("checkin", "--flags", "none")
    given(locked, None)
    said = locked("drawing", "--weak", "foot_top_left", "--json", answers=answers * 2)
    assert [one["kind"] for one in said.facts["saved"]] == ["drawing", "gate"]
    given(locked, PASSPHRASE)
    assert (said.status, locked("plan").status) == ((0, 0) if answers == "0\n" else (1, 1))


def test_what_was_agreed_is_noted_though_the_diary_is_locked(locked: Shell) -> None:
    assert locked("visit", "--agreed", "three walks a day").status == 0
    assert locked("visit", "--agreed", "more", "--next", "2026-03-20").status == 2, "that changes what stands"
    assert words_on_disk(locked, "three walks a day") == []
    given(locked, PASSPHRASE)
    assert [one["text"] for one in locked.entries() if one["kind"] == "event"] == ["three walks a day"]


def test_the_plan_is_shown_where_the_passphrase_is_known(locked: Shell) -> None:
    given(locked, PASSPHRASE)
    facts = locked("checkin", "--leg", "3", "--flags", "none", "--json").facts
    assert facts["walks"]


def test_unlocking_gives_back_the_files_as_they_were(shell: Shell) -> None:
    shell("walk", "7")
    month = shell.home / "journal" / "2026-03.json"
    before = month.read_bytes()
    given(shell, PASSPHRASE)
    assert shell("lock", "--recovery", "r.txt").status == 0
    assert not month.exists()
    assert shell("unlock").status == 0
    assert month.read_bytes() == before
    given(shell, None)
    assert len(shell.entries()) == 1


def test_the_recovery_key_opens_the_journal_and_is_the_patient_s_alone(shell: Shell) -> None:
    shell("walk", "7")
    given(shell, PASSPHRASE)
    assert shell("lock", "--recovery", "recovery.txt", "--hint", "hall").status == 0
    file = Path("recovery.txt")
    assert is_private(file)
    recovery = file.read_text(encoding="utf-8").splitlines()[-1]
    given(shell, recovery)
    assert len(shell.entries()) == 1


def test_nothing_is_locked_before_the_recovery_key_has_a_place(shell: Shell) -> None:
    shell("walk", "7")
    given(shell, PASSPHRASE)
    assert shell("lock").status == 2
    assert shell("lock", "--recovery", "nowhere/r.txt").status == 2
    assert shell("lock", "--recovery", str(shell.home / "journal" / "r.txt")).status == 2
    given(shell, "short")
    assert shell("lock", "--recovery", "r.txt").status == 2
    given(shell, None)
    assert len(shell.entries()) == 1
    assert not (shell.home / "key").exists()


def test_a_recovery_key_that_opens_nothing_is_not_left_lying(shell: Shell) -> None:
    shell("walk", "7")
    given(shell, PASSPHRASE)
    (shell.home / "key").write_text("in the way")
    assert shell("lock", "--recovery", "r.txt").status == 3
    assert not Path("r.txt").exists()


def test_a_passphrase_file_that_is_not_there_is_named(locked: Shell) -> None:
    locked.monkeypatch.setenv("RYGGKOMPIS_PASSPHRASE_FILE", "nowhere.txt")
    said = locked("log")
    assert said.status == 2
    assert "nowhere.txt" in said.err


def test_where_names_the_key(locked: Shell) -> None:
    said = locked("where", "--json")
    assert said.facts["locked"] is True
    assert list(Path(said.facts["key"]).iterdir())
    assert said.facts["key"] in locked("where").out


def test_a_locked_backup_is_sealed_and_comes_back_on_another_machine(locked: Shell) -> None:
    locked("note", "numb toes")
    assert locked("backup", "b.zip").status == 0
    assert b"numb toes" not in Path("b.zip").read_bytes()
    shutil.rmtree(locked.home)
    assert locked("restore", "b.zip").status == 2
    assert not locked.home.exists()
    given(locked, PASSPHRASE)
    assert json.loads(locked("restore", "b.zip", "--json").out)["added"] == 2
    assert locked("restore", "b.zip", "--json").facts["added"] == 0
    given(locked, None)
    assert len(locked.entries()) == 2


def test_a_locked_backup_comes_back_into_the_locked_journal(locked: Shell) -> None:
    assert locked("backup", "b.zip").status == 0
    shutil.rmtree(locked.home / "journal")
    given(locked, PASSPHRASE)
    assert locked("restore", "b.zip", "--json").facts["added"] == 1
    given(locked, None)
    assert words_on_disk(locked, '"walk"') == []


@pytest.mark.parametrize("command", ["report", "sheet"])
def test_a_file_written_from_a_locked_journal_says_that_it_is_not_locked(locked: Shell, command: str) -> None:
    given(locked, PASSPHRASE)
    assert "anyone who has it can read it" in locked(command, "out.html").err
    assert locked("unlock").status == 0
    assert "anyone who has it can read it" not in locked(command, "out.html", "--force").err


@pytest.mark.parametrize(
    "command", [("report", "a.csv"), ("report", "a.json"), ("report", "a.fhir.json"), ("reminders", "a.ics")]
)
def test_nothing_leaves_a_locked_journal_without_the_passphrase(
    locked: Shell, tmp_path: Path, command: tuple[str, str]
) -> None:
    assert locked(*command).status == 2
    assert not (tmp_path / command[1]).exists()
    given(locked, PASSPHRASE)
    assert locked(*command).status == 0
    assert (tmp_path / command[1]).exists()


def test_what_a_calendar_was_given_is_sealed_and_still_known(shell: Shell, tmp_path: Path) -> None:
    def ids() -> set[bytes]:
        lines = (tmp_path / "a.ics").read_bytes().split(b"\r\n")
        return {line for line in lines if line.startswith(b"UID:")}

    shell("walk", "7")
    shell("reminders", "a.ics")
    before = ids()
    lock(shell.home)
    assert words_on_disk(shell, "weekly-review") == []
    given(shell, PASSPHRASE)
    shell("reminders", "a.ics")
    assert ids() == before
    assert words_on_disk(shell, "weekly-review") == []


def test_an_import_reads_the_diary_first_and_says_so(locked: Shell) -> None:
    (locked.home.parent / "s.csv").write_text("date,steps\n2026-02-27,5000\n")
    said = locked("import", "s.csv")
    assert said.status == 2
    assert "RYGGKOMPIS_PASSPHRASE_FILE" in said.err

    given(locked, PASSPHRASE)
    for _twice in range(2):
        assert locked("import", "s.csv").status == 0
    assert sorted(str(entry["kind"]) for entry in locked.entries()) == ["steps", "walk"]
