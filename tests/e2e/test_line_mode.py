"""The questions line by line in a terminal: no cursor movement, and Ctrl+C at any of them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import Open
from tests.e2e.safety import NONE_IN_LINES
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e
ANSWERS = (
    *NONE_IN_LINES,
    ("How is this morning", "2"),
    ("How far down", "2"),
    ("numbness", "0"),
    ("flare-up", "0"),
    ("wake you", "0"),
    ("leg hurt", "4"),
    ("back hurt", "5"),
)


def test_a_morning_line_by_line(opened: Open, run: Callable[..., str]) -> None:
    with opened("checkin", rows=60) as terminal:
        for words, answer in ANSWERS:
            terminal.until(words)
            terminal.press(answer, "enter")
        assert terminal.left() == 0
        assert b"\x1b" not in terminal.raw

    kinds = {entry["kind"] for entry in json.loads(run("log", "--json"))["entries"]}
    assert kinds == {"gate", "check_in"}


@pytest.mark.parametrize("place", [0, 1, len(NONE_IN_LINES) - 1])
def test_ctrl_c_in_the_list_records_no_no(opened: Open, tmp_path: Path, place: int) -> None:
    with opened("checkin", rows=60) as terminal:
        interrupted_at(terminal, place)
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("place", [len(NONE_IN_LINES), len(NONE_IN_LINES) + 3, len(ANSWERS) - 1])
def test_ctrl_c_after_the_list_keeps_the_list_alone(
    opened: Open, run: Callable[..., str], place: int
) -> None:
    with opened("checkin", rows=60) as terminal:
        interrupted_at(terminal, place)
    (entry,) = json.loads(run("log", "--json"))["entries"]
    assert (entry["kind"], entry["scope"], set(entry["answers"].values())) == ("gate", "full", {"no"})


def interrupted_at(terminal: Terminal, place: int) -> None:
    """Answer up to the question at ``place``, and press Ctrl+C at it."""
    for words, answer in ANSWERS[:place]:
        terminal.until(words)
        terminal.press(answer, "enter")
    terminal.until(ANSWERS[place][0])
    terminal.press("ctrl+c")
    assert terminal.left() == 130
    assert "Interrupted" in terminal.text
    assert b"Traceback" not in terminal.raw


def test_the_list_names_what_goes_before_it_goes_and_brings_it_back(
    opened: Open, run: Callable[..., str]
) -> None:
    run("visit", "--next", "2030-03-20")  # a profile, so that the first questions are not asked
    run("note", "slept badly")
    with opened("--plain", rows=100) as terminal:
        terminal.until("What now")
        terminal.press("?", "enter")
        terminal.until("Erase for good")
        listed = [line.split(maxsplit=1) for line in terminal.text.splitlines() if line[:2] == "  "]
        numbers = {words: number for number, words in listed}
        for line, answer, done in (
            ("Take the latest back", "n", "You answered no"),
            ("Take the latest back", "y", "Taken back: Note: slept badly"),
            ("Bring back what was taken back", "y", "Brought back: Note: slept badly"),
        ):
            terminal.press(numbers[line], "enter")
            terminal.until("Note: slept badly", "it back?")
            terminal.press(answer, "enter")
            terminal.until(done)
        terminal.press("enter")
        assert terminal.left() == 0

    kinds = [entry["kind"] for entry in json.loads(run("log", "--json"))["entries"]]
    assert sorted(kinds) == ["note", "profile"]


def test_no_word_is_cut_at_the_edge_and_through_a_pipe_a_line_is_whole(
    opened: Open, run: Callable[..., str]
) -> None:
    whole = run("urgent", "--plain").splitlines()
    with opened("urgent", "--plain", columns=50, rows=300) as terminal:
        assert terminal.left() == 0
        shown = [line.rstrip() for line in terminal.text.splitlines()]
    assert max(map(len, whole)) > 50 >= max(map(len, shown))
    assert " ".join(" ".join(shown).split()) == " ".join(" ".join(whole).split())
    with opened("--plain", columns=50, rows=100) as terminal:
        terminal.until("Write a number or a word and press Enter. Enter\nalone leaves", "Answer:")
