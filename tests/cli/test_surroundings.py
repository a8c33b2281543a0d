"""A shell, a home or a diary that is not as usual: no crash, no lost word, nothing that cannot be read."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.program import PROGRAM
from tests.systems import at_home

pytestmark = pytest.mark.e2e
C_SHELL: Mapping[str, str] = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""It names no encoding, so another program gets UTF-8 (tests/cli/test_encoding.py)."""
NARROW: Mapping[str, dict[str, str]] = {
    "ascii": {**C_SHELL, "PYTHONIOENCODING": "ascii"},
    "cp1252": {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    "cp850": {"PYTHONIOENCODING": "cp850", "PYTHONUTF8": "0"},
}


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    usual = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return {**usual, "RYGGKOMPIS_HOME": str(tmp_path / "home"), "TZ": "Europe/Oslo"}


def run(environ: Mapping[str, str], *said: str | bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run((*PROGRAM, *said), env=environ, capture_output=True, input=b"", check=False)


@pytest.mark.parametrize("shell", NARROW)
def test_a_shell_that_lacks_signs_gets_others(environ: dict[str, str], shell: str) -> None:
    narrow = environ | NARROW[shell]
    encoding = "cp850" if shell == "cp850" else "cp1252" if shell == "cp1252" else "ascii"
    for said in (
        ("plan", "--lang", "nb"),
        ("exercises", "E10", "--lang", "nb"),
        ("urgent", "--lang", "nb"),
        ("sit", "--lang", "nb"),
        ("--help", "--lang", "nb"),
        ("walk", "ord", "--lang", "nb"),
    ):
        done = run(narrow, *said)
        assert done.returncode in {0, 2}
        told = (done.stdout + done.stderr).decode(encoding)
        assert "\ufffd" not in told
        assert "Traceback" not in told
        whole = run(environ | {"PYTHONUTF8": "1"}, *said)
        questions = (whole.stdout + whole.stderr).decode().count("?")
        assert told.count("?") == questions, "a sign that is missing is no question mark"


@pytest.mark.skipif(os.name != "posix", reason="a command line of Windows is not made of bytes")
@pytest.mark.parametrize(
    ("narrow", "encoding"),
    [(NARROW["ascii"], "utf-8"), (C_SHELL, "utf-8"), (NARROW["cp1252"], "cp1252")],
    ids=["ascii", "of a C shell", "cp1252"],
)
def test_what_is_typed_in_such_a_shell_is_kept(
    environ: dict[str, str], narrow: dict[str, str], encoding: str
) -> None:
    assert run(environ | narrow, "note", "blåbær på “tur”".encode(encoding)).returncode == 0
    listed = json.loads(run(environ, "log", "--json").stdout)
    assert [entry["text"] for entry in listed["entries"]] == ["blåbær på “tur”"]


@pytest.mark.parametrize("command", ["plan", "walk 5", "status", "doctor", "log", "checkin --leg 1"])
def test_a_home_that_is_a_file_is_told_in_a_sentence(
    environ: dict[str, str], tmp_path: Path, command: str
) -> None:
    home = tmp_path / "a-file"
    home.write_text("mine")
    del environ["RYGGKOMPIS_HOME"]
    done = run(environ | at_home(home), *command.split(), "--lang", "en")
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert b"a file stands where a folder should be" in done.stderr or b"as a folder" in done.stderr
    assert home.read_text() == "mine"


def test_an_older_version_leaves_what_a_newer_one_wrote(environ: dict[str, str]) -> None:
    """Two versions on one diary: the older shows what it can, says what it cannot, and keeps every word."""
    run(environ, "profile", "--tolerance", "9", "--exclusions", "none")
    run(environ, "checkin", "--leg", "1", "--flags", "none")
    (month,) = (Path(environ["RYGGKOMPIS_HOME"]) / "journal").glob("*.json")
    text = month.read_text(encoding="utf-8")
    newest = json.loads(text)["entries"][-1]
    newer = {**newest, "id": "0" * 26, "kind": "of_a_later_version", "mood": "glad"}
    known = {**newest, "rev": newest["rev"] + 1, "weather": "rain"}
    whole = json.loads(text)
    whole["entries"] += [newer, known]
    whole.pop("sum", None)
    month.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")

    assert run(environ, "walk", "5").returncode == 0
    lines = json.loads(month.read_text(encoding="utf-8"))["entries"]
    assert [line for line in lines if line["id"] == newer["id"]] == [newer]
    assert [line for line in lines if line.get("weather")] == [known]
    doctor = run(environ, "doctor", "--lang", "en")
    assert b"newer version" in doctor.stdout
    status = run(environ, "status", "--json")
    assert json.loads(status.stdout)["in_doubt"] is True
    assert json.loads(status.stdout)["walks_left"] is None
