"""Change each number and each comparison of the plan by one, and see whether the tables of tests notice.

``make mutants`` runs the edges, the golden cases and the rules' own tests against every change, in copies of
the tree, on all processors. What survives is printed, and is the exit status, unless it is excused by name.
"""

import argparse
import ast
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLAN = Path("src/ryggkompis/domain/plan")
COPIED = ("src", "tests", "data", "tools", "pyproject.toml")
TESTS = (
    "test_edges.py", "test_golden.py", "test_rules.py", "test_programme.py", "test_advice.py",
    "test_tapering.py",
)  # fmt: skip
"""Of ``tests/domain``, the quickest to notice first; those that exist are run."""
LONGEST = 120
"""Seconds of a processor after which a run is taken for an endless loop, which is noticed too."""
OTHER: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"), ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}  # fmt: skip
STEP = 0.05
"""By how much a share is changed."""

EXCUSED: dict[str, str] = {}
"""Mutant, by its name as printed, to the reason why no test can or need notice it."""


@dataclass(frozen=True)
class Mutant:
    """One change of one file."""

    file: str
    start: int
    end: int
    text: str
    name: str


def mutants_of(path: Path) -> Iterator[Mutant]:
    """List every change of one file, in the order of the file."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode()))
    raw = source.encode()

    def changed(line: int, start: int, end: int, text: str) -> Mutant:
        whole = lines[line - 1].encode()
        first = starts[line - 1]
        after = whole[: start - first] + text.encode() + whole[end - first :]
        name = f"{path.name}:{line} {whole.decode().strip()} -> {after.decode().strip()}"
        return Mutant(path.name, start, end, text, name)

    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
            start, end = (
                starts[node.lineno - 1] + node.col_offset,
                starts[node.lineno - 1] + (node.end_col_offset or 0),
            )
            step = 1 if isinstance(node.value, int) else STEP
            for value in (node.value - step, node.value + step):  # type: ignore[operator]
                yield changed(node.lineno, start, end, f"{value:.12g}")
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            for left, op, right in zip(sides, node.ops, sides[1:], strict=False):
                before, after = OTHER[type(op)]
                start = starts[(left.end_lineno or 1) - 1] + (left.end_col_offset or 0)
                end = starts[right.lineno - 1] + right.col_offset
                at = raw.index(before.encode(), start, end)
                line = source.encode()[:at].count(b"\n") + 1
                yield changed(line, at, at + len(before), after)


def all_mutants() -> list[Mutant]:
    """List every change of every file of the plan."""
    return [mutant for path in sorted((ROOT / PLAN).glob("*.py")) for mutant in mutants_of(path)]


def copied() -> Path:
    """Copy what the tests need, for one processor."""
    place = Path(tempfile.mkdtemp(prefix="mutants-"))
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, place / name)
    return place


_place: Path | None = None


def get_ready() -> None:
    """Give this process a copy of its own, and import once what no mutant can change."""
    global _place  # noqa: PLW0603 - one copy a process
    _place = copied()
    os.chdir(_place)
    sys.path[:0] = [str(_place / "src"), str(_place)]
    import pytest  # noqa: F401, PLC0415

    from ryggkompis.content import loading  # noqa: PLC0415

    loading.load_catalogue()
    assert Path(loading.__file__).is_relative_to(_place)
    assert not any(name.startswith("ryggkompis.domain.plan") for name in sys.modules)


def is_noticed(mutant: Mutant | None) -> bool:
    """Run the tests against one change in a child process, and tell whether any failed."""
    assert _place is not None
    path = _place / PLAN / mutant.file if mutant else None
    if mutant and path:
        original = path.read_bytes()
        write(path, original[: mutant.start] + mutant.text.encode() + original[mutant.end :])
    child = os.fork()
    if child == 0:
        run_tests()
    _, status = os.waitpid(child, 0)
    if path:
        write(path, original)
    return status != 0


def write(path: Path, content: bytes) -> None:
    """Write a file as if seconds had passed: what was compiled of it before is out of date."""
    then = path.stat().st_mtime
    path.write_bytes(content)
    os.utime(path, (then + 2, then + 2))


def run_tests() -> None:
    """Be the child: run the tests and leave."""
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    import pytest  # noqa: PLC0415

    tests = [f"tests/domain/{name}" for name in TESTS if Path("tests/domain", name).exists()]
    left_out = [
        word for name in ("cacheprovider", "hypothesispytest", "xdist") for word in ("-p", f"no:{name}")
    ]
    os._exit(int(pytest.main(["-x", "-q", *left_out, *tests])))


def survivors(mutants: Sequence[Mutant]) -> Iterator[Mutant]:
    """Run all of them and give those that nothing noticed."""
    with ProcessPoolExecutor(initializer=get_ready) as pool:
        if pool.submit(is_noticed, None).result():
            sys.exit("The tests fail without any change.")
        jobs = {pool.submit(is_noticed, mutant): mutant for mutant in mutants}
        for n, job in enumerate(as_completed(jobs), start=1):
            if sys.stderr.isatty():
                print(f"\r{n}/{len(jobs)}", end="", file=sys.stderr)
            if not job.result():
                yield jobs[job]


def without_line(name: str) -> str:
    """Name a mutant by its file and its text, which stay when lines move."""
    place, _, change = name.partition(" ")
    return f"{place.split(':')[0]} {change}"


def main() -> int:
    """Change everything once, and print what survived."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--file", action="append", help="only this file of domain/plan, or more")
    said = parser.parse_args()
    mutants = [m for m in all_mutants() if not said.file or m.file in said.file]
    began = time.monotonic()
    excused, found = [], []
    for mutant in survivors(mutants):
        (excused if without_line(mutant.name) in EXCUSED else found).append(mutant)
        if mutant in found:
            print(mutant.name, flush=True)
    took = (time.monotonic() - began) / 60
    print(f"{len(mutants)} mutants, {len(found)} survived, {len(excused)} excused, {took:.0f} minutes.")
    unneeded = EXCUSED.keys() - {without_line(m.name) for m in excused} if not said.file else set()
    for name in sorted(unneeded):
        print(f"No excuse is needed for: {name}")
    return 1 if found or unneeded else 0


if __name__ == "__main__":
    sys.exit(main())
