"""Change each number and each comparison of the plan by one, and see whether the tables of tests notice.

``make mutants`` runs the edges, the golden cases and the rules' own tests against every change, on all
processors. What survives is printed, and is the exit status, unless ``excused.txt`` has it with a reason.
"""

import argparse
import os
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.machinery import PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Final

import pytest

from tools.mutants.changes import DOMAIN, ROOT, Mutant, all_mutants, excused

COPIED: Final = ("src", "tests", "data")
TESTS: Final = (
    "test_edges.py", "test_edges_of_facts.py", "test_edges_of_plans.py", "test_edges_of_rules.py",
    "test_golden.py", "test_worse_signs.py", "test_as_shown.py", "test_entry_again.py", "test_programme.py",
    "test_advice.py", "test_rules.py", "test_tapering.py", "test_edges_of_rounds.py",
    "test_edges_of_episodes.py", "test_operation.py", "test_doubt.py", "test_second_episode.py",
    "test_told_late.py", "test_first_morning.py",
)  # fmt: skip
"""Of ``tests/domain``; whatever noticed one change is asked first about the next, which is often near it."""
WITHOUT: Final = ("cacheprovider", "xdist", "hypothesispytest", "asyncio", "syrupy", "logging", "doctest")
"""What pytest need not load."""
LONGEST: Final = 30
"""Seconds of a processor after which a run is taken for an endless loop, which is noticed too."""


class Changed(SourceFileLoader):
    """Loads one module as if its file had been changed, and writes nothing."""

    source = b""

    def get_code(self, fullname: str) -> CodeType:
        """Compile the changed text."""
        del fullname
        return compile(self.source, self.path, "exec", dont_inherit=True)


class Changer:
    """Finds the one module that is changed."""

    def __init__(self, mutant: Mutant) -> None:
        """Stand in for the module of ``mutant``."""
        self._name = f"ryggkompis.domain.{mutant.file.removesuffix('.py').replace('/', '.')}"
        self._source = mutant.source
        assert self._name not in sys.modules, "it would not be loaded anew"

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> object:
        """Give the changed text to whoever imports the module."""
        del target
        spec = PathFinder.find_spec(name, path) if name == self._name else None
        if spec is not None:
            spec.loader = loader = Changed(spec.name, spec.origin or "")
            loader.source = self._source
        return spec


def run_tests(mutant: Mutant | None, tests: Sequence[str]) -> int:
    """Run the tables against one change, quietly, until one test fails; tell which of them, from 1 on."""
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    if mutant is not None:
        sys.meta_path.insert(0, Changer(mutant))
    left_out = (word for name in WITHOUT for word in ("-p", f"no:{name}"))
    plain = ("-x", "-q", "--tb=no", "-c", os.devnull, "--rootdir", ".", "--import-mode=importlib", *left_out)
    # A file at a time: most changes are noticed by the first, and need not wait for the others to be read.
    each = (pytest.main([*plain, f"tests/domain/{name}"]) for name in tests)
    return next((place for place, status in enumerate(each, 1) if status), 0)


def start(mutant: Mutant | None, tests: Sequence[str] = TESTS) -> int:
    """Begin the run of one change in a process of its own."""
    child = os.fork()
    if child == 0:
        status = len(tests)
        try:
            status = run_tests(mutant, tests)
        finally:
            os._exit(status)
    return child


def survivors(mutants: Sequence[Mutant], at_once: int) -> Iterator[Mutant]:
    """Run all of them and give those that nothing noticed."""
    running: dict[int, tuple[Mutant, list[str]]] = {}
    waiting, tests = list(reversed(mutants)), list(TESTS)
    while waiting or running:
        while waiting and len(running) < at_once:
            mutant, asked = waiting.pop(), tests.copy()
            running[start(mutant, asked)] = mutant, asked
        child, status = os.wait()
        if sys.stderr.isatty():
            print(f"\r{len(mutants) - len(waiting)}/{len(mutants)}", end="", file=sys.stderr)
        mutant, asked = running.pop(child)
        if status == 0:
            yield mutant
        elif os.WIFEXITED(status):
            first = asked[os.WEXITSTATUS(status) - 1]
            tests = [first, *(name for name in tests if name != first)]


def copy_to(place: Path) -> None:
    """Copy what the tests need, so that work may go on; go there, and load once what no change touches."""
    for name in COPIED:
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    os.chdir(place)
    sys.dont_write_bytecode = False  # Else everything is compiled for every change.
    sys.path[:0] = [str(place / "src"), str(place)]
    loading = import_module("ryggkompis.content.loading")
    loading.load_catalogue()
    loading.load_red_flags()


def main() -> int:
    """Change everything once, and print what survived."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("file", nargs="*", help="only these files of the domain, as plan/rules.py")
    parser.add_argument("-n", type=int, default=os.cpu_count() or 1, help="how many at once")
    said = parser.parse_args()
    mutants = [mutant for mutant in all_mutants() if not said.file or mutant.file in said.file]
    began, found, excuses, needed = time.monotonic(), 0, excused(), set()
    with tempfile.TemporaryDirectory(prefix="mutants-") as place:
        copy_to(Path(place))
        if os.waitpid(start(None), 0)[1] != 0:
            sys.exit("The tests fail without any change.")
        for mutant in survivors(mutants, said.n):
            if mutant.name in excuses:
                needed.add(mutant.name)
            else:
                found += 1
                print(f"{DOMAIN / mutant.file}:{mutant.line}: {mutant.name}", flush=True)
    took = (time.monotonic() - began) / 60
    print(f"{len(mutants)} mutants, {found} survived, {len(needed)} excused, {took:.1f} minutes.")
    unneeded = {name for name in excuses if not said.file or name.split()[0] in said.file} - needed
    for name in sorted(unneeded):
        print(f"No excuse is needed for: {name}")
    return 1 if found or unneeded else 0


if __name__ == "__main__":
    sys.exit(main())
