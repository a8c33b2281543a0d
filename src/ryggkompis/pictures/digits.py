"""Numbers five, eight or sixteen rows high; from eight on they can be read from the floor two metres away."""

from functools import lru_cache
from typing import Final

from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.picture import Picture, Role, Size

HEIGHT: Final = 8
HEIGHTS: Final = (5, HEIGHT, 2 * HEIGHT)
"""How high a number can be drawn, in rows."""
_WIDTH: Final = 8
_GAP: Final = 2
_BLOCK: Final = "█"
_LOW: Final = {
    "a": (0, 0, 8, 1), "b": (6, 0, 2, 3), "c": (6, 2, 2, 3), "d": (0, 4, 8, 1),
    "e": (0, 2, 2, 3), "f": (0, 0, 2, 3), "g": (0, 2, 8, 1),
}  # fmt: skip
"""Where each stroke lies in a number of five rows: column, row, width and height in cells."""
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


def digits_width(text: str, height: int = HEIGHT) -> int:
    """Count the cells across that ``text``, of digits and colons, takes where it is ``height`` rows high."""
    return (sum(_COLON if char == ":" else _WIDTH + _GAP for char in text) - _GAP) * _times(height)


@lru_cache(maxsize=16)
def big(text: str, role: Role = Role.TEXT, height: int = HEIGHT) -> Picture:
    """Draw digits and colons, at least one, in one of the ``HEIGHTS``."""
    canvas, times = Canvas(Size(digits_width(text, height), height)), _times(height)
    at = 0
    for char in text:
        for left, top, width, high in _strokes(char, height):
            for row in range(top * times, (top + high) * times):
                canvas.text((at + left) * times, row, _BLOCK * (width * times), role)
        at += _COLON if char == ":" else _WIDTH + _GAP
    return canvas.picture()


def _times(height: int) -> int:
    return max(height // HEIGHT, 1)


def _strokes(char: str, height: int) -> list[tuple[int, int, int, int]]:
    if char == ":":
        rows = (1, 3) if height < HEIGHT else (2, 5)
        return [(0, row, 2, 1) for row in rows]
    strokes = _LOW if height < HEIGHT else _STROKES
    return [strokes[stroke] for stroke in _LIT[char]]
