"""No command and no page opens a connection: each runs without a network, and a tracer would see a socket."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from ryggkompis.cli.registry import COMMANDS
from tests.e2e.conftest import DATA
from tests.e2e.steps import CHECK_IN, FIRST_RUN, take
from tests.e2e.terminal import Terminal
from tests.needs import needs
from tests.program import PROGRAM
from tests.store.namespaces import HAS_NETWORKS

pytestmark = pytest.mark.e2e
AUDIT = """
import os, sys

def watch(event, args):
    if event in {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"}:
        os.write(2, b"a connection was tried: %r" % (args,))
        os._exit(97)
    if event == "socket.__new__" and args[1] in {2, 10}:
        os._exit(98)

sys.addaudithook(watch)
"""
"""Put where Python looks at its start; sees what Python itself opens, on any system."""
TRACED = shutil.which("strace") is not None
_OUTSIDE = re.compile(r"AF_(?!UNIX|UNSPEC)\w+")

EVERY = {
    "checkin": ("checkin", "--leg", "3", "--flags", "none"),
    "plan": ("plan", "--why"),
    "status": ("status",),
    "less": ("less", "--bad-day"),
    "evening": ("evening", "--leg-avg", "2"),
    "weekly": ("weekly", "--work", "full"),
    "walk": ("walk", "5"),
    "did": ("did", "A1"),
    "moved": ("moved",),
    "sit": ("sit",),
    "episode": ("episode",),
    "drawing": ("drawing", "--pain", "buttock_left"),
    "note": ("note", "http://example.org"),
    "medicine": ("medicine", "one"),
    "event": ("event", "moved house"),
    "visit": ("visit", "2027-01-01"),
    "clear": ("clear", "--by", "doctor", "--yes"),
    "profile": ("profile", "--side", "left", "--exclusions", "none"),
    "undo": ("undo", "--yes"),
    "redo": ("redo", "--yes"),
    "log": ("log",),
    "progress": ("progress",),
    "exercises": ("exercises", "E01"),
    "learn": ("learn", "what"),
    "urgent": ("urgent",),
    "report": ("report", "r.html"),
    "sheet": ("sheet", "s.html"),
    "reminders": ("reminders", "r.ics"),
    "programme": ("programme", "show"),
    "import": ("import", str(DATA / "apple_health_steps.xml")),
    "backup": ("backup", "b.zip"),
    "restore": ("restore", "b.zip"),
    "lock": ("lock", "--recovery", "key.txt"),
    "unlock": ("unlock",),
    "doctor": ("doctor", "--repair"),
    "where": ("where",),
    "completion": ("completion", "bash"),
    "demo": ("demo", "plan"),
    "erase": ("erase", "--everything", "--yes"),
}
"""Each command once; in this order they make a journal, use it, and erase it."""


@pytest.fixture
def watched(tmp_path: Path, environ: dict[str, str]) -> dict[str, str]:
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(AUDIT)
    (tmp_path / "passphrase").write_text("tre gule støvler\n", encoding="utf-8")
    given = {
        "RYGGKOMPIS_PASSPHRASE_FILE": str(tmp_path / "passphrase"),
        "PYTHONPATH": str(tmp_path / "watch"),
    }
    return {**environ, **given}


def cut_off(trace: Path) -> list[str]:
    """Give the words that run a program without a network, and trace what it asks of one."""
    apart = ["unshare", "-rn"] if HAS_NETWORKS else []
    traced = (
        ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=%network", "-o", str(trace)] if TRACED else []
    )
    return [*apart, *traced]


def sockets(trace: Path) -> list[str]:
    """Give what would have left the machine."""
    return (
        [line for line in trace.read_text().splitlines() if _OUTSIDE.search(line)] if trace.exists() else []
    )


def test_every_command_is_tried() -> None:
    assert EVERY.keys() == COMMANDS.keys()


def test_no_command_opens_a_connection(tmp_path: Path, watched: Mapping[str, str]) -> None:
    trace = tmp_path / "trace"
    for name, arguments in EVERY.items():
        ran = subprocess.run(
            [*cut_off(trace), *PROGRAM, "--lang", "en", *arguments],
            env=watched,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert ran.returncode in (0, 1, 2), (name, ran.stderr)
        assert "Traceback" not in ran.stderr
        assert sockets(trace) == [], name


def test_no_page_opens_a_connection(tmp_path: Path, watched: Mapping[str, str]) -> None:
    trace = tmp_path / "trace"
    with Terminal([*cut_off(trace), *PROGRAM], watched, cwd=tmp_path) as window:
        take(window, FIRST_RUN)
        take(window, CHECK_IN)
        window.until("Here is your day")
        for key in "23456":
            window.press(key)
            window.changed()
        window.press("!")
        window.until("113")
        window.press("escape", "ctrl+q")
        assert window.left() == 0
    assert sockets(trace) == []


@needs("strace")
def test_the_tracer_would_see_a_socket(tmp_path: Path, watched: Mapping[str, str]) -> None:
    trace = tmp_path / "trace"
    opening = "import socket; socket.socket(socket.AF_INET6).connect_ex(('::1', 9))"
    ran = subprocess.run([*cut_off(trace), PROGRAM[0], "-c", opening], env=watched, check=False)
    assert ran.returncode == 98
    unwatched = {name: value for name, value in watched.items() if name != "PYTHONPATH"}
    subprocess.run([*cut_off(trace), PROGRAM[0], "-c", opening], env=unwatched, check=True)
    assert sockets(trace)
