"""What went before and what came after: told only where the days are enough, and never as a cause."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from math import sqrt
from typing import Final, Literal, TypeAlias

from ryggkompis.domain.base.averages import mean
from ryggkompis.domain.base.scales import SITTINGS
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.progress import Values, is_clear_change
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.history import History

Factor: TypeAlias = Literal["walking", "sitting", "sleep"]
DAYS_BEFORE: Final = 2
"""Days before a flare that are looked at; a convention."""
LEAST_FLARES: Final = 3
LEAST_BEFORE: Final = 5
"""Known days before flares that a comparison needs; a convention."""
LEAST_OTHER: Final = 20
"""And known days that are neither in nor before a flare."""
_UNLIKELY: Final = 2.58
"""Of the normal distribution: by chance in one of a hundred comparisons. Three are made."""
EVENT_DAYS: Final = 14
"""Days on each side of an event; a convention."""
LEAST_AROUND: Final = 7
"""Known days that either side needs; a convention."""


class BeforeFlares(Value):
    """One thing that was clearly different on the two days before flares."""

    factor: Factor
    before: float
    """Its mean: minutes walked, place among ``SITTINGS``, or times woken."""
    other: float
    n_before: int
    """Known days."""
    n_other: int
    flares: int


def flare_days(history: History) -> list[date]:
    """List the days that the patient called a flare, in the morning or the evening, oldest first."""
    return sorted(day.day for day in history.days.values() if day.is_flare)


def flare_starts(history: History) -> list[date]:
    """List the first day of every flare."""
    bad = set(flare_days(history))
    return sorted(day for day in bad if day - timedelta(days=1) not in bad)


def _walked(day: Day) -> float | None:
    return day.known_minutes


def _sat(day: Day) -> float | None:
    sat = day.evening.sit_longest if day.evening else None
    return SITTINGS.index(sat) if sat else None


def _woken(day: Day) -> float | None:
    return day.check_in.sleep_wakes if day.check_in else None


FACTORS: Final[Mapping[Factor, Callable[[Day], float | None]]] = {
    "walking": _walked,
    "sitting": _sat,
    "sleep": _woken,
}
"""What is known of each on a day; None is unknown and takes no part."""


def before_flares(history: History, today: date) -> list[BeforeFlares]:
    """Find what differed before flares: three flares, 5 and 20 known days, no play of chance."""
    starts = [day for day in flare_starts(history) if day <= today]
    if history.unread_until(today):
        return []
    if len(starts) < LEAST_FLARES:
        return []
    bad = set(flare_days(history))
    # A day inside a flare is no day before one, even where two flares nearly touch.
    before = {day - timedelta(days=n) for day in starts for n in range(1, DAYS_BEFORE + 1)} - bad
    ordinary = [day for day in history.days.values() if day.day <= today and day.day not in bad | before]
    found = (
        _compared(factor, _known(read, (history[day] for day in before)), _known(read, ordinary), len(starts))
        for factor, read in FACTORS.items()
    )
    return [one for one in found if one is not None]


def _known(read: Callable[[Day], float | None], days: Iterable[Day]) -> list[float]:
    return [value for day in days if (value := read(day)) is not None]


def _compared(
    factor: Factor, before: Sequence[float], other: Sequence[float], flares: int
) -> BeforeFlares | None:
    if len(before) < LEAST_BEFORE or len(other) < LEAST_OTHER or abs(ranks_apart(before, other)) < _UNLIKELY:
        return None
    return BeforeFlares(factor, mean(before), mean(other), len(before), len(other), flares)


def ranks_apart(some: Sequence[float], others: Sequence[float]) -> float:
    """Give how far two groups lie apart by rank, as a z score (Mann and Whitney 1947, ties counted).

    0 where all values are the same.
    """
    n, m = len(some), len(others)
    total, ranks, spread, at = n + m, 0.0, 0, 0
    both = sorted([(value, 1) for value in some] + [(value, 0) for value in others])
    for _, tied in groupby(both, key=lambda pair: pair[0]):
        group = [mine for _, mine in tied]
        ranks += sum(group) * (at + (len(group) + 1) / 2)
        spread += len(group) ** 3 - len(group)
        at += len(group)
    variance = n * m / 12 * (total + 1 - spread / (total * (total - 1)))
    return (ranks - n * (total + 1) / 2) / sqrt(variance) if variance > 0 else 0.0


class Around(Value):
    """Leg pain on the two sides of an event."""

    day: date
    before: float
    after: float
    n_before: int
    """Known days of the 14 before."""
    n_after: int
    """Known days of the 14 from the event on."""
    overlaps: int
    """Other events in those four weeks."""

    @property
    def is_clear(self) -> bool:
        """Tell whether the two means differ by what counts as a clear change."""
        return is_clear_change(self.before, self.after)


def around(
    leg: Values, event: date, others: Iterable[date], today: date, unread: Iterable[date] = ()
) -> Around | None:
    """Compare the 14 days before an event with the 14 from it on; None unless both have 7 known days."""
    last = event + timedelta(days=EVENT_DAYS - 1)
    first = event - timedelta(days=EVENT_DAYS)
    if any(first <= day <= last and day not in leg for day in unread):
        return None
    before = [value for day, value in leg.items() if first <= day < event]
    after = [value for day, value in leg.items() if event <= day <= min(last, today)]
    if min(len(before), len(after)) < LEAST_AROUND:
        return None
    overlaps = sum(first <= day <= last for day in others)
    return Around(event, mean(before), mean(after), len(before), len(after), overlaps)
