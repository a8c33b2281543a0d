"""The disk fails at the worst moment: nothing is lost, nothing is said to be saved that is not."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ryggkompis.store.errors import DiskFull, NoFolder, NotSaved
from tests.store.faults import ERRORS, SITUATIONS, open_files, sweep
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
from tests.systems import posix


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_fault_at_any_call_loses_nothing_and_is_never_called_saved(tmp_path: Path, situation: str) -> None:
    before = open_files()
    outcome = sweep(tmp_path, situation, ERRORS)

    assert not outcome.wrong
    assert outcome.faults >= 100
    assert outcome.refused > 0
    assert open_files() == before


@pytest.mark.parametrize("limit", [0, 1, 60, 100, 200, 240, 250, 300, 400, 450, 500, 600, 4_000])
def test_a_full_disk_refuses_in_words_and_leaves_the_old_month_whole(tmp_path: Path, limit: int) -> None:
    path = write_month(tmp_path, [on_disk("OLD"), on_disk("OLDER")])
    whole = path.read_bytes()

    def save_with_little_room() -> None:
        import resource  # noqa: PLC0415 - only where there is one

        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
        try:
            store_at(tmp_path).put([a_line("NEW")])
        except DiskFull as error:
            assert "no room" in str(error)  # noqa: PT017 - in a process of its own
            assert path.read_bytes() == whole
        else:
            assert "NEW" in shown_ids(store_at(tmp_path).read())

    assert ended_well(in_process(save_with_little_room))
    store_at(tmp_path).put([a_line("NEXT")])
    assert {"OLD", "OLDER", "NEXT"} <= set(shown_ids(store_at(tmp_path).read()))
    assert not list(path.parent.glob(".~2025*"))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (errno.ENOSPC, "no room"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "not allowed"),
        (errno.EIO, "cannot be written"),
    ],
)
def test_a_refusal_names_the_file_and_the_reason(tmp_path: Path, error: int, words: str) -> None:
    write_month(tmp_path, [on_disk("OLD")])
    before = everything(tmp_path)

    with _always_failing("fsync", error), pytest.raises(NotSaved) as caught:
        store_at(tmp_path).put([a_line("NEW")])

    assert words in str(caught.value)
    assert "2025-03" in str(caught.value) or "journal" in str(caught.value)
    assert caught.value.status == 3
    after = everything(tmp_path)
    after.pop("journal/.~lock.ryggkompis.tmp")
    assert after == before


def test_a_file_where_the_folder_should_be_is_said_and_not_taken_for_empty(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a letter")

    with pytest.raises(NoFolder):
        store_at(tmp_path / "home").put([a_line()])

    assert (tmp_path / "home").read_text(encoding="utf-8") == "a letter"


def test_a_virus_scanner_that_lets_go_only_delays_the_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_month(tmp_path, [on_disk("OLD")])
    monkeypatch.setattr(os, "replace", _denying(times=3, path=month_path(tmp_path)))

    store_at(tmp_path, replace_wait=5).put([a_line("NEW")])

    assert [path.name for path in Path(home(tmp_path).journal).glob("2025*")] == ["2025-03.json"]
    assert shown_ids(store_at(tmp_path).read()) == ["NEW", "OLD"]


def test_a_virus_scanner_that_never_lets_go_makes_the_save_go_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_month(tmp_path, [on_disk("OLD")])
    whole = path.read_bytes()
    monkeypatch.setattr(os, "replace", _denying(times=10_000, path=path))

    store_at(tmp_path).put([a_line("NEW")])

    assert path.read_bytes() == whole
    assert shown_ids(store_at(tmp_path).read()) == ["NEW", "OLD"]
    assert len(list(path.parent.glob("2025*"))) == 2


@posix("name for a file that is open under a number")
def test_a_sync_client_that_swaps_the_month_in_mid_save_loses_neither_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_month(tmp_path, [on_disk("OLD")])
    real = os.fsync
    news = iter([[on_disk("OLD"), on_disk("PHONE")], [on_disk("OLD"), on_disk("TABLET")]])

    def fsync(file: int) -> None:
        real(file)
        temp = Path(f"/proc/self/fd/{file}").readlink()
        if temp.suffix == ".tmp" and temp.parent == path.parent and (lines := next(news, None)):
            arriving = path.with_name(".syncthing.tmp")
            arriving.write_bytes(write_month(tmp_path / "phone", lines).read_bytes())
            arriving.rename(path)

    monkeypatch.setattr(os, "fsync", fsync)
    store_at(tmp_path).put([a_line("NEW")])

    assert set(shown_ids(store_at(tmp_path).read())) == {"NEW", "OLD", "TABLET"}
    assert next(news, None) is None


def _denying(times: int, path: Path) -> Callable[[str, str], None]:
    """Refuse to replace ``path``, as Windows does while someone has it open."""
    real = os.replace
    left = iter(range(times))

    def replace(source: str, target: str) -> None:
        if target == str(path) and next(left, None) is not None:
            raise PermissionError(errno.EACCES, "Access is denied", source, 5, target)
        real(source, target)

    return replace


class _always_failing:  # noqa: N801 - reads as what it does
    """Let every call of one function fail."""

    def __init__(self, name: str, error: int) -> None:
        self._patch = pytest.MonkeyPatch()
        self._name, self._error = name, error

    def __enter__(self) -> None:
        def fail(*_: object) -> None:
            raise OSError(self._error, os.strerror(self._error))

        self._patch.setattr(os, self._name, fail)

    def __exit__(self, *_: object) -> None:
        self._patch.undo()
