"""What is changed: each number of a file by one step, and each comparison into its neighbour."""

import ast
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
DOMAIN: Final = Path("src/ryggkompis/domain")
CHANGED: Final = (
    "plan", "base/thresholds.py", "base/averages.py", "catalogue/tolerance.py", "journal/operation.py",
    "journal/episodes.py", "journal/hidden.py", "today/doubt.py",
)  # fmt: skip
"""The rooms and files of the domain that decide a plan."""
OTHER: Final[dict[type[ast.cmpop], tuple[str, str]]] = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"), ast.NotIn: ("not in", "in"),
}  # fmt: skip
STEP: Final = 0.05
"""By how much a share is changed."""


class Mutant(NamedTuple):
    """One change of one file."""

    file: str
    """Within the domain."""
    line: int
    name: str
    """File, function and what becomes of the line: it stays when lines move."""
    source: bytes
    """The file, changed."""


class _Change(NamedTuple):
    """The bytes from ``start`` to ``end`` become ``text``."""

    start: int
    end: int
    text: str


def all_mutants() -> list[Mutant]:
    """List every change of every file that decides a plan."""
    domain = ROOT / DOMAIN
    found = [path for name in CHANGED for path in sorted(_files(domain / name))]
    each = (mutants_of(path.relative_to(domain).as_posix(), path.read_bytes()) for path in found)
    return [mutant for mutants in each for mutant in mutants]


def _files(path: Path) -> Iterator[Path]:
    return path.rglob("*.py") if path.is_dir() else iter((path,))


def mutants_of(file: str, source: bytes) -> Iterator[Mutant]:
    """List every change of one file, in the order of the file."""
    lines = source.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, lines))]
    tree, names = ast.parse(source), Counter[str]()
    parts = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    for change in sorted(_changes(tree, source, starts)):
        line = bisect_right(starts, change.start)
        before, first = lines[line - 1], starts[line - 1]
        after = before[: change.start - first] + change.text.encode() + before[change.end - first :]
        what = f"{before.decode().strip()} -> {after.decode().strip()}"
        name = " ".join(filter(None, (file, _part(parts, line), what)))
        names[name] += 1
        again = f" ({names[name]})" if names[name] > 1 else ""
        changed = source[: change.start] + change.text.encode() + source[change.end :]
        yield Mutant(file, line, name + again, changed)


def _part(parts: list[ast.FunctionDef | ast.ClassDef], line: int) -> str:
    """Name the function or class that a line is in, the innermost one."""
    around = [node for node in parts if node.lineno <= line <= (node.end_lineno or line)]
    return f"{around[-1].name}:" if around else ""


def _changes(tree: ast.Module, source: bytes, starts: list[int]) -> Iterator[_Change]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
            yield from _of_number(node, starts)
        elif isinstance(node, ast.Compare):
            yield from _of_comparison(node, source, starts)


def _of_number(node: ast.Constant, starts: list[int]) -> Iterator[_Change]:
    start, end = starts[node.lineno - 1] + node.col_offset, _end(node, starts)
    value = node.value
    assert isinstance(value, int | float)
    step = 1 if isinstance(value, int) else STEP
    for other in (value - step, value + step):
        yield _Change(start, end, f"{other:.12g}")


def _of_comparison(node: ast.Compare, source: bytes, starts: list[int]) -> Iterator[_Change]:
    sides = pairwise((node.left, *node.comparators))
    for (left, right), op in zip(sides, node.ops, strict=True):
        before, after = OTHER[type(op)]
        at = source.index(before.encode(), _end(left, starts), starts[right.lineno - 1] + right.col_offset)
        yield _Change(at, at + len(before), after)


def _end(node: ast.expr, starts: list[int]) -> int:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return starts[node.end_lineno - 1] + node.end_col_offset


def excused() -> dict[str, str]:
    """Read which changes nobody can notice, each with the reason why."""
    found, reason = {}, ""
    for line in Path(__file__).with_name("excused.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            found[line.strip()] = reason
        else:
            reason = line
    return found
