"""Daylio's export: a mood, activities and words for each entry, kept as a note."""

import base64
import html
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from ryggkompis.i18n.language import _
from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import heading, read_table
from ryggkompis.importers.errors import BrokenJson
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import clock_of, moment_of
from ryggkompis.importers.source import Source
from ryggkompis.importers.where import Where

_COLUMNS: Final = ("full_date", "time", "mood", "activities", "note")
_MAKER: Final = "Daylio"
BACKUP: Final = "backup.daylio"
_MOODS: Final = {1: "rad", 2: "good", 3: "meh", 4: "bad", 5: "awful"}
"""Daylio's own moods, by their numbers in its backup."""
_TAGS: Final = re.compile(r"<[^<>]{0,200}>")
"""Signs of how a note looks."""


def is_daylio(source: Source) -> bool:
    """Tell whether ``source`` is one of Daylio's."""
    return not source.looks_like_json and set(_COLUMNS) <= set(heading(source))


def read_daylio(source: Source, names: Names, harvest: Builder) -> None:
    """Make one note of each entry; a mood is no number of pain."""
    del names
    table = read_table(source)
    for row in table.rows:
        harvest.rows += 1
        cells = {name: cell.strip() for name, cell in zip(table.head, row.cells, strict=False)}
        day, clock = moment_of(cells.get("full_date", "")), clock_of(cells.get("time", ""))
        at = day.replace(hour=clock.hour, minute=clock.minute) if day and clock else day
        said = tuple(cells.get(name, "") for name in ("mood", "activities", "note_title", "note"))
        where = Where(row.line, at if clock else day and day.date(), _MAKER, cells.get("full_date", ""))
        harvest.note(where, _text(*said), said)


def read_backup(data: bytes, harvest: Builder) -> None:
    """Make the same notes of Daylio's own backup: JSON, written as base64.

    Raises:
        BrokenJson: when it is not.

    """
    harvest.program = "daylio"
    try:
        decoded = base64.b64decode(data, validate=False)
    except ValueError as error:
        raise BrokenJson(file=harvest.file, line=1) from error
    document = Source.of(decoded, harvest.file).json
    if not isinstance(document, dict):
        raise BrokenJson(file=harvest.file, line=1)
    moods, tags = (_named(document.get(key)) for key in ("customMoods", "tags"))
    for number, one in enumerate(_listed(document.get("dayEntries")), 1):
        harvest.rows += 1
        activities = one.get("tags")
        done = [tags.get(tag, "") for tag in activities] if isinstance(activities, list) else []
        title, note = (
            _TAGS.sub("\n", html.unescape(str(one.get(key) or ""))) for key in ("note_title", "note")
        )
        said = (moods.get(one.get("mood"), ""), " | ".join(filter(None, done)), title.strip(), note.strip())
        harvest.note(Where(number, _moment(one), _MAKER), _text(*said), said)


def _named(document: object) -> dict[object, str]:
    """Give the names of moods or activities by their numbers."""
    named: dict[object, str] = {}
    for one in _listed(document):
        number = one.get("predefined_name_id")
        usual = _MOODS.get(number, "") if isinstance(number, int) else ""
        key = one.get("id")
        if isinstance(key, int):
            named[key] = str(one.get("custom_name") or one.get("name") or usual)
    return named


def _listed(document: object) -> Iterator[Mapping[str, object]]:
    for one in document if isinstance(document, list) else ():
        if isinstance(one, dict):
            yield one


def _moment(one: Mapping[str, object]) -> datetime | None:
    """Give the moment on the clock of the phone; its months begin at zero."""
    match [one.get(key) for key in ("year", "month", "day", "hour", "minute")]:
        case [int(year), int(month), int(day), int(hour), int(minute)]:
            try:
                return datetime(year, month + 1, day, hour, minute)  # noqa: DTZ001 - the patient's own clock
            except (ValueError, OverflowError):
                return None
        case _:
            return None


def _text(mood: str, activities: str, title: str, note: str) -> str:
    parts = (_("Mood: {mood}").format(mood=mood) if mood else "", activities, title, note)
    return ". ".join(" ".join(part.replace("|", ",").split()).replace(" ,", ",") for part in parts if part)
