"""What a problem of the journal hides, as the plan must know it."""

import calendar
from datetime import date

from ryggkompis.domain.journal.hidden import Hidden
from ryggkompis.store.problems import Problem


def hidden_by(problem: Problem) -> Hidden:
    """Say which days a problem may be about, any where that cannot be told, and by when all was said."""
    if problem.day is not None:
        day = _day(problem.day)
        return Hidden(problem.file, day or date.min, day or date.max, problem.changed)
    first = _day(f"{problem.file[:7]}-01")
    if first is None:
        return Hidden(problem.file, date.min, date.max, problem.changed)
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    return Hidden(problem.file, first, last, problem.changed)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
