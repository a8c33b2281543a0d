"""Apple Health's export: steps and walks; a day is that of the phone's own clock."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.numbers import parse_number
from ryggkompis.importers.where import Where

_STEPS: Final = "HKQuantityTypeIdentifierStepCount"
_WORKOUT: Final = "HKWorkoutActivityType"
_WALKS: Final = (f"{_WORKOUT}Walking", f"{_WORKOUT}Hiking")
_WORDS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a new word begins in “CrossTraining”."""
_MINUTES: Final[Mapping[str, float]] = {"min": 1, "s": 1 / 60, "sec": 1 / 60, "hr": 60, "h": 60}
_WRITTEN: Final = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) ([+-]\d{4})", re.ASCII)


class AppleHealth:
    """Takes each record as it comes by."""

    def __init__(self, harvest: Builder) -> None:
        """Put what is found into ``harvest``."""
        self._harvest = harvest

    def begin(self, line: int, tag: str, said: Mapping[str, str]) -> None:
        """Take a record of steps, or a walk."""
        self._harvest.rows += tag in {"Record", "Workout"}
        if tag == "Record" and said.get("type") == _STEPS:
            self._count(line, said)
        elif tag == "Workout" and said.get("workoutActivityType") in _WALKS:
            self._walk(line, said)
        elif tag == "Workout":
            kind = said.get("workoutActivityType", "").removeprefix(_WORKOUT)
            self._harvest.asked.others[_WORDS.sub(" ", kind)] += 1

    def _count(self, line: int, said: Mapping[str, str]) -> None:
        written, value = said.get("startDate", ""), said.get("value", "")
        number, start, end = parse_number(value), _moment(written), _moment(said.get("endDate", ""))
        lasted = (end - start).total_seconds() if start is not None and end is not None else 0.0
        where = Where(line, start, said.get("sourceName", ""), written)
        self._harvest.steps(where, None if number is None else int(number), lasted, value)

    def _walk(self, line: int, said: Mapping[str, str]) -> None:
        written, duration = said.get("startDate", ""), said.get("duration", "")
        start, end = _moment(written), _moment(said.get("endDate", ""))
        took = parse_number(duration[:12])
        minutes = None if took is None else float(took) * _MINUTES.get(said.get("durationUnit", "min"), 1)
        if not duration and start is not None and end is not None:
            minutes = (end - start).total_seconds() / 60
        self._harvest.walk(Where(line, start, said.get("sourceName", ""), written), minutes, end, duration)


def _moment(text: str) -> datetime | None:
    found = _WRITTEN.fullmatch(text)
    try:
        return datetime.fromisoformat(found[1] + found[2]) if found else None
    except ValueError:
        return None
