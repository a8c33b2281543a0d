"""How the window inks the roles of words, and where it names the key that helps."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from rich import _wrap
from textual.content import Content

from ryggkompis.tui.hints import HINTS
from ryggkompis.tui.labels import KEY, pressable
from ryggkompis.tui.themes import MUTED
from ryggkompis.words.lines import Line, Role

# Rich, and Textual with it, breaks a line at a no-break space; a telephone number must stay whole.
_wrap.re_word = re.compile(r"[^\S\xa0]*[\S\xa0]+[^\S\xa0]*")

STYLES: Final[Mapping[Role, str]] = {
    "alarm": "bold $text-error",
    "number": "bold reverse $text-error",
    "call": "bold",
    "strong": "bold",
    "say": "$secondary",
    "warm": "bold $warning",
    "heading": "bold $secondary",
    "advice": "",
    "calm": "",
    "reason": "",
    "ground": MUTED,
    "met": "",
    "open": "",
    "item": "",
    "problem": "",
    "plain": "",
    "muted": MUTED,
}
_SIGNS: Final[Mapping[Role, tuple[str, str]]] = {
    "advice": ("◆ ", "bold $secondary"),
    "calm": ("◇ ", "bold $primary"),
    "met": ("● ", "$success"),
    "open": ("○ ", MUTED),
    "item": ("– ", MUTED),
    "problem": ("! ", "bold $warning"),
}
"""What stands before a line of a role, and its style."""
_MARKED: Final[frozenset[Role]] = frozenset({"reason", "ground"})
"""Roles whose mark is shown."""
_SPACE: Final = "\N{NO-BREAK SPACE}"


def inked(said: Iterable[Line]) -> Content:
    """Put words below each other, each in the ink of its role."""
    return Content("\n").join(ink(line) for line in said)


def spaced(said: Iterable[Line]) -> Content:
    """Put words below each other with room around headings and reasons, as they are read in full."""
    return inked(_with_room(said))


def _with_room(said: Iterable[Line]) -> Iterator[Line]:
    was: Role | None = None
    for line in said:
        if was is not None and (line.role == "heading" or was == "reason"):
            yield Line("")
        yield line
        was = line.role


def ink(line: Line) -> Content:
    """Write one line, with the key that helps."""
    text = f" {line.text} " if line.role == "number" else line.text
    style = STYLES[line.role]
    parts: list[str | tuple[str, str]] = [(text, style) if style else text]
    if line.more:
        parts += ["  " if line.text else "", line.more]
    said = Content.assemble(*_before(line), *parts, *_after(line))
    return pressable(said, HINTS[line.act].id) if line.act and HINTS[line.act].id else said


def _before(line: Line) -> Iterator[str | tuple[str, str]]:
    hint = HINTS[line.act] if line.act else None
    if line.role in _MARKED:
        yield (f"{line.mark}  ", KEY)
    elif hint is not None and hint.key and not hint.is_after:
        yield (f"{hint.key}  ", KEY)
    elif line.role in _SIGNS:
        yield _SIGNS[line.role]


def _after(line: Line) -> Iterator[str | tuple[str, str]]:
    hint = HINTS[line.act] if line.act else None
    if hint is None or (hint.key and not hint.is_after):
        return
    if line.text:
        # Words go on from a sentence; a key alone would read as its last word.
        goes_on = hint.said and (line.more or line.text).endswith((".", "?", ":"))
        yield " " if goes_on else " · "
    if hint.key:
        yield (hint.key, KEY)
        yield _SPACE if hint.said else ""
    yield hint.said


def lines(*parts: Content | str) -> Content:
    """Put parts below each other."""
    return Content("\n").join(part if isinstance(part, Content) else Content(part) for part in parts)
