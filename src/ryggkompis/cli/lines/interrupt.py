"""Ctrl+C in plain lines: what a library swallowed on its way is raised at the next question instead."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_pressed: list[int] = []
"""One for each Ctrl+C that nothing has answered yet."""


@contextmanager
def stopping() -> Iterator[None]:
    """Remember each Ctrl+C until it is answered, within the ``with``; where it is ignored, it stays so."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, _press)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        stop_is_answered()


def stop_if_pressed() -> None:
    """Stop now, if Ctrl+C was pressed and nothing came of it."""
    if _pressed:
        stop_is_answered()
        raise KeyboardInterrupt


def stop_is_answered() -> None:
    """Forget each Ctrl+C: what it asked for has been done."""
    _pressed.clear()


def _press(number: int, _frame: object) -> None:
    _pressed.append(number)
    raise KeyboardInterrupt
