"""A whole day on a dumb terminal: from the first questions to the report, without a redraw or a colour."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ryggkompis.cli.lines.items import ITEMS
from tests.e2e.conftest import Open
from tests.e2e.safety import NONE_IN_LINES
from tests.e2e.terminal import Terminal
from tests.program import PROGRAM

pytestmark = pytest.mark.e2e
PLACES = {name: str(place) for place, (name, _do) in enumerate(ITEMS, 1)}
FIRST = (
    ("Språk / Language", ""),
    ("Press Enter to go on", "!"),
    ("1 1 3", ""),
    ("Does any of this fit you?", "0"),
    ("What should the plan be careful with?", "0"),
    *NONE_IN_LINES,
    ("When did it begin?", "3"),
    ("Which leg is it?", "1"),
    ("before the leg says stop?", "8"),
    ("on an ordinary day now?", "20"),
    ("(1 of 3)", ""),
    ("(2 of 3)", ""),
    ("(3 of 3)", ""),
    ("ever had cancer", ""),
    ("mark where it hurts", "0"),
)
CHECK_IN = (
    ("What now?", PLACES["Check in"]),
    ("How is this morning", "same"),
    ("How far down", "thigh"),
    ("numbness in the leg?", "0"),
    ("flare-up?", "nei"),
    ("wake you", "?"),
    ("leg hurt right now?", "3"),
    ("back hurt right now?", "2"),
)


def test_a_day_from_the_first_questions_to_the_report(
    opened: Open, run: Callable[..., str], tmp_path: Path
) -> None:
    report = tmp_path / "report.txt"
    steps = (
        *FIRST,
        *CHECK_IN,
        ("Left today", PLACES["Take a walk"]),
        ("What about the walk?", "2"),
        ("How many minutes did you walk?", "5"),
        ("at its worst on the way?", "3"),
        ("back to how it was", "1"),
        ("further down the leg?", "0"),
        ("Saved: Walk", PLACES["How it has gone"]),
        ("Walking: 5", PLACES["Write a report"]),
        ("What shall stay at home?", ""),
        ("Where shall it be written?", str(report)),
        ("Written:", ""),
    )
    with opened(columns=80, rows=200, TERM="dumb") as terminal:
        for words, answer in steps:
            terminal.until(words)
            terminal.press(answer, "enter")
        assert terminal.left() == 0
        assert b"\x1b" not in terminal.raw

    kinds = [entry["kind"] for entry in json.loads(run("log", "--json"))["entries"]]
    assert sorted(kinds) == ["check_in", "gate", "profile", "walk"]
    assert report.read_text(encoding="utf-8")


@pytest.mark.parametrize("way", [{"RYGGKOMPIS_PLAIN": "1"}, {"TERM": "dumb"}], ids=["asked for", "dumb"])
def test_lines_are_used_where_they_are_asked_for(opened: Open, diary: None, way: dict[str, str]) -> None:
    with opened(rows=200, **way) as terminal:
        terminal.until("Ryggkompis in plain lines", "Answer:")
        terminal.press("ctrl+c")
        terminal.until("Interrupted", "What now?")
        terminal.press("ctrl+c")
        assert terminal.left() == 130
        assert b"\x1b[?1049h" not in terminal.raw


def test_lines_are_used_where_the_terminal_does_not_say_what_it_is(
    environ: dict[str, str], diary: None
) -> None:
    """What no terminal is known to understand is not written to one."""
    del environ["TERM"]
    with Terminal([*PROGRAM], environ, columns=80, rows=200) as terminal:
        terminal.until("Ryggkompis in plain lines", "Answer:")
        terminal.press("ctrl+c")
        terminal.until("What now?")
        terminal.press("enter")
        assert terminal.left() == 0
        assert b"\x1b" not in terminal.raw


def test_what_an_exercise_is_breaks_between_words(opened: Open) -> None:
    """A terminal breaks what is too long for it inside a word."""
    steps = (*FIRST, *CHECK_IN, ("Left today", PLACES["Exercises, one at a time"]))
    with opened(columns=64, rows=300, TERM="dumb") as terminal:
        for words, answer in steps:
            terminal.until(words)
            terminal.press(answer, "enter")
        terminal.until("Shall we begin?")
        said = " ".join(line.strip() for line in terminal.text.splitlines())
        assert "mat or a firm bed, and roll onto your front. Rest with your head to one side." in said
