"""The periods a report is usually about, by name."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias, get_args

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.visits import last_visit
from ryggkompis.i18n.language import _

PeriodName: TypeAlias = Literal["visit", "4w", "3m", "all"]
_DAYS: Final[Mapping[PeriodName, int]] = {"4w": 28, "3m": 91}
_NAMES: Final[Mapping[PeriodName, str]] = {
    "visit": N_("since the visit"),
    "4w": N_("4 weeks"),
    "3m": N_("3 months"),
    "all": N_("everything"),
}


def periods(history: History, last: date) -> tuple[PeriodName, ...]:
    """Name the periods there are; without a visit there is none since it."""
    known: tuple[PeriodName, ...] = get_args(PeriodName)
    return known if last_visit(history, last) else known[1:]


def period_name(period: PeriodName) -> str:
    """Name ``period`` in the current language."""
    return _(_NAMES[period])


def first_day(period: PeriodName, history: History, last: date) -> date:
    """Give the first day of ``period``; never before the journal begins, nor after ``last``."""
    begins = min(history.first or last, last)
    if period == "visit":
        return max(last_visit(history, last) or begins, begins)
    days = _DAYS.get(period)
    return max(last - timedelta(days=days - 1), begins) if days else begins
