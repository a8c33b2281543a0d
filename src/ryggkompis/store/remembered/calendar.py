"""What was given to a phone's calendar: under whose ids, and which of it may still ring."""

from collections.abc import Mapping
from datetime import date

from ryggkompis.domain.base.value import Value
from ryggkompis.store.places import Places
from ryggkompis.store.remembered.files import read_remembered, write_remembered
from ryggkompis.store.remembered.names import CALENDAR
from ryggkompis.store.seal import Seal


class Given(Value):
    """What the files of reminders held that were written here."""

    name: str
    """Stands in every id, and in nobody else's: two people may share a calendar."""
    until: Mapping[str, date] = {}
    """Key of a reminder to the last day on which it was to ring."""


def read_given(places: Places, seal: Seal) -> Given | None:
    """Read what was given; None where nothing was, or nothing can be read."""
    given: Given | None = read_remembered(places, seal, CALENDAR, Given)
    return given


def write_given(places: Places, seal: Seal, given: Given) -> None:
    """Keep what was given; where the disk refuses, the file is written all the same."""
    write_remembered(places, seal, CALENDAR, given)
