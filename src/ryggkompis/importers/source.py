"""A file that somebody hands over: never trusted, never larger than it may be."""

import io
import json
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import IO, Final, TypeAlias
from urllib.parse import unquote, urlsplit

from ryggkompis.content.errors import NoSuchFileError, NotAFileError
from ryggkompis.domain.base.text import shown_name
from ryggkompis.domain.base.value import Value
from ryggkompis.importers.errors import BrokenJson, CannotRead, EmptyFile, NotText, TooLarge

LIMIT: Final = 4 << 20
"""The largest file that is read, in bytes."""
_LONG: Final = re.compile(r"activities\.csv|.*summarizedactivities.*\.json|com\.samsung\..*\.csv")
"""Tables in which programs keep all that there ever was, in one."""
_LONG_LIMIT: Final = LIMIT * 8
LARGE: Final = LIMIT * 2
"""Bytes from which on it takes long enough to be told how far it has come."""
HowFar: TypeAlias = Callable[[int], object]
"""Is told how many hundredths of a file have been read."""
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_KEPT: Final = "\t\n\r\f"
_JSON: Final = re.compile(
    rb"\s*(?:\{|\[\s*(?:[\[{\"]|\]\s*\Z|(?:-?\d+(?:\.\d+)?|null|true|false)\s*(?:,|\]\s*\Z)))"
)
"""How JSON begins; a remark may begin with a bracket too: “[2026-11-02 08:00] It hurts”."""


class Source(Value, dict=True):
    """The bytes of a file and the name it goes by."""

    name: str
    """As it may be shown."""
    data: bytes

    @classmethod
    def of(cls, data: bytes, called: str) -> "Source":
        """Take ``data`` as it is.

        Raises:
            EmptyFile, TooLarge: when there is nothing to be read, or too much.

        """
        limit = _limit_of(called)
        if len(data) > limit:
            raise TooLarge(file=called, limit=limit >> 20)
        if not data.strip():
            raise EmptyFile(file=called)
        return cls(called, data)

    @classmethod
    def read(cls, stream: IO[bytes], name: str) -> "Source":
        """Read an open file, named as it may be shown.

        Raises:
            EmptyFile, TooLarge: when there is nothing to be read, or too much.

        """
        return cls.of(stream.read(_limit_of(name) + 1), name)

    @cached_property
    def text(self) -> str:
        """The file as text, whether it is UTF-8, UTF-16 or from an old Western spreadsheet.

        Raises:
            NotText: when it is none of these.

        """
        try:
            text = self.data.decode("utf-16" if self.data.startswith(_UTF_16) else "utf-8-sig")
        except UnicodeDecodeError:
            # What is not UTF-8 is nearly always an export of an old Western spreadsheet.
            text = self.data.decode("cp1252", "replace")
        if any(sign < " " and sign not in _KEPT for sign in text):
            raise NotText(file=self.name)
        return text

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, each with its end."""
        return self.text.splitlines(keepends=True)

    @cached_property
    def looks_like_json(self) -> bool:
        """The first sign is that of a JSON document."""
        return _JSON.match(self.data.removeprefix(b"\xef\xbb\xbf")) is not None

    @property
    def base(self) -> str:
        """The name of the file itself, in small letters, without folders and archive."""
        return _base(self.name)

    @cached_property
    def json(self) -> object:
        """The file as JSON.

        Raises:
            BrokenJson: when it is none.

        """
        try:
            return json.loads(self.text, parse_constant=_refuse)
        except json.JSONDecodeError as error:
            raise BrokenJson(file=self.name, line=error.lineno) from error
        except (ValueError, RecursionError) as error:
            raise BrokenJson(file=self.name, line=1) from error


def _base(name: str) -> str:
    return re.split(r"[/\\]|: ", name)[-1].casefold()


def _limit_of(name: str) -> int:
    return _LONG_LIMIT if _LONG.fullmatch(_base(name)) else LIMIT


def called(given: Path | bytes, name: str = "") -> str:
    """Name a file as it may be shown."""
    return shown_name(name or (str(given) if isinstance(given, Path) else "-"))


class _Counting(io.BufferedReader):
    """A large file that tells how much of it has been read."""

    def __init__(self, raw: io.FileIO, size: int, tell: HowFar) -> None:
        super().__init__(raw)
        self._hundredth, self._tell = max(size // 100, 1), tell
        self._got = self._told = 0

    def read(self, size: int | None = -1, /) -> bytes:
        """Read on, and tell each hundredth; the last is told by what comes of it."""
        piece = super().read(size)
        self._got += len(piece)
        percent = min(self._got // self._hundredth, 99)
        if percent > self._told:
            self._told = percent
            self._tell(percent)
        return piece


@contextmanager
def opened(path: Path, called: str, how_far: HowFar | None = None) -> Iterator[IO[bytes]]:
    """Open an ordinary file to be read; of a large one ``how_far`` is told how much has been.

    Raises:
        NoSuchFileError, NotAFileError, CannotRead: when that cannot be.

    """
    try:
        # Without blocking, so that a pipe nobody writes to cannot hold the program.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb", buffering=0) as raw:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                raise NotAFileError(file=called)
            if how_far is not None and about.st_size >= LARGE:
                yield _Counting(raw, about.st_size, how_far)
            else:
                yield io.BufferedReader(raw)
    except FileNotFoundError as error:
        raise NoSuchFileError(file=called) from error
    except OSError as error:
        if path.is_dir():  # which Windows takes for a file that may not be opened
            raise NotAFileError(file=called) from error
        raise CannotRead(file=called, reason=error) from error


def _refuse(_: str) -> object:
    raise ValueError  # NaN and Infinity are not JSON


def dropped(text: str) -> Path:
    """Read a path as it is typed, or as a terminal writes a file that is dropped on it."""
    if text.startswith("file://"):
        text = unquote(urlsplit(text).path)
    elif len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    elif not Path(text).exists():
        text = text.replace("\\ ", " ")
    return Path(text).expanduser()
