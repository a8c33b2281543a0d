"""Quotes are those of the language: none is put around words outside a message."""

import ast
from pathlib import Path

import ryggkompis

SOURCE = Path(ryggkompis.__file__).parent


def test_no_text_is_quoted_outside_a_message() -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{part.lineno}"
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for part in node.values
        if isinstance(part, ast.Constant) and set(str(part.value)) & set("“”«»")
    ]
    assert found == []
