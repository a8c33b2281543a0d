"""What a patient does with the keys alone, each step after the words that ask for it."""

from tests.e2e.safety import none_in_the_window
from tests.e2e.terminal import Terminal

SAFETY = "Safety first"
FIRST_RUN = (
    ("Språk", "2"),
    ("What Ryggkompis is", "enter"),
    ("Does any of this fit you", "0"),
    ("careful with", "0"),
    (SAFETY,),
    ("When did it begin", "4"),
    ("Which leg", "1"),
    ("before the leg says stop", "8", "enter"),
    ("ordinary day", "20", "enter"),
    ("1 of 3", "enter"),
    ("2 of 3", "enter"),
    ("3 of 3", "enter"),
    ("ever had cancer", "0"),
    ("mark where it hurts", "0"),
)
CHECK_IN = (  # right after the first questions, whose safety list is not asked again
    ("Check in", "i"),
    ("compared with yesterday", "1"),
    ("reach", "2"),
    ("numbness", "1"),
    ("flare-up", "0"),
    ("wake you", "0"),
    ("leg hurt right now", "1"),
    ("back hurt right now", "3"),
    ("Is this right", "1"),
)


def take(terminal: Terminal, steps: tuple[tuple[str, ...], ...]) -> None:
    """Wait for each question and answer it."""
    for words, *keys in steps:
        terminal.until(words)
        if words == SAFETY:
            none_in_the_window(terminal)
        terminal.press(*keys)
