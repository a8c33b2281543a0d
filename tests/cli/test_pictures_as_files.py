"""A picture of the course as a file: whole, with words for who cannot see it, and never over another file."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ryggkompis.services.views.every import VIEWS
from tests.cli.conftest import Shell

DRAWN = [view.name for view in VIEWS if view.draw]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("view", DRAWN)
def test_every_view_is_written_with_its_words_and_nothing_outside(
    shell: Shell, tmp_path: Path, view: str
) -> None:
    shell("checkin", "--leg", "4", "--back", "3", "--flags", "none")
    file = tmp_path / f"{view}.svg"
    assert shell("progress", "--view", view, "--svg", str(file)).status == 0
    root = ET.fromstring(file.read_text("utf-8"))
    _left, _top, width, height = map(float, root.attrib["viewBox"].split())
    assert (root.findtext(f"{SVG}title") or "").strip()
    assert (root.findtext(f"{SVG}desc") or "").strip()
    for text in root.iter(f"{SVG}text"):
        x, y = float(text.attrib["x"]), float(text.attrib["y"])
        assert x >= 0
        assert x + float(text.attrib.get("textLength", 0)) <= width
        assert 0 < y <= height


def test_what_is_written_as_png_is_one(shell: Shell, tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="PNG is made by the extra for PDF")
    file = tmp_path / "leg.png"
    assert shell("progress", "--png", str(file)).status == 0
    assert file.read_bytes().startswith(b"\x89PNG\r\n")


def test_a_file_that_is_there_stays_unless_it_is_said(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "leg.svg"
    file.write_text("mine")
    other = tmp_path / "other.png"
    refused = shell("progress", "--svg", str(file), "--png", str(other))
    assert refused.status == 2
    assert "leg.svg" in refused.err
    assert file.read_text(encoding="utf-8") == "mine"
    assert not other.exists()
    assert shell("progress", "--svg", str(file), "--force").status == 0
    assert file.read_text(encoding="utf-8").startswith("<svg")


def test_words_alone_are_no_picture(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    refused = shell("progress", "--view", "meaning", "--svg", str(file))
    assert (refused.status, file.exists()) == (2, False)
    assert "meaning" in refused.err


def test_a_picture_gets_the_ending_that_opens_it(shell: Shell, tmp_path: Path) -> None:
    shell("checkin", "3")
    assert shell("progress", "--svg", "bilde", "--png", "bilde").status == 0
    assert sorted(path.name for path in tmp_path.glob("bilde*")) == ["bilde.png", "bilde.svg"]


def test_a_file_on_the_way_is_not_called_a_missing_folder(either: Shell, tmp_path: Path) -> None:
    (tmp_path / "leg").write_text("mine", encoding="utf-8")
    for arguments in (("progress", "--svg", "leg/under/x.svg"), ("exercises", "--svg", "leg/under")):
        refused = either(*arguments)
        assert refused.status == 2
        assert ("er en fil" if either.language == "nb" else "is a file") in refused.err
