"""Every word has its bokmål; after a change in the words: make messages, then translate what is new."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message

SOURCE = Path(__file__).resolve().parents[2] / "src" / "ryggkompis"
MEND = "run: make messages, and translate what is new in ryggkompis.po"


@pytest.fixture(scope="module")
def known(tool: dict[str, Any]) -> Catalog:
    catalogue: Catalog = tool["read"]()
    return catalogue


@pytest.fixture(scope="module")
def found(tool: dict[str, Any]) -> Catalog:
    catalogue: Catalog = tool["extract"]()
    return catalogue


def messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def forms(texts: object) -> list[str]:
    """List the singular and plurals of a message or of its translation."""
    return [texts] if isinstance(texts, str) else list(texts) if isinstance(texts, list | tuple) else []


def placeholders(text: str) -> set[tuple[str, str, str]]:
    return {
        (name, spec or "", turn or "")
        for _text, name, spec, turn in Formatter().parse(text)
        if name is not None
    }


def test_every_message_of_the_program_is_in_the_catalogue(known: Catalog, found: Catalog) -> None:
    missing = [message.id for message in messages(found) if message.id not in known]
    assert not missing, MEND


def test_no_message_of_the_catalogue_is_unused(known: Catalog, found: Catalog) -> None:
    unused = [message.id for message in messages(known) if message.id not in found]
    assert not unused + list(known.obsolete), MEND


def test_every_message_has_all_its_forms_in_bokmaal(known: Catalog) -> None:
    lacking = [
        message.id
        for message in messages(known)
        if message.fuzzy
        or len(forms(message.string)) != len(forms(message.id))
        or not all(forms(message.string))
    ]
    assert not lacking, MEND


def test_a_message_and_its_bokmaal_have_the_same_placeholders(known: Catalog) -> None:
    """The singular may leave the number out, in either language."""
    different = []
    for message in messages(known):
        ours = [placeholders(text) for text in forms(message.id)]
        theirs = [placeholders(text) for text in forms(message.string)]
        if theirs[-1] != ours[-1] or theirs[0] not in ours:
            different.append(message.id)
    assert not different


def test_every_placeholder_has_a_name(known: Catalog) -> None:
    """A translator must be able to move them, and to know what they stand for."""
    nameless = [
        text
        for message in messages(known)
        for text in forms(message.id)
        if any(not name.isidentifier() for name, _spec, _turn in placeholders(text))
    ]
    assert not nameless


def test_a_message_and_its_bokmaal_begin_and_end_with_the_same_blanks(known: Catalog) -> None:
    """Texts that are put together must not run together in one language."""

    def edges(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    different = [
        message.id
        for message in messages(known)
        if {edges(text) for text in forms(message.id)} != {edges(text) for text in forms(message.string)}
    ]
    assert not different


def test_the_bokmaal_file_is_as_make_messages_writes_it(tool: dict[str, Any]) -> None:
    """Otherwise the next one who runs it gets another's changes into theirs."""
    assert (tool["ROOT"] / tool["PO"]).read_text("utf-8") == tool["updated"](
        tool["read"](), tool["extract"]()
    ), MEND


def test_the_compiled_catalogue_is_that_of_the_bokmaal_file(tool: dict[str, Any]) -> None:
    """It is made when the program is installed; an old one would show yesterday's words."""
    on_disk = (tool["ROOT"] / tool["PO"]).with_suffix(".mo")
    assert on_disk.exists(), "run: make messages"
    assert on_disk.read_bytes() == tool["compiled"](tool["read"]()), "run: make messages"


def test_every_sentence_of_an_error_is_marked_for_translation() -> None:
    unmarked = [
        f"{path.relative_to(SOURCE)}: {ast.unparse(statement)}"
        for path in sorted(SOURCE.rglob("*.py"))
        for statement in ast.walk(ast.parse(path.read_text("utf-8")))
        if _assigned_to(statement, "says") and not _is_marked(statement)
    ]
    assert not unmarked, 'write: says = N_("…")'


def _assigned_to(statement: ast.AST, name: str) -> bool:
    match statement:
        case (
            ast.Assign(targets=[ast.Name(id=target)])
            | ast.AnnAssign(target=ast.Name(id=target), value=ast.expr())
        ):
            return target == name
        case _:
            return False


def _is_marked(statement: ast.AST) -> bool:
    match statement:
        case (
            ast.Assign(value=ast.Call(func=ast.Name(id="N_")))
            | ast.AnnAssign(value=ast.Call(func=ast.Name(id="N_")))
        ):
            return True
        case _:
            return False
