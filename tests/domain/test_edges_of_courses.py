"""Every number of the course and its look back, just under and just at it: nothing is told on too little."""

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from typing import Any, Final

import pytest

from ryggkompis.domain.course.comparing import Around, around, before_flares, ranks_apart
from ryggkompis.domain.course.progress import (
    SPANS,
    NoClearChange,
    TooEarly,
    change,
    is_clear_change,
    period_of,
    rolling_mean,
)
from ryggkompis.domain.course.trend import Trend, trend
from ryggkompis.domain.journal.entries import Weekly
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.review import is_review_due
from tests.domain.patient import DAY_0, Patient

TODAY: Final = DAY_0 + timedelta(days=100)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def known(*days_ago: int, value: float = 5) -> dict[date, float]:
    return {ago(n): value for n in days_ago}


def running(*days_ago: int) -> float | None:
    return rolling_mean(known(*days_ago), [TODAY])[0]


def changed(logged: int) -> type:
    """What is said of a last week with so many days, and a whole first one."""
    return type(change(known(*range(50, 57)) | known(*range(logged)), TODAY))


def found_trend(*days_ago: int) -> int | None:
    found = trend(known(*days_ago), TODAY)
    return found.n if found else None


def squares() -> Trend:
    """The trend of 28 values of which no two are the same, nor two steps between them."""
    found = trend({ago(27 - n): float(n * n) for n in range(28)}, TODAY)
    assert found is not None
    return found


def slope(place: int) -> float:
    """The slope at a place among all between two days of those."""
    return sorted((b * b - a * a) / (b - a) * 7 for a in range(28) for b in range(a + 1, 28))[place]


def told_before_flares(
    before: Sequence[int], others: Sequence[int], flares: Sequence[int] = (3, 6, 9)
) -> tuple[int, int] | None:
    """How many days of walking are compared, of those before flares with the others."""
    patient = Patient()
    for day in flares:
        patient.morning(day, flare=True)
    near = [day - n for day in flares for n in (1, 2)]
    for day, minutes in [*zip(near, before, strict=False), *enumerate(others, start=20)]:
        patient.walk(day, minutes)
    found = before_flares(History.of(patient.entries), TODAY)
    return (found[0].n_before, found[0].n_other) if found else None


def third_day(minutes: int) -> tuple[int, int] | None:
    """The same with a walk three days before the first flare, which is a day as others."""
    patient = Patient()
    for day in (13, 16, 19):
        patient.morning(day, flare=True)
    for day, walked in (
        (10, minutes),
        *((day, 90) for day in (11, 12, 14, 15, 17)),
        *((n, 9) for n in range(20, 40)),
    ):
        patient.walk(day, walked)
    found = before_flares(History.of(patient.entries), TODAY)
    return (found[0].n_before, found[0].n_other) if found else None


def sides(*days: int) -> Around | None:
    """The two sides of an event, told about so many days after it, or before."""
    event = ago(50)
    return around({event + timedelta(n): 5.0 for n in days}, event, [], TODAY)


def counted(found: Around | None) -> tuple[int, int] | None:
    return (found.n_before, found.n_after) if found else None


def review_due(made: int) -> bool:
    """Whether Sunday's review is due on it, where one was made so many days before."""
    patient = Patient()
    patient.morning(0)
    sunday = 13
    patient.say(Weekly, sunday - made, time(20))
    return is_review_due(patient.history(), DAY_0 + timedelta(sunday), "sun")


def first_review_due(days: int) -> bool:
    """Whether Tuesday's review is due so many days after the first of all, a Monday."""
    patient = Patient()
    patient.morning(0)
    return is_review_due(patient.history(), DAY_0 + timedelta(days), "tue")


EVEN: Final = [2 * n + 2 for n in range(21)]
MUCH: Final = [143, 144, 145, 146, 17]
Row = tuple[str, Callable[[], Any], object]
ROWS: Final[tuple[Row, ...]] = (
    ("two days are no mean", lambda: running(0, 1), None),
    ("three are", lambda: running(0, 1, 2), 5),
    ("a mean of seven days", lambda: running(0, 1, 6), 5),
    ("not of eight", lambda: running(0, 1, 7), None),
    ("three days of the last week are too early", lambda: changed(3), TooEarly),
    ("four can be compared", lambda: changed(4), NoClearChange),
    ("less than two points", lambda: is_clear_change(5, 3.03), False),
    ("two points", lambda: is_clear_change(5, 3), True),
    ("two points of sevenths", lambda: is_clear_change(39 / 7, 25 / 7), True),
    ("less than 30 per cent", lambda: is_clear_change(10, 7.03), False),
    ("30 per cent", lambda: is_clear_change(10, 7), True),
    ("the spans", lambda: [period_of(span, None, TODAY).length for span in SPANS], [14, 42, 91, 182, 14, 14]),
    ("all that is known", lambda: period_of("all", ago(29), TODAY).length, 30),
    # Which way it goes.
    ("13 days have no direction", lambda: found_trend(*range(12), 27), None),
    ("14 have one", lambda: found_trend(*range(13), 27), 14),
    ("a trend over 20 days", lambda: found_trend(*range(20)), None),
    ("over 21", lambda: found_trend(*range(21)), 21),
    ("28 days are looked at", lambda: found_trend(*range(28)), 28),
    ("not 29", lambda: found_trend(*range(29)), 28),
    ("the lowest slope that the data allows", lambda: squares().low, slope(139)),
    ("the highest", lambda: squares().high, slope(238)),
    # What went before flares.
    ("five days before flares", lambda: told_before_flares([90] * 5, [9] * 20), (5, 20)),
    ("four are too few", lambda: told_before_flares([90] * 4, [9] * 40), None),
    ("19 others are too few", lambda: told_before_flares([90] * 6, [9] * 19), None),
    ("two flares are too few", lambda: told_before_flares([90] * 4, [9] * 40, (3, 6)), None),
    ("the third day before is as others", lambda: third_day(9), (5, 21)),
    ("by chance in one of a hundred", lambda: told_before_flares(MUCH, EVEN[:20]), (5, 20)),
    ("in more than that", lambda: told_before_flares(MUCH, EVEN), None),
    ("how far apart those are", lambda: ranks_apart(MUCH, EVEN) < 2.58 < ranks_apart(MUCH, EVEN[:20]), True),
    # Around an event.
    ("seven days on both sides", lambda: counted(sides(*range(-7, 7))), (7, 7)),
    ("six before are too few", lambda: sides(*range(-6, 7)), None),
    ("six after are too few", lambda: sides(*range(-7, 6)), None),
    ("fourteen days on both sides", lambda: counted(sides(*range(-15, 15))), (14, 14)),
    # The weekly look back.
    ("a review of three days before counts", lambda: review_due(3), False),
    ("one of four does not", lambda: review_due(4), True),
    ("six days are no week to look back on", lambda: first_review_due(5), False),
    ("seven are", lambda: first_review_due(6), True),
)


@pytest.mark.parametrize(("what", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_is_told_of_a_course(what: Callable[[], object], expected: object) -> None:
    assert what() == expected
