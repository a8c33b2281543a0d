"""What is printed: facts on standard output, everything else on standard error."""

import codecs
import errno
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
_IN_OTHER_SIGNS: Final = "ryggkompis"
"""What Python calls our way with a sign that a stream does not have."""
_OLDER: Final = "ryggkompis_older"
"""What Python calls our way with bytes that are no UTF-8."""
_wording: list[Callable[[str], str]] = []
"""How words are changed on their way out; see `worded`."""
_COLOURS: Final = 4
"""ENABLE_VIRTUAL_TERMINAL_PROCESSING, as Windows names it."""


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
    """Speak as the terminal does, and UTF-8 with all else; let no character stop a command."""
    codecs.register_error(_OLDER, _as_older)
    codecs.register_error(_IN_OTHER_SIGNS, _in_other_signs)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        is_theirs = is_terminal(stream) or "PYTHONIOENCODING" in os.environ
        if stream is not sys.stdin:
            stream.reconfigure(encoding=stream.encoding if is_theirs else "utf-8", errors=_IN_OTHER_SIGNS)
        elif is_theirs:
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8-sig", errors=_OLDER)


def _as_older(error: UnicodeError) -> tuple[str, int]:
    """Read what is not UTF-8 as Windows’ own commands write it into a pipe; elsewhere nothing is guessed."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    older = error.object[error.start : error.end]
    return older.decode("oem" if sys.platform == "win32" else "utf-8", "replace"), error.end


def _in_other_signs(error: UnicodeError) -> tuple[str | bytes, int]:
    """Write what a stream has no sign for in signs that every stream has: “ as a plain quote, – as a dash."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from ryggkompis.pictures.glyphs import ascii_text

    return ascii_text(error.object[error.start : error.end]), error.end


def facts(line: str = "") -> None:
    """Print what was asked for in words: a terminal that is too narrow breaks between them.

    Raises:
        NoOutput: when standard output is closed.

    """
    width = columns()
    for part in (part for one in put(line).split("\n") for part in wrapped(one, width)):
        _print(part)


def as_is(text: str) -> None:
    """Print what is no sentence, and would be spoilt by other breaks: a drawing, a script, a path.

    Raises:
        NoOutput: when standard output is closed.

    """
    _print(put(text))


def _print(text: str) -> None:
    with _arriving():
        print(text, file=_out())


def told(line: str) -> None:
    """Say something beside the facts; where it cannot be said, what was done is done all the same."""
    if sys.stderr is None:
        return
    try:
        print(*wrapped(put(line), columns(sys.stderr)), sep="\n", file=sys.stderr)
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
    except OSError as error:
        if isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL):
            raise BrokenPipeError from error  # Windows calls it a bad argument
        raise OutputLost(reason=error) from error


def _out() -> TextIO:
    # Python has none where the descriptor was closed before it started.
    if sys.stdout is None:
        raise NoOutput
    return sys.stdout


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether ``stream`` is a terminal."""
    if stream is None or stream.closed or not stream.isatty():
        return False
    # Windows says so of NUL, too, where nobody reads and nobody answers; a console is no file.
    raw = getattr(getattr(stream, "buffer", None), "raw", None)
    return sys.platform != "win32" or not isinstance(raw, io.FileIO)


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


def columns(stream: TextIO | None = None) -> int | None:
    """Give the width of a terminal, standard output otherwise; None where lines stay whole."""
    stream = stream or sys.stdout
    if not is_terminal(stream):
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except OSError:
        return None


def with_colour() -> bool:
    """Tell whether what is printed may carry colours."""
    if not is_terminal(sys.stdout) or "NO_COLOR" in os.environ or is_dumb():
        return False
    return sys.platform != "win32" or _has_turned_on_colours()


def is_dumb() -> bool:
    """Tell whether the terminal says that it moves no cursor, or does not say what it is."""
    return os.environ.get("TERM", "dumb" if os.name == "posix" else "") in {"dumb", "unknown"}


def _has_turned_on_colours() -> bool:
    """Let the console of Windows understand colours: an older one shows signs until it is told to."""
    if sys.platform != "win32":
        return False
    import ctypes
    import msvcrt

    console, mode = ctypes.c_void_p(msvcrt.get_osfhandle(sys.stdout.fileno())), ctypes.c_ulong()
    kernel = ctypes.windll.kernel32
    has_mode = kernel.GetConsoleMode(console, ctypes.byref(mode))
    return bool(has_mode and kernel.SetConsoleMode(console, mode.value | _COLOURS))


def paragraphs(lines: Iterable[str]) -> None:
    """Print lines of words, wrapped to the terminal with their own indent."""
    for line in lines:
        facts(shown(line))


def wrapped(line: str, width: int | None) -> list[str]:
    """Break ``line`` between words into lines of at most ``width`` columns, under its first word."""
    if width is None or len(line) <= width:
        return [line]
    from textwrap import TextWrapper

    words = line.lstrip(" ")
    first = " " * (len(line) - len(words))
    below = first + ("  " if words.startswith("- ") else "")
    width = min(max(width, NARROWEST), WIDEST)
    return TextWrapper(width, first, below, break_long_words=False, break_on_hyphens=False).wrap(words)
