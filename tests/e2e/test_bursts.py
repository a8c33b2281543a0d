"""Keys that come faster than the screen: each counts once, for the question that was there, or not at all."""

import json
import time
from collections.abc import Callable

import pytest

from ryggkompis.cli.wiring import SystemClock
from ryggkompis.domain.base.days import logical_day
from tests.e2e.conftest import Open
from tests.e2e.steps import CHECK_IN, FIRST_RUN, take
from tests.e2e.terminal import Terminal
from tests.e2e.test_line_mode import ANSWERS as LINES

pytestmark = pytest.mark.e2e
GAPS = (0.0, 0.005, 0.02, 0.06)
"""Seconds between two keys: one write, a bouncing key, a slow line, a fast hand."""
DIALOGS = ("i", "e", "n", "m", "h", "H", "v", "r", "f", "\r", "g", "\x10", "w", "!", "?", "4n", "5\r", "61")
Run = Callable[..., str]


def burst(terminal: Terminal, keys: str, gap: float) -> None:
    """Send keys with ``gap`` seconds between them; without a gap, all in one write."""
    if not gap:
        terminal.press(keys)
        return
    for key in keys:
        terminal.press(key)
        time.sleep(gap)


def home(terminal: Terminal) -> None:
    """Leave whatever is open, as somebody who is lost does."""
    terminal.until_after(("escape", "1"), "Check in", "1 Today")


def entries(run: Run) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("log", "--json"))["entries"]
    return found


@pytest.mark.parametrize("gap", GAPS)
def test_two_enters_on_the_language_lead_to_the_next_question_only(opened: Open, gap: float) -> None:
    with opened() as terminal:
        terminal.until("Språk")
        burst(terminal, "\r\r", gap)
        terminal.until("What Ryggkompis is")
        terminal.press("ctrl+q")
        assert terminal.left() == 0
        assert b"Traceback" not in terminal.raw


def test_a_key_that_bounces_is_no_answer_to_the_next_question(opened: Open, run: Run) -> None:
    with opened() as terminal:
        take(terminal, FIRST_RUN)
        terminal.until("Check in")
        terminal.press("i")
        for words, *keys in CHECK_IN[1:]:
            terminal.until(words)
            # Each answer is followed, in the same write, by keys that would answer the next question.
            terminal.press("".join(keys) + "111")
        terminal.until("Here is your day")
        terminal.press("ctrl+q")
        assert terminal.left() == 0

    (kept,) = (entry for entry in entries(run) if entry["kind"] == "check_in")
    said = ("morning", "site", "numb", "flare", "sleep_wakes", "leg", "back")
    assert [kept[field] for field in said] == ["better", "thigh", "same", False, 0, 1, 3]


@pytest.mark.parametrize("gap", GAPS)
def test_a_burst_breaks_no_dialog(opened: Open, gap: float) -> None:
    with opened() as terminal:
        take(terminal, FIRST_RUN)
        terminal.until("Check in")
        for dialog in DIALOGS:
            burst(terminal, dialog, gap)
            burst(terminal, "1\r\r0 1\r\x7f", gap)
            home(terminal)
        terminal.press("ctrl+q")
        assert terminal.left() == 0
        assert b"Traceback" not in terminal.raw


def test_in_a_form_nothing_overtakes_what_was_typed_before_it(
    opened: Open, run: Run, known_since_yesterday: None
) -> None:
    with opened() as terminal:
        terminal.until("Check in")
        terminal.press("4")
        terminal.until("newest first")
        terminal.press("n")
        terminal.until("What do you want to write down?")
        terminal.press("9")
        terminal.until("Note", "Save")
        # What comes before the next field can be seen goes nowhere, and above all not into this one.
        terminal.press("\t2026")
        terminal.still()
        # Nothing overtakes what was typed, and what comes behind Ctrl+S is no part of it.
        terminal.press("numb toes\x13dd11")
        terminal.until("numb toes", gone="Save")
        terminal.press("ctrl+q")
        assert terminal.left() == 0
    (note,) = (entry for entry in entries(run) if entry["kind"] == "note")
    assert note["text"] == "numb toes"
    assert note["day"] == str(logical_day(SystemClock().now()))


def test_what_comes_behind_enter_is_no_part_of_what_was_typed(
    opened: Open, run: Run, known_since_yesterday: None
) -> None:
    with opened() as terminal:
        terminal.until("Check in")
        terminal.press("n")
        terminal.until("Anything you want")
        terminal.press("numb toes\r111")
        terminal.until("Check in", gone="Anything you want")
        terminal.press("ctrl+q")
        assert terminal.left() == 0
    (note,) = (entry for entry in entries(run) if entry["kind"] == "note")
    assert note["text"] == "numb toes"


@pytest.mark.parametrize("gap", GAPS)
def test_in_lines_what_is_typed_ahead_answers_nothing(opened: Open, run: Run, gap: float) -> None:
    with opened("checkin", rows=80) as terminal:
        for words, answer in LINES:
            terminal.until(words)
            burst(terminal, f"{answer}\r1\r1\r" if not gap else f"{answer}\r", gap)
        assert terminal.left() == 0
        assert b"Traceback" not in terminal.raw

    (kept,) = (entry for entry in entries(run) if entry["kind"] == "check_in")
    said = ("morning", "site", "numb", "flare", "sleep_wakes", "leg", "back")
    assert [kept[field] for field in said] == ["same", "thigh", "none", False, 0, 4, 5]


def test_in_lines_the_arrows_move_within_the_answer(opened: Open) -> None:
    with opened("evening", rows=80) as terminal:
        terminal.until("flare-up")
        terminal.press("\x1b[A\x1b[D0\r")
        terminal.until("How long did you sit")
        assert "^[" not in terminal.text
