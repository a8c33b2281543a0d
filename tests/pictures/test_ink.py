"""A picture becomes text by its roles; without colour nothing is lost."""

import re

import pytest

from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.ink import ansi, plain
from ryggkompis.pictures.picture import Picture, Role, Run, Size


def a_picture() -> Picture:
    canvas = Canvas(Size(6, 1))
    canvas.glyph(0, 0, "●", Role.LEG)
    canvas.dot(2, 0, Role.LEG_MEAN)
    canvas.text(2, 0, "æ", Role.TEXT)
    canvas.ground(3, 0, Role.MODERATE, width=2)
    canvas.glyph(3, 0, "×", Role.BACK)
    return canvas.picture()


def test_plain_text_leaves_the_ground_out_and_ends_its_lines_where_the_ink_ends() -> None:
    assert plain(a_picture()) == "●⠁æ×"


def test_each_role_has_its_colour_and_each_run_ends_it() -> None:
    assert ansi(a_picture()) == ("\x1b[36m●\x1b[0m\x1b[1;36m⠁\x1b[0mæ\x1b[33;100m×\x1b[0m\x1b[100m \x1b[0m ")


@pytest.mark.parametrize("role", Role)
def test_no_ink_is_the_ground_of_a_terminal_dark_or_light(role: Role) -> None:
    """Of black, white and their bright sisters each is the ground of a theme; Solarized has bright black."""
    inked = ansi(Picture(Size(1, 1), ((Run("x", role),),)))
    assert not {"30", "37", "90", "97"} & set(re.findall(r"\d+", inked)), inked


def test_without_colour_there_is_weight() -> None:
    assert ansi(a_picture(), colour=False) == "●\x1b[1m⠁\x1b[0mæ×  "


def test_ascii_keeps_every_cell() -> None:
    assert plain(a_picture().ascii()) == "o'ax"


def test_lines_run_the_same_way_in_ascii() -> None:
    assert plain(Picture(Size(9, 1), ((Run("⠉⠒⣀⠶⡠⢄⢸⣿⠁", Role.FIGURE),),)).ascii()) == "'-.=/\\|#'"
