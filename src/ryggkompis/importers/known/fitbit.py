"""Fitbit: what its service answers, and the steps and walks of its archive; its moments are in UTC."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Final

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import heading, read_table
from ryggkompis.importers.errors import UnnamedCounts
from ryggkompis.importers.known.walking import is_walk
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import in_utc, moment_of, positive
from ryggkompis.importers.numbers import parse_number, whole
from ryggkompis.importers.source import Source
from ryggkompis.importers.where import Where

_SERVICE: Final = "activities-steps"
_KEYS: Final = {"dateTime", "value"}
_NAMED: Final = re.compile(r"(?:.*[^a-z])?(?:steps|skritt)(?:[^a-z].*)?")
"""Its archive has distance, height and minutes in the same shape: only the file's name tells them apart."""
_TABLE: Final = ("timestamp", "steps")
_EXERCISE: Final = {"activityName", "startTime", "duration"}
_KINDS: Final = frozenset({90_013, 90_012})
"""How it numbers walks and hikes, whatever they are called."""
_MINUTE: Final = 60
_MS: Final = 1000
_DAY: Final = 86_400 * _MS
_MAKER: Final = "Fitbit"


def is_steps(source: Source) -> bool:
    """Tell whether ``source`` is one of its files of counts."""
    if not source.looks_like_json:
        return source.base.startswith("steps") and set(_TABLE) <= set(heading(source))
    return next(_counts(source), None) is not None


def read_steps(source: Source, names: Names, harvest: Builder) -> None:
    """Take the steps; what is counted by the minute in UTC is put on the patient's own day.

    Raises:
        UnnamedCounts: when neither the file nor its name says what was counted.

    """
    del names  # it says itself what is what
    if source.looks_like_json and not _is_service(source) and not _NAMED.fullmatch(source.base):
        raise UnnamedCounts(file=source.name)
    for line, said, value in _counts(source) if source.looks_like_json else _cells(source):
        harvest.rows += 1
        count, moment = whole(parse_number(value)), moment_of(said, "month")
        if moment is not None and ":" in said:
            local = in_utc(moment, harvest.here.zone)
            harvest.steps(Where(line, local, _MAKER, said), count, _MINUTE, value)
        else:
            harvest.steps(Where(line, moment and moment.date(), _MAKER, said), count, None, value)


def _is_service(source: Source) -> bool:
    return isinstance(source.json, dict) and _SERVICE in source.json


def _counts(source: Source) -> Iterator[tuple[int, str, str]]:
    document = source.json
    days = document.get(_SERVICE) if isinstance(document, dict) else document
    for number, one in enumerate(days if isinstance(days, list) else (), 1):
        if isinstance(one, dict) and one.keys() >= _KEYS and isinstance(one["value"], str | int):
            yield number, str(one["dateTime"]), str(one["value"])


def _cells(source: Source) -> Iterator[tuple[int, str, str]]:
    table = read_table(source)
    when, steps = (table.head.index(name) for name in _TABLE)
    for row in table.rows:
        if len(row.cells) > max(when, steps):
            yield row.line, row.cells[when], row.cells[steps]


def is_exercises(source: Source) -> bool:
    """Tell whether ``source`` is one of its files of activities."""
    return source.looks_like_json and next(_exercises(source), None) is not None


def read_exercises(source: Source, names: Names, harvest: Builder) -> None:
    """Take the walks, with how long they were in motion."""
    del names
    for number, one in _exercises(source):
        harvest.rows += 1
        if not is_walk(str(one["activityName"])) and one.get("activityTypeId") not in _KINDS:
            harvest.asked.others[str(one["activityName"])] += 1
            continue
        said = str(one["startTime"])
        start = in_utc(moment_of(said, "month"), harvest.here.zone)
        took = positive(one["duration"])
        moved = positive(one.get("activeDuration")) or took
        end = start + timedelta(milliseconds=min(took, _DAY)) if start and took else None
        minutes = None if moved is None else moved / _MS / _MINUTE
        harvest.walk(Where(number, start, _MAKER, said), minutes, end, str(one["duration"]))


def _exercises(source: Source) -> Iterator[tuple[int, Mapping[str, object]]]:
    document = source.json
    for number, one in enumerate(document if isinstance(document, list) else (), 1):
        if isinstance(one, dict) and one.keys() >= _EXERCISE:
            yield number, one
