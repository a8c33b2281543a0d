"""Write the man pages in both languages from what the commands declare (make man)."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from ryggkompis import __version__
from ryggkompis.cli.helping import spelled, usage
from ryggkompis.cli.options.declared import Option
from ryggkompis.cli.parser import PROGRAM, Example, Parser
from ryggkompis.cli.plain import plain
from ryggkompis.cli.registry import GROUPS, NORWEGIAN, whole_program
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import _, speaking
from ryggkompis.words.about import about_the_program
from tools.man_words import ALSO_CALLED, DESCRIPTION, ENVIRONMENT, EXIT, FILES, HEADS, NAME, SEE

_WIDEST: Final = 78
_SPELLED: Final = 8
"""Bytes of a letter beyond ASCII, as roff spells it."""
DATED: Final = date(2026, 11, 29)
"""The day of this version."""
ROOT: Final = Path(__file__).resolve().parents[1] / "docs" / "man"
PAGES: Final[dict[Language, Path]] = {"en": ROOT / "ryggkompis.1", "nb": ROOT / "nb" / "ryggkompis.1"}


def escaped(text: str) -> str:
    """Write text as roff has it."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return "\\&" + text if text[:1] in {".", "'"} else text


def lines_of(text: str) -> Iterator[str]:
    """Write text as lines that are short also where a letter is spelled out, as å is as [u00E5]."""
    line, room = "", 0
    for word in escaped(text).split(" "):
        needs = sum(1 if char.isascii() else _SPELLED for char in word) + 1
        if line and needs > room:
            yield line
            line, room = "", 0
        # A line of text never begins as a request does.
        line = f"{line} {word}" if line else word if word[:1] not in {".", "'"} else "\\&" + word
        room = (room or _WIDEST) - needs
    yield line


def bold(text: str) -> str:
    """Write text as it is typed."""
    return f"\\fB{escaped(text)}\\fR"


def tagged(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Write names with what they mean below them."""
    for name, says in rows:
        yield from (".TP", bold(name), *lines_of(says))


def options(parser: Parser) -> Iterator[str]:
    """Write what a command takes beside what every command does."""
    own = [one for one in parser.options if not one.is_general]
    yield from tagged([(spelled(one), one.says) for one in own])


def examples(shown: Sequence[Example]) -> Iterator[str]:
    """Write command lines with what they do."""
    yield from tagged([(one.typed, one.says) for one in shown])


def general(parser: Parser) -> Sequence[Option]:
    """Give what every command takes."""
    return [one for one in parser.options if one.is_general]


def page(language: Language) -> str:
    """Write the whole page in one language."""
    with speaking(language):
        return "\n".join(_page(language)) + "\n"


def _page(language: Language) -> Iterator[str]:
    head, whole = HEADS[language], whole_program()
    yield f'.TH RYGGKOMPIS 1 {DATED} "Ryggkompis {__version__}" "{head["manual"]}"'
    yield from (f".SH {head['name']}", *lines_of(f"{PROGRAM} - {NAME[language]}"))
    typed = f"[\\fI{head['command']}\\fR] [\\fI{head['its_options']}\\fR]"
    yield from (f".SH {head['synopsis']}", f"{bold(PROGRAM)} {typed}")
    yield from (f".SH {head['description']}", *lines_of(DESCRIPTION[language]))
    for paragraph in plain(about_the_program()):
        yield from (".PP", *lines_of(paragraph))
    yield from (f".SH {head['examples']}", *examples(whole.examples))
    yield from (f".SH {head['options']}", *tagged([(spelled(one), one.says) for one in general(whole)]))
    yield from options(whole)
    for group, commands in GROUPS:
        yield f".SH {escaped(_(group).upper())}"
        for command in commands:
            parser, _run = command.load()
            yield from (f".SS {command.name}", *lines_of(_(command.does)))
            if also := NORWEGIAN.get(command.name):
                yield from lines_of(f"{ALSO_CALLED[language]}: {', '.join(also)}.")
            yield from (".PP", bold(usage(parser)))
            yield from options(parser)
            yield from (".PP", f"{head['for_example']}:", *examples(parser.examples))
    yield from (f".SH {head['files']}", *tagged(FILES[language]))
    yield from (f".SH {head['environment']}", *tagged(ENVIRONMENT[language]))
    yield from (f".SH {head['exit']}", *tagged(EXIT[language]))
    yield from (f".SH {head['see']}", *lines_of(SEE[language]))


def main() -> None:
    """Write both."""
    os.environ.pop("COLUMNS", None)
    for language, out in PAGES.items():
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page(language), encoding="utf-8")


if __name__ == "__main__":
    main()
