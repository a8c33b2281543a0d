"""How it has gone: means over days, running means, and whether the change is clear.

Every function takes known values only: a day that is missing from the mapping is unknown, never zero.
"""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.value import Value

Values: TypeAlias = Mapping[date, float]
"""What is known of one measure: day to value."""

WEEK: Final = 7
LEAST_FOR_MEAN: Final = 3
"""Known days a running mean needs in its window; a convention, so that one day is never called a mean."""
LEAST_FOR_CHANGE: Final = 4
"""Logged days either week needs before they are compared; a convention."""
CLEAR_POINTS: Final = 2.0
"""Smallest important change of pain on the 0-10 scale (Ostelo 2008, Farrar 2001)."""
CLEAR_SHARE: Final = 0.30
"""And the share of the patient's own start value that it must be (Ostelo 2008, Farrar 2001)."""
# Two points worked out from sevenths may come out a hair under two, and are still two.
_ROUNDING: Final = 1e-9

Span: TypeAlias = Literal["2w", "6w", "3m", "6m", "episode", "all"]
SPANS: Final[tuple[Span, ...]] = ("2w", "6w", "3m", "6m", "episode", "all")
"""The ranges a chart can show, shortest first; only ``all`` shows more than this episode."""
SPAN_DAYS: Final[Mapping[Span, int]] = {"2w": 14, "6w": 42, "3m": 91, "6m": 182, "episode": 14, "all": 14}
"""Length of each range in days; for the last two the shortest they can be."""


class Period(Value):
    """A run of days, both ends included; ``last`` is never before ``first``."""

    first: date
    last: date

    @property
    def length(self) -> int:
        """Count the days, at least 1."""
        return (self.last - self.first).days + 1

    @property
    def weeks(self) -> int:
        """Count the weeks, to the nearest, at least 1."""
        return max(round(self.length / WEEK), 1)

    def days(self) -> list[date]:
        """List every day in order."""
        start = self.first.toordinal()
        return [date.fromordinal(start + n) for n in range(self.length)]

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def period_of(span: Span, first_logged: date | None, today: date) -> Period:
    """Give the days that ``span`` covers up to ``today``; the last two start at the first logged day."""
    first = today - timedelta(days=SPAN_DAYS[span] - 1)
    if span in {"episode", "all"} and first_logged is not None:
        first = min(first, first_logged)
    return Period(first, today)


class Window(Value):
    """A mean and how many known days it rests on (at least 1)."""

    mean: float
    n: int


def _window(known: Sequence[float]) -> Window | None:
    return Window(sum(known) / len(known), len(known)) if known else None


def mean_of(values: Values, until: date, days: int = WEEK) -> Window | None:
    """Give the mean of the ``days`` calendar days that end with ``until``; None when none is known."""
    window = (until - timedelta(days=n) for n in range(days))
    return _window([values[day] for day in window if day in values])


def first_week(values: Values) -> Window | None:
    """Give the patient's own start value: the mean of the first 7 logged days, however far apart."""
    return _window([values[day] for day in sorted(values)[:WEEK]])


def last_week(values: Values, today: date) -> Window | None:
    """Give the mean of the last 7 calendar days, ``today`` included."""
    return mean_of(values, today)


def rolling_mean(  # noqa: PLR0913, PLR0917 - each of the last is named at the call
    values: Values,
    days: Sequence[date],
    window: int = WEEK,
    least: int = LEAST_FOR_MEAN,
    borders: Collection[date] = (),
    unread: Collection[date] = (),
) -> list[float | None]:
    """Give for each of ``days`` the mean of the ``window`` days that end there.

    None where fewer than ``least`` of them are known, so a mean never outlives the last known
    value by a whole window: with 7 days and no ``least`` it ends 6 days after it. On each of
    ``borders`` it begins anew, and after every day that is ``unread``, on which there is none.
    """
    known = {day.toordinal(): value for day, value in values.items()}
    gaps = {day.toordinal() for day in unread}
    anew = sorted([*(border.toordinal() for border in borders), *(gap + 1 for gap in gaps)])
    means: list[float | None] = []
    for day in days:
        end = day.toordinal() + 1
        start = max([end - window, *anew[: bisect_left(anew, end)][-1:]])
        found = [known[n] for n in range(start, end) if n in known]
        is_known = len(found) >= max(least, 1) and end - 1 not in gaps
        means.append(sum(found) / len(found) if is_known else None)
    return means


class TooEarly(Value):
    """Too few logged days, or the two weeks still overlap, to say anything."""

    n_first: int
    """Logged days in the first week, 0-7."""
    n_last: int
    """Logged days in the last 7 calendar days, 0-7."""


class ClearlyBetter(Value):
    """The last week's mean is clearly lower than the first's."""

    first: float
    last: float


class ClearlyWorse(Value):
    """The last week's mean is clearly higher than the first's."""

    first: float
    last: float


class NoClearChange(Value):
    """The two means differ by less than what can be told from chance and means something."""

    first: float
    last: float


class NotAllRead(Value):
    """Days that count in one of the two weeks could not be read, so nothing is said of a change."""


Change: TypeAlias = TooEarly | ClearlyBetter | ClearlyWorse | NoClearChange | NotAllRead


def change(values: Values, today: date, unread: Collection[date] = ()) -> Change:
    """Say whether pain has changed clearly since the start; less is better.

    Clear is at least 2 points on 0-10 and at least 30 % of the patient's own start value, between
    the mean of the first 7 logged days and that of the last 7 calendar days. The two limits are
    those of Ostelo 2008 and Farrar 2001; to ask for both, on weekly means, with at least 4 logged
    days in each week and no day in both, is our convention. Where one of the two may be another for
    all that is ``unread``, nothing is said.
    """
    known = {day: value for day, value in values.items() if day <= today}
    start = sorted(known)[:WEEK]
    if is_start_unread(known, unread) or is_week_unread(known, today, unread):
        return NotAllRead()
    first, last = first_week(known), last_week(known, today)
    if first is None or last is None or min(first.n, last.n) < LEAST_FOR_CHANGE or _meets(start[-1], today):
        return TooEarly(first.n if first else 0, last.n if last else 0)
    if not is_clear_change(first.mean, last.mean):
        return NoClearChange(first.mean, last.mean)
    return (ClearlyBetter if last.mean < first.mean else ClearlyWorse)(first.mean, last.mean)


def is_start_unread(values: Values, unread: Collection[date]) -> bool:
    """Tell whether a day before the end of the first week that is known could not be read."""
    start = sorted(values)[:WEEK]
    return any((not start or day <= start[-1]) and day not in values for day in unread)


def is_week_unread(values: Mapping[date, object], today: date, unread: Collection[date]) -> bool:
    """Tell whether one of the last 7 calendar days that nothing is known of could not be read."""
    return any(_meets(day, today) and day <= today and day not in values for day in unread)


def is_clear_change(first: float, last: float) -> bool:
    """Tell whether two means differ by at least 2 points and 30 % of the first (Ostelo 2008, Farrar 2001)."""
    return abs(last - first) + _ROUNDING >= max(CLEAR_POINTS, CLEAR_SHARE * first)


def _meets(day: date, today: date) -> bool:
    """Tell whether ``day`` is one of the last 7 calendar days."""
    return day > today - timedelta(days=WEEK)
