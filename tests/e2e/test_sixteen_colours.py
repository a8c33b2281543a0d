"""A terminal of sixteen colours: nothing vanishes into its ground, in any theme."""

from pathlib import Path

import pytest

from ryggkompis.store.places import Places
from ryggkompis.store.settings import change_settings
from ryggkompis.tui.themes import THEMES
from tests.e2e.conftest import Open
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.e2e
PAGES = {"1": "Relief", "2": "7-day mean", "3": "Walking", "4": "newest first", "6": "Language", "!": "113"}


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
def test_nothing_has_the_colour_of_its_ground(
    opened: Open, environ: dict[str, str], tmp_path: Path, theme: str
) -> None:
    change_settings(Places.find(None, environ), theme=theme, motion=False)
    with opened("demo", TERM="xterm", COLORTERM="") as terminal:
        for key, words in PAGES.items():
            terminal.until("Today")
            terminal.press(key)
            terminal.until(words)
            assert unseen(terminal) == "", f"on the page of {key}"
        assert b"38;2;" not in terminal.raw
        assert b"38;5;" not in terminal.raw


def unseen(terminal: Terminal) -> str:
    """Give every character whose colour is that of its ground."""
    cells = (cell for row in terminal.screen.buffer.values() for cell in row.values())
    return "".join(cell.data for cell in cells if cell.data.strip() and cell.fg == cell.bg)
