"""Hold what a reader needs held: ``make check`` fails on what a promise alone would let through.

A file or function too long to read at once, a public name that nothing uses, a module that nobody imports or
that only passes on what another has, a name taken from behind another module's back, a folder too full to
find anything in. Line and place are told, one fault a line.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from textual.app import App
from textual.command import Provider
from textual.message import Message
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = Path("src", "ryggkompis")
LONGEST_FILE: Final = 250
LONGEST_TEST_FILE: Final = 400
"""Tests are looked up one at a time, by a name that is a sentence; nobody reads them from top to bottom."""
TABLES: Final = frozenset(
    f"tests/domain/test_edges{of}.py" for of in ("", "_of_facts", "_of_plans", "_of_rules")
)
"""Files that are one table, in which a line is looked up and nothing is read from top to bottom."""
BORROWED: Final = frozenset({("src/ryggkompis/tui/ink.py", "_wrap")})
"""Private names of a library that nothing else can do without; a test notices when one of them changes."""
LONGEST_FUNCTION: Final = 40
MOST_MODULES: Final = 25
ROOMY: Final = frozenset({"cli/commands"})
"""Folders that are lists by nature: one module for each command, named as the command."""
ENTRANCES: Final = frozenset({"__init__", "__main__"})
"""Modules that Python itself opens."""
CALLED_BY_NAME: Final = ("action_", "on_", "validate_", "watch_")
"""How the methods begin that Textual finds by their names."""
TEXTUALS: Final = frozenset(
    name for kind in (App, ModalScreen, Message, Provider, ScrollView) for name in dir(kind)
)
"""What a class of the window may give because Textual asks for it."""
_BRACES: Final = re.compile(r"\{(\w+)\}")
Function = ast.FunctionDef | ast.AsyncFunctionDef


class Source(NamedTuple):
    """One file that was read."""

    path: Path
    """From the root of the project."""
    lines: int
    tree: ast.Module

    @property
    def module(self) -> str:
        """Its name as it is imported."""
        parts = self.path.relative_to("src").with_suffix("").parts if self.path.parts[0] == "src" else ()
        return ".".join(parts[:-1] if parts and parts[-1] == "__init__" else parts)


def faults(root: Path = ROOT) -> list[str]:
    """Give every fault of the project at ``root``, each with its place."""
    ours = [*_read(root, PACKAGE)]
    tools = [*_read(root, Path("tools")), *_read(root, Path("hatch_build.py"))]
    tests = [*_read(root, Path("tests"))]
    return [
        *_too_long(ours + tools, LONGEST_FILE),
        *_too_long(tests, LONGEST_TEST_FILE),
        *_unused(ours, tools),
        *_imported_by_nobody(ours, tools),
        *_private_taken(ours + tools),
        *_passing_on(ours),
        *_too_full(ours),
    ]


def _read(root: Path, where: Path) -> Iterator[Source]:
    place = root / where
    for file in [place] if place.is_file() else sorted(place.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        yield Source(file.relative_to(root), text.count("\n"), ast.parse(text))


def _too_long(sources: Iterable[Source], longest: int) -> Iterator[str]:
    for source in sources:
        if source.lines > longest and source.path.as_posix() not in TABLES:
            yield f"{source.path}: {source.lines} lines, at most {longest}"
        for node in ast.walk(source.tree):
            if isinstance(node, Function):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    where = f"{source.path}:{node.lineno}"
                    yield f"{where}: {node.name} has {lines} lines, at most {LONGEST_FUNCTION}"


def _unused(ours: Sequence[Source], tools: Sequence[Source]) -> Iterator[str]:
    """Find public names that neither the program nor its tools read; a test alone keeps nothing alive."""
    used = {name for source in (*ours, *tools) for name in _used(source.tree)}
    for source in ours:
        for line, name in _public(source.tree):
            if name not in used:
                yield f"{source.path}:{line}: {name} is used nowhere"


def _public(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Give what a module and its classes define for others, but for what Textual asks a class for."""
    for node in tree.body:
        yield from ((node.lineno, name) for name in _defined(node) if not name.startswith("_"))
    for node in (part for kind in ast.walk(tree) if isinstance(kind, ast.ClassDef) for part in kind.body):
        for name in _defined(node):
            if not name.startswith(("_", *CALLED_BY_NAME)) and name not in TEXTUALS:
                yield node.lineno, name


def _defined(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, Function | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign):
        yield from (target.id for target in node.targets if isinstance(target, ast.Name))
    elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        yield node.target.id


def _used(tree: ast.Module) -> Iterator[str]:
    """Give every name that is read: plainly, of an object, in a pattern, as a string or in the braces of one.

    An argument's name does not count: a field that is filled and never read is as dead as any other.
    """
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name, ctx=ast.Load()):
                yield name
            case ast.MatchClass(kwd_attrs=names):
                yield from names
            case ast.Constant(value=str(text)):
                yield from [text] if text.isidentifier() else _BRACES.findall(text)
            case _:
                pass


def _imported_by_nobody(ours: Sequence[Source], tools: Sequence[Source]) -> Iterator[str]:
    imported = {name for source in (*ours, *tools) for name in _imports(source.tree)}
    for source in ours:
        if source.path.stem not in ENTRANCES and source.module not in imported:
            yield f"{source.path}: nobody imports it"


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _private_taken(sources: Iterable[Source]) -> Iterator[str]:
    """Find private names taken from another module: imported, or reached for behind its name."""
    for source in sources:
        modules: dict[str, str] = {}
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                modules |= {alias.asname or alias.name: alias.name for alias in node.names}
                taken = [
                    alias.name
                    for alias in node.names
                    if _is_private(alias.name) and (source.path.as_posix(), alias.name) not in BORROWED
                ]
                yield from (
                    f"{source.path}:{node.lineno}: {name} is private to {node.module}" for name in taken
                )
        for node in ast.walk(source.tree):
            match node:
                case ast.Attribute(value=ast.Name(id=of), attr=name) if of in modules and _is_private(name):
                    yield f"{source.path}:{node.lineno}: {name} is private to {modules[of]}"
                case _:
                    pass


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("_")


def _passing_on(ours: Iterable[Source]) -> Iterator[str]:
    """Find modules that define nothing of their own."""
    for source in ours:
        imports = [node for node in source.tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        own = [node for node in source.tree.body if node not in imports and not _says_nothing(node)]
        if imports and not own:
            yield f"{source.path}: only passes on what others define"


def _says_nothing(node: ast.stmt) -> bool:
    """Tell whether a statement is a docstring, ``__all__``, or another name for something."""
    if isinstance(node, ast.Assign):
        return isinstance(node.value, ast.Name | ast.Attribute) or "__all__" in _defined(node)
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _too_full(ours: Iterable[Source]) -> Iterator[str]:
    held = Counter(source.path.parent for source in ours if source.path.stem != "__init__")
    for folder, modules in sorted(held.items()):
        if modules > MOST_MODULES and folder.relative_to(PACKAGE).as_posix() not in ROOMY:
            yield f"{folder}: {modules} modules, at most {MOST_MODULES}"


if __name__ == "__main__":
    found = faults()
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(bool(found))
