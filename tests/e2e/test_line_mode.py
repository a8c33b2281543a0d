"""The questions line by line in a terminal: no cursor movement, and Ctrl+C at any of them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import Open

pytestmark = pytest.mark.e2e
ANSWERS = (
    ("none of these", "0"),
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


@pytest.mark.parametrize("place", [0, 1, 4, 7])
def test_ctrl_c_keeps_nothing(opened: Open, tmp_path: Path, place: int) -> None:
    with opened("checkin", rows=60) as terminal:
        for words, answer in ANSWERS[:place]:
            terminal.until(words)
            terminal.press(answer, "enter")
        terminal.until(ANSWERS[place][0])
        terminal.press("ctrl+c")
        assert terminal.left() == 130
        assert "Interrupted" in terminal.text
        assert b"Traceback" not in terminal.raw

    assert not (tmp_path / "home").exists()
