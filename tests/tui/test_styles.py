"""Every style belongs to a widget that is there: one that lost its name would be lost without a word."""

import ast
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from textual import command, containers, screen, scroll_view, widgets

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "ryggkompis" / "tui"
MODULES = sorted(PACKAGE.rglob("*.py"))
TREES = {file: ast.parse(file.read_text(encoding="utf-8")) for file in MODULES}
OURS = {node.name for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
TEXTUALS = {name for module in (command, containers, screen, scroll_view) for name in dir(module)} | {
    *vars(widgets)["__all__"],
    "Toast",
}


def sheets() -> dict[str, str]:
    """The text of each style sheet, and of the one in each widget's class."""
    found = {file.name: file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.tcss")}
    for _finder, name, _is_package in iter_modules([str(PACKAGE / "widgets")]):
        for held in vars(import_module(f"ryggkompis.tui.widgets.{name}")).values():
            if (
                isinstance(held, type)
                and "DEFAULT_CSS" in vars(held)
                and held.__module__.startswith("ryggkompis")
            ):
                found[held.__name__] = str(vars(held)["DEFAULT_CSS"])
    return found


SHEETS = sheets()


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_style_names_a_widget_that_is_there(sheet: str) -> None:
    selectors = " ".join(re.findall(r"([^{};]+)\{", re.sub(r"/\*.*?\*/", "", SHEETS[sheet], flags=re.DOTALL)))
    named = set(re.findall(r"(?<![\w$#.:-])[A-Z]\w+", selectors))
    assert named - OURS - TEXTUALS == set()


def test_a_widget_styles_itself() -> None:
    assert len(SHEETS) > 20
    assert [name for name, css in SHEETS.items() if not name.endswith(".tcss") and name not in css] == []
