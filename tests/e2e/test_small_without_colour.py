"""A whole day in the smallest window and without a colour: from the first questions to the report."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import Open
from tests.e2e.steps import SAFETY, take

pytestmark = pytest.mark.e2e
FIRST_RUN = (
    ("Språk", "2"),
    ("What Ryggkompis is", "enter"),
    ("Does any of this", "0"),
    ("careful", "0"),
    (SAFETY,),
    ("When did it begin", "4"),
    ("Which leg", "1"),
    ("says stop", "8", "enter"),
    ("ordinary day", "20", "enter"),
    ("1 of 3", "enter"),
    ("2 of 3", "enter"),
    ("3 of 3", "enter"),
    ("ever had cancer", "0"),
    ("mark where it hurts", "0"),
)
CHECK_IN = (
    ("Enter Open", "i"),
    ("yesterday", "1"),
    ("reach", "2"),
    ("numb", "1"),
    ("flare-up", "0"),
    ("wake you", "0"),
    ("leg hurt right now", "1"),
    ("back hurt right now", "3"),
    ("Is this right", "1"),
)
DAY = (
    ("Walk 1", "space"),
    ("● Walk 1", "2"),
    ("2 Progress", "5"),
    ("5 Report", "s"),
)


def test_a_day_from_the_first_questions_to_the_report(
    opened: Open, run: Callable[..., str], tmp_path: Path
) -> None:
    with opened(columns=40, rows=15, NO_COLOR="1", HOME=str(tmp_path)) as terminal:
        take(terminal, FIRST_RUN)
        take(terminal, CHECK_IN)
        take(terminal, DAY)
        terminal.until("Where shall it be written")
        terminal.press("enter")
        terminal.until("s Save", "Written")
        terminal.press("ctrl+q")
        assert terminal.left() == 0
        assert b"38;2" not in terminal.raw
        assert b"48;2" not in terminal.raw

    kinds = [entry["kind"] for entry in json.loads(run("log", "--json"))["entries"]]
    assert {"check_in", "walk", "gate", "profile"} <= set(kinds)
    written = next(tmp_path.rglob("ryggkompis-*.pdf"))
    assert written.read_bytes().startswith(b"%PDF-")
