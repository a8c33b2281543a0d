"""Numbers eight rows high, which can be read from the floor two metres away."""

from functools import lru_cache
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


_COLON: Final = 4
"""Cells that a colon takes, with the gap after it."""


def digits_width(text: str) -> int:
    """Count the cells across that ``text``, of digits and colons, takes."""
    return sum(_COLON if char == ":" else _WIDTH + _GAP for char in text) - _GAP


@lru_cache(maxsize=16)
def big(text: str, role: Role = Role.TEXT) -> Picture:
    """Draw digits and colons, at least one, eight rows high."""
    canvas = Canvas(Size(digits_width(text), HEIGHT))
    at = 0
    for char in text:
        if char == ":":
            for row in (2, 5):
                canvas.text(at, row, _BLOCK * 2, role)
            at += _COLON
            continue
        for stroke in _LIT[char]:
            left, top, width, height = _STROKES[stroke]
            for row in range(top, top + height):
                canvas.text(at + left, row, _BLOCK * width, role)
        at += _WIDTH + _GAP
    return canvas.picture()
