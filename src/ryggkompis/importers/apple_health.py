"""Apple Health's export: steps and walks, read piece by piece, for it may be gigabytes."""

from collections.abc import Mapping
from datetime import datetime
from typing import IO, Final
from xml.parsers import expat

from ryggkompis.importers.builder import Builder, Where
from ryggkompis.importers.errors import BrokenXml, TooLarge
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.numbers import parse_number

_PIECE: Final = 1 << 16
_LIMIT: Final = 8 << 30
"""Bytes; twenty years of a watch are less."""
_WIDEST: Final = 1 << 20
"""Bytes that one element may have; the parser keeps it whole in memory."""
_STEPS: Final = "HKQuantityTypeIdentifierStepCount"
_WALKS: Final = ("HKWorkoutActivityTypeWalking", "HKWorkoutActivityTypeHiking")
_MINUTES: Final[Mapping[str, float]] = {"min": 1, "s": 1 / 60, "sec": 1 / 60, "hr": 60, "h": 60}
_WRITTEN: Final = "%Y-%m-%d %H:%M:%S %z"


def is_apple_health(head: bytes) -> bool:
    """Tell from its beginning whether a file is XML."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"<?xml", b"<HealthData", b"<!DOCTYPE"))


def read_apple_health(stream: IO[bytes], name: str, here: Here) -> Found:
    """Take steps by day and source, and walks; a day is that of the phone's own clock.

    Raises:
        BrokenXml, TooLarge: when it is not whole, or is a trap.
        NothingCounted: when it has neither steps nor walks.

    """
    harvest = Builder(name, here)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, said: _take(harvest, parser.CurrentLineNumber, tag, said)
    # Entities within entities grow to gigabytes, and an outside one reads other files.
    parser.EntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
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
        raise BrokenXml(file=name, line=parser.CurrentLineNumber) from trap
    return harvest.found()


class _Trap(Exception):
    """An entity is declared: a bomb, or a way to other files."""


def _refuse(*_: object) -> int:
    raise _Trap


def _take(harvest: Builder, line: int, tag: str, said: Mapping[str, str]) -> None:
    harvest.rows += tag in {"Record", "Workout"}
    source = said.get("sourceName", "")
    if tag == "Record" and said.get("type") == _STEPS:
        number, at = parse_number(said.get("value", "")), _moment(said.get("startDate", ""))
        harvest.steps(line, at and at.date(), source, None if number is None else int(number))
    elif tag == "Workout" and said.get("workoutActivityType") in _WALKS:
        took = parse_number(said.get("duration", "")[:12])
        minutes = None if took is None else float(took) * _MINUTES.get(said.get("durationUnit", "min"), 1)
        harvest.walk(Where(line, _moment(said.get("startDate", "")), source), minutes)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _WRITTEN)  # noqa: DTZ007 - it carries its offset
    except ValueError:
        return None
