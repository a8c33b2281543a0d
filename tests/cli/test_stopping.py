"""Ctrl+C is never lost, also where a library swallowed it on its way."""

import contextlib
import io
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import Final

import pytest

from ryggkompis.cli.lines.interrupt import stop_is_answered, stopping
from ryggkompis.cli.lines.prompt import answer_to


@pytest.fixture(autouse=True)
def an_answer(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("sys.stdin", io.StringIO("4\n"))
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


PRESSED_AT_ONCE: Final = """
import builtins, signal
usual = builtins.__import__
def pressed(name, *rest):
    if name == "ryggkompis.cli.wiring":
        builtins.__import__ = usual
        signal.raise_signal(signal.SIGINT)
    return usual(name, *rest)
builtins.__import__ = pressed
from ryggkompis.__main__ import run
run()
"""


def test_before_the_program_is_there_it_ends_without_a_traceback() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PRESSED_AT_ONCE], capture_output=True, encoding="utf-8", check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")


def swallowed() -> None:
    with contextlib.suppress(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_one_that_was_swallowed_stops_at_the_next_question() -> None:
    with stopping():
        swallowed()
        with pytest.raises(KeyboardInterrupt):
            answer_to("How is the leg?")
        assert answer_to("How is the leg?") == "4"


def test_one_that_was_answered_stops_nothing_more() -> None:
    with stopping():
        swallowed()
        stop_is_answered()
        assert answer_to("How is the leg?") == "4"


def test_one_that_is_ignored_stays_ignored() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with stopping():
        swallowed()
        assert answer_to("How is the leg?") == "4"
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


def test_afterwards_ctrl_c_is_as_it_was() -> None:
    with stopping():
        swallowed()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert answer_to("How is the leg?") == "4"


PRESSED_ON_THE_WAY_OUT: Final = """
import os, signal, sys
usual = os._exit
def pressed(status):
    os._exit = usual
    signal.raise_signal(signal.SIGINT)
os._exit = pressed
from ryggkompis.__main__ import run
sys.argv = ["ryggkompis", "--version"]
run()
"""


def test_ctrl_c_on_the_way_out_changes_nothing() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PRESSED_ON_THE_WAY_OUT], capture_output=True, encoding="utf-8", check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
