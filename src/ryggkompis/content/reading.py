"""YAML, narrowed to what people write: keys, lists, text, whole numbers, ``true`` and ``false``.

``no`` and ``12:30`` stay text, and every value knows its line.
"""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, TypeAlias

import yaml

from ryggkompis.content.errors import (
    ContentError,
    IndirectError,
    NoSuchFileError,
    NotAFileError,
    NotTextError,
    NotYamlError,
    RepeatedKeyError,
    TooDeepError,
    TooLargeError,
    UnreadableError,
    WantsTextError,
)
from ryggkompis.domain.base.value import Value

Tree: TypeAlias = "bool | int | str | list[Tree] | dict[str, Tree] | None"
KeyPath: TypeAlias = tuple[str | int, ...]
"""Where in a tree: keys, and positions in lists from 0."""

LARGEST: Final = 1024 * 1024
"""Bytes."""
DEEPEST: Final = 16

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# YAML's own “no”, “on” and 12:30 have turned words into truth and numbers in too many files.
_WORDS: Final[Mapping[str, Tree]] = {"true": True, "false": False, "null": None, "~": None, "": None}
_WHOLE: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")


class Document(Value):
    """What a file says, and on which lines."""

    file: str
    tree: Tree
    lines: Mapping[KeyPath, int]

    def line(self, place: KeyPath) -> int:
        """Give the line of ``place``, or of the nearest thing around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def fault(self, kind: type[ContentError], place: KeyPath, **values: object) -> ContentError:
        """Word a fault at ``place`` with its file, line and field."""
        field = _field(self.tree, place)
        return kind(file=self.file, line=self.line(place), field=field, **values)


def read_yaml(path: Path, largest: int = LARGEST) -> Document:
    """Read ``path`` of at most ``largest`` bytes, or refuse it with the line at fault."""
    return read_text(decoded(read_bytes(path, largest), str(path)), str(path))


def read_text(text: str, file: str) -> Document:
    """Read ``text``, which is of ``file``, or refuse it with the line at fault."""
    builder = _Builder(file, text)
    try:
        tree = builder.document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise NotYamlError(file=file, line=mark.line + 1 if mark else 1, problem=problem) from error
    return Document(file, tree, builder.lines)


def read_bytes(path: Path, largest: int) -> bytes:
    """Read an ordinary file of at most ``largest`` bytes, or refuse it."""
    file = str(path)
    try:
        # Without blocking, so that a pipe nobody writes to cannot hold the program.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise NotAFileError(file=file)
            content = stream.read(largest + 1)
    except FileNotFoundError as error:
        raise NoSuchFileError(file=file) from error
    except OSError as error:
        if path.is_dir():  # which Windows takes for a file that may not be opened
            raise NotAFileError(file=file) from error
        raise UnreadableError(file=file, problem=error) from error
    if len(content) > largest:
        raise TooLargeError(file=file, limit=largest // 1024)
    return content


def decoded(content: bytes, file: str) -> str:
    """Give the text that the bytes of ``file`` hold, or refuse it with the line at fault."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotTextError(file=file, line=content.count(b"\n", 0, error.start) + 1) from error
    if odd := _UNPRINTABLE.search(text):
        raise NotTextError(file=file, line=text.count("\n", 0, odd.start()) + 1)
    return text


def _field(tree: Tree, place: KeyPath) -> str:
    """Name a place as people would: ids for items that have one, else positions from 1."""
    names = []
    for step in place:
        if isinstance(step, int):
            tree = tree[step] if isinstance(tree, list) and step < len(tree) else None
            names.append(str((isinstance(tree, dict) and tree.get("id")) or step + 1))
        else:
            tree = tree.get(step) if isinstance(tree, dict) else None
            names.append(step)
    return ".".join(names) or "-"


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Builder:
    """Builds one tree from the parser's events, noting the line of every key and item."""

    def __init__(self, file: str, text: str) -> None:
        """Start at the first event of ``text``."""
        self.lines: dict[KeyPath, int] = {}
        self._file = file
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)

    def document(self) -> Tree:
        """Build the one document of the file; an empty file is ``None``."""
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        tree = self._value(next(self._events), ())
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise NotYamlError(file=self._file, line=_line(after), problem="a second document begins")
        return tree

    def _value(self, event: yaml.Event, place: KeyPath) -> Tree:
        line = self.lines.setdefault(place, _line(event))
        # An anchor can make a small file a huge tree, and a tag can ask for any class.
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            raise self._fault(IndirectError, place, line)
        if len(place) > DEEPEST:
            raise self._fault(TooDeepError, place, line)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(place)
        return self._mapping(place)

    def _list(self, place: KeyPath) -> list[Tree]:
        items: list[Tree] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*place, len(items))))
        return items

    def _mapping(self, place: KeyPath) -> dict[str, Tree]:
        mapping: dict[str, Tree] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = _line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise self._fault(WantsTextError, place, line)
            here = (*place, event.value)
            if event.anchor or event.tag:
                raise self._fault(IndirectError, here, line)
            if event.value in mapping:
                raise self._fault(RepeatedKeyError, here, line)
            self.lines[here] = line
            mapping[event.value] = self._value(next(self._events), here)
        return mapping

    def _fault(self, kind: type[ContentError], place: KeyPath, line: int) -> ContentError:
        return kind(file=self._file, line=line, field=_field(None, place))


def _scalar(event: yaml.ScalarEvent) -> Tree:
    text: str = event.value
    if not event.implicit[0]:
        return text
    if _WHOLE.fullmatch(text):
        return int(text)
    return _WORDS.get(text, text)
