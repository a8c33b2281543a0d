"""Daylio's export: a mood, activities and words for each entry, kept as a note."""

from typing import Final

from ryggkompis.i18n.language import _
from ryggkompis.importers.builder import Builder, Where
from ryggkompis.importers.csv_table import heading, read_table
from ryggkompis.importers.errors import NothingCounted, NothingUsable
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import clock_of, moment_of
from ryggkompis.importers.source import Source

_COLUMNS: Final = ("full_date", "time", "mood", "activities", "note")
_MAKER: Final = "Daylio"


def is_daylio(source: Source) -> bool:
    """Tell whether ``source`` is one of Daylio's."""
    return not source.looks_like_json and set(_COLUMNS) <= set(heading(source))


def read_daylio(source: Source, names: Names, here: Here) -> Found:
    """Make one note of each entry; a mood is no number of pain."""
    del names
    table = read_table(source)
    harvest = Builder(source.name, here, rows=len(table.rows))
    for row in table.rows:
        cells = {name: cell.strip() for name, cell in zip(table.head, row.cells, strict=False)}
        day, clock = moment_of(cells.get("full_date", "")), clock_of(cells.get("time", ""))
        at = day.replace(hour=clock.hour, minute=clock.minute) if day and clock else day
        said = tuple(cells.get(name, "") for name in ("mood", "activities", "note_title", "note"))
        where = Where(row.line, at if clock else day and day.date(), _MAKER)
        harvest.note(where, _text(*said), said)
    try:
        return harvest.found()
    except NothingCounted as nothing:
        raise NothingUsable(file=source.name) from nothing


def _text(mood: str, activities: str, title: str, note: str) -> str:
    parts = (_("Mood: {mood}").format(mood=mood) if mood else "", activities, title, note)
    return ". ".join(" ".join(part.replace("|", ",").split()).replace(" ,", ",") for part in parts if part)
