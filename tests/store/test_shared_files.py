"""On Windows whoever opens a file may have it alone: a save waits for that, and so does a reading."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ryggkompis.store.settings import change_settings, read_settings
from tests.store.journals import a_line, home, month_path, on_disk, shown_ids, store_at, write_month
from tests.systems import windows

pytestmark = windows("files that one program has to itself")


def taken(path: Path) -> Callable[[], None]:
    """Have a file alone, as a virus scanner does; give what lets go of it."""
    if sys.platform != "win32":
        raise NotImplementedError
    import _winapi  # noqa: PLC0415 - only there

    reading, shared, existing = 0x8000_0000, 0, 3
    handle = _winapi.CreateFile(str(path), reading, shared, _winapi.NULL, existing, 0, _winapi.NULL)
    return lambda: _winapi.CloseHandle(handle)


def taken_for_a_moment(path: Path) -> None:
    threading.Timer(0.3, taken(path)).start()


def test_a_month_is_read_when_it_is_let_go(tmp_path: Path) -> None:
    taken_for_a_moment(write_month(tmp_path, [on_disk("A")]))
    reading = store_at(tmp_path).read()
    assert (shown_ids(reading), reading.problems) == (["A"], ())


def test_settings_are_read_and_kept_when_they_are_let_go(tmp_path: Path) -> None:
    change_settings(home(tmp_path), language="en")
    taken_for_a_moment(Path(home(tmp_path).settings))
    assert read_settings(home(tmp_path))[0].language == "en"
    taken_for_a_moment(Path(home(tmp_path).settings))
    assert change_settings(home(tmp_path), bell=False).language == "en"


def test_a_save_waits_too(tmp_path: Path) -> None:
    taken_for_a_moment(write_month(tmp_path, [on_disk("A")]))
    store_at(tmp_path, replace_wait=5).put([a_line("B")])
    assert [path.name for path in month_path(tmp_path).parent.glob("2025*")] == ["2025-03.json"]
    assert shown_ids(store_at(tmp_path).read()) == ["A", "B"]


@pytest.mark.parametrize("is_read_first", [True, False])
def test_a_month_that_is_never_let_go_is_named_and_written_beside(
    tmp_path: Path, *, is_read_first: bool
) -> None:
    let_go = taken(write_month(tmp_path, [on_disk("A")]))
    if is_read_first:
        assert [problem.what for problem in store_at(tmp_path).read().problems] == ["unreadable"]
    store_at(tmp_path).put([a_line("B")])
    assert shown_ids(store_at(tmp_path).read()) == ["B"]
    let_go()
    assert shown_ids(store_at(tmp_path).read()) == ["A", "B"]
