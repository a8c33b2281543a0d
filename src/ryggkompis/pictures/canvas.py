"""A canvas of braille dots: what is drawn has a role, and no colour.

Each cell holds 2 by 4 dots, or one character. Within a cell

- the stronger role inks the cell (``Role`` lists them from weak to strong);
- dots of several roles are shown together, except scenery, which gives way to anything stronger;
- a glyph hides the dots, unless it is scenery and they are not;
- words hide everything, whatever their role, and the latest of two words stands;
- the ground lies behind all of it and is kept apart.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from ryggkompis.pictures.glyphs import DOT_BITS, DOTS_HIGH, DOTS_WIDE, braille, cells
from ryggkompis.pictures.picture import Days, Picture, Role, Row, Run, Size

_RANK: Final = {role: rank for rank, role in enumerate(Role, start=1)}
_ROLES: Final[tuple[Role | None, ...]] = (None, *Role)
_SCENERY: Final = _RANK[Role.GOAL]
_WORDS: Final = len(_ROLES)


class Canvas:
    """Takes dots, lines, glyphs and words in any order, and gives a ``Picture``.

    Dots and cells are counted from the top left corner; what falls outside is left out.
    """

    __slots__ = ("_bits", "_glyph_ranks", "_glyphs", "_grounds", "_ranks", "_roles", "size")

    def __init__(self, size: Size) -> None:
        """Start blank."""
        self.size = size
        area = size.cols * size.rows
        self._bits = bytearray(area)
        self._ranks = bytearray(area)
        self._glyphs = [" "] * area
        self._glyph_ranks = bytearray(area)
        self._roles: list[Role | None] = [None] * area
        self._grounds: list[Role | None] = [None] * area

    @property
    def width(self) -> int:
        """Count the dots across."""
        return self.size.cols * DOTS_WIDE

    @property
    def height(self) -> int:
        """Count the dots down."""
        return self.size.rows * DOTS_HIGH

    def dot(self, x: int, y: int, role: Role) -> None:
        """Set the dot ``x`` from the left and ``y`` from the top."""
        self.dots(((x, y),), role)

    def dots(self, points: Iterable[tuple[int, int]], role: Role) -> None:
        """Set many dots."""
        rank, width, height, cols = _RANK[role], self.width, self.height, self.size.cols
        bits, ranks = self._bits, self._ranks
        for x, y in points:
            if not (0 <= x < width and 0 <= y < height):
                continue
            cell = (y >> 2) * cols + (x >> 1)
            bit = DOT_BITS[y & 3][x & 1]
            old = ranks[cell]
            if rank > old:
                bits[cell] = bit if old <= _SCENERY else bits[cell] | bit
                ranks[cell] = rank
            elif rank == old or rank > _SCENERY:
                bits[cell] |= bit

    def line(self, x0: int, y0: int, x1: int, y1: int, role: Role) -> None:
        """Set the dots from one point to another, both included."""
        self.dots(line_dots(x0, y0, x1, y1), role)

    def glyph(self, col: int, row: int, char: str, role: Role) -> None:
        """Put one narrow character into a cell."""
        self._write(col, row, char, role, _RANK[role])

    def text(self, col: int, row: int, words: str, role: Role = Role.TEXT) -> None:
        """Write ``words`` from a cell to the right; what does not fit is cut off."""
        shown = cells(words)
        for n, char in enumerate(shown):
            wide = n + 1 < len(shown) and shown[n + 1] == ""
            cut = (wide and col + n + 1 >= self.size.cols) or (char == "" and col + n == 0)
            self._write(col + n, row, " " if cut else char, role, _WORDS)

    def ground(self, col: int, row: int, role: Role, width: int = 1) -> None:
        """Lay a role behind a cell, or behind ``width`` cells from there to the right."""
        if 0 <= row < self.size.rows:
            for at in range(max(col, 0), min(col + width, self.size.cols)):
                self._grounds[row * self.size.cols + at] = role

    def rows(self) -> tuple[Row, ...]:
        """Give every row as runs of equal neighbours."""
        return tuple(self._row(row) for row in range(self.size.rows))

    def picture(self, days: tuple[Days, ...] = ()) -> Picture:
        """Give the finished picture, and the ``days`` that its cells are about."""
        return Picture(self.size, self.rows(), days)

    def _write(self, col: int, row: int, char: str, role: Role, rank: int) -> None:
        if not (0 <= col < self.size.cols and 0 <= row < self.size.rows):
            return
        cell = row * self.size.cols + col
        if rank < self._glyph_ranks[cell]:
            return
        self._free(cell, col, char)
        self._glyphs[cell] = char
        self._glyph_ranks[cell] = rank
        self._roles[cell] = role

    def _free(self, cell: int, col: int, char: str) -> None:
        """Blank the other half of a wide character that loses one of its two cells."""
        if self._glyphs[cell] == "" and char != "":
            self._glyphs[cell - 1] = " "
        if col + 1 < self.size.cols and self._glyphs[cell + 1] == "":
            self._glyphs[cell + 1] = " "

    def _row(self, row: int) -> Row:
        start = row * self.size.cols
        looks = (self._look(cell) for cell in range(start, start + self.size.cols))
        runs = groupby(looks, key=lambda look: look[1:])
        return tuple(Run("".join(char for char, *_ in run), role, ground) for (role, ground), run in runs)

    def _look(self, cell: int) -> tuple[str, Role | None, Role | None]:
        """Decide what a cell shows."""
        glyph_rank, rank, ground = self._glyph_ranks[cell], self._ranks[cell], self._grounds[cell]
        if glyph_rank > _SCENERY or glyph_rank > rank:
            return self._glyphs[cell], self._roles[cell], ground
        if rank:
            return braille(self._bits[cell]), _ROLES[rank], ground
        return " ", None, ground


def line_dots(x0: int, y0: int, x1: int, y1: int) -> Iterator[tuple[int, int]]:
    """Walk from one dot to another, both included, one dot at a time."""
    steps = max(abs(x1 - x0), abs(y1 - y0))
    if steps == 0:
        yield x0, y0
        return
    # In whole numbers: the same line on every machine, to the dot.
    half = steps // 2
    for n in range(steps + 1):
        yield x0 + ((x1 - x0) * n + half) // steps, y0 + ((y1 - y0) * n + half) // steps
