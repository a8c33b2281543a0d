"""Days that are named: one as people write it, or a whole month."""

import re
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.i18n.days import read_day
from ryggkompis.i18n.formats import HABITS

_SHORTEST: Final = 3
_MONTH: Final = re.compile(r"(?:i |in )?(?P<name>[a-zæøå]{3,})\.?(?: (?P<year>\d{4}))?")


class Days(Value):
    """The days that were named, from the first to the last."""

    first: date
    last: date

    def has(self, day: date) -> bool:
        """Tell whether ``day`` is one of them."""
        return self.first <= day <= self.last


def days_named(said: str, today: date) -> Days | None:
    """Read a day, or a month, as it was written in either language; None where neither is named."""
    month = _month(" ".join(said.casefold().split()), today)
    if month is not None:
        return month
    day = read_day(said, today)
    return None if day is None else Days(day, day)


def _month(said: str, today: date) -> Days | None:
    found = _MONTH.fullmatch(said)
    place = _called(found["name"]) if found else None
    if found is None or place is None:
        return None
    # A month of a year that is not named is the last there was.
    year = int(found["year"] or today.year - (place > today.month))
    if not date.min.year <= year < date.max.year:
        return None
    then = date(year + place // 12, place % 12 + 1, 1)
    return Days(date(year, place, 1), then - timedelta(days=1))


def _called(name: str) -> int | None:
    known = (names for habits in HABITS.values() for names in (habits.months, habits.short_months))
    places = (
        place
        for names in known
        for place, one in enumerate(names, start=1)
        if name in {one.casefold(), one.casefold().rstrip(".")}
    )
    return next(places, None)
