"""Files that are not what their names say: no crash, no hang, nothing overwritten, the rest is shown."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ryggkompis.store.errors import NoFolder, NotReadable, NotSaved
from ryggkompis.store.months import LIMIT
from tests.store.journals import (
    a_line,
    everything,
    home,
    month_path,
    on_disk,
    shown_ids,
    store_at,
    write_month,
)
from tests.store.processes import ended_well, in_process
from tests.systems import IS_ROOT, links, needs_links, needs_posix, posix

NEWER = b'{"format": "ryggkompis/2", "month": "2025-03", "days": {"3": ["a later idea"]}}\n'


def _folder(path: Path) -> None:
    path.mkdir()


def _fifo(path: Path) -> None:
    needs_posix("pipe that lies in a folder")
    os.mkfifo(path)


def _dangling(path: Path) -> None:
    needs_links()
    path.symlink_to("nowhere.json")


def _loop(path: Path) -> None:
    needs_links()
    path.symlink_to(path.name)


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 << 30)


def _newer(path: Path) -> None:
    path.write_bytes(NEWER)


ODD: dict[Callable[[Path], None], str] = {
    _folder: "not_a_file",
    _fifo: "not_a_file",
    _dangling: "unreadable",
    _loop: "unreadable",
    _huge: "too_large",
    _newer: "newer",
}


@pytest.mark.parametrize("make", ODD)
def test_an_odd_month_is_named_left_alone_and_written_beside(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    write_month(tmp_path, [on_disk("FEBRUARY", day="2025-02-03")], month="2025-02")
    path = month_path(tmp_path)
    make(path)
    before = path.lstat()

    store_at(tmp_path).put([a_line("NEW")])
    reading = store_at(tmp_path).read()

    assert shown_ids(reading) == ["FEBRUARY", "NEW"]
    assert [(problem.file, problem.what, problem.hides) for problem in reading.problems] == [
        (path.name, ODD[make], True)
    ]
    assert (path.lstat().st_ino, path.lstat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("make", ODD)
def test_an_odd_file_beside_a_month_is_named_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    write_month(tmp_path, [on_disk("A")])
    path = month_path(tmp_path, unique="-KARI-PC")
    make(path)

    store_at(tmp_path).put([a_line("NEW")])

    assert path.is_symlink() or path.exists()
    assert shown_ids(store_at(tmp_path).read()) == ["A", "NEW"]
    assert [problem.what for problem in store_at(tmp_path).read().problems] == [ODD[make]]


def test_a_newer_month_is_the_same_to_the_byte_after_many_saves(tmp_path: Path) -> None:
    path = month_path(tmp_path)
    path.write_bytes(NEWER)

    for number in range(5):
        store_at(tmp_path).put([a_line(f"N{number}")])

    assert path.read_bytes() == NEWER
    assert len(store_at(tmp_path).read().lines) == 5


def test_a_month_that_would_grow_too_large_to_be_read_is_continued_beside(tmp_path: Path) -> None:
    text = "x" * 3_900
    path = write_month(tmp_path, [on_disk(f"E{n}", text=text) for n in range(LIMIT // 4_100)])
    whole = path.read_bytes()

    store_at(tmp_path).put([a_line(f"N{n}", text=text) for n in range(40)])

    assert path.read_bytes() == whole
    assert len(store_at(tmp_path).read().lines) == LIMIT // 4_100 + 40


def test_more_than_one_file_holds_goes_into_several(tmp_path: Path) -> None:
    count = LIMIT // 3_900 + 200
    store_at(tmp_path).put([a_line(f"N{n}", text="x" * 3_900) for n in range(count)])

    reading = store_at(tmp_path).read()
    assert len(reading.lines) == count
    assert not reading.problems


@links
def test_a_linked_month_and_a_linked_folder_stay_links_and_their_targets_are_updated(tmp_path: Path) -> None:
    real = write_month(tmp_path / "real", [on_disk("A")])
    link = month_path(tmp_path / "linked")
    link.symlink_to(real)
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "journal").symlink_to(real.parent, target_is_directory=True)

    store_at(tmp_path / "linked").put([a_line("FILE")])
    store_at(tmp_path / "home").put([a_line("FOLDER")])

    assert link.is_symlink()
    assert (tmp_path / "home" / "journal").is_symlink()
    assert shown_ids(store_at(tmp_path / "real").read()) == ["A", "FILE", "FOLDER"]


def _letter(path: Path) -> None:
    path.write_text("a letter")


@pytest.mark.parametrize("make", [_letter, _dangling])
@pytest.mark.parametrize("what", ["above", "data", "journal"])
def test_a_file_or_a_broken_link_instead_of_the_folder_is_never_an_empty_journal(
    tmp_path: Path, what: str, make: Callable[[Path], None]
) -> None:
    places = home(tmp_path / "disk" / "home")
    folder = {"above": tmp_path / "disk", "data": Path(places.data), "journal": Path(places.journal)}[what]
    folder.parent.mkdir(parents=True, exist_ok=True)
    make(folder)
    with pytest.raises(NotReadable) as caught:
        store_at(tmp_path / "disk" / "home").read()
    assert caught.value.status == 3
    with pytest.raises((NoFolder, NotSaved)):
        store_at(tmp_path / "disk" / "home").put([a_line()])


def test_an_absent_journal_is_an_empty_one_and_reading_makes_nothing(tmp_path: Path) -> None:
    reading = store_at(tmp_path / "home").read()

    assert (reading.lines, reading.problems) == ((), ())
    assert not (tmp_path / "home").exists()


def test_a_folder_one_may_not_write_is_read_and_refuses_in_words() -> None:
    # Not below tmp_path, which another user may not even look into.
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        path = write_month(folder, [on_disk("A")])
        path.chmod(0o644)
        path.parent.chmod(0o555)

        def save() -> None:
            if IS_ROOT:  # who may write everywhere
                os.setuid(65_534)
            assert shown_ids(store_at(folder).read()) == ["A"]
            with pytest.raises(NotSaved, match="not allowed"):
                store_at(folder).put([a_line("NEW")])

        assert ended_well(in_process(save))
        path.parent.chmod(0o755)


@posix("rights of others to a file")
def test_every_file_is_for_the_user_alone_even_under_umask_0(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        for _ in range(2):
            store_at(tmp_path / "home").put([a_line("A"), a_line("B", day="2025-04-03")])
            write_month(tmp_path / "home", [on_disk("C")], unique="-KARI-PC").chmod(0o600)
    finally:
        os.umask(before)

    paths = [tmp_path / "home", *(tmp_path / "home").rglob("*")]
    modes = {stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_dir()}
    assert modes == {0o600}
    assert folders == {0o700}
    assert any("backups" in name for name in everything(tmp_path))


@links
def test_a_linked_lock_file_is_not_followed(tmp_path: Path) -> None:
    path = write_month(tmp_path, [on_disk("A")])
    victim = tmp_path / "victim"
    (path.parent / ".~lock.ryggkompis.tmp").symlink_to(victim)

    store_at(tmp_path).put([a_line("NEW")])

    assert not victim.exists()
    assert shown_ids(store_at(tmp_path).read()) == ["A", "NEW"]
