"""No message hides where the extraction cannot see it."""

import ast
from pathlib import Path

import ryggkompis

SOURCE = Path(ryggkompis.__file__).parent
MARKS = {"_", "ngettext", "N_"}


def hidden(path: Path) -> list[str]:
    """Messages that are literals inside an f-string."""
    strings = [
        n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.JoinedStr)
    ]
    calls = [c for string in strings for c in ast.walk(string) if isinstance(c, ast.Call)]
    return [
        f"{path.name}:{call.lineno}"
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in MARKS
        and any(isinstance(a, ast.Constant) for a in call.args)
    ]


def test_no_message_stands_inside_an_f_string() -> None:
    assert [place for path in SOURCE.rglob("*.py") for place in hidden(path)] == []
