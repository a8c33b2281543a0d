"""Locking, reading and unlocking at a terminal, with a passphrase that is typed and never shown."""

import pytest

from tests.e2e.conftest import Open

pytestmark = pytest.mark.e2e
PASSPHRASE = "tre gule støvler"


def locked(opened: Open) -> str:
    """Lock at the terminal, and give the recovery key that was shown."""
    with opened("lock", "--hint", "hall", columns=100) as terminal:
        for words in ("New passphrase:", "Once more:"):
            terminal.until(words)
            terminal.press(PASSPHRASE, "enter")
        terminal.until("Is it written down?")
        key = next(line for line in terminal.text.splitlines() if "AGE-SECRET-KEY-1" in line).strip()
        terminal.press("1", "enter")
        terminal.until("Recovery key:")
        assert key not in terminal.text  # it is on paper now
        terminal.press(key.removesuffix(key[-1]), "enter")
        terminal.until("That is not the same.", "Recovery key:")
        terminal.press(f"{key[:9].lower()} {key[9:]}", "enter")
        assert terminal.left() == 0
        assert "The diary is locked." in terminal.text
        assert PASSPHRASE.encode() not in terminal.raw
    return key


def test_a_journal_is_locked_read_and_unlocked_at_the_terminal(opened: Open, diary: None) -> None:
    key = locked(opened)
    with opened("plan") as terminal:
        terminal.until("Your hint: hall", "Passphrase:")
        terminal.press("something else", "enter")
        # What is typed before the question is asked anew is thrown away, as it should be.
        terminal.until("That passphrase does not open the diary.\nPassphrase:")
        terminal.press(PASSPHRASE, "enter")
        assert terminal.left() == 0
        assert "Suggested" in terminal.text
    with opened("unlock") as terminal:
        terminal.until("Passphrase:")
        terminal.press(key, "enter")
        assert terminal.left() == 0
        assert "The diary is open" in terminal.text
    with opened("plan") as terminal:
        assert terminal.left() == 0


def test_whom_to_call_is_seen_before_the_passphrase_is_known(opened: Open, diary: None) -> None:
    locked(opened)
    with opened("4", "2") as terminal:
        terminal.until("Saved: Check-in: leg 4 · back 2", "Write ! to see whom to call")
        terminal.press("!", "enter")
        terminal.until("113", "Passphrase:")
        terminal.press(PASSPHRASE, "enter")
        terminal.until("Does any of these fit?")
        terminal.press("ctrl+c")
        terminal.left()


def test_a_key_that_is_not_on_paper_locks_nothing(opened: Open, diary: None) -> None:
    with opened("lock") as terminal:
        for words in ("New passphrase:", "Once more:"):
            terminal.until(words)
            terminal.press(PASSPHRASE, "enter")
        terminal.until("Is it written down?")
        terminal.press("0", "enter")
        assert terminal.left() == 2
    with opened("plan") as terminal:
        assert terminal.left() == 0
        assert "Suggested" in terminal.text


def test_two_different_passphrases_lock_nothing(opened: Open) -> None:
    with opened("lock") as terminal:
        terminal.until("New passphrase:")
        terminal.press(PASSPHRASE, "enter")
        terminal.until("Once more:")
        terminal.press("another one", "enter")
        assert terminal.left() == 2
        assert "not the same" in terminal.text


def test_ctrl_c_at_the_passphrase_is_no_traceback(opened: Open) -> None:
    with opened("lock") as terminal:
        terminal.until("New passphrase:")
        terminal.press("ctrl+c")
        assert terminal.left() == 130
        assert b"Traceback" not in terminal.raw
