"""Words in letters four or seven rows high, for eyes that need them large."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.picture import Picture, Role, Size

_ABOVE: Final = 2
_HIGH: Final = _ABOVE + 5
"""Points of a letter from top to bottom; the upper two are for a ring or an accent."""
_DRAWN: Final = {
    "A": ".#./#.#/###/#.#/#.#", "B": "##./#.#/##./#.#/##.", "C": ".##/#../#../#../.##",
    "D": "##./#.#/#.#/#.#/##.", "E": "###/#../##./#../###", "F": "###/#../##./#../#..",
    "G": ".###/#.../#.##/#..#/.###", "H": "#.#/#.#/###/#.#/#.#", "I": "#/#/#/#/#",
    "J": "..#/..#/..#/#.#/.#.", "K": "#..#/#.#./##../#.#./#..#", "L": "#../#../#../#../###",
    "M": "#...#/##.##/#.#.#/#...#/#...#", "N": "#..#/##.#/#.##/#..#/#..#", "O": ".##./#..#/#..#/#..#/.##.",
    "P": "##./#.#/##./#../#..", "Q": ".##./#..#/#..#/#.#./.#.#", "R": "##./#.#/##./#.#/#.#",
    "S": ".##/#../.#./..#/##.", "T": "###/.#./.#./.#./.#.", "U": "#..#/#..#/#..#/#..#/.##.",
    "V": "#.#/#.#/#.#/#.#/.#.", "W": "#...#/#...#/#.#.#/##.##/#...#", "X": "#.#/#.#/.#./#.#/#.#",
    "Y": "#.#/#.#/.#./.#./.#.", "Z": "###/..#/.#./#../###", "Æ": ".####/#.#../####./#.#../#.###",
    "Ø": ".###/#.##/#.##/##.#/###.", "0": "###/#.#/#.#/#.#/###", "1": ".#/##/.#/.#/.#",
    "2": "##./..#/.#./#../###", "3": "##./..#/.#./..#/##.", "4": "#.#/#.#/###/..#/..#",
    "5": "###/#../##./..#/##.", "6": ".##/#../###/#.#/###", "7": "###/..#/..#/.#./.#.",
    "8": "###/#.#/###/#.#/###", "9": "###/#.#/###/..#/##.", " ": ".../.../.../.../...",
    "-": "../../##/../..", "–": ".../.../###/.../...", ".": "././././#",
    ",": "../../../.#/#.", ":": "./#/./#/.", "/": "..#/..#/.#./#../#..", "×": ".../#.#/.#./#.#/...",
    "·": "././#/./.", "?": "##./..#/.#./.../.#.", "!": "#/#/#/./#", "'": "#/#/././.",
}  # fmt: skip
_MARKS: Final = {
    "\N{COMBINING RING ABOVE}": ".#.",
    "\N{COMBINING ACUTE ACCENT}": "..#",
    "\N{COMBINING DIAERESIS}": "#.#",
}
_UNKNOWN: Final = "###/###/###/###/###"
_HALVES: Final = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}

_Points = tuple[str, ...]
"""The rows of what is drawn, a point a character; ``#`` is ink."""


@lru_cache(maxsize=8)
def large_letters(text: str, room: Size, role: Role = Role.TEXT) -> Picture:
    """Write ``text`` as large as ``room`` lets it be; what has no room in the smaller size is left out."""
    canvas = Canvas(room)
    words = text.split()
    for double in (True, False):
        across = room.cols // 2 if double else room.cols
        lines = _broken(words, across)
        high = _HIGH if double else (_HIGH + 1) // 2
        if not double or (len(lines) * high <= room.rows and all(_width(line) <= across for line in lines)):
            for place, line in enumerate(lines[: room.rows // high]):
                _draw(canvas, place * high, _points(line), role, double=double)
            break
    return canvas.picture()


def _broken(words: Iterable[str], across: int) -> list[str]:
    """Break into lines of at most ``across`` points; a longer word has a line of its own."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer) <= across:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _width(line: str) -> int:
    return len(_points(line)[0])


@lru_cache(maxsize=64)
def _points(line: str) -> _Points:
    """Draw one line, a point between two letters."""
    return tuple(map(".".join, zip(*map(_letter, line.upper()), strict=True)))


def _letter(char: str) -> _Points:
    parts = unicodedata.normalize("NFD", char)
    rows = _DRAWN.get(parts[0], _UNKNOWN).split("/")
    mark = next((_MARKS[one] for one in parts if one in _MARKS), "")
    across = max(len(mark), len(rows[0]))
    return tuple(row.ljust(across, ".") for row in (mark, "", *rows))


def _draw(canvas: Canvas, top: int, points: Sequence[str], role: Role, *, double: bool) -> None:
    """Put a line on the canvas, each point two cells across, or half a cell high."""
    if double:
        for row, line in enumerate(points):
            canvas.text(0, top + row, line.replace(".", "  ").replace("#", "██"), role)
        return
    pairs = zip(points[::2], (*points[1::2], "." * len(points[0])), strict=True)
    for row, (upper, lower) in enumerate(pairs):
        halves = zip(upper, lower, strict=True)
        canvas.text(0, top + row, "".join(_HALVES[a == "#", b == "#"] for a, b in halves), role)
