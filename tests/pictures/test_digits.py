"""Numbers large enough for the floor: no two alike, all eight rows high."""

from ryggkompis.pictures.digits import HEIGHT, big, digits_width
from ryggkompis.pictures.ink import plain


def test_every_digit_has_a_shape_of_its_own() -> None:
    shapes = {plain(big(digit)) for digit in "0123456789"}
    assert len(shapes) == 10
    assert all(len(shape.splitlines()) == HEIGHT for shape in shapes)


def test_a_clock_is_as_wide_as_it_says() -> None:
    picture = big("12:05")
    assert picture.size.cols == digits_width("12:05") == 42
    assert "█" in plain(picture).splitlines()[2]


def test_without_unicode_it_is_still_large() -> None:
    assert plain(big("8").ascii()).isascii()
    assert "########" in plain(big("8").ascii())
