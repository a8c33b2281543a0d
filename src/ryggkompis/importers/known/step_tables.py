"""Tables with a column of steps: Fitbit's web export, Google Fit's daily summaries, Garmin's steps."""

from typing import Final

from ryggkompis.importers.answering import asking
from ryggkompis.importers.builder import Builder
from ryggkompis.importers.csv_table import heading, read_table
from ryggkompis.importers.found import TABLE
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import has_clock, moment_of, order_of
from ryggkompis.importers.numbers import Numbers, whole
from ryggkompis.importers.source import Source
from ryggkompis.importers.understood import OtherColumns, sign_guessed
from ryggkompis.importers.where import Where

STEPS: Final = (
    "steps", "step count", "total steps", "totalsteps", "steptotal", "step_count", "steps count",
    "skritt", "antall skritt", "skridt", "antal skridt", "steg", "antal steg", "askeleet", "askelmäärä",
    "pas", "nombre de pas", "pasos", "recuento de pasos", "número de pasos", "schritte", "schrittzahl",
    "anzahl schritte", "schrittanzahl", "passi", "conteggio passi", "numero di passi", "passos",
    "contagem de passos", "stappen", "aantal stappen", "kroki", "liczba kroków", "kroky", "počet kroků",
    "actual",
)  # fmt: skip
"""How a column of steps is headed, in the languages that the programs speak."""
DAYS: Final = (
    "date", "dato", "day", "dag", "activitydate", "datum", "fecha", "data", "jour", "tag", "päivä",
    "päivämäärä", "full_date", "",
)  # fmt: skip
_GARMIN: Final = "actual"
"""Garmin's heading, above a column of days without one."""
_MAKERS: Final = (
    ("move minutes count", "Google Fit"),
    ("calories (kcal)", "Google Fit"),
    ("minutes sedentary", "Fitbit"),
    ("minutes sédentaire", "Fitbit"),
    ("minutos sedentarios", "Fitbit"),
    ("sedentaryminutes", "Fitbit"),
    (_GARMIN, "Garmin"),
)
_OTHER: Final = "CSV"
_PROGRAMS: Final = {"Fitbit": "fitbit", "Garmin": "garmin", "Google Fit": "google-fit"}
"""Who counted, to the program whose file it is."""


def is_step_table(source: Source) -> bool:
    """Tell whether ``source`` is a table with days and steps."""
    return not source.looks_like_json and _layout(heading(source)) is not None


def read_step_table(source: Source, names: Names, harvest: Builder) -> None:
    """Take the steps of each day; a day of 0 is one on which nothing was worn."""
    del names  # it says itself what is what
    table = read_table(source)
    days, steps = _layout(table.head) or (0, 0)
    maker = next((maker for column, maker in _MAKERS if column in table.head), _OTHER)
    harvest.program = _PROGRAMS.get(maker, TABLE)
    harvest.rows += len(table.rows)
    filled = [row for row in table.rows if len(row.cells) > max(days, steps)]
    rows = [row for row in filled if row.cells[steps].strip()]
    harvest.blank += len(filled) - len(rows)
    others = tuple(name for at, name in enumerate(table.names) if name and at not in {days, steps})
    if maker == _OTHER and others:
        harvest.tell(OtherColumns(others, table.names[steps], asking(source, (), ())["begun"]))
    order = order_of(source, (row.cells[days] for row in rows))
    numbers = Numbers.of((row.cells[steps] for row in rows), is_whole=True)
    if numbers.guessed:
        harvest.tell(sign_guessed(table.names[steps], numbers))
    for row in rows:
        said, moment = row.cells[days], moment_of(row.cells[days], order)
        # With a time it is a part of the day; without one it is the sum of it.
        is_part = moment is not None and has_clock(said)
        where = Where(row.line, moment if is_part else moment and moment.date(), maker, said)
        count = whole(numbers.read(row.cells[steps]))
        harvest.steps(where, count, 0 if is_part else None, row.cells[steps])


def _layout(head: tuple[str, ...]) -> tuple[int, int] | None:
    """Give the columns of the day and of the steps; None where there is no such pair."""
    steps = next((head.index(name) for name in STEPS if name in head), None)
    days = next((head.index(name) for name in DAYS if name in head), None)
    if steps is None or days is None or (head[steps] == _GARMIN) != (head[days] == ""):
        return None
    return days, steps
