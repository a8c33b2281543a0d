"""Garmin: the days and the activities of its archive, and its list of activities as CSV in any language."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import CsvRow, read_table
from ryggkompis.importers.known.walking import is_walk
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import from_epoch, in_utc, minutes_of, moment_of, order_of, positive
from ryggkompis.importers.numbers import parse_number, whole
from ryggkompis.importers.source import Source
from ryggkompis.importers.where import Where

_DAY: Final = {"calendarDate", "totalSteps"}
_SUMMARY: Final = "summarizedActivitiesExport"
_KIND, _AT, _FAVOURITE, _TOOK = 0, 1, 2, 6
"""Where its list has the kind, the beginning, true or false, and how long it took; in every language."""
_YES_OR_NO: Final = frozenset({"true", "false"})
_LASTED: Final = re.compile(r"(?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d+)?", re.ASCII)
_LOOKED_AT: Final = 20
_MS: Final = 1000
_MAKER: Final = "Garmin"


def is_days(source: Source) -> bool:
    """Tell whether ``source`` has the steps of days."""
    return source.looks_like_json and any(one.keys() >= _DAY for one in _listed(source.json))


def read_days(source: Source, names: Names, harvest: Builder) -> None:
    """Take the steps of each day."""
    del names
    for number, one in enumerate(_listed(source.json), 1):
        if not one.keys() >= _DAY:
            continue
        said = one["calendarDate"]
        said = str(said.get("date") if isinstance(said, dict) else said)  # a dict in newer archives
        moment, steps = moment_of(said, "month"), str(one.get("totalSteps"))
        harvest.rows += 1
        moment = in_utc(moment, harvest.here.zone) if ":" in said else moment
        if one.get("totalSteps") is not None:
            harvest.steps(
                Where(number, moment and moment.date(), _MAKER, said), whole(parse_number(steps)), None, steps
            )


def is_summary(source: Source) -> bool:
    """Tell whether ``source`` has the activities of its archive."""
    return source.looks_like_json and any(_SUMMARY in one for one in _listed(source.json))


def read_summary(source: Source, names: Names, harvest: Builder) -> None:
    """Take the walks; its moments and durations are thousandths of seconds."""
    del names
    activities = (one for outer in _listed(source.json) for one in _listed(outer.get(_SUMMARY)))
    for number, one in enumerate(activities, 1):
        harvest.rows += 1
        kind = one.get("activityType")
        if not isinstance(kind, str) or not is_walk(kind):
            harvest.asked.others[kind if isinstance(kind, str) else ""] += 1
            continue
        lasted = _number(one, "movingDuration") or _number(one, "duration")
        began = _number(one, "startTimeGmt") or _number(one, "beginTimestamp")
        start, end = (
            from_epoch(at, harvest.here.zone) for at in (began, _end(began, _number(one, "duration")))
        )
        harvest.walk(Where(number, start, _MAKER), None if lasted is None else lasted / _MS / 60, end)


def is_activities(source: Source) -> bool:
    """Tell whether ``source`` is such a list, by what stands in its columns."""
    return not source.looks_like_json and any(map(_is_activity, read_table(source).rows[:_LOOKED_AT]))


def read_activities(source: Source, names: Names, harvest: Builder) -> None:
    """Take the walks, with how long they took."""
    del names
    rows = [row for row in read_table(source).rows if len(row.cells) > _TOOK]
    harvest.rows += len(rows)
    order = order_of(source, (row.cells[_AT] for row in rows))
    for row in rows:
        if is_walk(row.cells[_KIND]):
            where = Where(row.line, moment_of(row.cells[_AT], order), _MAKER, row.cells[_AT])
            harvest.walk(where, minutes_of(row.cells[_TOOK]), None, row.cells[_TOOK])
        else:
            harvest.asked.others[row.cells[_KIND].strip()] += 1


def _is_activity(row: CsvRow) -> bool:
    cells = [cell.strip() for cell in row.cells]
    return (
        len(cells) > _TOOK
        and cells[_FAVOURITE].casefold() in _YES_OR_NO
        and moment_of(cells[_AT]) is not None
        and _LASTED.fullmatch(cells[_TOOK]) is not None
    )


def _listed(document: object) -> Iterator[Mapping[str, object]]:
    for one in document if isinstance(document, list) else ():
        if isinstance(one, dict):
            yield one


def _number(one: Mapping[str, object], key: str) -> float | None:
    return positive(one.get(key))


def _end(began: float | None, lasted: float | None) -> float | None:
    return None if began is None or lasted is None else began + lasted
