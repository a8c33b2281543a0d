"""A whole session in a real terminal: done, interrupted, killed and taken up again; heard, drawn plainly."""

import json
import os
import re
import signal
from collections.abc import Callable
from typing import Any

import pytest

from ryggkompis.store.places import Places
from ryggkompis.store.settings import change_settings
from tests.e2e.conftest import Open
from tests.e2e.steps import FIRST_RUN, take
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e
Run = Callable[..., str]
OSC = re.compile(rb"\x1b\][^\x07\x1b]*\x07")
"""What ends with the bell's character and is none."""


@pytest.fixture
def exercises(run: Run) -> Callable[[], list[dict[str, Any]]]:
    """Give what was logged of exercises, oldest first."""

    def logged() -> list[dict[str, Any]]:
        entries = json.loads(run("log", "--json"))["entries"]
        return [entry for entry in entries if entry["kind"] == "exercise"][::-1]

    return logged


def begun(terminal: Terminal) -> None:
    """Answer the first questions, and begin the session."""
    take(terminal, FIRST_RUN)
    terminal.until("Walk 1", "g Start")
    terminal.press("g")
    terminal.until("1/3", "Get ready")


def test_a_session_is_done_interrupted_and_taken_up(
    opened: Open, exercises: Callable[[], list[dict[str, Any]]]
) -> None:
    with opened() as terminal:
        begun(terminal)
        terminal.until("1 of 6")  # it began by itself
        terminal.press("enter")
        terminal.until("Where did the pain go?")
        terminal.press("up")
        terminal.until("2/3", "Get ready")
        terminal.press("enter", "enter")
        terminal.until("Where did the pain go?")
        terminal.press("escape")
        terminal.until("Walk 1")
        terminal.press("ctrl+q")
        assert terminal.left() == 0
    assert [(one["exercise"], one.get("response")) for one in exercises()] == [("E01", "up"), ("E09", None)]

    with opened() as again:
        again.until("g Start")
        again.press("g")
        again.until("Get ready")
        while "/" in again.text.splitlines()[0]:
            asked = "Where did the pain go?" in again.text
            again.press("right" if asked else "enter")
            again.changed()
        again.until("Walk 1")
        again.press("ctrl+q")
        assert again.left() == 0
    assert {one["exercise"] for one in exercises()} >= {"E01", "E09"}


def test_a_killed_session_has_kept_its_sets(
    opened: Open, exercises: Callable[[], list[dict[str, Any]]]
) -> None:
    with opened() as terminal:
        begun(terminal)
        terminal.press("enter", "enter")
        terminal.until("Where did the pain go?")
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.left()
    assert [(one["exercise"], one["sets"]) for one in exercises()] == [("E01", 1)]


def test_a_terminal_without_unicode_gets_a_figure_of_plain_characters(opened: Open) -> None:
    with opened(PYTHONIOENCODING="ascii") as terminal:
        take(terminal, ((FIRST_RUN[0][0].encode("ascii", "replace").decode(), "2"), *FIRST_RUN[1:]))
        terminal.until("g Start")
        terminal.press("g")
        terminal.until("Get ready", "##", "===", gone="leave out")
        terminal.holds(lambda lines: "?" not in "".join(lines[4:16]))


@pytest.mark.parametrize("is_wanted", [True, False])
def test_a_change_is_heard_where_that_is_wanted(
    opened: Open, environ: dict[str, str], is_wanted: bool
) -> None:
    change_settings(Places.find(None, environ), bell=is_wanted)
    with opened() as terminal:
        begun(terminal)
        before = len(terminal.raw)
        terminal.press("enter", "enter")
        terminal.until("Where did the pain go?")
        assert (b"\x07" in OSC.sub(b"", terminal.raw[before:])) is is_wanted
