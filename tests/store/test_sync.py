"""Other devices: both sides of a conflict are kept, and shown once."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.store import atomic
from ryggkompis.store.inventory.looking import sweep
from ryggkompis.store.lines import canonical, rev_of
from tests.store.devices import live_apart
from tests.store.journals import (
    DAY,
    MONTH,
    a_line,
    everything,
    home,
    month_path,
    on_disk,
    shown_ids,
    store_at,
    write_month,
)
from tests.store.laws import LINES, LINES_OF_A_MONTH
from tests.systems import IS_WINDOWS

CONFLICT_NAMES = (
    ".sync-conflict-20250310-093612-7OD3KPL",  # Syncthing
    " (conflicted copy 2025-03-10 093612)",  # Nextcloud, ownCloud
    "_conflict-20250310-093612",  # older ownCloud
    " (Kari Nordmann's conflicted copy 2025-03-10)",  # Dropbox
    " (Kari Nordmanns motstridende kopi 2025-03-10)",  # Dropbox in Norwegian
    "-KARI-PC",  # OneDrive
    " (1)",  # Google Drive
    " 2",  # iCloud
    ".01958f2a1c3b5e0a91c77",  # ours, written beside
)


@pytest.mark.parametrize("name", CONFLICT_NAMES)
@pytest.mark.parametrize("mine_wins", [True, False])
def test_a_conflict_copy_is_read_and_folded_exactly_once(tmp_path: Path, name: str, mine_wins: bool) -> None:
    mine, theirs = [on_disk("BOTH"), on_disk("MINE")], [on_disk("BOTH"), on_disk("THEIRS")]
    write_month(tmp_path, mine if mine_wins else theirs)
    copy = write_month(tmp_path, theirs if mine_wins else mine, unique=name)
    content = copy.read_bytes()

    assert shown_ids(store_at(tmp_path).read()) == ["BOTH", "MINE", "THEIRS"]
    assert not store_at(tmp_path).read().problems

    store_at(tmp_path).put([a_line("NEW")])
    assert not copy.exists()
    assert shown_ids(store_at(tmp_path).read()) == ["BOTH", "MINE", "NEW", "THEIRS"]
    assert (Path(home(tmp_path).backups) / "folded" / copy.name).read_bytes() == content


@pytest.mark.parametrize("opened", [1, 2])
def test_a_copy_that_is_folded_while_it_is_being_read_is_not_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: int
) -> None:
    write_month(tmp_path, [on_disk("MINE")])
    write_month(tmp_path, [on_disk("THEIRS")], unique="-KARI-PC")
    real = os.open
    opening = iter(range(1, opened + 1))

    def fold_first(path: str, *rest: int) -> int:
        if os.path.basename(path).startswith("2025-03") and next(opening, None) == opened:  # noqa: PTH119
            store_at(tmp_path).put([a_line("NEW")])
        return real(path, *rest)

    monkeypatch.setattr(os, "open", fold_first)

    assert {"MINE", "THEIRS"} <= set(shown_ids(store_at(tmp_path).read()))
    assert next(opening, None) is None
    assert len(list(month_path(tmp_path).parent.glob("2025*"))) == 1


def test_a_month_that_is_only_there_as_a_conflict_copy_is_read_and_becomes_the_month(tmp_path: Path) -> None:
    write_month(tmp_path, [on_disk("THEIRS")], unique="-KARI-PC")

    assert shown_ids(store_at(tmp_path).read()) == ["THEIRS"]
    store_at(tmp_path).put([a_line("NEW")])

    assert [path.name for path in month_path(tmp_path).parent.glob("2025*")] == ["2025-03.json"]


def test_a_damaged_conflict_copy_is_shown_named_and_left_where_it_is(tmp_path: Path) -> None:
    write_month(tmp_path, [on_disk("MINE")])
    copy = write_month(tmp_path, [on_disk("A"), on_disk("B")], unique="-KARI-PC")
    copy.write_bytes(copy.read_bytes()[:-60])

    store_at(tmp_path).put([a_line("NEW")])
    reading = store_at(tmp_path).read()

    assert shown_ids(reading) == ["A", "MINE", "NEW"]
    assert [(problem.file, problem.what) for problem in reading.problems] == [(copy.name, "damaged")]


def test_two_folded_copies_of_one_name_are_both_kept(tmp_path: Path) -> None:
    for number in range(2):
        write_month(tmp_path, [on_disk(f"C{number}")], unique="-KARI-PC")
        store_at(tmp_path).put([a_line(f"N{number}")])

    assert len(list((Path(home(tmp_path).backups) / "folded").iterdir())) == 2


def test_the_same_entries_give_the_same_bytes_on_both_devices(tmp_path: Path) -> None:
    lines = [on_disk("A"), on_disk("B", leg=3), on_disk("A", rev=2, leg=2)]
    for device, order in (("laptop", lines), ("desktop", lines[::-1])):
        for line in order:
            write_month(tmp_path / device, [line], unique=f".{line['id']}{line['rev']}")
        store_at(tmp_path / device).put([{**on_disk("LAST"), "rev": 1}])

    laptop, desktop = (
        month_path(tmp_path / device).read_text(encoding="utf-8").splitlines()[1:-1]
        for device in ("laptop", "desktop")
    )
    assert [line.split('"act"')[0] for line in laptop] == [line.split('"act"')[0] for line in desktop]


def test_of_two_edits_of_one_rev_the_later_saved_stands_and_the_other_stays_in_the_file(
    tmp_path: Path,
) -> None:
    sooner, later = "2025-03-03T10:00:00Z", "2025-03-03T11:00:00Z"
    write_month(tmp_path, [on_disk("A"), on_disk("A", rev=2, leg=1, saved=later)])
    write_month(tmp_path, [on_disk("A"), on_disk("A", rev=2, leg=9, saved=sooner)], unique="-KARI-PC")

    assert [line["leg"] for line in store_at(tmp_path).read().lines] == [1]
    assert [rev_of(line) for line in store_at(tmp_path).history("A")] == [1, 2, 2]


def test_a_clock_set_back_between_two_edits_changes_nothing(tmp_path: Path) -> None:
    write_month(tmp_path, [on_disk("A", rev=1, leg=9, saved="2026-08-01T10:00:00Z")])
    write_month(tmp_path, [on_disk("A", rev=2, leg=1, saved="2025-03-03T10:00:00Z")], unique="-KARI-PC")

    assert [line["leg"] for line in store_at(tmp_path).read().lines] == [1]


def test_an_erased_entry_stays_erased_whatever_comes_from_other_devices(tmp_path: Path) -> None:
    write_month(
        tmp_path, [{"id": "A", "rev": 2, "day": DAY, "erased": True, "saved": "2025-03-03T10:00:00Z"}]
    )
    write_month(
        tmp_path, [on_disk("A", text="secret"), on_disk("A", rev=7, text="secret too")], unique="-KARI-PC"
    )

    assert shown_ids(store_at(tmp_path).read()) == []
    store_at(tmp_path).put([a_line("NEW")])

    assert b"secret" not in month_path(tmp_path).read_bytes()
    assert shown_ids(store_at(tmp_path).read()) == ["NEW"]


def test_a_month_that_icloud_has_taken_away_is_named_and_written_beside(tmp_path: Path) -> None:
    path = month_path(tmp_path)
    away = path.with_name(f".{path.name}.icloud")
    away.write_bytes(b"bplist00")

    store_at(tmp_path).put([a_line("NEW")])

    assert not path.exists()
    assert shown_ids(store_at(tmp_path).read()) == ["NEW"]
    assert [problem.what for problem in store_at(tmp_path).read().problems] == ["away"]


def test_names_of_other_programs_are_left_alone(tmp_path: Path) -> None:
    path = write_month(tmp_path, [on_disk("A")])
    for name in (
        ".~lock.2025-03.json#",
        "~$2025-03.json",
        ".2025-03.json.swp",
        "desktop.ini",
        "notes.txt",
        "2025-13.json",
    ):
        (path.parent / name).write_text("theirs")
    before = {name: data for name, data in everything(path.parent).items() if data == b"theirs"}

    store_at(tmp_path).put([a_line("NEW")])

    reading = store_at(tmp_path).read()
    assert {name: data for name, data in everything(path.parent).items() if data == b"theirs"} == before
    assert {problem.file for problem in reading.problems} == {"desktop.ini", "notes.txt", "2025-13.json"}
    assert not any(problem.hides for problem in reading.problems)


def test_what_killed_writers_left_is_swept_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    path = write_month(tmp_path, [on_disk("A")])
    left = path.parent / ".~2025-03.json.0123abcd.tmp"
    left.write_text("half")
    if IS_WINDOWS:  # there its age alone tells that nobody is at it
        os.utime(left, (0, 0))
    written = atomic.write_temp(str(path), path.read_bytes())

    assert [Path(found.path) for found in sweep(home(tmp_path))] == [Path(written.path)]
    assert not left.exists()
    atomic.put_in_place(written, str(path))
    assert sweep(home(tmp_path)) == ()
    assert shown_ids(store_at(tmp_path).read()) == ["A"]


def test_three_devices_that_live_apart_show_the_same_in_the_end_and_all_of_it(tmp_path: Path) -> None:
    tally = live_apart(tmp_path, histories=40, seed=7)

    assert tally.wrong == []
    assert tally.conflicts > 60


@settings(max_examples=60)
@given(st.lists(LINES_OF_A_MONTH, min_size=1, max_size=4), st.randoms())
def test_conflict_copies_give_the_same_in_any_order_and_however_often(
    tmp_path_factory: pytest.TempPathFactory, devices: list[LINES], chance: random.Random
) -> None:
    seen = set()
    for _way in range(2):
        folder = tmp_path_factory.mktemp("way")
        order = [*devices, chance.choice(devices)]
        chance.shuffle(order)
        for number, lines in enumerate(order):
            write_month(folder, lines, unique=CONFLICT_NAMES[number] if number else "")
        store_at(folder).put([a_line("LAST")])
        assert [path.name for path in month_path(folder).parent.glob("2*")] == [f"{MONTH}.json"]
        seen.add(frozenset(canonical(line) for line in store_at(folder).lines() if line["id"] != "LAST"))
    assert len(seen) == 1
