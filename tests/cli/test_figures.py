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
from ryggkompis.domain.catalogue.ways import figures_of
from tests.cli.conftest import Shell
from tests.figures import BRIDGE

CATALOGUE = load_catalogue()


def drawn(id_: str = "E07") -> Exercise:
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


def test_on_the_console_of_linux_it_is_in_blocks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its fonts have no braille."""
    monkeypatch.setenv("TERM", "linux")
    draw_figure(BRIDGE)
    printed = capsys.readouterr().out
    assert set(printed) <= set(" \n▀▄█▌▐─")
    assert "█" in printed


def test_one_file_is_written_for_each_figure(tmp_path: Path) -> None:
    plain = CATALOGUE.exercises[0]
    assert (
        write_figures(
            str(tmp_path), [CATALOGUE.walk, drawn(), replace(plain, figure=None, levels=plain.levels[:2])]
        )
        == 1
    )
    (path,) = tmp_path.iterdir()
    assert path.name == "E07.svg"
    assert ET.fromstring(path.read_text(encoding="utf-8")).get("role") == "img"


def test_the_command_writes_what_the_catalogue_has(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "svg"
    folder.mkdir()
    said = shell("exercises", "--svg", str(folder))
    figures = [
        f"{one.id}.svg" if level == 1 else f"{one.id}-{level}.svg"
        for some in (CATALOGUE.comfort, CATALOGUE.exercises)
        for one in some
        for level, _figure in figures_of(one)
    ]
    assert said.status == 0
    assert "E01-3.svg" in figures
    assert sorted(path.name for path in folder.iterdir()) == sorted(figures)
    assert f"Written: {len(figures)} figure" in said.err


def test_an_exercise_is_printed_with_each_of_its_figures_under_its_level(either: Shell) -> None:
    """Sitting must not be explained by a picture of lying."""
    said = either("exercises", "E01").out
    level = "Nivå" if either.language == "nb" else "Level"
    pictures = said.partition("E01 ")[0].split(f"{level} ")
    assert [one[0] for one in pictures[1:]] == ["1", "3", "4"]
    assert all(len(one.splitlines()) > 8 for one in pictures[1:])
    assert level not in either("exercises", "E07").out.partition("E07 ")[0]


def test_the_folder_of_the_figures_is_made(shell: Shell, tmp_path: Path) -> None:
    said = shell("exercises", "E01", "--svg", str(tmp_path / "a" / "new" / "one"))
    assert said.status == 0
    assert {path.name for path in (tmp_path / "a" / "new" / "one").iterdir()} >= {"E01.svg"}


@pytest.mark.parametrize("below", ["", "below"])
def test_a_folder_that_is_none_is_told(either: Shell, tmp_path: Path, below: str) -> None:
    (tmp_path / "a-file").write_text("mine")
    said = either("exercises", "--svg", str(tmp_path / "a-file" / below))
    assert said.status == 2
    assert str(tmp_path / "a-file") in said.err
    assert (tmp_path / "a-file").read_text(encoding="utf-8") == "mine"
