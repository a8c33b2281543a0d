"""Every command on every kind of output: where what is printed cannot arrive, and where nobody reads it."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, TextIO

import pytest

from ryggkompis.cli.registry import COMMANDS
from ryggkompis.cli.status import DONE, UNUSABLE
from tests.cli.conftest import Ran, Shell
from tests.cli.test_statuses import MENDABLE, NOW, TABLE, lives

__all__ = ["lives"]
Open = Callable[[], TextIO | None]
LINE: Final = 1000
"""Characters that a fault may take at most: its own sentence, a list of ours, a line of what was typed."""
TYPED: Final = "9" * 5000


def full() -> TextIO:
    return Path("/dev/full").open("w", buffering=1, encoding="utf-8")


def closed() -> None:
    return None


def nobody_reads() -> TextIO:
    reads, writes = os.pipe()
    os.close(reads)
    return os.fdopen(writes, "w", buffering=1, encoding="utf-8")


OUTPUTS: Final[dict[str, tuple[Open, int]]] = {
    "full": (full, UNUSABLE),
    "closed": (closed, MENDABLE),
    "nobody reads": (nobody_reads, DONE),
}
"""How standard output may be, and what a command that prints something ends with then."""


@pytest.fixture
def anew(shell: Shell, lives: dict[str, Path]) -> Callable[[], Shell]:
    """Give the shell of somebody whose day is ordinary, as often as it is asked for."""
    shell.clock = NOW

    def make() -> Shell:
        shutil.rmtree(shell.home, ignore_errors=True)
        shutil.copytree(lives["free"], shell.home)
        for file in Path.cwd().glob("?.*"):
            file.unlink()
        return shell

    return make


def printing_to(stream: str, opened: TextIO | None, shell: Shell, *said: str) -> Ran:
    """Run a command with one of the streams put elsewhere."""
    usual = getattr(sys, stream)
    setattr(sys, stream, opened)
    try:
        return shell(*said)
    finally:
        setattr(sys, stream, usual)
        with suppress(OSError):
            if opened is not None:
                opened.close()


def outputs() -> Iterator[tuple[str, Open, int]]:
    for name, how in OUTPUTS.items():
        if name != "full" or Path("/dev/full").exists():
            yield (name, *how)


@pytest.mark.parametrize("name", TABLE)
def test_what_a_command_ends_with_where_it_cannot_print(anew: Callable[[], Shell], name: str) -> None:
    """Never 1, which says that a safety answer holds the plan; what only writes something down is done."""
    usual = anew()
    for before in TABLE[name].first:
        usual(*before)
    said = usual(*TABLE[name].said)
    for how, opened, ends in outputs():
        there = anew()
        for before in TABLE[name].first:
            there(*before)
        found = printing_to("stdout", opened(), there, *TABLE[name].said)
        assert found.status == (ends if said.out else said.status), (how, found.err)
        assert "Traceback" not in found.err
        assert len(found.err.splitlines()) <= len(said.err.splitlines()) + 1


@pytest.mark.parametrize("name", TABLE)
def test_where_nothing_can_be_told_all_is_done_as_usual(anew: Callable[[], Shell], name: str) -> None:
    usual = anew()
    for before in TABLE[name].first:
        usual(*before)
    said = usual(*TABLE[name].said)
    for _how, opened, _ends in outputs():
        there = anew()
        for before in TABLE[name].first:
            there(*before)
        assert printing_to("stderr", opened(), there, *TABLE[name].said).status == said.status


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_that_does_not_arrive_is_told_as_everything_else(shell: Shell, name: str) -> None:
    said = [*([name] if name else []), "--help"]
    assert shell(*said).status == DONE
    for _how, opened, ends in outputs():
        found = printing_to("stdout", opened(), shell, *said)
        assert found.status == ends
        assert len(found.err.splitlines()) == (ends != DONE)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_fault_repeats_at_most_a_line_of_what_was_typed(either: Shell, name: str) -> None:
    for said in ((name, TYPED), (name, f"--{TYPED}"), (name, "--date", TYPED), (name, "--lang", TYPED)):
        found = either(*said)
        if found.status == MENDABLE:
            assert max(map(len, found.err.splitlines())) < LINE, said[:2]
            assert "Traceback" not in found.err
