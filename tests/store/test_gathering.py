"""Noted a hundred times without the passphrase: few files, nothing lost, nothing open, whatever happens."""

import errno
import subprocess
from pathlib import Path

import pytest

from ryggkompis.store.bundle import BEGINS, apart, joined
from ryggkompis.store.inventory.gathering import MANY
from ryggkompis.store.lines import id_of
from ryggkompis.store.month_files import listing, read_month
from ryggkompis.store.saving import fold
from ryggkompis.store.sealing import open_all
from ryggkompis.store.store import utc_now
from tests.needs import needs
from tests.store.faults import failing
from tests.store.journals import (
    DAY,
    MONTH,
    a_line,
    everything,
    home,
    on_disk,
    shown_ids,
    store_at,
    write_month,
)
from tests.store.locked import ANOTHER, PASSPHRASE, lock, locked_store, open_seal, open_store
from tests.systems import not_under_wine

IDS = [f"N{number:03}" for number in range(MANY)]


def noted(folder: Path, ids: list[str]) -> list[Path]:
    """Note without the passphrase; give the files that lie beside the month."""
    blind = locked_store(folder, None)
    for id_ in ids:
        blind.put([a_line(id_, text="numb")])
    return beside(folder)


def beside(folder: Path) -> list[Path]:
    return sorted(Path(home(folder).journal).glob(f"{MONTH}.*.json.age"))


@pytest.fixture
def almost(tmp_path: Path) -> Path:
    """Note once less than is joined."""
    write_month(tmp_path, [on_disk("OLD")])
    lock(tmp_path)
    assert len(noted(tmp_path, IDS[:-1])) == MANY - 1
    return tmp_path


def test_at_a_hundred_they_become_one_that_reads_the_same(almost: Path) -> None:
    assert len(noted(almost, IDS[-1:])) == 1
    assert shown_ids(open_store(almost).read()) == [*IDS, "OLD"]
    assert b"numb" not in b"".join(everything(almost).values())

    assert len(noted(almost, ["LATER"])) == 2
    seal = open_seal(almost)
    seal.unlock(PASSPHRASE)
    fold(home(almost), seal, utc_now())
    assert beside(almost) == []
    assert shown_ids(open_store(almost).read()) == ["LATER", *IDS, "OLD"]


def test_unlocking_opens_what_was_joined(almost: Path) -> None:
    noted(almost, IDS[-1:])
    assert open_all(home(almost), open_seal(almost)) == (2, ())
    assert shown_ids(store_at(almost).read()) == [*IDS, "OLD"]


def test_an_entry_that_was_joined_is_erased_from_every_copy(almost: Path) -> None:
    noted(almost, IDS[-1:])
    assert open_store(almost).erase(IDS[7]) == ()
    seal = open_seal(almost)
    held = [path for path in almost.rglob("*.age") if "key" not in path.parts]
    lines = [line for path in held for line in (seal.open(path.read_bytes()) or b"").split(b"\n")]
    assert len([line for line in lines if IDS[8].encode() in line]) > 1
    assert {b"numb" in line for line in lines if IDS[7].encode() in line} == {False}
    assert shown_ids(open_store(almost).read()) == [*IDS[:7], *IDS[8:], "OLD"]


def test_a_part_of_another_key_hides_no_other_and_is_never_thrown_away(almost: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    lock(other, ANOTHER)
    (theirs,) = noted(other, ["THEIRS"])
    theirs.replace(beside(almost)[0])
    (one,) = noted(almost, IDS[-1:])

    reading = open_store(almost).read()
    # Which of them it took the place of is chance: two notes of one millisecond are named in any order.
    assert len({*IDS, "OLD"} - {*shown_ids(reading)}) == 1
    assert {IDS[-1], "OLD"} <= {*shown_ids(reading)}
    assert any(problem.hides for problem in reading.problems)
    before = one.read_bytes()
    seal = open_seal(almost)
    seal.unlock(PASSPHRASE)
    fold(home(almost), seal, utc_now())
    open_store(almost).put([a_line("NEXT")])
    assert one.read_bytes() == before


@not_under_wine("it asks another process at each of the hundred thousand calls, and takes hours")
@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC])
def test_stopped_at_any_call_nothing_is_lost(almost: Path, error: int) -> None:
    files = {path: path.read_bytes() for path in Path(home(almost).journal).iterdir()}
    number = 0
    while True:
        for path in set(Path(home(almost).journal).iterdir()) - files.keys():
            path.unlink()
        for path, data in files.items():
            path.write_bytes(data)
        with failing(number, error) as calls:
            try:
                locked_store(almost, None).put([a_line(IDS[-1], text="numb")])
            except Exception:  # noqa: BLE001 - a save that failed; what it says is tested elsewhere
                saved = False
            else:
                saved = True
        ids = shown_ids(open_store(almost).read())
        assert set(ids) >= {*IDS[:-1], "OLD", *(IDS[-1:] if saved else ())}, number
        if calls.count <= number:
            return
        number += 7


def test_who_began_to_read_before_they_were_joined_misses_none(almost: Path) -> None:
    seal = open_seal(almost)
    names = listing(home(almost).journal, seal)
    noted(almost, IDS[-1:])

    contents, own = read_month(home(almost).journal, MONTH, names, seal)
    assert {id_of(line) for content in (*contents, own) for line in content.lines} == {*IDS, "OLD"}


def test_what_is_joined_comes_apart_to_the_byte() -> None:
    files = [b"age-encryption.org/v1\n" + bytes(range(256)) * size for size in range(4)]
    assert apart(joined(files)) == files
    assert apart(joined([joined(files[:2]), *files[2:]])) == files
    assert apart(files[0]) == files[:1]


@needs("age")
def test_the_age_program_opens_each_part(almost: Path) -> None:
    (one,) = noted(almost, IDS[-1:])
    seal = open_seal(almost)
    seal.unlock(PASSPHRASE)
    key = almost / "key.txt"
    key.write_text(f"{seal.identity}\n")
    part = almost / "part.age"
    part.write_bytes(BEGINS + one.read_bytes().split(BEGINS)[1])
    age = ["age", "-d", "-i", str(key), str(part)]
    opened = subprocess.run(age, capture_output=True, encoding="utf-8", check=True)
    assert f'"day": "{DAY}"' in opened.stdout
