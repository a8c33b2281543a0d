"""Disks that tell no capital from a small letter, know no rights, and are pulled out while one saves."""

from pathlib import Path

import pytest

from tests.store.journals import MONTH, a_line, month_path, shown_ids, store_at
from tests.store.processes import kill_writers
from tests.store.sticks import CAN_PLUG_IN, a_stick, plugged_in, pull

on_a_stick = pytest.mark.skipif(
    not CAN_PLUG_IN, reason="only root can have a file as a stick, and exFAT's tools"
)


@pytest.mark.parametrize("name", [f"{MONTH}.JSON", f"{MONTH}.Json"])
def test_a_month_in_capitals_is_a_month(tmp_path: Path, name: str) -> None:
    """As an older system names it that has had the stick."""
    store = store_at(tmp_path)
    store.put([a_line("A")])
    path = month_path(tmp_path)
    path.rename(path.with_name(name))
    assert shown_ids(store_at(tmp_path).read()) == ["A"]
    store_at(tmp_path).put([a_line("B")])
    assert shown_ids(store_at(tmp_path).read()) == ["A", "B"]


@on_a_stick
def test_a_stick_keeps_what_it_was_said_to_have_kept(tmp_path: Path) -> None:
    stick, at = a_stick(tmp_path / "image"), tmp_path / "stick"
    with plugged_in(stick, at):
        tally = kill_writers(at / "home", kills=20, seed=1)
        store_at(at / "other").put([a_line("A")])
        path = month_path(at / "other")
        path.rename(path.with_name("x"))
        path.with_name("x").rename(path.with_name(f"{MONTH}.JSON"))
    with plugged_in(stick, at):
        assert tally.acknowledged <= set(shown_ids(store_at(at / "home").read()))
        assert (tally.lost, tally.doubled, tally.problems) == (set(), 0, [])
        store_at(at / "other").put([a_line("B")])
        assert shown_ids(store_at(at / "other").read()) == ["A", "B"]


@on_a_stick
def test_a_stick_that_is_pulled_while_one_saves_has_what_was_saved(tmp_path: Path) -> None:
    tally = pull(tmp_path, pulls=4, seed=1)
    assert tally.saved > 4
    assert (tally.lost, tally.wrong) == (0, 0)
