"""Write docs/commands.md from what the commands declare (make commands)."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from ryggkompis.cli.helping import spelled
from ryggkompis.cli.options.declared import Option
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.registry import ABOUT, COMMANDS, GROUPS, NORWEGIAN, whole_program
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import _, speaking

OUT: Final = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
HEAD: Final = """# Commands · Kommandoer

Made by `make commands` from what the commands declare; do not edit.

A command is called by either name, `ryggkompis walk 10` or `ryggkompis gåtur 10`, and a value may be said
in either language: `--site thigh` or `--site låret`, `--date yesterday` or `--date i går`.
`ryggkompis help walk` says the same in the terminal.

En kommando kan kalles ved begge navn, `ryggkompis walk 10` eller `ryggkompis gåtur 10`, og en verdi kan sies
på begge språk: `--site thigh` eller `--site låret`, `--date yesterday` eller `--date i går`.
`ryggkompis help walk` sier det samme i terminalen.
"""
_FEW: Final = 10
"""More values than these are listed by `learn`, `exercises` and the safety list."""
_COLUMNS: Final = "| | Bokmål | English |\n|---|---|---|"


def in_both(said: str) -> str:
    """Say a message in both languages."""
    return " · ".join(_in(said))


def _in(said: str) -> Sequence[str]:
    found = []
    for language in ("nb", "en"):
        with speaking(language):
            found.append(_(said))
    return found


def row(nb: Option, en: Option) -> str:
    """Write one option as a line of the table."""
    says = [cell(one.says) + values(one, language) for one, language in _pairs(nb, en)]
    return f"| {code(spelled(en))} | {says[0]} | {says[1]} |"


def _pairs(nb: Option, en: Option) -> tuple[tuple[Option, Language], tuple[Option, Language]]:
    return (nb, "nb"), (en, "en")


def values(option: Option, language: Language) -> str:
    """Say what each value means, where it is not a whole catalogue of them."""
    with speaking(language):
        offers = [*option.kind.offers()] if option.kind and option.kind.offers else []
    if len(offers) > _FEW or not any(one.says for one in offers):
        return ""
    return ": " + "; ".join(f"`{one.value}` {cell(one.says)}".rstrip() for one in offers)


def code(text: str) -> str:
    """Write what is typed into a cell."""
    return f"`{cell(text)}`"


def cell(text: str) -> str:
    """Keep the bars of a text from ending its cell."""
    return text.replace("|", "\\|")


def table(nb: Parser, en: Parser, *, is_general: bool) -> Iterator[str]:
    """Write what both say of a command's options."""
    pairs = [pair for pair in zip(nb.options, en.options, strict=True) if pair[0].is_general is is_general]
    if pairs:
        yield from ("", _COLUMNS)
        yield from (row(*pair) for pair in pairs)


def shown(nb: Parser, en: Parser) -> Iterator[str]:
    """Write the examples of a command, each with what it does."""
    yield from ("", "```sh")
    for ours, theirs in zip(nb.examples, en.examples, strict=True):
        yield f"{theirs.typed}   # {ours.says} · {theirs.says}"
    yield "```"


def loaded(name: str) -> tuple[Parser, Parser]:
    """Give what a command declares, in both languages."""
    found = []
    for language in ("nb", "en"):
        with speaking(language):
            found.append(COMMANDS[name].load()[0] if name else whole_program())
    return found[0], found[1]


def page() -> str:
    """Write the whole page."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield HEAD
    yield f"## {in_both('With every command')}"
    both = loaded("")
    yield from table(*both, is_general=True)
    yield from ("", "## ryggkompis")
    yield from shown(*both)
    yield from table(*both, is_general=False)
    for group, commands in GROUPS:
        yield from ("", f"## {in_both(group)}")
        for command in commands:
            also = NORWEGIAN.get(command.name, ())
            yield from ("", f"### {' · '.join((command.name, *also))}", "", in_both(command.does))
            both = loaded(command.name)
            yield from shown(*both)
            yield from table(*both, is_general=False)
    yield from ("", f"## {in_both('About the program')}", "")
    yield from (f"- `{name}`: {in_both(does)}" for name, does in ABOUT.items())


def main() -> None:
    """Write it."""
    OUT.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
