"""What needs a terminal is asked in it from the window, and then the window is there again."""

from pathlib import Path

import pytest

from tests.e2e.conftest import Open

pytestmark = pytest.mark.e2e


def test_the_window_locks_the_diary_in_the_terminal_and_comes_back(
    opened: Open, known_since_yesterday: None
) -> None:
    with opened(rows=24) as terminal:
        terminal.until("Walk 1")
        terminal.press("6")
        terminal.until("Your diary is in", "Lock or unlock")
        terminal.press("d")
        terminal.until("Nothing is wrong with it.", "Press Enter to go back to the window.")
        terminal.press("enter")
        terminal.until("Your diary is in", "Lock or unlock")
        terminal.press("l")
        terminal.until("New passphrase:")
        # Left unanswered: nothing is locked, and it is said.
        terminal.press("ctrl+c")
        terminal.until("Press Enter to go back to the window.")
        terminal.press("enter")
        terminal.until("Your diary is in")
        terminal.press("q")
        assert terminal.left() == 0


def test_erasing_everything_from_the_window_is_asked_first(
    opened: Open, known_since_yesterday: None, tmp_path: Path
) -> None:
    with opened(rows=24) as terminal:
        terminal.until("Walk 1")
        terminal.press("6")
        terminal.until("Lock or unlock")
        terminal.press("X")
        terminal.until("Write the word ERASE to go on:")
        terminal.press("no", "enter")
        terminal.until("Press Enter to go back to the window.")
        terminal.press("enter")
        terminal.until("Your diary is in")
        terminal.press("q")
        assert terminal.left() == 0
    assert list((tmp_path / "home" / "journal").glob("*.json"))
