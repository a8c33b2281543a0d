"""``erase``: what is erased is nowhere on this machine any more, and nothing else is touched."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.store.left_open import BESIDE
from tests.systems import needs_links

SECRET = "what nobody may read"


@pytest.fixture
def told(either: Shell) -> Shell:
    """A secret and an edit of a walk, both in the journal and in its copies."""
    either.on(1, "note", SECRET)
    either.on(2, "walk", "5")
    either.on(3, "walk", "6")
    return either


def id_of(shell: Shell, kind: str = "note") -> str:
    return str(next(entry["id"] for entry in shell.entries() if entry["kind"] == kind))


def anywhere(shell: Shell, text: str) -> list[Path]:
    return [path for path in shell.home.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]


def copy(shell: Shell, day: str = "2026-03-09") -> Path:
    """Keep a copy of the month as the program does."""
    (month,) = (shell.home / "journal").glob("*.json")
    place = Path(shell("where", "--json").facts["backups"], day)
    place.mkdir(parents=True)
    return Path(shutil.copy2(month, place))


def test_an_erased_entry_is_in_no_file_and_everything_else_stays(told: Shell) -> None:
    kept, _folded = copy(told), copy(told, "folded")
    others = [entry for entry in told.entries() if entry["kind"] != "note"]
    id_ = id_of(told)
    assert len(anywhere(told, SECRET)) >= 3

    said = told("erase", id_, "--yes", "--json")
    assert said.status == 0
    assert said.facts == {"erased": id_, "left": []}
    assert anywhere(told, SECRET) == []
    assert told.entries() == others
    assert kept.read_bytes().count(b'"walk"') == 2
    assert told("doctor", "--json").facts["problems"] == []
    assert told("undo").status == 0
    assert anywhere(told, SECRET) == []


def test_a_backup_brings_an_erased_entry_not_back(told: Shell) -> None:
    told("backup", "b.zip")
    told("erase", id_of(told), "--yes")
    assert told("restore", "b.zip", "--json").facts["added"] == 0
    assert anywhere(told, SECRET) == []


def test_an_entry_taken_out_before_can_be_erased_too(told: Shell) -> None:
    id_ = id_of(told)
    told("undo", id_)
    assert anywhere(told, SECRET)
    assert told("erase", id_, "--yes").status == 0
    assert anywhere(told, SECRET) == []


def test_what_is_in_a_damaged_month_is_named_and_goes_after_the_repair(told: Shell) -> None:
    id_ = id_of(told)
    (month,) = (told.home / "journal").glob("*.json")
    month.write_bytes(month.read_bytes()[:-30])
    said = told("erase", id_, "--yes")
    assert said.status == 3
    assert month.name in said.err
    assert told("doctor", "--repair").status == 3, "what it could not save is not said to be well"
    assert told("erase", id_, "--yes").status == 0
    assert anywhere(told, SECRET) == []


def test_it_asks_first_and_no_changes_nothing(told: Shell) -> None:
    before = anywhere(told, SECRET)
    said = told("erase", id_of(told), answers="2\n")
    assert said.status == 2
    assert SECRET in said.err
    assert anywhere(told, SECRET) == before
    assert told("erase", id_of(told), answers="1\n").status == 0
    assert anywhere(told, SECRET) == []


def test_a_safety_answer_that_holds_the_plan_back_stays(either: Shell) -> None:
    either("checkin", "--flags", "CES1", "--leg", "3")
    gate = id_of(either, "gate")
    before = either.entries()
    assert either("erase", gate, "--yes").status == 2
    assert either.entries() == before


@pytest.mark.parametrize("arguments", [(), ("x", "--everything"), ("nothing-like-it", "--yes")])
def test_what_cannot_be_meant_is_refused(told: Shell, arguments: tuple[str, ...]) -> None:
    said = told("erase", *arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err
    assert anywhere(told, SECRET)


def test_everything_goes_but_what_is_not_ours(told: Shell) -> None:
    copy(told)
    theirs = told.home / "journal" / "holiday.txt"
    theirs.write_text("sun")
    word = {"nb": "SLETT", "en": "ERASE"}[told.language]
    assert told("erase", "--everything", answers="no\n").status == 2
    assert anywhere(told, SECRET)
    said = told("erase", "--everything", answers=f"{word}\n")
    assert said.status == 0
    assert str(theirs) in said.err
    assert [path for path in told.home.rglob("*") if path.is_file()] == [theirs]
    assert told.entries() == []


def test_copies_that_others_made_of_the_settings_are_named_and_what_only_sounds_like_them_is_not(
    told: Shell,
) -> None:
    theirs = [told.home / name for name in BESIDE]
    others = [told.home / name for name in ("house keys.txt", "settings2.json", "keys of the piano.md")]
    for path in (*theirs, *others):
        path.write_text("{}")
    (told.home / "keys.toml").write_text("")
    said = told("erase", "--everything", "--yes")
    assert said.status == 0
    assert all(f"{path} " in said.err for path in theirs)
    assert not any(path.name in said.err for path in others)
    assert {path for path in told.home.rglob("*") if path.is_file()} == {*theirs, *others}


def test_a_folder_elsewhere_that_a_link_stands_for_is_emptied_too(told: Shell) -> None:
    copy(told)
    for name in ("journal", "state/backups"):
        folder, outside = told.home / name, told.home.parent / f"my-{Path(name).name}"
        folder.rename(outside)
        needs_links()
        folder.symlink_to(outside)
    (told.home.parent / "my-backups" / "mine.txt").write_text("sun")
    said = told("erase", "--everything", "--yes")
    assert said.status == 0
    assert "Traceback" not in said.err
    assert [path for path in told.home.parent.rglob("*") if path.is_file()] == [
        told.home.parent / "my-backups" / "mine.txt"
    ]
    assert "mine.txt" in said.err
    assert not (told.home / "journal").is_symlink()
    assert list((told.home.parent / "my-journal").iterdir()) == []


def test_nothing_at_all_stays_where_nothing_else_was(told: Shell) -> None:
    assert told("erase", "--everything", "--yes").status == 0
    assert not told.home.exists()
    assert told("walk", "5").status == 0


def test_what_an_import_had_of_an_erased_entry_is_in_no_list_and_in_no_copy(
    either: Shell, tmp_path: Path
) -> None:
    table = tmp_path / "pain.csv"
    table.write_text("date,Vondt\n2026-03-01,7\n2026-03-02,2\n", encoding="utf-8")
    assert either("import", str(table), "--map", "Vondt=leg", "--yes").status == 0
    id_ = next(entry["id"] for entry in either.entries() if entry.get("leg") == 7)
    told_of, _kept = f'"{id_}": "', copy(either)
    assert len(anywhere(either, told_of)) >= 2

    assert either("erase", id_, "--yes", "--json").facts["left"] == []
    assert anywhere(either, told_of) == [], "a short sum of what it said could be found out by trying"
    either("import", str(table), "--map", "Vondt=leg", "--yes", "--again")
    assert anywhere(either, told_of) == []
    assert [entry["leg"] for entry in either.entries() if "leg" in entry] == [2]
