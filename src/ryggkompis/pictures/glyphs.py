"""Characters and the cells they take: braille dots, words of any script, and 7-bit stand-ins."""

import unicodedata
from functools import lru_cache
from typing import Final

DOTS_WIDE: Final = 2
DOTS_HIGH: Final = 4
"""A cell holds 2 by 4 braille dots."""
DOT_BITS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot in its braille character, by row and column."""
BRAILLE: Final = 0x2800

_FULL: Final = 6
"""Dots from which a cell is full: a stroke is thinner."""
_LONG_WORD: Final = 14
"""Cells that may be left blank to end on a whole word."""
_UNSEEN: Final = frozenset({*range(0x1160, 0x1200), *range(0xD7B0, 0xD800), 0x3164, 0xFFA0})
"""Letters that take no cell of their own: joining Hangul and its fillers."""
_PRESENTATION: Final = frozenset({*range(0xFE00, 0xFE10), *range(0x1F3FB, 0x1F400)})
"""Variation selectors and skin tones: terminals disagree on their width."""

_PLAIN: Final = {
    "●": "o", "○": "O", "×": "x", "⊗": "8", "•": "o", "░": ":", "…": ".", "–": "-", "—": "-", "−": "-",
    "·": ".",
    "╱": "/", "│": "|", "┊": "|", "╎": "|",
    "─": "-", "└": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+", "╌": "-",
    "▁": ".", "▂": ".", "▃": ":", "▄": "-", "▅": "=", "▆": "+", "▇": "*", "█": "#",
    "▏": " ", "▎": " ", "▍": ".", "▌": "-", "▋": "-", "▊": "=", "▉": "=",
    "Σ": "=", "▔": "'", "▀": "^", "▲": "^", "›": ">",
    "æ": "a", "Æ": "A", "ø": "o", "Ø": "O", "↻": "@", "≤": "<", "≥": ">", "«": '"', "»": '"', "’": "'",
    "“": '"', "”": '"', "‹": "<", "←": "<", "→": ">", "↑": "^", "↓": "v", "▼": "v", "▸": ">", "✓": "v",
    "◆": "*", "◇": "+", "━": "=", "▐": "|", "□": "O", "§": "S",
}  # fmt: skip
_TEXTURES: Final = {0x2D: "=", 0x21: ":"}
"""Lines across and few dots: as blocks they could not be told from a full cell."""


def braille(bits: int) -> str:
    """Give the braille character with these dots."""
    return chr(BRAILLE + bits)


def cells(text: str) -> list[str]:
    """Split ``text`` into what each cell shows; the second half of a wide character is an empty string.

    Text comes from people: control characters would reach the terminal as commands and are left out,
    line breaks become spaces, and marks stay with the letter they stand on.
    """
    found: list[str] = []
    for char in text:
        width = _width(char)
        if width == 0 and unicodedata.combining(char) and found:
            at = -1 if found[-1] else -2
            found[at] += char
        elif width:
            found.append(_safe(char))
            found.extend([""] * (width - 1))
    return found


def fit(text: str, width: int) -> str:
    """Shorten ``text`` to ``width`` cells, with an ellipsis where something is cut off."""
    found = cells(text)
    if len(found) <= width:
        return "".join(found)
    kept = found[: max(width - 1, 0)]
    # Half of a wide character would push everything behind it one cell on.
    if kept and len(found) > len(kept) and found[len(kept)] == "":
        kept[-1] = " "
    return ("".join(kept).rstrip() + "…") if width > 0 else ""


def fit_words(text: str, width: int) -> str:
    """Shorten ``text`` as `fit` does, but after a whole word, where that costs no more than a long one."""
    cut = fit(text, width)
    if not cut.endswith("…") or cut == text:
        return cut
    kept = cut[:-1]
    ends = cells(text)[width_of(kept)] == " "
    whole = (kept if ends else kept.rpartition(" ")[0]).rstrip(" ·,")
    can_end_there = bool(whole) or text.startswith(" ")
    return f"{whole}…" if can_end_there and width_of(kept) - width_of(whole) <= _LONG_WORD else cut


def width_of(text: str) -> int:
    """Count the cells that ``text`` takes."""
    return len(cells(text))


def ascii_text(text: str) -> str:
    """Give ``text`` in 7-bit characters, as many cells wide as before."""
    return text if text.isascii() else "".join(_ascii(shown) for shown in cells(text))


def block_text(text: str) -> str:
    """Give ``text`` with blocks for its braille, as many cells wide as before: consoles have no braille."""
    return "".join(_block(ord(c) - BRAILLE) if BRAILLE <= ord(c) <= BRAILLE + 0xFF else c for c in text)


def _width(char: str) -> int:
    """Give 0, 1 or 2 cells; 0 also for what must not be shown."""
    if " " <= char <= "~":
        return 1
    if char in "\t\n\r\v\f\x85\u2028\u2029":
        return 1
    category = unicodedata.category(char)
    if category in {"Cc", "Cf", "Mn", "Me", "Mc"} or ord(char) in _UNSEEN or ord(char) in _PRESENTATION:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" and category != "Cn" else 1


def _safe(char: str) -> str:
    if char.isspace():
        return " "
    return "?" if unicodedata.category(char) in {"Cs", "Co", "Cn"} else char


@lru_cache(maxsize=1024)
def _ascii(shown: str) -> str:
    """Find a 7-bit stand-in for one cell; a wide character takes two."""
    if not shown or shown.isascii():
        return shown
    if BRAILLE <= ord(shown[0]) <= BRAILLE + 0xFF:
        return _stroke(ord(shown[0]) - BRAILLE)
    letter = unicodedata.normalize("NFKD", shown)[0]
    plain = _PLAIN.get(shown[0]) or (letter if letter.isascii() and letter.isprintable() else "?")
    return plain * _width(shown[0])


@lru_cache(maxsize=256)
def _block(bits: int) -> str:
    """Find the block, or the line, that covers what the dots cover; every console font has these."""
    if bits in _TEXTURES:
        return _TEXTURES[bits]
    left, right = _columns(bits)
    rows = left + right
    if not rows:
        return " "
    if len({*rows}) == 1:
        return "▀──▄"[rows[0]]
    if not (left and right):
        return "▌" if left else "▐"
    top = sum(y < DOTS_HIGH // 2 for y in rows)
    bottom = len(rows) - top
    if min(top, bottom) > 1:
        return "█"
    return "▀" if top > bottom else "▄"


def _columns(bits: int) -> tuple[list[int], list[int]]:
    """Give the rows of the dots in the left half of a cell, and in the right one."""
    left, right = ([y for y in range(DOTS_HIGH) if bits & DOT_BITS[y][x]] for x in range(DOTS_WIDE))
    return left, right


def _stroke(bits: int) -> str:
    """Find the character that runs the way the dots do."""
    left, right = _columns(bits)
    rows = left + right
    if not rows:
        return " "
    if len(rows) >= _FULL:
        return "#"
    if left and right:
        fall = sum(right) / len(right) - sum(left) / len(left)
        if abs(fall) >= 1:
            return "\\" if fall > 0 else "/"
        if max(rows) - min(rows) < DOTS_HIGH - 1:
            return "=" if len(rows) > DOTS_WIDE else _level(rows, "-")
        return "#"
    return "|" if len(rows) > DOTS_WIDE else _level(rows, "-" if len(rows) == 1 else "|")


def _level(rows: list[int], middle: str) -> str:
    """Give a stroke at the height of the dots."""
    height = sum(rows) / len(rows)
    return "'" if height < 1 else "." if height >= DOTS_HIGH - 1 else middle
