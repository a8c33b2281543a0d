"""The formats that can be taken in; one more is one module and one line here."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from ryggkompis.importers.errors import UnknownFile
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.own import is_month, is_report, read_month, read_report
from ryggkompis.importers.pain_csv import is_diary, read_diary
from ryggkompis.importers.source import Source


class Importer(NamedTuple):
    """One format."""

    knows: Callable[[Source], bool]
    """Tells whether a file is of this format; may raise when the file is broken."""
    read: Callable[[Source, Names, Here], Found]


IMPORTERS: Final = (
    Importer(is_month, read_month),
    Importer(is_report, read_report),
    Importer(is_diary, read_diary),
)
"""Asked in this order; the first that knows the file reads it."""


def read_file(given: Path | bytes, here: Here, names: Names | None = None, name: str = "") -> Found:
    """Read a file of any format that is known; nothing is written.

    Args:
        given: the file, or its bytes.
        here: the day and the time zone of the patient.
        names: which numbers of a foreign diary are the leg and which the back, from ``parse_mapping``.
        name: what the file is called in messages, where that is not its own name.

    Raises:
        ExpectedError: when it cannot be read, or holds nothing that can be taken in.

    """
    source = Source.of(given, name)
    for importer in IMPORTERS:
        if importer.knows(source):
            return importer.read(source, names or {}, here)
    raise UnknownFile(file=source.name)
