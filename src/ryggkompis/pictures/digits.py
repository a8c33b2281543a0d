"""Numbers eight rows high, which can be read from the floor two metres away."""

from typing import Final

from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.picture import Picture, Role, Size

HEIGHT: Final = 8
_WIDTH: Final = 8
_GAP: Final = 2
_BLOCK: Final = "█"
_STROKES: Final = {
    "a": (0, 0, 8, 1), "b": (6, 0, 2, 5), "c": (6, 4, 2, 4), "d": (0, 7, 8, 1),
    "e": (0, 4, 2, 4), "f": (0, 0, 2, 5), "g": (0, 4, 8, 1),
}  # fmt: skip
"""Where each stroke of a number lies: column, row, width and height in cells."""
_LIT: Final = {
    "0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd",
    "6": "afgecd", "7": "abc", "8": "abcdefg", "9": "abcdfg",
}  # fmt: skip


def width_of_number(number: int) -> int:
    """Count the cells across that ``number``, 0 or more, takes."""
    return len(str(number)) * (_WIDTH + _GAP) - _GAP


def big_number(number: int, role: Role = Role.TEXT) -> Picture:
    """Draw ``number``, 0 or more, eight rows high."""
    canvas = Canvas(Size(width_of_number(number), HEIGHT))
    for place, digit in enumerate(str(number)):
        for stroke in _LIT[digit]:
            left, top, width, height = _STROKES[stroke]
            for row in range(top, top + height):
                canvas.text(place * (_WIDTH + _GAP) + left, row, _BLOCK * width, role)
    return canvas.picture()
