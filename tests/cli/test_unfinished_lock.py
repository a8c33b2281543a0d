"""A lock that is not whole is said wherever one looks, and finished by one word; its key can be tried."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ryggkompis.i18n.errors import word
from ryggkompis.store.errors import WrongPassphrase
from tests.cli.conftest import Shell
from tests.cli.test_lines import lines, place
from tests.cli.test_lock import given
from tests.store.journals import everything, home, on_disk, write_month
from tests.store.locked import ANOTHER, KEYS, PASSPHRASE, give_key, lock, seal_of
from tests.systems import IS_WINDOWS

WORDS = {
    "en": ("The lock is not finished", "The lock is finished", "“ryggkompis lock” finishes it."),
    "nb": ("Låsingen er ikke ferdig", "Låsingen er ferdig", "«ryggkompis lock» gjør den ferdig."),
}


@pytest.fixture
def half(either: Shell) -> Shell:
    """Lock a journal, into which a sync client then brings a plain month."""
    either("walk", "7")
    lock(either.home)
    write_month(either.home, [on_disk("LATE", day="2026-02-01")], "2026-02")
    given(either, PASSPHRASE)
    return either


COMMANDS = (
    "plan",
    "log",
    "walk 5",
    "note x",
    "progress",
    "sheet s.txt",
    "report r.md",
    "where",
    "doctor",
    "",
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_that_the_lock_is_not_finished(half: Shell, command: str) -> None:
    said = half(*command.split())
    is_not, _is, helps = WORDS[half.language]
    text = " ".join((said.out + said.err).split())
    assert is_not in text
    assert "2026-02.json" in text
    assert helps in text


def test_lock_finishes_it_and_asks_for_nothing(half: Shell) -> None:
    given(half, None)
    said = half("lock")
    assert said.status == 0
    assert WORDS[half.language][1] in said.out
    assert not (half.home / "journal" / "2026-02.json").exists()
    assert WORDS[half.language][0] not in half("where").err
    given(half, PASSPHRASE)
    assert {entry["id"] for entry in half.entries()} >= {"LATE"}


def test_doctor_names_it_before_it_asks_for_the_passphrase(half: Shell) -> None:
    given(half, None)
    said = half("doctor")
    assert said.status == 2
    assert f"- {half.home / 'journal' / '2026-02.json'}" in said.out
    given(half, PASSPHRASE)
    assert half("doctor", "--json").facts["lying_open"] == [str(half.home / "journal" / "2026-02.json")]


def test_a_plain_file_that_is_called_sealed_is_found_by_doctor_and_by_lock(half: Shell) -> None:
    half("lock")
    plain = half.home / "journal" / "2026-01.json.age"
    write_month(half.home, [on_disk("NAMED", day="2026-01-01")], "2026-01").rename(plain)
    assert plain.name in half("doctor").out
    assert half("lock").status == 0
    assert plain.exists(), "a month whose own file has another name is missed"
    assert b"NAMED" not in b"".join(everything(half.home).values())


def key_of(passphrase: str) -> str:
    seal = seal_of(KEYS.parent, None)
    seal.folder = str(KEYS / {PASSPHRASE: "first", ANOTHER: "other"}[passphrase])
    seal.unlock(passphrase)
    return str(seal.identity)


def test_a_drill_tries_the_recovery_key_on_every_file_and_writes_nothing(half: Shell) -> None:
    half("lock")
    Path("paper.txt").write_text(f"# mine\n{key_of(PASSPHRASE).lower()}\n", encoding="utf-8")
    before = everything(half.home)
    said = half("lock", "--drill", "--recovery", "paper.txt", "--json")
    assert (said.status, said.facts) == (0, {"opens": 2, "stay": []})
    assert half("lock", "--drill", "--recovery", "paper.txt").status == 0
    assert everything(half.home) == before


@pytest.mark.parametrize("paper", [key_of(ANOTHER), "tre gule støvler", "", f"{key_of(PASSPHRASE)[:-1]}Q"])
def test_a_drill_with_another_key_says_so(half: Shell, paper: str) -> None:
    half("lock")
    Path("paper.txt").write_text(f"{paper}\n", encoding="utf-8")
    said = half("lock", "--drill", "--recovery", "paper.txt")
    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1
    # Whoever finds the passphrase blamed would look for another one, and keep a key that is of no use.
    assert said.err.strip() != word(WrongPassphrase())


def test_a_drill_of_a_journal_that_is_not_locked_says_so(either: Shell) -> None:
    either("walk", "7")
    said = either("lock", "--drill", "--recovery", "paper.txt")
    assert (said.status, said.out) == (2, "")
    assert said.err


def test_what_is_erased_before_it_is_finished_is_in_no_copy(either: Shell) -> None:
    """A key that a sync client brings makes the months that lie there open ones of a locked journal."""
    either("note", "t0ken")
    (entry,) = either.entries()
    give_key(either.home)
    given(either, PASSPHRASE)
    assert either("erase", entry["id"], "--yes").status == 0
    seal = seal_of(either.home)
    opened = [seal.open(data) for data in everything(either.home).values()]
    assert not any(b"t0ken" in (data or b"") for data in opened)


@pytest.mark.parametrize("command", ["lock", "unlock"])
def test_ctrl_c_half_way_is_told_at_once_and_the_lock_can_be_finished(half: Shell, command: str) -> None:
    if command == "unlock":
        half("lock")
    told = 0
    for press in range(1, 40):
        journal = dict(everything(half.home))
        with half.monkeypatch.context() as patch:
            patch.setattr(os, "fsync", pressing(press))
            said = half(*command.split())
        if said.status != 130:
            break
        lies_open = [name for name, data in everything(half.home).items() if b'"kind"' in data]
        is_half = bool(lies_open) and seal_of(half.home, None).is_on
        assert (WORDS[half.language][0] in said.err) == is_half, (press, lies_open)
        told += is_half
        write_again(half.home, journal)
    assert (said.status, told >= (1 if IS_WINDOWS else 2)) == (0, True)


# Windows brings files to the disk, and no folders.
@pytest.mark.parametrize("press", range(1, 6 if IS_WINDOWS else 9, 2))
def test_ctrl_c_while_the_key_is_kept_never_leaves_a_lock_unsaid(either: Shell, press: int) -> None:
    either("walk", "7")
    given(either, PASSPHRASE)
    with either.monkeypatch.context() as patch:
        patch.setattr(os, "fsync", pressing(press))
        said = either("lock", "--recovery", "r.txt")
    assert said.status == 130
    is_on = seal_of(either.home, None).is_on
    assert (WORDS[either.language][0] in said.err) == is_on
    assert Path("r.txt").exists() == is_on, "the key is there where it opens something, and nowhere else"


BEFORE: dict[str, list[tuple[str, ...]]] = {"undo": [("note", "x")], "redo": [("note", "x"), ("undo",)]}
KEYLESS = {"en": "the key is not here", "nb": "nøkkelen er ikke her"}


@pytest.mark.parametrize(
    "command",
    ["note x", "walk 7", "checkin --leg 3 --nothing-new", "where", "lines", "undo", "redo", "import w.csv"],
)
def test_what_is_saved_without_the_key_of_a_locked_diary_is_said_to_lie_in_the_open(
    either: Shell, command: str
) -> None:
    either("walk", "7")
    lock(either.home)
    assert KEYLESS[either.language] not in either("note", "sealed").err
    shutil.rmtree(home(either.home).key)
    either("note", "without it")
    Path("w.csv").write_text("date,steps\n2026-03-01,4000\n", encoding="utf-8")
    for _ in range(2):  # at every save, not at the first one alone
        for before in BEFORE.get(command, ()):
            either(*before)
        in_lines = command == "lines"
        said = lines(either, place("I have changed position")) if in_lines else either(*command.split())
        assert KEYLESS[either.language] in " ".join((said.out + said.err).split())
    give_key(either.home)
    assert KEYLESS[either.language] not in either("note", "sealed again").err


def pressing(times: int) -> Callable[[int], None]:
    """Press Ctrl+C when something is brought to the disk for the time ``times``."""
    left = iter(range(times - 1))
    sync = os.fsync

    def fsync(file: int) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        sync(file)

    return fsync


def write_again(folder: Path, files: dict[str, bytes]) -> None:
    """Let the folder hold these files and no others."""
    shutil.rmtree(folder)
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
