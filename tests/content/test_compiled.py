"""The data as it was compiled is the data that was written, and never stands in its way."""

import os
from pathlib import Path

import pytest

from ryggkompis.content import compiled as compiled_module
from ryggkompis.content.catalogue import read_catalogue, read_learn_cards, read_red_flags
from ryggkompis.content.compiled import compile_content, compiled
from ryggkompis.content.files import data_file
from ryggkompis.content.loading import load_catalogue, load_learn_cards, load_red_flags
from ryggkompis.domain.catalogue.catalogue import Catalogue


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Compile into a folder of its own."""
    monkeypatch.setattr(compiled_module, "FOLDER", tmp_path / "compiled")
    compile_content()
    return tmp_path / "compiled" / "exercises.json"


@pytest.mark.usefixtures("elsewhere")
def test_it_is_what_was_written() -> None:
    assert load_catalogue() == compiled("exercises", Catalogue) == read_catalogue()
    assert load_red_flags() == read_red_flags()
    assert load_learn_cards() == read_learn_cards()


def test_a_newer_source_is_read_instead(elsewhere: Path) -> None:
    before = data_file("exercises.yaml").stat().st_mtime - 1
    os.utime(elsewhere, (before, before))
    assert compiled("exercises", Catalogue) is None
    assert load_catalogue() == read_catalogue()


@pytest.mark.parametrize("damage", [b"", b"{", b'{"stop_rule": 3}', b"\xff\xfe"])
def test_what_is_damaged_or_of_another_shape_is_not_used(elsewhere: Path, damage: bytes) -> None:
    elsewhere.write_bytes(damage)
    assert compiled("exercises", Catalogue) is None
    assert load_catalogue() == read_catalogue()


def test_what_is_missing_is_read(elsewhere: Path) -> None:
    elsewhere.unlink()
    assert load_catalogue() == read_catalogue()
