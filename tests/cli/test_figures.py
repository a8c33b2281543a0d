"""Figures in the shell: in the page of an exercise, and as files."""

import io
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ryggkompis.cli.pictures import draw_figure, write_figures
from ryggkompis.content.loading import load_catalogue
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Exercise
from tests.cli.conftest import Shell
from tests.figures import BRIDGE

CATALOGUE = load_catalogue()


def drawn(id_: str = "E10") -> Exercise:
    exercise = CATALOGUE.exercise(id_)
    assert exercise is not None
    return replace(exercise, figure=BRIDGE)


def test_a_figure_is_printed_in_braille(capsys: pytest.CaptureFixture[str]) -> None:
    draw_figure(BRIDGE)
    out = capsys.readouterr().out
    assert "⣿" in out
    assert max(map(len, out.splitlines())) <= 60


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_where_braille_would_not_arrive_it_is_in_7_bit_characters(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    kept = io.BytesIO()
    stream = io.TextIOWrapper(kept, encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    draw_figure(BRIDGE)
    stream.flush()
    printed = kept.getvalue()
    assert printed.strip()
    assert printed.isascii()
    assert b"?" not in printed


def test_one_file_is_written_for_each_figure(tmp_path: Path) -> None:
    plain = CATALOGUE.exercises[0]
    assert write_figures(str(tmp_path), [CATALOGUE.walk, drawn(), replace(plain, figure=None)]) == 1
    (path,) = tmp_path.iterdir()
    assert path.name == "E10.svg"
    assert ET.fromstring(path.read_text(encoding="utf-8")).get("role") == "img"


def test_the_command_writes_what_the_catalogue_has(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "svg"
    folder.mkdir()
    said = shell("exercises", "--svg", str(folder))
    figures = [one for some in (CATALOGUE.comfort, CATALOGUE.exercises) for one in some if one.figure]
    assert said.status == 0
    assert len(list(folder.iterdir())) == len(figures)
    assert f"Written: {len(figures)} figure" in said.err


@pytest.mark.parametrize("name", ["nowhere", "a-file"])
def test_a_folder_that_is_none_is_told(either: Shell, tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file").write_text("mine")
    said = either("exercises", "--svg", str(tmp_path / name))
    assert said.status == 2
    assert str(tmp_path / name) in said.err
    assert (tmp_path / "a-file").read_text() == "mine"
