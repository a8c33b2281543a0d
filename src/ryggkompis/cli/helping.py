"""The help of a command: how it is typed first, then what it takes."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from ryggkompis.cli.output import columns, wrapped
from ryggkompis.i18n.language import _

if TYPE_CHECKING:
    from ryggkompis.cli.options.declared import Option
    from ryggkompis.cli.parser import Parser

DEFAULT_WIDTH: Final = 80
"""Columns where no terminal says how many."""
_NAMES: Final = 24
"""Columns that options may take, before what they mean."""
_TWO_NAMES: Final = 28
"""The same for commands, which have a name in either language."""
_BELOW: Final = 6
"""Columns before what something means that stands below it."""


def help_of(parser: "Parser") -> Iterator[str]:
    """Give the help line by line, as wide as the terminal."""
    width = (columns() or DEFAULT_WIDTH) - 2
    yield from wrapped(parser.description, width)
    if parser.examples:
        yield ""
        yield _("Examples") + ":"
        yield from _in_columns([(one.typed, one.says) for one in parser.examples], width, width // 2)
    yield ""
    yield from wrapped(_("Usage") + ": " + usage(parser), width)
    for title, options in _parts(parser):
        if options:
            yield ""
            yield f"{title}:"
            yield from _in_columns([(spelled(one), one.says) for one in options], width, _NAMES)
    for title, rows in parser.lists():
        yield ""
        yield f"{title}:"
        yield from _in_columns(rows, width, _TWO_NAMES)
    for paragraph in parser.epilog().split("\n\n"):
        yield ""
        yield from wrapped(paragraph, width)


def usage(parser: "Parser") -> str:
    """Say in one line how it is typed: what it needs by name, the rest as options."""
    parts = [parser.program]
    for one in parser.options:
        if one.is_word:
            shape = f"{one.shape} …" if one.is_many else one.shape
            parts.append(shape if one.least else f"[{shape}]")
        elif one.least:
            parts.append(spelled(one, short=False))
    options = _("options")
    return " ".join([*parts, f"[{options}]"])


def spelled(option: "Option", *, short: bool = True) -> str:
    """Write an option with its names and its value: “-l, --leg N”."""
    if option.is_word:
        return option.shape
    full, *others = option.names
    brief = [name for name in others if not name.startswith("--")] if short else []
    no = [name for name in others if name.startswith("--")]
    names = ", ".join((*brief, full, *no))
    return f"{names} {option.shape}" if option.shape else names


def _parts(parser: "Parser") -> Sequence[tuple[str, Sequence["Option"]]]:
    words = [one for one in parser.options if one.is_word]
    own = [one for one in parser.options if not one.is_word and not one.is_general]
    general = [one for one in parser.options if one.is_general]
    return (_("In this order"), words), (_("Options"), own), (_("With every command"), general)


def _in_columns(rows: Sequence[tuple[str, str]], width: int, most: int) -> Iterator[str]:
    """Write names and what they mean side by side; a name longer than ``most`` has it below."""
    most = min(most, width // 2)
    widest = max((len(name) + 4 for name, _says in rows if len(name) + 4 <= most), default=_BELOW)
    for name, says in rows:
        fits = len(name) + 4 <= widest
        indent = widest if fits else _BELOW
        first, *more = wrapped(says, width - indent) or [""]
        yield from [f"  {name}".ljust(indent) + first] if fits else [f"  {name}", " " * indent + first]
        yield from (" " * indent + line for line in more)
