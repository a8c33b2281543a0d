"""What is printed: facts on standard output, everything else on standard error."""

import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final, TextIO

from ryggkompis.cli.errors import NoOutput, OutputLost
from ryggkompis.domain.base.text import shown

WIDEST: Final = 100
"""Columns that text is wrapped to at most; longer lines are hard to follow."""
NARROWEST: Final = 20
STANDARD_OUTPUT: Final = "-"
"""What stands for a file's name where a command is to print it."""
_wording: list[Callable[[str], str]] = []
"""How words are changed on their way out; see `worded`."""


@contextmanager
def worded(change: Callable[[str], str]) -> Iterator[None]:
    """Let ``change`` put every line in other words, until the end of the ``with``."""
    _wording.append(change)
    try:
        yield
    finally:
        _wording.remove(change)


def put(line: str) -> str:
    """Give ``line`` in the words that are wanted now."""
    for change in _wording:
        line = change(line)
    return line


def prepare() -> None:
    """Let nothing that a terminal cannot show, or a pipe not decode, stop a command."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def facts(line: str = "") -> None:
    """Print one line of what was asked for.

    Raises:
        NoOutput: when standard output is closed.

    """
    with _arriving():
        print(put(line), file=_out())


def told(line: str) -> None:
    """Say something beside the facts; where it cannot be said, what was done is done all the same."""
    if sys.stderr is None:
        return
    try:
        print(put(line), file=sys.stderr)
    except OSError:
        let_go(sys.stderr)


def print_json(value: Mapping[str, object]) -> None:
    """Print one JSON document on one line, in UTF-8 whatever the terminal speaks."""
    raw(json.dumps(value, ensure_ascii=False, allow_nan=False).encode() + b"\n")


def raw(data: bytes) -> None:
    """Print bytes as they are."""
    out = _out()
    with _arriving():
        out.flush()
        out.buffer.write(data)
        out.buffer.flush()


def finish(exit_status: int) -> int:
    """Send off what was printed, so that an output that is closed shows now, and give the status back."""
    if sys.stdout is not None:
        with _arriving():
            sys.stdout.flush()
    return exit_status


def let_go(stream: TextIO) -> None:
    """Give Python's own last flush a place to go, once ``stream`` has failed."""
    # Python flushes on its way out and would complain of the pipe once more.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


@contextmanager
def _arriving() -> Iterator[None]:
    """Tell an output that fails from everything else that can; a reader who leaves is no fault."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputLost(reason=error.strerror or type(error).__name__) from error


def _out() -> TextIO:
    # Python has none where the descriptor was closed before it started.
    if sys.stdout is None:
        raise NoOutput
    return sys.stdout


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether ``stream`` is a terminal."""
    return stream is not None and not stream.closed and stream.isatty()


def can_answer() -> bool:
    """Tell whether somebody sits at a terminal and sees what is asked."""
    return is_terminal(sys.stdin) and is_terminal(sys.stdout)


def can_show(text: str) -> bool:
    """Tell whether standard output has every character of ``text``."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def columns() -> int | None:
    """Give the width of the terminal that is printed to; None where lines are not wrapped."""
    if not is_terminal(sys.stdout):
        return None
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return None


def with_colour() -> bool:
    """Tell whether what is printed may carry colours."""
    return is_terminal(sys.stdout) and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def paragraphs(lines: Iterable[str], *, plain: bool) -> None:
    """Print lines of words, wrapped to the terminal with their own indent unless ``plain``."""
    width = None if plain else columns()
    for line in lines:
        for part in wrapped(shown(line), width):
            facts(part)


def wrapped(line: str, width: int | None) -> list[str]:
    """Break ``line`` into lines of at most ``width`` columns that stand under its first word."""
    if width is None or len(line) <= width:
        return [line]
    import textwrap

    words = line.lstrip(" ")
    indent = " " * (len(line) - len(words) + (2 if words.startswith("- ") else 0))
    first = " " * (len(line) - len(words))
    wrap = min(max(width, NARROWEST), WIDEST)
    return textwrap.wrap(words, wrap, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False)
