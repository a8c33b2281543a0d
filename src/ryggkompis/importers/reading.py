"""The formats that can be taken in; one more is one module and one line here."""

import base64
import hashlib
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final, NamedTuple

from ryggkompis.content.errors import NoSuchFileError
from ryggkompis.importers.archive import is_archive, read_archive
from ryggkompis.importers.builder import Builder
from ryggkompis.importers.errors import UnknownFile
from ryggkompis.importers.found import TABLE, Found, Here
from ryggkompis.importers.known import (
    bearable,
    daylio,
    fitbit,
    garmin,
    google_fit,
    habits,
    health_connect,
    jrnl,
    records,
    samsung,
    step_tables,
    strava,
    withings,
    xml,
)
from ryggkompis.importers.known.refusing import refuse_unreadable
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.own import is_month, is_report, read_own_month, read_report
from ryggkompis.importers.source import HowFar, Source, called, opened
from ryggkompis.importers.tables import is_diary, read_diary

_HEAD: Final = 4096
"""Bytes that tell a file that is read in pieces from one that is read at once."""

_ENDS: Final = 1 << 16
"""Bytes of each end of a file that tell it from others."""


class Importer(NamedTuple):
    """One format."""

    knows: Callable[[Source], bool]
    """Tells whether a file is of this format; may raise when the file is broken."""
    read: Callable[[Source, Names, Builder], Found | None]
    """Puts what it finds into the builder; gives what cannot be joined with other files."""
    is_mapped: bool = False
    """It is read so also where it is said what is what."""
    program: str = TABLE
    """Whose file it is, where the file does not say it itself."""


# The most certain first: a month and a report name themselves, any table could be a diary.
IMPORTERS: Final = (
    Importer(is_month, read_own_month),
    Importer(is_report, read_report),
    Importer(fitbit.is_steps, fitbit.read_steps, program="fitbit"),
    Importer(fitbit.is_exercises, fitbit.read_exercises, program="fitbit"),
    Importer(google_fit.is_session, google_fit.read_session, program="google-fit"),
    Importer(garmin.is_days, garmin.read_days, program="garmin"),
    Importer(garmin.is_summary, garmin.read_summary, program="garmin"),
    Importer(samsung.is_samsung, samsung.read_samsung, is_mapped=True, program="samsung-health"),
    Importer(habits.is_harsh, habits.read_harsh, is_mapped=True, program="harsh"),
    Importer(habits.is_loop, habits.read_loop, is_mapped=True, program="loop"),
    Importer(jrnl.is_jrnl, jrnl.read_jrnl, program="jrnl"),
    Importer(daylio.is_daylio, daylio.read_daylio, program="daylio"),
    Importer(garmin.is_activities, garmin.read_activities, program="garmin"),
    Importer(strava.is_activities, strava.read_activities, program="strava"),
    Importer(withings.is_withings, withings.read_withings, program="withings"),
    Importer(google_fit.is_day, google_fit.read_day, program="google-fit"),
    Importer(records.is_record_table, records.read_record_table),
    Importer(step_tables.is_step_table, step_tables.read_step_table),
    Importer(bearable.is_bearable, bearable.read_bearable, is_mapped=True, program="bearable"),
    Importer(is_diary, read_diary, is_mapped=True),
)
"""Asked in this order; the first that knows the file reads it."""


def read_file(
    given: Path | bytes,
    here: Here,
    names: Names | None = None,
    name: str = "",
    how_far: HowFar | None = None,
) -> Found:
    """Read a file of any format that is known; nothing is written.

    Args:
        given: the file, or its bytes.
        here: the day and the time zone of the patient.
        names: what is what in a foreign file, from ``parse_mapping``; with it a table is read as it says.
        name: what the file is called in messages, where that is not its own name.
        how_far: is told how many hundredths of a large file have been read.

    Raises:
        ExpectedError: when it cannot be read, or holds nothing that can be taken in.

    """
    shown = called(given, name)
    harvest = Builder(shown, here)
    if isinstance(given, bytes):
        return _joined(io.BytesIO(given), shown, harvest, names or {})
    try:
        with opened(given, shown, how_far) as stream:
            return _joined(stream, shown, harvest, names or {})
    except ValueError as error:
        raise NoSuchFileError(file=shown) from error


def _joined(stream: IO[bytes], name: str, harvest: Builder, names: Names) -> Found:
    """Read a file, and remember which it was."""
    file = _told_from_others(stream)
    return harvest.joined(_read(stream, name, harvest, names)).of_file(file, names)


def _told_from_others(stream: IO[bytes]) -> str:
    """Sum up the size and both ends of a file: an export of a phone may be gigabytes."""
    size = stream.seek(0, os.SEEK_END)
    ends = []
    for place in (0, max(0, size - _ENDS)):
        stream.seek(place)
        ends.append(stream.read(_ENDS))
    stream.seek(0)
    return base64.b32encode(hashlib.sha256(b"%d " % size + b"".join(ends)).digest()[:10]).decode()


def _read(
    stream: IO[bytes], name: str, harvest: Builder, names: Names, *, is_inside: bool = False
) -> Found | None:
    head = stream.read(_HEAD)
    stream.seek(0)
    if xml.is_xml(head):
        xml.read_xml(stream, head, name, harvest)
        return None
    # No archive within an archive: one made for it would unpack for ever.
    if is_archive(head) and not is_inside:
        return read_archive(
            stream, harvest, lambda inner, called: _read(inner, called, harvest, names, is_inside=True)
        )
    if health_connect.is_database(head):
        health_connect.read_health_connect(stream, name, harvest)
        return None
    refuse_unreadable(head, name)
    source = Source.read(stream, name)
    for importer in IMPORTERS:
        if (importer.is_mapped or not names or source.looks_like_json) and importer.knows(source):
            harvest.program = importer.program
            found = importer.read(source, names, harvest)
            return found and found.by(importer.program)
    if "day" in names.values() and not source.looks_like_json:
        harvest.program = TABLE
        found = read_diary(source, names, harvest)
        return found and found.by(TABLE)
    raise UnknownFile(file=source.name)
