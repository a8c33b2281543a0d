"""A whole session in a real terminal: done, interrupted, killed and taken up again; heard, drawn plainly."""

import json
import os
import re
import signal
from collections.abc import Callable
from typing import Any

import pytest

from ryggkompis.pictures.glyphs import ascii_text
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
    terminal.until("1/3", "Start position", "when you lie ready")
    terminal.press("enter")
    terminal.until("Get ready")


def set_done(terminal: Terminal, at: str) -> None:
    """Say, ``at`` a repetition, that the only set is done."""
    terminal.until(at)
    terminal.press("enter")
    terminal.until("Where did the pain go?")


def test_a_session_is_done_interrupted_and_taken_up(
    opened: Open, exercises: Callable[[], list[dict[str, Any]]]
) -> None:
    with opened() as terminal:
        begun(terminal)
        set_done(terminal, "2 of 6")  # it goes on by itself
        terminal.press("1")
        terminal.until("2/3", "Start position")
        terminal.press("enter")
        set_done(terminal, "2 of 5")
        terminal.press("escape")
        terminal.until("Walk 1")
        terminal.press("ctrl+q")
        assert terminal.left() == 0
    assert [(one["exercise"], one.get("response")) for one in exercises()] == [("E01", "up"), ("E09", None)]

    with opened() as again:
        again.until("g Start")
        again.press("g")
        again.until("1/2", "Start position")
        again.press("right")
        again.until("2/2", "From lying on your front")
        again.press("d")
        again.until("Does the pain go further down the leg?")
        again.press("enter")
        again.until("Enough of this one today")
        again.press("space")
        again.until("That was all", "The pain afterwards: further down the leg")
        again.press("escape")
        again.until("Walk 1")
        again.press("ctrl+q")
        assert again.left() == 0
    (*_before, last) = exercises()
    assert (last["exercise"], last["response"]) == ("E03", "down")


def test_a_killed_session_has_kept_its_sets(
    opened: Open, exercises: Callable[[], list[dict[str, Any]]]
) -> None:
    with opened() as terminal:
        begun(terminal)
        set_done(terminal, "2 of 6")
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.left()
    assert [(one["exercise"], one["sets"]) for one in exercises()] == [("E01", 1)]


def test_one_that_is_killed_within_a_set_has_kept_that_it_was_begun(
    opened: Open, exercises: Callable[[], list[dict[str, Any]]]
) -> None:
    with opened() as terminal:
        begun(terminal)
        terminal.until("3 of 6")
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.left()
    (one,) = exercises()
    assert (one["exercise"], one["cut_short"], one.get("sets")) == ("E01", True, None)


def test_a_terminal_without_unicode_gets_a_figure_of_plain_characters(opened: Open) -> None:
    with opened(PYTHONIOENCODING="ascii") as terminal:
        take(terminal, ((ascii_text(FIRST_RUN[0][0]), "2"), *FIRST_RUN[1:]))
        terminal.until("g Start")
        terminal.press("g")
        terminal.until("Start position", "##", "===", gone="leave out")
        terminal.holds(lambda lines: "?" not in "".join(lines[4:16]))


@pytest.mark.parametrize("is_wanted", [True, False])
def test_a_change_is_heard_where_that_is_wanted(
    opened: Open, environ: dict[str, str], is_wanted: bool
) -> None:
    change_settings(Places.find(None, environ), bell=is_wanted)
    with opened() as terminal:
        begun(terminal)
        before = len(terminal.raw)
        set_done(terminal, "2 of 6")
        assert (b"\x07" in OSC.sub(b"", terminal.raw[before:])) is is_wanted
