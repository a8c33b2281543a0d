"""Exports as XML, read piece by piece, for they may be gigabytes: Apple Health, GPX and TCX."""

import re
from collections.abc import Mapping
from typing import IO, Final, Protocol
from xml.parsers import expat

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.errors import BrokenXml, DeclaresEntity, TooLarge
from ryggkompis.importers.known.apple_health import AppleHealth
from ryggkompis.importers.known.tracks import Gpx, Tcx

_PIECE: Final = 1 << 16
_LIMIT: Final = 8 << 30
"""Bytes; twenty years of a watch are less."""
_WIDEST: Final = 1 << 20
"""Bytes that one element may have; the parser keeps it whole in memory."""
_MOST_TEXT: Final = 200
"""Signs of a text that matter; a name or a moment has fewer."""
_FIT: Final = re.compile(r"(?:.*/)?fit/.*")


class _Reader(Protocol):
    """What understands one kind of export."""

    def begin(self, line: int, tag: str, said: Mapping[str, str]) -> None:
        """Take the beginning of an element and what stands in it."""

    def end(self, line: int, tag: str, text: str) -> None:
        """Take the end of an element, and the text before it."""


class _Trap(Exception):
    """An entity is declared: a bomb, or a way to other files."""


def is_xml(head: bytes) -> bool:
    """Tell from its beginning whether a file is XML."""
    begun = (b"<?xml", b"<HealthData", b"<!DOCTYPE", b"<gpx", b"<TrainingCenterDatabase")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(begun)


def read_xml(stream: IO[bytes], head: bytes, name: str, harvest: Builder) -> None:
    """Take steps by day and source, and walks.

    Raises:
        BrokenXml, DeclaresEntity, TooLarge: when it is not whole, or is a trap.

    """
    parser = _parser(harvest, head)
    read = 0
    try:
        while piece := stream.read(_PIECE):
            read += len(piece)
            if read > _LIMIT:
                raise TooLarge(file=name, limit=_LIMIT >> 20)
            parser.Parse(piece)
            # Asked after every piece: the parser itself would keep an endless name until memory is gone.
            if read - parser.CurrentByteIndex > _WIDEST:
                raise BrokenXml(file=name, line=parser.CurrentLineNumber)
        parser.Parse(b"", True)  # noqa: FBT003 - that it is the last cannot be said by name
    except expat.ExpatError as error:
        raise BrokenXml(file=name, line=error.lineno) from error
    except _Trap as trap:
        raise DeclaresEntity(file=name, line=parser.CurrentLineNumber) from trap


def _parser(harvest: Builder, head: bytes) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    # Entities within entities grow to gigabytes, and an outside one reads other files.
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    if b"<TrainingCenterDatabase" in head:
        # Google Fit writes its walks so, in a folder of its own.
        harvest.program = "google-fit" if _FIT.fullmatch(harvest.inner.casefold()) else "tcx"
        _hear(parser, Tcx(harvest))
    elif b"<gpx" in head:
        harvest.program = "gpx"
        _hear(parser, Gpx(harvest))
    else:
        harvest.program = "apple-health"
        apple = AppleHealth(harvest)
        # Its records say it all where they begin, and there are millions of them.
        parser.StartElementHandler = lambda tag, said: apple.begin(parser.CurrentLineNumber, tag, said)
    return parser


def _hear(parser: expat.XMLParserType, reader: _Reader) -> None:
    text: list[str] = []

    def begin(tag: str, said: dict[str, str]) -> None:
        text.clear()
        reader.begin(parser.CurrentLineNumber, tag, said)

    def end(tag: str) -> None:
        reader.end(parser.CurrentLineNumber, tag, "".join(text).strip())
        text.clear()

    def hear(said: str) -> None:
        if sum(map(len, text)) < _MOST_TEXT:
            text.append(said[:_MOST_TEXT])

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, hear


def _refuse(*_: object) -> int:
    raise _Trap
