"""The safety list as it is gone through in a terminal, in both front ends."""

import re

from ryggkompis.cli.lines.safety import AT_A_TIME
from ryggkompis.content.loading import load_red_flags
from tests.e2e.terminal import Terminal

FLAGS = [flag for flag in load_red_flags().flags if flag.only_when is None]
"""What everybody is asked."""
COUNT = len(FLAGS)
SHOWN = re.compile(rf"(\d+) (?:of|av) {COUNT}\b")


def last_shown(terminal: Terminal) -> int:
    """Give the number of the last question on the page, once the page takes answers; else 0."""
    found = SHOWN.search(terminal.text)
    return int(found[1]) if found and "Space Yes" in terminal.text else 0


def to_the_last_page(terminal: Terminal, *, question: int = COUNT) -> None:
    """Go on, page by page, until the page with ``question`` is on the screen."""
    terminal.until("does any of this fit?")
    last = 0
    while last < question:
        terminal.holds(lambda _lines: last_shown(terminal) > last)  # noqa: B023 - used here and now
        last = last_shown(terminal)
        if last < question:
            terminal.press("enter")


def none_in_the_window(terminal: Terminal) -> None:
    """Read every page, say none on the last one, and that it is right."""
    to_the_last_page(terminal)
    terminal.press("0")
    terminal.until("right?", "yes, all no")
    terminal.press("down", "enter")


NONE_IN_LINES = (
    *(
        (f" {first + 1} {FLAGS[first].question.en[:30]}", "")
        for first in range(0, COUNT - AT_A_TIME, AT_A_TIME)
    ),
    ("Write 0 for none", "0"),
    ("right?", "yes"),
)
"""What stands on the screen, and the answer to it, line by line."""
