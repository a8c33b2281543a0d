"""Steps as JSON: what Fitbit's service answers, Fitbit's archive by the minute, Garmin's days."""

from collections.abc import Iterator
from datetime import UTC, date
from typing import Final

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import moment_of
from ryggkompis.importers.numbers import count_of
from ryggkompis.importers.source import Source

_SERVICE: Final = "activities-steps"
_FITBIT: Final = ("dateTime", "value")
_GARMIN: Final = ("calendarDate", "totalSteps")


def is_step_document(source: Source) -> bool:
    """Tell whether ``source`` is one of them."""
    return source.looks_like_json and next(_counts(source), None) is not None


def read_step_document(source: Source, names: Names, here: Here) -> Found:
    """Take the steps of each day; what is counted by the minute in UTC is put on the patient's own day."""
    del names
    harvest = Builder(source.name, here)
    for number, (maker, said, value) in enumerate(_counts(source), 1):
        harvest.rows = number
        harvest.steps(number, _day(said, here), maker, count_of(str(value)))
    return harvest.found()


def _counts(source: Source) -> Iterator[tuple[str, object, object]]:
    """Give maker, day and number of each count."""
    document = source.json
    days = document.get(_SERVICE) if isinstance(document, dict) else document
    for one in days if isinstance(days, list) else ():
        for maker, keys in (("Fitbit", _FITBIT), ("Garmin", _GARMIN)):
            if isinstance(one, dict) and set(keys) <= one.keys():
                yield maker, one[keys[0]], one[keys[1]]


def _day(said: object, here: Here) -> date | None:
    if isinstance(said, dict):  # Garmin's newer archives
        said = said.get("date")
    moment = moment_of(str(said), "month")
    if moment is None:
        return None
    if ":" in str(said):
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(here.zone)
    return moment.date()
