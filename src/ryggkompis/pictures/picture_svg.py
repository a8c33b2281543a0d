"""Any picture of the course as an SVG drawing: the same cells, dots as discs, bars as boxes."""

from collections.abc import Iterator, Mapping
from html import escape
from typing import Final

from ryggkompis.pictures.glyphs import BRAILLE, DOT_BITS, cells
from ryggkompis.pictures.picture import Picture, Role, Run

_WIDE, _HIGH = 10, 20
"""Units of a cell."""
_MARGIN: Final = 20
_DOT: Final = 1.9
_HEAD: Final = 40
"""Room for the title."""
# Dark enough for paper, more than 4.5 to 1; leg and back differ in grey, too, and neither is red.
INKS: Final[Mapping[Role, str]] = {
    Role.BAND: "#5a6a67",
    Role.GRID: "#6b7674",
    Role.AXIS: "#4c5654",
    Role.EVENT: "#7a4a12",
    Role.GOAL: "#2b6a35",
    Role.BACK: "#8a6410",
    Role.BACK_MEAN: "#8a6410",
    Role.LEG: "#125a4d",
    Role.LEG_MEAN: "#125a4d",
    Role.MUTED: "#4c5654",
}
_INK: Final = "#1e2827"
_PLAIN: Final = "currentColor"
_GROUNDS: Final[Mapping[Role, str]] = {
    Role.MILD: "#e6f0ed",
    Role.MODERATE: "#bcdbd3",
    Role.STRONG: "#86bfb0",
}
_RISING: Final = "▁▂▃▄▅▆▇█"
_GROWING: Final = "▏▎▍▌▋▊▉█"
_EIGHTHS: Final = 8


def picture_svg(picture: Picture, name: str, title: str, description: str, *, is_plain: bool = False) -> str:
    """Draw ``picture`` under its title; ``name`` tells its ids from those of other drawings of a document.

    One that ``is_plain`` is part of a page: it has no ground and no title of its own, and is drawn in the
    colour of the text around it, so that it can be read on paper, grey, and in the dark.
    """
    margin, head = (0, 0) if is_plain else (_MARGIN, _HEAD)
    width, height = picture.size.cols * _WIDE + 2 * margin, picture.size.rows * _HIGH + head + margin
    inks = {} if is_plain else INKS
    rows = (part for row, runs in enumerate(picture.rows) for part in _row(row * _HIGH, runs, inks))
    framed = () if is_plain else _framed(title, width, height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{name}-title {name}-desc" '
        f'viewBox="0 0 {width} {height}" font-family="DejaVu Sans Mono, monospace" font-size="16" '
        # Neighbouring boxes are one bar, without seams between them.
        f'fill="{_PLAIN if is_plain else _INK}" shape-rendering="crispEdges">\n'
        f'<title id="{name}-title">{_safe(title)}</title>\n'
        f'<desc id="{name}-desc">{_safe(description)}</desc>\n'
        + "\n".join((*framed, f'<g transform="translate({margin} {head})">', *rows, "</g>", "</svg>\n"))
    )


def _framed(title: str, width: int, height: int) -> Iterator[str]:
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    yield f'<text x="{_MARGIN}" y="{_HEAD - 14}" font-weight="bold">{_safe(title)}</text>'


def _row(y: int, runs: tuple[Run, ...], inks: Mapping[Role, str]) -> Iterator[str]:
    col = 0
    for run in runs:
        shown = cells(run.text)
        if run.ground and inks:
            wide, ground = len(shown) * _WIDE, _GROUNDS[run.ground]
            yield f'<rect x="{col * _WIDE}" y="{y}" width="{wide}" height="{_HIGH}" fill="{ground}"/>'
        if run.role:
            ink = f' fill="{inks[run.role]}"' if run.role in inks else ""
            yield from _run(col, y, shown, ink)
        col += len(shown)


def _run(col: int, y: int, shown: list[str], ink: str) -> Iterator[str]:
    """Draw the cells of a run: dots, bars, and words that begin at their own cells."""
    word = ""
    for at, cell in enumerate([*shown, " "]):
        drawn = _drawn((col + at) * _WIDE, y, cell, ink)
        if word and (drawn or cell == " "):
            yield _word((col + at - len(word)) * _WIDE, y, word, ink)
            word = ""
        if drawn:
            yield drawn
        elif cell.strip():
            word += cell


def _word(x: int, y: int, word: str, ink: str) -> str:
    wide = len(word) * _WIDE
    return (
        f'<text x="{x}" y="{y + 15}"{ink} textLength="{wide}" lengthAdjust="spacingAndGlyphs">'
        f"{_safe(word)}</text>"
    )


def _drawn(x: int, y: int, cell: str, ink: str) -> str:
    """Draw a cell of dots, or a piece of a bar; nothing for a letter."""
    if len(cell) != 1:
        return ""
    bits = ord(cell) - BRAILLE
    if 0 <= bits <= 0xFF:  # noqa: PLR2004 - eight dots
        return "".join(
            f'<circle cx="{x + 2.5 + 5 * right}" cy="{y + 2.5 + 5 * down}" r="{_DOT}"{ink} '
            'shape-rendering="auto"/>'
            for down, row in enumerate(DOT_BITS)
            for right, bit in enumerate(row)
            if bits & bit
        )
    if cell in _RISING:
        high = _HIGH * (_RISING.index(cell) + 1) / _EIGHTHS
        return f'<rect x="{x}" y="{y + _HIGH - high}" width="{_WIDE}" height="{high}"{ink}/>'
    if cell in _GROWING:
        wide = _WIDE * (_GROWING.index(cell) + 1) / _EIGHTHS
        return f'<rect x="{x}" y="{y}" width="{wide}" height="{_HIGH}"{ink}/>'
    return ""


def _safe(text: str) -> str:
    return escape("".join(cells(text)))
