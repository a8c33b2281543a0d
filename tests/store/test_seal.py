"""A locked journal: written without the passphrase, read with it, open to the age program, and never lost."""

import errno
import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.store.errors import KeyIsGone, Sealed, TooBusyToOpen, WrongPassphrase
from ryggkompis.store.keys.wrapping import dearest
from ryggkompis.store.months import encode_month
from ryggkompis.store.saving import fold
from ryggkompis.store.seal import Seal, is_sealed
from ryggkompis.store.sealing import open_all, seal_all, set_passphrase
from ryggkompis.store.store import utc_now
from tests.needs import needs
from tests.store.faults import failing
from tests.store.journals import (
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
from tests.store.locked import (
    ANOTHER,
    HINT,
    PASSPHRASE,
    give_key,
    lock,
    locked_store,
    open_seal,
    open_store,
    seal_of,
)
from tests.systems import is_private

WORDS = "numb"


def a_journal(folder: Path) -> None:
    """Two months, a conflict copy, a month's copy of yesterday and one that was damaged."""
    write_month(folder, [on_disk("OLD", text=WORDS)])
    write_month(folder, [on_disk("LATER", day="2025-04-01", text=WORDS)], "2025-04")
    write_month(folder, [on_disk("COPY", text=WORDS)], unique=".sync-conflict-20250303-101010-ABCDEFG")
    backups = Path(home(folder).backups)
    for place in ("2025-03-02", "damaged"):
        (backups / place).mkdir(parents=True)
        shutil.copy(month_path(folder), backups / place / f"{MONTH}.json")


def openly(folder: Path) -> list[str]:
    """Name the files in which the patient's words can be read."""
    return [name for name, data in everything(folder).items() if WORDS.encode() in data]


def test_nothing_of_a_locked_journal_can_be_read_and_all_of_it_comes_back(tmp_path: Path) -> None:
    a_journal(tmp_path)
    before = {name for name in everything(tmp_path) if name.endswith(".json")}
    assert set(openly(tmp_path)) == before

    lock(tmp_path)
    assert openly(tmp_path) == []
    assert shown_ids(locked_store(tmp_path).read()) == ["COPY", "OLD", "LATER"]

    count, stay = open_all(home(tmp_path), open_seal(tmp_path))
    assert (count, stay) == (5, ())
    assert set(openly(tmp_path)) == before
    assert shown_ids(store_at(tmp_path).read()) == ["COPY", "OLD", "LATER"]


def test_writing_asks_for_nothing_and_reading_asks(tmp_path: Path) -> None:
    write_month(tmp_path, [on_disk("OLD")])
    lock(tmp_path)
    blind = locked_store(tmp_path, None)
    blind.put([a_line("NEW", text=WORDS)])
    blind.put([a_line("NEWER", text=WORDS)])

    with pytest.raises(Sealed):
        blind.read()
    assert openly(tmp_path) == []
    assert sorted(shown_ids(open_store(tmp_path).read())) == ["NEW", "NEWER", "OLD"]


def test_a_reader_who_writes_folds_what_was_noted_blindly(tmp_path: Path) -> None:
    write_month(tmp_path, [on_disk("OLD")])
    lock(tmp_path)
    locked_store(tmp_path, None).put([a_line("NEW", text=WORDS)])
    reader = open_store(tmp_path)
    reader.read()
    reader.put([a_line("NEXT", text=WORDS)])

    journal = Path(home(tmp_path).journal)
    assert [path.name for path in journal.glob("2025*")] == [f"{MONTH}.json.age"]
    assert openly(tmp_path) == []
    assert sorted(shown_ids(open_store(tmp_path).read())) == ["NEW", "NEXT", "OLD"]


def in_journal(folder: Path) -> list[str]:
    return sorted(path.name for path in Path(home(folder).journal).glob("2025*"))


def test_what_was_noted_blindly_is_folded_by_who_reads(tmp_path: Path) -> None:
    write_month(tmp_path, [on_disk("OLD")])
    lock(tmp_path)
    blind = locked_store(tmp_path, None)
    for number in range(3):
        blind.put([a_line(f"N{number}", day=f"2025-0{3 + number}-03", text=WORDS)])
    seal = open_seal(tmp_path)
    fold(home(tmp_path), seal, utc_now())
    assert len(in_journal(tmp_path)) == 4, "nobody had opened it"

    seal.unlock(PASSPHRASE)
    fold(home(tmp_path), seal, utc_now())
    assert in_journal(tmp_path) == ["2025-03.json.age", "2025-04.json.age", "2025-05.json.age"]
    assert openly(tmp_path) == []
    assert shown_ids(open_store(tmp_path).read()) == ["N0", "OLD", "N1", "N2"]


def test_what_cannot_be_opened_is_not_folded_and_nothing_is_written(tmp_path: Path) -> None:
    write_month(tmp_path, [on_disk("OLD")])
    lock(tmp_path)
    locked_store(tmp_path, None).put([a_line("NEW")])
    (noted,) = [name for name in in_journal(tmp_path) if name != f"{MONTH}.json.age"]
    path = Path(home(tmp_path).journal, noted)
    path.write_bytes(path.read_bytes()[:-1])
    before = everything(tmp_path)
    seal = open_seal(tmp_path)
    seal.unlock(PASSPHRASE)
    fold(home(tmp_path), seal, utc_now())
    assert everything(tmp_path) == before


def test_a_machine_that_is_too_busy_to_try_calls_no_passphrase_wrong(tmp_path: Path) -> None:
    a_journal(tmp_path)
    lock(tmp_path)
    key = Path(home(tmp_path).key, "identity.age")
    begin, _cost, rest = key.read_bytes().partition(b" 2\n")
    # What a second opens on a machine at rest would take years on this one.
    key.write_bytes(begin + b" 40\n" + rest)
    with pytest.raises(TooBusyToOpen):
        locked_store(tmp_path).read()


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(tmp_path: Path) -> None:
    a_journal(tmp_path)
    lock(tmp_path)
    before = everything(tmp_path)

    with pytest.raises(WrongPassphrase):
        locked_store(tmp_path, ANOTHER).read()
    with pytest.raises(WrongPassphrase):
        open_all(home(tmp_path), seal_of(tmp_path, ANOTHER))
    assert everything(tmp_path) == before


def test_the_hint_is_there_to_be_read(tmp_path: Path) -> None:
    lock(tmp_path)
    assert seal_of(tmp_path, None).hint == HINT


def test_another_passphrase_takes_the_place_of_the_first(tmp_path: Path) -> None:
    write_month(tmp_path, [on_disk("OLD")])
    lock(tmp_path)
    seal = seal_of(tmp_path)
    set_passphrase(home(tmp_path), seal, seal.identity, ANOTHER)

    assert shown_ids(locked_store(tmp_path, ANOTHER).read()) == ["OLD"]
    with pytest.raises(WrongPassphrase):
        locked_store(tmp_path, PASSPHRASE).read()


def test_the_recovery_key_opens_what_the_passphrase_cannot_any_more(tmp_path: Path) -> None:
    write_month(tmp_path, [on_disk("OLD")])
    lock(tmp_path)
    recovery = str(seal_of(tmp_path).identity)
    (Path(home(tmp_path).key) / "identity.age").write_bytes(b"rubbish")

    with pytest.raises(KeyIsGone):
        locked_store(tmp_path).read()
    assert shown_ids(locked_store(tmp_path, f" {recovery.lower()} ").read()) == ["OLD"]


def test_a_lost_public_half_is_known_from_the_secret_one(tmp_path: Path) -> None:
    lock(tmp_path)
    (Path(home(tmp_path).key) / "recipient.txt").unlink()

    with pytest.raises(Sealed):
        locked_store(tmp_path, None).put([a_line("LOST", text=WORDS)])
    open_store(tmp_path).put([a_line("KEPT", text=WORDS)])
    assert openly(tmp_path) == []
    assert shown_ids(open_store(tmp_path).read()) == ["KEPT"]


def test_a_file_sealed_to_another_key_is_named_and_stays(tmp_path: Path) -> None:
    write_month(tmp_path, [on_disk("MINE")])
    lock(tmp_path)
    lock(tmp_path / "elsewhere", ANOTHER)
    path = month_path(tmp_path, "2025-04").with_name("2025-04.json.age")
    path.write_bytes(seal_of(tmp_path / "elsewhere").close(b"{}"))
    data = path.read_bytes()

    reading = open_store(tmp_path).read()
    assert shown_ids(reading) == ["MINE"]
    assert [(one.file, one.what) for one in reading.problems] == [(path.name, "locked")]
    open_store(tmp_path).put([a_line("NEW", day="2025-04-02")])
    assert path.read_bytes() == data
    assert shown_ids(open_store(tmp_path).read()) == ["MINE", "NEW"]

    count, stay = open_all(home(tmp_path), open_seal(tmp_path))
    assert stay == (path.name,)
    assert count == 2
    assert path.read_bytes() == data
    assert not seal_of(tmp_path, None).is_on, "a file that this key opens not keeps nothing locked"
    assert shown_ids(store_at(tmp_path).read()) == ["MINE", "NEW"]


def test_what_another_machine_sealed_late_still_opens_after_unlocking(tmp_path: Path) -> None:
    write_month(tmp_path, [on_disk("OLD")])
    lock(tmp_path)
    late = seal_of(tmp_path).close(encode_month(MONTH, [on_disk("LATE")]))
    open_all(home(tmp_path), open_seal(tmp_path))
    assert not seal_of(tmp_path, None).is_on
    month_path(tmp_path).with_name(f"{MONTH}.late.json.age").write_bytes(late)

    reading = store_at(tmp_path).read()
    assert [one.what for one in reading.problems] == ["locked"]
    assert shown_ids(reading) == ["OLD"]
    assert open_all(home(tmp_path), open_seal(tmp_path)) == (1, ())
    assert shown_ids(store_at(tmp_path).read()) == ["LATE", "OLD"]


@needs("age")
def test_the_age_program_opens_a_file_with_the_passphrase_s_key(tmp_path: Path) -> None:
    path = write_month(tmp_path, [on_disk("OLD", text=WORDS)])
    plain = path.read_bytes()
    lock(tmp_path)
    key = tmp_path / "key.txt"
    key.write_text(str(seal_of(tmp_path).identity))

    opened = subprocess.run(
        ["age", "--decrypt", "-i", key, path.with_name(f"{path.name}.age")],
        capture_output=True,
        check=True,
    )
    assert opened.stdout == plain


@needs("age")
def test_what_the_age_program_seals_to_our_key_is_read(tmp_path: Path) -> None:
    path = write_month(tmp_path, [on_disk("OLD")])
    give_key(tmp_path)
    recipient = Path(home(tmp_path).key, "recipient.txt").read_text(encoding="utf-8").strip()
    sealed = path.with_name(f"{path.name}.age")
    subprocess.run(["age", "-r", recipient, "-o", sealed, path], check=True)
    path.unlink()

    assert shown_ids(open_store(tmp_path).read()) == ["OLD"]


def _locking(folder: Path) -> None:
    seal_all(home(folder), Seal(home(folder).key))


def _unlocking(folder: Path) -> None:
    open_all(home(folder), open_seal(folder))


@pytest.mark.parametrize("work", [_locking, _unlocking])
def test_stopped_at_any_call_it_loses_nothing_and_can_be_finished(
    tmp_path: Path, work: Callable[[Path], None]
) -> None:
    prepare = give_key if work is _locking else lock

    def ready(name: str) -> Path:
        folder = tmp_path / name
        a_journal(folder)
        prepare(folder)
        return folder

    dry = ready("dry")
    with failing(None) as calls:
        work(dry)
    assert calls.count > 100
    whole = ["COPY", "OLD", "LATER"]
    for number in range(0, calls.count, 3):
        folder = ready(str(number))
        with failing(number, errno.ENOSPC if number % 2 else errno.EIO), suppress(ExpectedError):
            work(folder)
        assert shown_ids(open_store(folder).read()) == whole, number
        if seal_of(folder, None).is_on or work is _locking:
            work(folder)
        assert bool(openly(folder)) == (work is _unlocking), number
        assert shown_ids(open_store(folder).read()) == whole, number


def test_what_a_sync_client_changes_meanwhile_is_kept(tmp_path: Path) -> None:
    path = write_month(tmp_path, [on_disk("OLD")])
    give_key(tmp_path)
    seal = Seal(home(tmp_path).key)
    close = seal.close

    def slowly(data: bytes) -> bytes:
        write_month(tmp_path, [on_disk("OLD"), on_disk("SYNCED")])
        return close(data)

    seal.close = slowly  # type: ignore[method-assign]
    seal_all(home(tmp_path), seal)

    assert path.exists()
    assert sorted(shown_ids(open_store(tmp_path).read())) == ["OLD", "SYNCED"]
    _locking(tmp_path)
    assert not path.exists()
    assert sorted(shown_ids(open_store(tmp_path).read())) == ["OLD", "SYNCED"]


def test_the_files_of_a_locked_journal_are_the_patient_s_alone(tmp_path: Path) -> None:
    a_journal(tmp_path)
    old = os.umask(0)
    try:
        lock(tmp_path)
    finally:
        os.umask(old)
    for path in tmp_path.rglob("*.age"):
        assert is_sealed(path.read_bytes())
        assert path.parent.name == "key" or is_private(path)


@pytest.mark.parametrize(("costs", "kept"), [((18, 20), 18), ((12, 15, 14, 13, 20), 15), ((9, 17, 18), 17)])
def test_a_key_that_a_busy_machine_made_cheap_is_made_again(costs: tuple[int, ...], kept: int) -> None:
    made = (b"age-encryption.org/v1\n-> scrypt CIpJ/LdlyQFNZG %d\nkey\n" % cost for cost in costs)
    assert b" %d\n" % kept in dearest(lambda: next(made))
