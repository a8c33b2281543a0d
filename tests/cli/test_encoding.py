"""One encoding: a terminal is spoken to as it speaks, and files and other programs in UTF-8."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ryggkompis.cli.output import prepare
from tests.cli.conftest import Shell
from tests.program import PROGRAM, PYTHON
from tests.systems import IS_WINDOWS, windows

OLD = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
"""A shell without UTF-8; Windows has that of its own accord."""


def ran(folder: Path, *arguments: str, **environ: str) -> bytes:
    environ = {**os.environ, **OLD, "RYGGKOMPIS_HOME": str(folder), **environ}
    done = subprocess.run((*PROGRAM, *arguments), env=environ, capture_output=True, check=True)
    return done.stdout


def test_words_and_facts_go_into_a_pipe_in_utf_8(tmp_path: Path) -> None:
    assert "Dagboken, en fil for hver måned" in ran(tmp_path, "--lang", "nb", "where").decode("utf-8")
    assert "På ryggen" in ran(tmp_path, "--lang", "nb", "exercises", "--json").decode("utf-8")


def test_who_names_an_encoding_gets_it(tmp_path: Path) -> None:
    said = ran(tmp_path, "--lang", "nb", "where", PYTHONIOENCODING="latin-1").decode("latin-1")
    assert "en fil for hver måned" in said


@pytest.mark.parametrize(
    "given",
    [
        "vondt på låret".encode(),
        pytest.param("vondt på låret".encode("utf-8-sig"), id="with a mark"),
        pytest.param("vondt på låret".encode("cp850"), id="cmd", marks=windows("cmd")),
    ],
)
def test_what_comes_through_a_pipe_is_understood(monkeypatch: pytest.MonkeyPatch, given: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="cp1252"))
    prepare()
    assert sys.stdin.read() == "vondt på låret"


def test_who_can_read_the_files_is_said_where_it_was_looked_into(shell: Shell) -> None:
    assert ("Only you can read these files" in shell("where").out) is not IS_WINDOWS


HERE = "from ryggkompis.store.acts import here; print(here())"
THROUGH_ANOTHER = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"
"""As the ryggkompis.exe of an installation starts the program: it is a new process each time."""


def test_commands_typed_in_one_terminal_are_of_one_terminal() -> None:
    said = [
        subprocess.run([PYTHON, "-c", THROUGH_ANOTHER, HERE], capture_output=True, check=True).stdout
        for _ in range(2)
    ]
    assert said[0].strip()
    assert said[0] == said[1]


@windows("a NUL that is called a terminal")
def test_nobody_is_asked_where_nobody_answers(tmp_path: Path) -> None:
    environ = {**os.environ, "RYGGKOMPIS_HOME": str(tmp_path)}
    with Path("NUL").open("r+", encoding="utf-8") as nowhere:
        done = subprocess.run(PROGRAM, env=environ, stdin=nowhere, stdout=nowhere, check=False, timeout=60)
    assert done.returncode == 0
