"""A safety answer is never without effect: the list broken off anywhere, in any way, in both front ends."""

import json
import os
import signal
import subprocess
from collections.abc import Callable

import pytest

from tests.e2e.conftest import Open
from tests.e2e.safety import FLAGS, to_the_last_page
from tests.e2e.terminal import Terminal
from tests.program import PROGRAM

pytestmark = pytest.mark.e2e


def killed(terminal: Terminal) -> None:
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.left()


def hung_up(terminal: Terminal) -> None:
    os.kill(terminal.pid, signal.SIGHUP)
    terminal.left()


def closed(terminal: Terminal) -> None:
    terminal.lost()


def interrupted(terminal: Terminal) -> None:
    terminal.press("ctrl+c")
    terminal.left()


End = Callable[[Terminal], None]
ENDS = [killed, hung_up, closed, interrupted]
IN_WINDOW = [killed, hung_up, closed]
"""Ctrl+C asks there whether to quit."""


def lock_after(environ: dict[str, str]) -> dict[str, object] | None:
    """What holds the plan back for whoever opens the program next."""
    plan = [*PROGRAM, "plan", "--json"]
    ran = subprocess.run(
        plan, env=environ, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    lock: dict[str, object] | None = json.loads(ran.stdout)["lock"]
    assert ran.returncode == (1 if lock else 0)
    return lock


def come_to_the_line(terminal: Terminal) -> None:
    terminal.until("Check in")
    terminal.press("i")
    terminal.until("the whole list is asked")


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
@pytest.mark.parametrize("answer", ["yes", "usikker"])
def test_the_one_line_in_lines(
    opened: Open,
    environ: dict[str, str],
    known_since_yesterday: None,
    end: End,
    answer: str,
) -> None:
    with opened("checkin", rows=60) as terminal:
        terminal.until("Is anything new?", "Answer:")
        terminal.press(answer, "enter")
        terminal.until("Then the whole list follows")
        terminal.until("Press Enter to go on")
        end(terminal)
    lock = lock_after(environ)
    assert lock is not None
    assert lock["flags"] == ["DAILY"]


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
@pytest.mark.parametrize("place", [0, 6, 16])
def test_a_mark_in_lines(opened: Open, environ: dict[str, str], end: End, place: int) -> None:
    with opened("checkin", rows=60) as terminal:
        for first in range(0, place - place % 5, 5):
            terminal.until(f" {first + 1} {FLAGS[first].question.en[:30]}")
            terminal.press("enter")
        terminal.until(f" {place + 1} {FLAGS[place].question.en[:30]}")
        terminal.press(str(place + 1), "enter")
        terminal.until("This is what you answered", "I pressed wrong")
        end(terminal)
    lock = lock_after(environ)
    assert lock is not None
    assert lock["flags"] == ["DAILY"]


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.__name__)
def test_a_confirmed_answer_in_lines(opened: Open, environ: dict[str, str], end: End) -> None:
    with opened("checkin", rows=60) as terminal:
        terminal.until("Does any of these fit?")
        terminal.press("1", "enter")
        terminal.until("This is what you answered", "Answer:")
        terminal.press("yes", "enter")
        terminal.until("before we go on", "Outside Norway")
        end(terminal)
    lock = lock_after(environ)
    assert lock is not None
    assert lock["flags"] == ["CES1"]


@pytest.mark.parametrize("end", IN_WINDOW, ids=lambda end: end.__name__)
def test_the_one_line_in_the_window(
    opened: Open, environ: dict[str, str], known_since_yesterday: None, end: End
) -> None:
    with opened() as terminal:
        come_to_the_line(terminal)
        terminal.press("down", "down", "enter")
        to_the_last_page(terminal, question=1)
        end(terminal)
    lock = lock_after(environ)
    assert lock is not None
    assert lock["flags"] == ["DAILY"]


@pytest.mark.parametrize("end", IN_WINDOW, ids=lambda end: end.__name__)
@pytest.mark.parametrize("place", [1, 9])
def test_a_mark_in_the_window(
    opened: Open,
    environ: dict[str, str],
    known_since_yesterday: None,
    end: End,
    place: int,
) -> None:
    with opened() as terminal:
        come_to_the_line(terminal)
        terminal.press("down", "down", "down", "enter")
        to_the_last_page(terminal, question=place)
        terminal.press("space")
        terminal.until("[yes]")
        end(terminal)
    lock = lock_after(environ)
    assert lock is not None
    assert lock["flags"] == ["DAILY"]
