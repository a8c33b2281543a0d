"""``backup`` and ``restore``: everything is in the file, and bringing it back loses nothing that is there."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import NOW, Shell, StandingClock
from tests.program import PROGRAM
from tests.systems import posix

_LITTLE = 400 << 20


@pytest.fixture
def kept(either: Shell) -> Shell:
    """Three months with an edit and a deletion, and their backup."""
    either("walk", "5", "--date", "2026-01-10")
    either("note", "æøå 😀", "--date", "2026-02-10")
    either("walk", "7")
    either("walk", "8")
    either("undo")
    assert either("backup", "b.zip").status == 0
    return either


def months(shell: Shell) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (shell.home / "journal").iterdir()}


def test_a_lost_journal_comes_back_whole(kept: Shell) -> None:
    before, entries = months(kept), kept.entries()
    shutil.rmtree(kept.home)
    said = kept("restore", "b.zip", "--json")
    assert said.status == 0
    assert said.facts["added"] == said.facts["found"] > 3
    assert kept.entries() == entries
    assert months(kept) == before


def test_twice_is_once(kept: Shell) -> None:
    before = months(kept)
    assert kept("restore", "b.zip", "--json").facts["added"] == 0
    assert months(kept) == before


def test_what_was_said_and_taken_out_since_stays_so(kept: Shell) -> None:
    kept("walk", "9")
    note = next(entry for entry in kept.entries() if entry["kind"] == "note")
    kept("undo", note["id"])
    entries = kept.entries()
    kept("restore", "b.zip")
    assert kept.entries() == entries


def test_a_dry_run_keeps_nothing(kept: Shell) -> None:
    shutil.rmtree(kept.home)
    said = kept("restore", "b.zip", "--dry-run")
    assert said.status == 0
    assert said.out
    assert not kept.home.exists()


def test_the_same_journal_gives_the_same_bytes(kept: Shell, tmp_path: Path) -> None:
    kept("backup", "c.zip")
    assert (tmp_path / "b.zip").read_bytes() == (tmp_path / "c.zip").read_bytes()


def test_a_damaged_month_goes_along_as_it_is_and_is_named_when_it_comes_back(kept: Shell) -> None:
    month = kept.home / "journal" / "2026-01.json"
    month.write_bytes(month.read_bytes()[:60])
    kept("backup", "d.zip", "--force")
    shutil.rmtree(kept.home)
    said = kept("restore", "d.zip")
    assert said.status == 3
    assert "2026-01.json" in said.err
    assert [entry["day"] for entry in kept.entries()] == ["2026-03-02", "2026-02-10"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("backup", "b.zip"),
        ("backup", "nowhere/x.zip"),
        ("backup", "."),
        ("restore", "x.zip"),
        ("restore", "."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(kept: Shell, arguments: tuple[str, ...]) -> None:
    before = months(kept)
    said = kept(*arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert months(kept) == before


def test_there_is_nothing_to_back_up_before_the_first_entry(either: Shell, tmp_path: Path) -> None:
    assert either("backup", "b.zip").status == 2
    assert not (tmp_path / "b.zip").exists()


def test_no_truncated_or_foreign_file_is_taken_for_a_backup(kept: Shell, tmp_path: Path) -> None:
    before, whole = months(kept), (tmp_path / "b.zip").read_bytes()
    for cut in range(0, len(whole), 97):
        (tmp_path / "cut.zip").write_bytes(whole[:cut])
        said = kept("restore", "cut.zip")
        assert said.status == 2
        assert "Traceback" not in said.err
    assert months(kept) == before


def test_a_damaged_byte_costs_its_own_month_and_nothing_else(kept: Shell, tmp_path: Path) -> None:
    """Wherever it is: a sentence, never a traceback, and the months that are whole come back."""
    whole, before = (tmp_path / "b.zip").read_bytes(), months(kept)
    statuses = set()
    for at in (*range(0, len(whole), 41), len(whole) - 20):
        flipped = bytearray(whole)
        flipped[at : at + 4] = bytes(byte ^ 0xFF for byte in flipped[at : at + 4])
        (tmp_path / "bad.zip").write_bytes(flipped)
        said = kept("restore", "bad.zip", "--dry-run")
        assert said.status in {0, 2, 3}
        assert "Traceback" not in said.err
        assert bool(said.err.strip()) == (said.status != 0)
        statuses.add(said.status)
    assert statuses >= {2, 3}
    assert months(kept) == before


def test_a_backup_whose_list_leads_nowhere_is_damaged_and_nobody_is_forbidden_to_read_it(
    kept: Shell, tmp_path: Path
) -> None:
    (tmp_path / "not.zip").write_bytes(b"PK")
    damaged = kept("restore", "not.zip").err
    whole = bytearray((tmp_path / "b.zip").read_bytes())
    at = whole.rindex(b"PK\x05\x06") + 12  # how long the list is, and then where it begins
    for place in (at + 2, at + 6):
        turned = whole.copy()
        turned[place] ^= 0x40
        (tmp_path / "bad.zip").write_bytes(turned)
        said = kept("restore", "bad.zip")
        assert (said.status, said.err) == (2, damaged.replace("not.zip", "bad.zip"))


def test_the_whole_months_of_a_damaged_backup_come_back(kept: Shell, tmp_path: Path) -> None:
    whole = bytearray((tmp_path / "b.zip").read_bytes())
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        second = archive.getinfo("journal/2026-02.json")
    at = second.header_offset + 30 + len(second.filename) + second.compress_size // 2
    whole[at : at + 4] = bytes(byte ^ 0xFF for byte in whole[at : at + 4])
    (tmp_path / "bad.zip").write_bytes(whole)
    assert kept("backup", "--check", "bad.zip").status == 3
    shutil.rmtree(kept.home)
    said = kept("restore", "bad.zip")
    assert said.status == 3
    assert "2026-02.json" in said.err
    assert {entry["day"] for entry in kept.entries()} == {"2026-01-10", "2026-03-02"}


def test_a_month_packed_in_another_way_is_no_month_of_ours(kept: Shell, tmp_path: Path) -> None:
    for way in (zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2):
        with zipfile.ZipFile(tmp_path / "other.zip", "w", way) as archive:
            archive.writestr("journal/2026-01.json", b" " * (2 << 20))
        assert kept("restore", "other.zip").status == 2


def test_more_than_a_journal_could_hold_is_refused_at_once(kept: Shell, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "many.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(9):
            archive.writestr(f"journal/2026-01.{n}.json", b" " * (4 << 20))
    said = kept("restore", "many.zip")
    assert (said.status, said.out) == (2, "")


@posix("limit on the memory of a process")
def test_a_small_file_that_unpacks_to_very_much_takes_little_room(kept: Shell, tmp_path: Path) -> None:
    """Half a million lines in a megabyte, one month at a time."""
    end = b'", "rev": 1, "day": "2026-01-01", "kind": "x"},\n'
    lines = b"".join(b'{"id": "%06d%s' % (n, end) for n in range((4 << 20) // 64))
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(7):
            archive.writestr(
                f"journal/20{n:02}-01.json", b'{"format": "ryggkompis/1", "entries": [\n' + lines
            )
    said = subprocess.run(
        [*PROGRAM, "backup", "--check", "bomb.zip"],
        env=os.environ, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        preexec_fn=_little_room,
    )  # fmt: skip
    assert said.returncode == 3, said.stderr[-500:]
    assert "Traceback" not in said.stderr


def _little_room() -> None:
    import resource  # noqa: PLC0415 - only where there is one

    resource.setrlimit(resource.RLIMIT_AS, (_LITTLE, _LITTLE))


def test_a_backup_can_be_tried_without_bringing_anything_back(kept: Shell) -> None:
    before, entries = months(kept), kept.entries()
    said = kept("backup", "--check", "b.zip")
    assert (said.status, said.err) == (0, "")
    assert len(said.out.splitlines()) == 1
    kept("note", "since")
    since = kept("backup", "--check", "b.zip")
    assert since.status == 0
    assert len(since.out.splitlines()) == 2
    assert len(kept.entries()) == len(entries) + 1
    assert months(kept).keys() == before.keys()
    assert kept("backup", "--check", "none.zip").status == 2


def test_a_journal_of_thousands_of_files_is_kept_and_comes_back(kept: Shell, tmp_path: Path) -> None:
    """Each note of a locked journal that nobody has opened since is a file of its own."""
    month = (kept.home / "journal" / "2026-01.json").read_bytes()
    for n in range(5_200):
        (kept.home / "journal" / f"2026-01.{n:04x}.json").write_bytes(month)
    entries = kept.entries()
    assert kept("backup", "many.zip").status == 0
    shutil.rmtree(kept.home)
    assert kept("restore", "many.zip").status == 0
    assert kept.entries() == entries


def test_what_comes_back_is_all_that_the_journal_would_have_kept(kept: Shell, tmp_path: Path) -> None:
    """With a clock that is a year behind, and what only a newer version or a hand edit can have written."""
    kept("checkin", "--flags", "CES1")
    month = kept.home / "journal" / "2026-03.json"
    odd = b'{"id": "ODD", "rev": 1, "day": "2026-03-01", "kind": "dream", "text": "flew"},\n'
    first, rest = month.read_bytes().split(b"\n", 1)
    month.write_bytes(first + b"\n" + odd + rest)
    either_way = (month.read_bytes().count(b'"id"'), len(kept.entries()))
    kept("backup", "odd.zip")
    kept.clock = StandingClock(NOW.replace(year=2025))
    shutil.rmtree(kept.home)
    assert kept("restore", "odd.zip").status in {0, 3}
    assert (month.read_bytes().count(b'"id"'), len(kept.entries())) == either_way
    assert kept("plan", "--json").facts["lock"]["flags"] == ["CES1"]


def test_names_that_lead_elsewhere_and_bombs_write_nothing(kept: Shell, tmp_path: Path) -> None:
    before = months(kept)
    with zipfile.ZipFile(tmp_path / "evil.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil.json", "{}")
        archive.writestr("journal/../evil.json", "{}")
        archive.writestr("/etc/evil.json", "{}")
    assert kept("restore", "evil.zip").status == 2
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("journal/2026-01.json", b" " * (64 << 20))
    assert kept("restore", "bomb.zip").status == 2
    assert months(kept) == before
    assert not list(tmp_path.rglob("evil.json"))


@pytest.fixture
def lived(either: Shell) -> Shell:
    """A few days, each with a change, and so with a copy."""
    either.on(1, "walk", "1")
    for day in (2, 3, 4):
        either.on(day, "walk", str(day))
    return either


def test_the_days_of_which_there_are_copies_are_listed(lived: Shell) -> None:
    days = lived("restore", "--json").facts["days"]
    assert days == sorted(days)
    said = lived("restore")
    assert said.status == 0
    assert all(day in said.out for day in days)


def test_without_a_copy_it_says_so(either: Shell) -> None:
    assert either("restore", "--json").facts["days"] == []
    assert either("restore").status == 0


def test_a_lost_month_comes_back_from_the_machine_s_own_copies(lived: Shell) -> None:
    before = lived.entries()
    (month,) = (lived.home / "journal").glob("*.json")
    month.unlink()
    lived.on(5, "walk", "5")
    copied = lived("restore", "--json").facts["days"]

    assert lived("restore", "--at", copied[-1], "--dry-run", "--json").facts["added"] == 0
    assert len(lived.entries()) == 1
    assert lived("restore", "--at", copied[-1], "--json").facts["added"] > 0
    found = {entry["minutes"] for entry in lived.entries()}
    assert {5} < found <= {5, *(entry["minutes"] for entry in before)}
    assert lived("restore", "--at", copied[-1], "--json").facts["added"] == 0


def test_a_file_and_a_day_are_not_taken_together(kept: Shell) -> None:
    before = months(kept)
    said = kept("restore", "b.zip", "--at", "2026-03-01")
    assert (said.status, said.out) == (2, "")
    assert kept("restore", "--at", "soon").status == 2
    assert months(kept) == before


def test_a_backup_gets_its_ending_and_what_is_there_keeps_its_name(kept: Shell, tmp_path: Path) -> None:
    assert kept("backup", "kopi").status == 0
    assert (tmp_path / "kopi.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    assert kept("backup", "kopi").status == 2
    assert kept("backup", "kopi", "--check").status == 0
    (tmp_path / "gammel").write_text("mine", encoding="utf-8")
    assert kept("backup", "gammel").status == 2
    assert kept("backup", "gammel", "--force").status == 0
    assert not (tmp_path / "gammel.zip").exists()
