"""What can be seen in the source alone: no message hides, and no shortened day meets a full stop."""

import ast
from collections.abc import Iterator
from pathlib import Path

import ryggkompis
from ryggkompis.i18n.language import _, speaking

SOURCE = Path(ryggkompis.__file__).parent
MARKS = {"_", "ngettext", "N_"}
SHORTENED = {"short_day", "weekday_day", "month_short", "weekday_short"}


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


def is_shortened(value: ast.AST) -> bool:
    return any(isinstance(n, ast.Attribute) and n.attr in SHORTENED for n in ast.walk(value))


def sentences_with_shortened_days(path: Path) -> Iterator[tuple[str, str]]:
    """Messages filled with a shortened day, straight or by way of a name, and the placeholder it fills."""
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        nodes = list(ast.walk(function))
        names = {
            target.id
            for n in nodes
            if isinstance(n, ast.Assign) and is_shortened(n.value)
            for target in n.targets
            if isinstance(target, ast.Name)
        }
        for call in nodes:
            match call:
                case ast.Call(
                    func=ast.Attribute(
                        value=ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str(message))]),
                        attr="format",
                    ),
                    keywords=fills,
                ):
                    for fill in fills:
                        by_name = isinstance(fill.value, ast.Name) and fill.value.id in names
                        if by_name or is_shortened(fill.value):
                            yield message, f"{{{fill.arg}}}"
                case _:
                    pass


def test_no_shortened_day_stands_before_a_full_stop() -> None:
    """Norwegian shortens months with a full stop of their own: “24. nov..”."""
    found = [pair for path in SOURCE.rglob("*.py") for pair in sentences_with_shortened_days(path)]
    with speaking("nb"):
        doubled = [message for message, fill in found if f"{fill}." in _(message)]
    assert len(found) >= 3
    assert doubled == []
