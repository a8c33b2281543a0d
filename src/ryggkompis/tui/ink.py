"""How the window inks the roles of words."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from rich import _wrap
from textual.content import Content

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _
from ryggkompis.tui.themes import MUTED
from ryggkompis.words.urgent import Hints, Line, Role

# Rich, and Textual with it, breaks a line at a no-break space; a telephone number must stay whole.
_wrap.re_word = re.compile(r"[^\S\xa0]*[\S\xa0]+[^\S\xa0]*")

SIGN: Final = "▲"
STYLES: Final[Mapping[Role, str]] = {
    "alarm": "bold $text-error",
    "number": "bold reverse $text-error",
    "call": "bold",
    "strong": "bold",
    "say": "$secondary",
    "warm": "bold $warning",
    "plain": "",
    "muted": MUTED,
}
_FINISH: Final = N_("Press i and answer the whole list now.")
_CLEAR: Final = N_("When a doctor has looked at it and you may go on, press c.")


def hints() -> Hints:
    """Name the keys of the window."""
    return Hints(_(_FINISH), _(_CLEAR))


def inked(said: Iterable[Line]) -> Content:
    """Put words below each other, each in the ink of its role."""
    return Content("\n").join(_one(line) for line in said)


def _one(line: Line) -> Content:
    text = f" {line.text} " if line.role == "number" else line.text
    return Content.assemble((text, STYLES[line.role]) if STYLES[line.role] else text)


def lines(*parts: Content | str) -> Content:
    """Put parts below each other."""
    return Content("\n").join(part if isinstance(part, Content) else Content(part) for part in parts)
