"""The window as a patient meets it, on a real person's diary."""

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import Open
from tests.e2e.steps import CHECK_IN, FIRST_RUN, take
from tests.e2e.terminal import Terminal
from tests.program import PYTHON

pytestmark = pytest.mark.e2e
LEAVES_ALTERNATE_SCREEN, SHOWS_CURSOR = b"\x1b[?1049l", b"\x1b[?25h"
MODES = (1000, 1003, 1006, 1015, 1016, 2004, 2048)
"""Of mouse and paste; what is switched on must be switched off."""


@pytest.mark.usefixtures("diary")
def test_a_first_day_is_found_again_the_next_time(opened: Open, run: Callable[..., str]) -> None:
    with opened() as terminal:
        take(terminal, FIRST_RUN)
        take(terminal, CHECK_IN)
        # What was taken in from another program is years old, and begins no episode.
        terminal.until("Here is your day", "Walk 1")
        terminal.press("space")
        terminal.until("Logged", "● Walk 1")
        terminal.press("2")
        terminal.until("7-day mean")
        terminal.press("a")
        terminal.until("2020", "2026")
        terminal.press("ctrl+q")
        assert terminal.left() == 0

    entries = json.loads(run("log", "--json"))["entries"]
    kinds = [entry["kind"] for entry in entries]
    assert kinds.count("walk") == 1
    assert kinds.count("profile") == 1
    assert kinds.count("check_in") == 44
    morning = next(entry for entry in entries if entry["kind"] == "check_in")
    assert morning.items() >= {"leg": 1, "back": 3, "site": "thigh", "morning": "better"}.items()

    with opened() as again:
        again.until("● Walk 1")
        again.press("2")
        again.until("7-day mean")
        again.press("a")
        again.until("2020", "2026")
        again.press("q")
        assert again.left() == 0


def test_the_terminal_is_as_it_was_after_leaving(opened: Open) -> None:
    with opened() as terminal:
        terminal.until("Språk")
        terminal.press("ctrl+q")
        assert terminal.left() == 0

        end = terminal.raw[terminal.raw.rindex(LEAVES_ALTERNATE_SCREEN) - 200 :]
        assert SHOWS_CURSOR in terminal.raw[-200:]
        assert b"\x1b[?25l" not in end.rpartition(SHOWS_CURSOR)[2]
        assert_reset(terminal.raw)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_told_to_end_leaves_in_good_order(opened: Open, number: signal.Signals) -> None:
    with opened() as terminal:
        terminal.until("Språk")
        os.kill(terminal.pid, number)
        assert terminal.left() == 128 + number
        assert LEAVES_ALTERNATE_SCREEN in terminal.raw
        assert b"Traceback" not in terminal.raw
        assert_reset(terminal.raw)


def test_a_fault_of_ours_leaves_the_terminal_as_it_was(environ: dict[str, str]) -> None:
    faulty = (
        "import sys; from ryggkompis.tui.app import Ryggkompis; from ryggkompis.__main__ import run\n"
        "def fail(self): raise ZeroDivisionError\n"
        "Ryggkompis.action_help = fail; sys.argv = ['ryggkompis']; run()"
    )
    with Terminal([PYTHON, "-c", faulty], environ) as terminal:
        terminal.until("Språk")
        terminal.press("\x1bOP")  # F1
        assert terminal.left() == 1
        assert b"ZeroDivisionError" in terminal.raw
        assert LEAVES_ALTERNATE_SCREEN in terminal.raw
        assert_reset(terminal.raw)


def test_a_terminal_that_is_lost_ends_the_program(opened: Open) -> None:
    with opened() as terminal:
        terminal.until("Språk")
        assert terminal.lost() == 128 + signal.SIGHUP


def assert_reset(raw: bytes) -> None:
    """Every mode that may have been switched on is off."""
    for mode in MODES:
        on, off = (raw.rfind(b"\x1b[?%d%c" % (mode, sign)) for sign in b"hl")
        assert on < off, mode


def test_without_colour_no_colour_is_sent(opened: Open) -> None:
    with opened(NO_COLOR="1") as terminal:
        terminal.until("Språk")
        terminal.press("2")
        terminal.until("What Ryggkompis is")
        terminal.press("ctrl+q")
        assert terminal.left() == 0

        assert b"38;2" not in terminal.raw
        assert b"48;2" not in terminal.raw


def test_a_tiny_terminal_is_no_fault(opened: Open) -> None:
    with opened(columns=20, rows=5) as terminal:
        terminal.until("40 × 15")
        terminal.press("ctrl+q")
        assert terminal.left() == 0
        assert b"Traceback" not in terminal.raw


def test_the_demo_says_so_and_leaves_no_trace(opened: Open, run: Callable[..., str]) -> None:
    with opened("demo") as terminal:
        terminal.until("Walks", "the patient does not", " demo")
        terminal.press("2")
        terminal.until("7-day mean", "Demo: a long drive", " demo")
        assert "the patient does not" not in terminal.text, "it lies over the page"
        terminal.press("ctrl+q")
        assert terminal.left() == 0

    assert json.loads(run("log", "--json"))["entries"] == []


def test_a_journal_that_cannot_be_read_is_a_sentence_and_no_window(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "journal").write_text("")
    with opened() as terminal:
        assert terminal.left() == 3
        assert b"cannot be read" in terminal.raw
        assert b"Traceback" not in terminal.raw
