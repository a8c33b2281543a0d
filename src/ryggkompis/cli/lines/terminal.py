"""Where answers come from: a terminal, where only what follows a question answers it, or a pipe, in order."""

import math
import os
import sys
from contextlib import suppress
from typing import Final

from ryggkompis.cli.errors import NoMoreAnswers
from ryggkompis.cli.output import is_dumb, is_terminal, put, told
from ryggkompis.domain.base.text import shown
from ryggkompis.i18n.language import _

PAUSE: Final = 0.05
"""Seconds within which the lines of a paste follow each other."""
_MOST: Final = 65_536
_SEEN: Final = 4_096
"""Bytes of what was typed too early that are looked at; the rest is only dropped."""


def begin_question() -> None:
    """Drop what was typed before a question is seen: it was meant for another one. A pipe is left alone."""
    if _is_terminal() and _dropped().strip():
        told(_("What you typed before this question was left out."))


def read_line(question: str) -> str:
    """Ask on one line and give the line that is answered.

    Raises:
        NoMoreAnswers: when the answers end.

    """
    prompt = put(shown(question)) + " "
    if _has_lines() and is_terminal(sys.stdout) and not is_dumb():
        return _edited(prompt)
    if sys.stderr is not None:
        print(prompt, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not line:
        told("")
        raise NoMoreAnswers
    return line


def rest_of_paste() -> str:
    """Give the lines that came in one with the one just read: a paste keeps all of its lines."""
    return _waiting(PAUSE) if _is_terminal() else ""


def _edited(prompt: str) -> str:
    """Read a line in which the arrows move; none of the patient's words are remembered for the next."""
    if sys.platform != "win32":
        with suppress(ImportError):
            import readline

            readline.set_auto_history(False)
            readline.parse_and_bind("set enable-bracketed-paste off")
    sys.stderr.flush()
    try:
        return input(prompt)
    except EOFError:
        told("")
        raise NoMoreAnswers from None


def _is_terminal() -> bool:
    return is_terminal(sys.stdin)


def _has_lines() -> bool:
    """Tell whether lines are edited by us: the console of Windows does it by itself."""
    return sys.platform != "win32" and _is_terminal()


if sys.platform == "win32":
    import msvcrt
    import time

    def _dropped() -> str:
        # A long paste comes in pieces, and none of them was typed for the question that follows.
        early = _waiting(0)
        return early + _waiting(PAUSE) if early else ""

    def _waiting(pause: float) -> str:
        """Give what has been typed and not been read, until nothing more comes for ``pause`` seconds."""
        found, until = "", time.monotonic() + pause
        while msvcrt.kbhit() or time.monotonic() < until:
            if not msvcrt.kbhit():
                time.sleep(pause / 10)
                continue
            found, until = found + msvcrt.getwch(), time.monotonic() + pause
        return found.replace("\r", "\n")

else:
    import select
    import termios

    def _dropped() -> str:
        early = _waiting(0, _SEEN)
        with suppress(termios.error, OSError, ValueError):
            termios.tcflush(sys.stdin, termios.TCIFLUSH)
            # A long paste comes in pieces, and none of them was typed for the question that follows.
            while early and select.select([sys.stdin], [], [], PAUSE)[0]:
                termios.tcflush(sys.stdin, termios.TCIFLUSH)
        return early

    def _waiting(pause: float, most: float = math.inf) -> str:
        """Give what has been typed and not been read, until nothing more comes for ``pause`` seconds."""
        found = b""
        with suppress(OSError, ValueError):
            at = sys.stdin.fileno()
            while (
                len(found) < most and select.select([at], [], [], pause)[0] and (data := os.read(at, _MOST))
            ):
                found += data
        return found.decode(errors="replace")
