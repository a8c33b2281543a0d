"""The formats that can be taken in; one more is one module and one line here."""

import base64
import hashlib
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final, NamedTuple

from ryggkompis.importers.apple_health import is_apple_health, read_apple_health
from ryggkompis.importers.archive import is_archive, read_archive
from ryggkompis.importers.daylio import is_daylio, read_daylio
from ryggkompis.importers.errors import NoSuchFile, UnknownFile
from ryggkompis.importers.found import SOURCE, TABLE, Found, Here
from ryggkompis.importers.garmin import is_activities, read_activities
from ryggkompis.importers.habits import is_harsh, is_loop, read_harsh, read_loop
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.own import is_month, is_report, read_own_month, read_report
from ryggkompis.importers.pain_csv import is_diary, read_diary
from ryggkompis.importers.source import Source, called, opened
from ryggkompis.importers.step_documents import is_step_document, read_step_document
from ryggkompis.importers.step_tables import is_step_table, read_step_table

_HEAD: Final = 512
"""Bytes that tell a file that is read in pieces from one that is read at once."""


_ENDS: Final = 1 << 16
"""Bytes of each end of a file that tell it from others."""
_MAKERS: Final = {"Fitbit": "fitbit", "Garmin": "garmin", "Google Fit": "google-fit"}
"""Who counted, to the program whose file it is."""


class Importer(NamedTuple):
    """One format."""

    knows: Callable[[Source], bool]
    """Tells whether a file is of this format; may raise when the file is broken."""
    read: Callable[[Source, Names, Here], Found]
    is_mapped: bool = False
    """It has to be said what is what."""
    program: str = TABLE
    """Whose file it is."""


# The most certain first: a month and a report name themselves, any table could be a diary.
IMPORTERS: Final = (
    Importer(is_month, read_own_month),
    Importer(is_report, read_report),
    Importer(is_step_document, read_step_document),
    Importer(is_harsh, read_harsh, is_mapped=True, program="harsh"),
    Importer(is_loop, read_loop, is_mapped=True, program="loop"),
    Importer(is_daylio, read_daylio, program="daylio"),
    Importer(is_activities, read_activities, program="garmin"),
    Importer(is_step_table, read_step_table),
    Importer(is_diary, read_diary, is_mapped=True),
)
"""Asked in this order; the first that knows the file reads it."""


def read_file(given: Path | bytes, here: Here, names: Names | None = None, name: str = "") -> Found:
    """Read a file of any format that is known; nothing is written.

    Args:
        given: the file, or its bytes.
        here: the day and the time zone of the patient.
        names: what is what in a foreign file, from ``parse_mapping``; with it a table is read as it says.
        name: what the file is called in messages, where that is not its own name.

    Raises:
        ExpectedError: when it cannot be read, or holds nothing that can be taken in.

    """
    shown = called(given, name)
    if isinstance(given, bytes):
        return _known(io.BytesIO(given), shown, here, names or {})
    try:
        with opened(given, shown) as stream:
            return _known(stream, shown, here, names or {})
    except ValueError as error:
        raise NoSuchFile(file=shown) from error


def _known(stream: IO[bytes], name: str, here: Here, names: Names) -> Found:
    """Read a file, and remember which it was."""
    file = _told_from_others(stream)
    return _read(stream, name, here, names).of_file(file, names)


def _told_from_others(stream: IO[bytes]) -> str:
    """Sum up the size and both ends of a file: an export of a phone may be gigabytes."""
    size = stream.seek(0, os.SEEK_END)
    ends = []
    for place in (0, max(0, size - _ENDS)):
        stream.seek(place)
        ends.append(stream.read(_ENDS))
    stream.seek(0)
    return base64.b32encode(hashlib.sha256(b"%d " % size + b"".join(ends)).digest()[:10]).decode()


def _read(stream: IO[bytes], name: str, here: Here, names: Names, *, is_inside: bool = False) -> Found:
    head = stream.read(_HEAD)
    stream.seek(0)
    if is_apple_health(head):
        return read_apple_health(stream, name, here).by("apple-health")
    # No archive within an archive: one made for it would unpack for ever.
    if is_archive(head) and not is_inside:
        return read_archive(
            stream, name, lambda inner, called: _read(inner, called, here, names, is_inside=True)
        )
    source = Source.read(stream, name)
    for importer in IMPORTERS:
        if (importer.is_mapped or not names or source.looks_like_json) and importer.knows(source):
            found = importer.read(source, names, here)
            maker = next((_MAKERS.get(str(line.get(SOURCE))) for line in found.lines), None)
            return found.by(maker or importer.program)
    raise UnknownFile(file=source.name)
