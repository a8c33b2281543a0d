"""The window's beginning and end: garbage is collected once it stands; it leaves the terminal as it was."""

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from threading import Timer
from typing import Final

from textual.app import App

_ASKED: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Signals that ask a program to end; SIGHUP says that its terminal is gone."""
_SHELLS_OWN: Final = 128
_PATIENCE: Final = 5.0
"""Seconds that leaving in good order may take."""
_MODES_OFF: Final = "\x1b[?1016l\x1b[?2048l\x1b[?25h"
"""The mouse by points and the reports of the window's size, which Textual 8.2 leaves on; and the cursor."""


def collect_from_now_on() -> None:
    """Collect garbage again, which `__main__` put off: a start makes much that stays.

    What the start has made is not looked through each time.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def leave_when_asked(app: App[None]) -> None:
    """Leave in good order on a signal, with the status that a shell gives it."""
    loop = asyncio.get_running_loop()
    for number in _ASKED:
        with suppress(NotImplementedError, RuntimeError):  # Windows, and a window that is only tested
            loop.add_signal_handler(number, partial(_leave, app, _SHELLS_OWN + number))


def _leave(app: App[None], status: int) -> None:
    """Leave in good order, and soon: a terminal that is gone can keep Textual waiting for ever.

    What was said to be saved is on the disk, so nothing is lost by ending at once.
    """
    at_once = Timer(_PATIENCE, os._exit, (status,))
    at_once.daemon = True
    at_once.start()
    app.exit(return_code=status)


@contextmanager
def leaving_as_it_was() -> Iterator[None]:
    """Reset, however the window is left, what Textual leaves on."""
    try:
        yield
    finally:
        terminal = sys.__stderr__  # where Textual draws
        if terminal is not None and not terminal.closed and terminal.isatty():
            with suppress(OSError):
                terminal.write(_MODES_OFF)
                terminal.flush()
