"""The data as it was compiled is the data that was written, and never stands in its way."""

import os
from pathlib import Path

import pytest

from ryggkompis.content import compiled as compiled_module
from ryggkompis.content import files as files_module
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


@pytest.mark.usefixtures("elsewhere")
def test_another_source_is_read_instead_whenever_it_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "exercises.yaml"
    before = data_file("exercises.yaml").read_bytes()
    source.write_bytes(before.replace(b"On your back, knees bent", b"Lying, knees bent"))
    assert source.read_bytes() != before
    os.utime(source, (0, 0))
    monkeypatch.setattr(files_module, "_PLACES", (str(tmp_path / "package"), str(tmp_path)))

    assert compiled("exercises", Catalogue) is None
    assert load_catalogue() == read_catalogue()
    source.write_bytes(before)
    assert compiled("exercises", Catalogue) == read_catalogue()


@pytest.mark.usefixtures("elsewhere")
def test_in_a_package_it_counts_whichever_was_unpacked_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "package"
    packed.mkdir()
    (packed / "exercises.yaml").write_bytes(data_file("exercises.yaml").read_bytes() + b"\n")
    expected = read_catalogue()
    monkeypatch.setattr(files_module, "_PLACES", (str(packed), str(tmp_path)))

    assert compiled("exercises", Catalogue) == expected


@pytest.mark.parametrize("damage", [b"", b"{", b'{"stop_rule": 3}', b"\xff\xfe"])
def test_what_is_damaged_or_of_another_shape_is_not_used(elsewhere: Path, damage: bytes) -> None:
    elsewhere.write_bytes(damage)
    assert compiled("exercises", Catalogue) is None
    assert load_catalogue() == read_catalogue()


def test_what_is_missing_is_read(elsewhere: Path) -> None:
    elsewhere.unlink()
    assert load_catalogue() == read_catalogue()
