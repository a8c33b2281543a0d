"""Tables with a column of steps: Fitbit's web export, Google Fit's daily summaries, Garmin's steps."""

from typing import Final

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import heading, read_table
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import moment_of, order_of
from ryggkompis.importers.numbers import count_of
from ryggkompis.importers.source import Source

_STEPS: Final = ("steps", "step count", "total steps", "totalsteps", "skritt", "antall skritt", "actual")
_DAYS: Final = ("date", "dato", "day", "dag", "activitydate", "")
_GARMIN: Final = "actual"
"""Garmin's heading, above a column of days without one."""
_MAKERS: Final = (
    ("move minutes count", "Google Fit"),
    ("minutes sedentary", "Fitbit"),
    ("sedentaryminutes", "Fitbit"),
    (_GARMIN, "Garmin"),
)
_OTHER: Final = "CSV"


def is_step_table(source: Source) -> bool:
    """Tell whether ``source`` is a table with days and steps."""
    return not source.looks_like_json and _layout(heading(source)) is not None


def read_step_table(source: Source, names: Names, here: Here) -> Found:
    """Take the steps of each day; a day of 0 is one on which nothing was worn."""
    del names  # it says itself what is what
    table = read_table(source)
    days, steps = _layout(table.head) or (0, 0)
    maker = next((maker for column, maker in _MAKERS if column in table.head), _OTHER)
    harvest = Builder(source.name, here, rows=len(table.rows))
    rows = [row for row in table.rows if len(row.cells) > max(days, steps)]
    order = order_of(source, (row.cells[days] for row in rows))
    for row in rows:
        moment = moment_of(row.cells[days], order)
        if row.cells[steps].strip():
            harvest.steps(row.line, moment.date() if moment else None, maker, count_of(row.cells[steps]))
    return harvest.found()


def _layout(head: tuple[str, ...]) -> tuple[int, int] | None:
    """Give the columns of the day and of the steps; None where there is no such pair."""
    steps = next((head.index(name) for name in _STEPS if name in head), None)
    days = next((head.index(name) for name in _DAYS if name in head), None)
    if steps is None or days is None or (head[steps] == _GARMIN) != (head[days] == ""):
        return None
    return days, steps
