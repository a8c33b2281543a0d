"""The real program as a process: what it imports, closed and broken output, Ctrl+C, and the time zone."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from ryggkompis.cli.wiring import SystemClock
from tests.program import PROGRAM, PYTHON, without_bytecode
from tests.systems import posix

pytestmark = pytest.mark.e2e
ENGLISH = (*PROGRAM, "--lang", "en")
HEAVY = ("textual", "rich", "asyncio", "pydantic", "yaml", "importlib.metadata")
SEEN = (
    "import sys; from ryggkompis.cli.main import main; status = main(sys.argv[1:]);"
    "print(' '.join(sys.modules), file=sys.stderr); sys.exit(status)"
)


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "RYGGKOMPIS_HOME": str(tmp_path / "home"), "TZ": "Europe/Oslo"}


@pytest.mark.parametrize(
    "command",
    [("plan",), ("status",), ("walk", "10"), ("sit",), ("--help",), ("log",), ("urgent",), ()],
    ids=" ".join,
)
def test_a_quick_command_imports_nothing_heavy(environ: dict[str, str], command: tuple[str, ...]) -> None:
    ran = subprocess.run(
        (PYTHON, "-c", SEEN, *command),
        env=environ, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=True,
    )  # fmt: skip

    assert not set(HEAVY) & set(ran.stderr.split())


@pytest.mark.parametrize("command", [("plan",), ("walk", "10"), ("sit",)], ids=" ".join)
def test_nor_does_it_where_python_may_keep_no_bytecode(
    environ: dict[str, str], tmp_path: Path, command: tuple[str, ...]
) -> None:
    """An installer that compiles nothing, or a folder that only root may write."""
    none = without_bytecode(tmp_path / "none")
    test_a_quick_command_imports_nothing_heavy(environ | none, command)


@pytest.mark.parametrize("name", ["note", "walk", "plan", "checkin"])
def test_a_command_reads_no_other_declaration_than_its_own(environ: dict[str, str], name: str) -> None:
    said = {"note": ("note", "hei"), "walk": ("walk", "10"), "plan": ("plan",), "checkin": ("3",)}[name]
    ran = subprocess.run((PYTHON, "-c", SEEN, *said), env=environ, capture_output=True, text=True, check=True)
    imported = set(ran.stderr.split())
    commands = {one.rpartition(".")[2] for one in imported if one.startswith("ryggkompis.cli.commands.")}

    assert name in commands
    assert commands <= {name, "plan"}, "a check-in shows the plan"
    assert not imported & {
        "argparse", "difflib", "ryggkompis.cli.helping", "ryggkompis.cli.offering",
        "ryggkompis.cli.options.known",
    }  # fmt: skip


@pytest.mark.parametrize("command", ["--help", "where"])
def test_what_reads_no_entry_does_not_pay_for_reading_them(environ: dict[str, str], command: str) -> None:
    ran = subprocess.run(
        (PYTHON, "-c", SEEN, command), env=environ, capture_output=True, encoding="utf-8", check=True
    )

    assert not {"pydantic", "yaml", "importlib.metadata"} & set(ran.stderr.split())


@posix("shell that closes a stream")
def test_a_closed_output_is_told_in_a_sentence(environ: dict[str, str]) -> None:
    ran = subprocess.run(
        ("sh", "-c", f"exec {' '.join(ENGLISH)} plan >&-"),
        env=environ,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )

    assert ran.returncode == 2
    assert "standard output is closed" in ran.stderr
    assert "Traceback" not in ran.stderr


@posix("shell that closes a stream")
def test_a_note_needs_no_output(environ: dict[str, str]) -> None:
    ran = subprocess.run(("sh", "-c", f"exec {' '.join(ENGLISH)} walk 5 >&- 2>&-"), env=environ, check=False)

    assert ran.returncode == 0
    listed = subprocess.run((*ENGLISH, "log", "--json"), env=environ, capture_output=True, check=True)
    assert len(json.loads(listed.stdout)["entries"]) == 1


def test_a_reader_that_leaves_early_is_no_fault(environ: dict[str, str]) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen((*ENGLISH, "urgent"), env=environ, stdout=pipe, stderr=pipe) as running:
        assert running.stdout is not None
        running.stdout.close()
        assert running.stderr is not None
        assert running.stderr.read() == b""

    assert running.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_output_that_does_not_arrive_is_told(environ: dict[str, str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run(
            (*ENGLISH, "plan"),
            env=environ,
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )

    assert ran.returncode == 3
    assert len(ran.stderr.strip().splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_what_is_saved_is_done_though_nothing_can_be_said_of_it(environ: dict[str, str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run((*ENGLISH, "walk", "5"), env=environ, stderr=full, check=False)
    assert ran.returncode == 0
    listed = subprocess.run((*ENGLISH, "log", "--json"), env=environ, stdout=subprocess.PIPE, check=True)
    assert b'"minutes": 5' in listed.stdout


@posix("Ctrl+C that one program presses for another")
@pytest.mark.parametrize(
    "command", [("checkin",), ("evening",), ("weekly",)], ids=lambda command: str(command[0])
)
def test_ctrl_c_at_a_prompt_is_one_sentence_and_keeps_nothing(
    environ: dict[str, str], command: tuple[str, ...]
) -> None:
    running = subprocess.Popen(
        (*ENGLISH, *command),
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stderr is not None
    os.set_blocking(running.stderr.fileno(), False)
    said, deadline = b"", time.monotonic() + 20
    while b"Ctrl+C" not in said and time.monotonic() < deadline:
        said += running.stderr.read() or b""
    running.send_signal(signal.SIGINT)
    os.set_blocking(running.stderr.fileno(), True)
    _out, rest = running.communicate(timeout=20)

    assert running.returncode == 130
    assert b"Interrupted" in rest
    assert b"Traceback" not in said + rest
    assert not Path(environ["RYGGKOMPIS_HOME"]).exists()


def test_facts_are_utf_8_whatever_the_terminal_speaks(environ: dict[str, str]) -> None:
    ran = subprocess.run(
        (*PROGRAM, "--lang", "nb", "exercises", "--json"),
        env={**environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"},
        capture_output=True, check=True,
    )  # fmt: skip

    assert "På ryggen" in [one["name"] for one in json.loads(ran.stdout.decode("utf-8"))["exercises"]][2]


@pytest.mark.parametrize("named", ["Europe/Oslo", ":Europe/Oslo", "/usr/share/zoneinfo/Europe/Oslo"])
def test_the_zone_has_a_name(named: str) -> None:
    assert SystemClock({"TZ": named}).zone == "Europe/Oslo"


def test_a_zone_that_nothing_names_is_its_offset() -> None:
    zone = SystemClock({"TZ": "/etc/localtime"}).zone

    assert zone.startswith("UTC")
    assert SystemClock({}).zone
