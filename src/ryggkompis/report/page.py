"""The page as a reader meets it: sections of a few kinds of blocks, in words, before any format.

Every text here is one line that steers nothing; how it is written down is the format's business.
"""

from collections.abc import Iterable, Sequence
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import ngettext

UNKNOWN: Final = "–"
"""What stands where nothing is known."""
_CUT: Final = " …"


class Paragraph(Value):
    """A few sentences."""

    text: str
    is_strong: bool = False
    """It must not be overlooked."""


class ListItem(Value):
    """One line of a list."""

    text: str
    lead: str = ""
    """Stands before it and stands out."""


class Items(Value):
    """A list."""

    items: tuple[ListItem, ...]


class Table(Value):
    """Rows under a heading; every row has as many cells as ``head``, and the first cell names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: tuple[int, ...] = (0,)
    """The columns that hold words; the others are figures, which stand one under another."""
    is_narrow: bool = False
    """It is only as wide as what it holds, so that the eye finds the figure that belongs to a day."""


class Drawing(Value):
    """A picture as SVG, and what it shows for those who do not see it."""

    svg: str
    title: str
    description: str
    is_narrow: bool = False
    """It needs no more than half the width of a sheet, or the width of a phone."""
    on_phone: str = ""
    """The same as SVG with fewer cells, where it would be too wide for a phone to be read."""
    is_told: bool = False
    """Words beside it say the same, so that a page without pictures leaves it out."""


Letters: TypeAlias = Literal["sheet", "wall", "large"]
"""As small as one sheet needs, as in a book on as many sheets as it takes, or to be read from the floor."""
Block: TypeAlias = Paragraph | Items | Table | Drawing


class Section(Value):
    """Blocks under a heading."""

    title: str
    blocks: tuple[Block, ...]
    is_wide: bool = False
    """It takes the whole width where there are columns."""
    is_urgent: bool = False
    """It is read before everything else."""


class Page(Value):
    """What one reads in a minute, and in the appendix what did not fit."""

    language: Language
    title: str
    sections: tuple[Section, ...]
    appendix: tuple[Section, ...]
    """The sections that were cut, in full, or what is not needed at a glance."""
    footer: tuple[str, ...]
    letters: Letters = "sheet"
    rest: str = ""
    """The heading of the appendix."""
    about: str = ""
    """What it is and what about, under the title."""
    blanks: tuple[tuple[str, ...], ...] = ()
    """What is filled in by hand, line by line; a message says itself who sends it."""


class Room(Value):
    """How much of a long list, and of a long text, a reader is shown."""

    items: int
    letters: int
    has_bodies: bool = True
    """Also for a drawing of what words beside it say."""

    def text(self, text: str) -> str:
        """Give ``text`` on one line, cut where there is no more room."""
        return _cut(one_line(text), self.letters)

    def long(self, text: str) -> str:
        """Give a ``text`` that says several things, with twice the room."""
        return _cut(text, 2 * self.letters)

    def listing(self, items: Sequence[ListItem]) -> Iterable[Items]:
        """Give the newest of ``items``, which are in order, and say how many came before; none for none."""
        if not items:
            return
        kept = list(items[-self.items :])
        more = len(items) - len(kept)
        if more:
            kept.insert(0, ListItem(ngettext("{n} earlier one", "{n} earlier ones", more).format(n=more)))
        yield Items(tuple(kept))


WHOLE: Final = Room(1_000_000, 1_000_000)
"""Everything."""


def _cut(line: str, letters: int) -> str:
    return line if len(line) <= letters else line[: letters - len(_CUT)].rstrip() + _CUT


def one_line(text: str) -> str:
    """Give ``text`` on one line, with what could steer a reader's screen made visible."""
    return " / ".join(" ".join(line.split()) for line in shown(text).splitlines() if line.strip())
