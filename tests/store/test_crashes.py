"""A power cut at any moment of a save takes back nothing that was saved; one that does not sync would."""

import os
from pathlib import Path

import pytest

from ryggkompis.store import atomic
from tests.store.crashes import cut_the_power
from tests.store.faults import SITUATIONS
from tests.systems import posix

pytestmark = posix("way to make the names in a folder last")


@pytest.mark.parametrize("situation", SITUATIONS)
def test_no_power_cut_takes_back_what_was_saved(tmp_path: Path, situation: str) -> None:
    prepare, before = SITUATIONS[situation]
    tally = cut_the_power(tmp_path, prepare, before)
    assert tally.lost == []
    assert tally.states >= 8
    assert situation == "damaged" or tally.problems == 0


def _nothing(*_: object) -> None:
    """Sync nothing."""


@pytest.mark.parametrize("situation", ["month", "fold"])
def test_the_model_notices_a_save_that_does_not_sync_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, situation: str
) -> None:
    prepare, before = SITUATIONS[situation]
    monkeypatch.setattr(atomic, "_sync", _nothing)
    assert cut_the_power(tmp_path, prepare, before).lost


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_model_notices_a_save_that_does_not_sync_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, situation: str
) -> None:
    prepare, before = SITUATIONS[situation]
    monkeypatch.setattr(atomic, "sync_folder", _nothing)
    assert cut_the_power(tmp_path, prepare, before).lost


def test_the_model_notices_a_month_written_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_place(temp: atomic.Temp, path: str, wait: float = 0) -> None:
        data = Path(temp.path).read_bytes()
        file = os.open(path, os.O_WRONLY | os.O_CREAT)
        os.write(file, data)
        os.fsync(file)
        os.close(file)
        atomic.drop(temp)
        atomic.sync_folder(str(Path(path).parent))

    prepare, before = SITUATIONS["month"]
    monkeypatch.setattr(atomic, "put_in_place", in_place)
    tally = cut_the_power(tmp_path, prepare, before)
    assert tally.lost or tally.problems
