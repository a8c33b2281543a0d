"""What a declaration of an option is: its names, its words, and what it may be."""

from collections.abc import Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import Any, Final, Literal, NamedTuple

from ryggkompis.domain.base.value import Value

SHORT: Final[Mapping[str, str]] = {
    "--help": "-h",
    "--version": "-V",
    "--lang": "-L",
    "--plain": "-P",
    "--date": "-d",
    "--json": "-j",
    "--yes": "-y",
    "--force": "-f",
    "--why": "-w",
    "--leg": "-l",
    "--back": "-b",
    "--site": "-s",
    "--nothing-new": "-n",
    "--peak": "-p",
    "--minutes": "-m",
    "--response": "-r",
    "--kind": "-k",
    "--question": "-q",
}
"""The short names; a letter means the same in every command."""
NO: Final = "--no-"
PART: Final = "part"
"""Stands for the field of an entry where parts of a report are chosen."""


class Said(SimpleNamespace):
    """What was said on the command line, each by the name its command knows it under."""


class Offer(NamedTuple):
    """One value that can be typed."""

    value: str
    says: str
    """What it stands for; empty where it says so itself."""


class Kind(Value, kw_only=True):
    """What can stand after an option, or for a word by its place."""

    shape: str
    """How it stands in the help: “N”, “none|buttock|…”."""
    read: Callable[[str], Any] = str
    """Understands what was typed, and raises an `ExpectedError` for what it cannot be."""
    offers: Callable[[], Iterable[Offer]] | None = None
    """Every value there is, where they can be listed; they are only looked up when a shell asks."""
    is_list: bool = False
    """Several, with commas between."""
    path: Literal["", "file", "folder"] = ""
    day: Literal["", "behind", "ahead"] = ""
    """A day, and where it lies when only a weekday is said; one day may be several words."""


class Option(Value, kw_only=True):
    """One option, or one word that is known by its place."""

    names: tuple[str, ...]
    """As they are typed, the full one first; a word by its place has one without dashes."""
    says: str
    """What it means, in the language that is spoken."""
    dest: str
    """Under which name its command finds it."""
    kind: Kind | None = None
    """What stands after it; None for a switch."""
    default: Any = None
    least: int = 0
    """Whether it must be there: 1 for what the command cannot do without."""
    most: int | None = 1
    """How often it may be there; None for any number, which are then a list."""
    is_general: bool = False
    """Every command takes it; the last one counts, so that an alias can be overruled."""

    @property
    def is_word(self) -> bool:
        """Known by its place alone."""
        return not self.names[0].startswith("-")

    @property
    def is_many(self) -> bool:
        """Said several times, it makes a list."""
        return self.most is None

    @property
    def shape(self) -> str:
        """How its value stands in the help; empty for a switch."""
        return self.kind.shape if self.kind else ""

    @property
    def typed(self) -> str:
        """How it is typed where it is asked for: its place's shape, or its full name."""
        return self.shape if self.is_word else self.names[0]
