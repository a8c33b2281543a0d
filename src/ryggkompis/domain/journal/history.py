"""The journal, grouped by day: what every decision and picture is computed from."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import islice
from typing import Any, Final, TypeVar

from ryggkompis.domain.base.scales import SITES, VERSUS, Because, Numb
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.entries import (
    WALK,
    Adjustment,
    CheckIn,
    ComfortDone,
    Entry,
    Evening,
    Event,
    ExerciseDone,
    Gate,
    PositionChange,
    Profile,
    Programme,
    Steps,
    Walk,
    Weekly,
)

AnEntry = TypeVar("AnEntry", bound=Entry)
WORSENING: Final[tuple[Numb, ...]] = ("none", "less", "same", "more")
"""Answers about numbness by rising concern."""


def _place(entry: Entry) -> tuple[date, datetime, str]:
    return entry.day, entry.at, entry.id


def worst_of(said: Sequence[CheckIn]) -> CheckIn:
    """Make one check-in of several of a day, oldest first: of each answer the worst that is known."""
    return replace(
        said[-1],
        at=said[0].at,
        leg=max((c.leg for c in said if c.leg is not None), default=None),
        back=max((c.back for c in said if c.back is not None), default=None),
        site=max((c.site for c in said if c.site is not None), key=SITES.index, default=None),
        numb=max((c.numb for c in said if c.numb is not None), key=WORSENING.index, default=None),
        morning=max((c.morning for c in said if c.morning is not None), key=VERSUS.index, default=None),
        sleep_wakes=max((c.sleep_wakes for c in said if c.sleep_wakes is not None), default=None),
        flare=max((c.flare for c in said if c.flare is not None), default=None),
    )


class Day(Value, dict=True):
    """Everything said about one day, in the order in which it happened."""

    day: date
    entries: tuple[Entry, ...] = ()

    @cached_property
    def _by_kind(self) -> Mapping[type, tuple[Any, ...]]:
        found: dict[type, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(type(entry), []).append(entry)
        return {kind: tuple(said) for kind, said in found.items()}

    def all(self, kind: type[AnEntry]) -> tuple[AnEntry, ...]:
        """Give the day's entries of one kind."""
        return self._by_kind.get(kind, ())

    def _latest(self, kind: type[AnEntry]) -> AnEntry | None:
        said = self._by_kind.get(kind)
        return said[-1] if said else None

    @cached_property
    def check_in(self) -> CheckIn | None:
        """The morning's check-in; of several the worst known answers, since a better hour undoes nothing."""
        said = self._by_kind.get(CheckIn)
        if not said:
            return None
        return said[0] if len(said) == 1 else worst_of(said)

    @property
    def evening(self) -> Evening | None:
        """The evening's answers."""
        return self._latest(Evening)

    @property
    def profile(self) -> Profile | None:
        """The profile given that day."""
        return self._latest(Profile)

    @property
    def programme(self) -> Programme | None:
        """The therapist's programme given that day."""
        return self._latest(Programme)

    @property
    def gates(self) -> tuple[Gate, ...]:
        """Every answer to the safety questions."""
        return self.all(Gate)

    @property
    def walks(self) -> tuple[Walk, ...]:
        """Walks."""
        return self.all(Walk)

    @property
    def exercises(self) -> tuple[ExerciseDone, ...]:
        """Exercises done."""
        return self.all(ExerciseDone)

    @property
    def comforts(self) -> tuple[ComfortDone, ...]:
        """Relief positions and heat."""
        return self.all(ComfortDone)

    @property
    def adjustments(self) -> tuple[Adjustment, ...]:
        """Where the patient chose to do less."""
        return self.all(Adjustment)

    @property
    def is_minimum(self) -> bool:
        """The patient called it a bad day: the minimum version counts."""
        return any(adjustment.adjust == "minimum" for adjustment in self.adjustments)

    @property
    def takes_smaller_plan(self) -> bool:
        """The patient takes the smaller plan that was offered, rule D12."""
        return any(one.adjust == "easier" and one.exercise == WALK for one in self.adjustments)

    @property
    def less_because(self) -> Because | None:
        """Why less was walked than planned, in the patient's own choice of words."""
        return next((one.because for one in reversed(self.adjustments) if one.because), None)

    @property
    def is_word(self) -> bool:
        """The patient told something about the day: a check-in, or what was done or how it went."""
        return any(self._by_kind.get(kind) for kind in (CheckIn, Walk, ExerciseDone, Evening))

    @property
    def is_flare(self) -> bool:
        """The patient called it a flare, in the morning or the evening."""
        said = (self.check_in.flare if self.check_in else None, self.evening.flare if self.evening else None)
        return True in said

    @property
    def position_changes(self) -> int:
        """How many changes of position were logged."""
        return len(self.all(PositionChange))

    @property
    def walked(self) -> int:
        """Minutes walked; 0 means that no walk was logged, which is not the same as none taken."""
        return sum(walk.minutes for walk in self.walks)


class History(Value, dict=True):
    """All living entries by day."""

    days: Mapping[date, Day] = {}
    """Each day about which the patient said something."""
    counted: tuple[Steps, ...] = ()
    """What devices counted, oldest first; years of it, and no reason for a day to be a day of the course."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "History":
        """Group ``entries`` by their day, each day in the order of its moments."""
        grouped: dict[date, list[Entry]] = {}
        counted: list[Steps] = []
        for entry in sorted(entries, key=_place):
            if isinstance(entry, Steps):
                counted.append(entry)
            else:
                grouped.setdefault(entry.day, []).append(entry)
        return cls({day: Day(day, tuple(said)) for day, said in grouped.items()}, tuple(counted))

    def __getitem__(self, day: date) -> Day:
        return self.days.get(day) or Day(day)

    def __bool__(self) -> bool:
        return bool(self.days)

    @cached_property
    def first(self) -> date | None:
        """The first day with an entry."""
        return next(iter(self.days), None)

    @cached_property
    def last(self) -> date | None:
        """The last day with an entry."""
        return max(self.days, default=None)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry, oldest first."""
        said = (entry for day in self.days.values() for entry in day.entries)
        return tuple(sorted((*said, *self.counted), key=_place)) if self.counted else tuple(said)

    @cached_property
    def steps(self) -> dict[date, int]:
        """Steps by day, known days only: of several devices the one that counted most."""
        days: dict[date, int] = {}
        for counted in self.counted:
            days[counted.day] = max(counted.steps, days.get(counted.day, 0))
        return days

    @cached_property
    def profiles(self) -> tuple[Profile, ...]:
        """Every profile, oldest first."""
        return tuple(entry for entry in self.entries if isinstance(entry, Profile))

    @cached_property
    def gates(self) -> tuple[Gate, ...]:
        """Every answer to the safety questions, oldest first."""
        return tuple(entry for entry in self.entries if isinstance(entry, Gate))

    @cached_property
    def programmes(self) -> tuple[Programme, ...]:
        """Every therapist's programme, oldest first."""
        return tuple(entry for entry in self.entries if isinstance(entry, Programme))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Everything marked in the charts, oldest first."""
        return tuple(entry for entry in self.entries if isinstance(entry, Event))

    @cached_property
    def weeklies(self) -> tuple[Weekly, ...]:
        """Every weekly review, oldest first."""
        return tuple(entry for entry in self.entries if isinstance(entry, Weekly))

    @cached_property
    def mornings(self) -> tuple[CheckIn, ...]:
        """One check-in for each day that has one, oldest first."""
        return tuple(day.check_in for day in self.days.values() if day.check_in is not None)

    @cached_property
    def _morning_days(self) -> list[date]:
        return [check_in.day for check_in in self.mornings]

    def mornings_before(self, day: date, most: int) -> tuple[CheckIn, ...]:
        """Give at most ``most`` check-ins from the mornings before ``day``, oldest first."""
        end = bisect_right(self._morning_days, day - timedelta(days=1))
        return self.mornings[max(0, end - most) : end]

    def profile(self, day: date) -> Profile | None:
        """Give the profile that stood on ``day``."""
        return next((profile for profile in reversed(self.profiles) if profile.day <= day), None)

    def programme(self, day: date) -> Programme | None:
        """Give the therapist's programme that stood on ``day``."""
        return next((programme for programme in reversed(self.programmes) if programme.day <= day), None)

    def back_from(self, day: date, count: int) -> tuple[Day, ...]:
        """Give the ``count`` days before ``day``, the nearest first."""
        return tuple(self[day - timedelta(days=n)] for n in range(1, count + 1))

    def leg(self) -> dict[date, int]:
        """Morning leg pain (NRS 0-10) by day, known days only."""
        return {c.day: c.leg for c in self.mornings if c.leg is not None}

    def first_legs(self, first: date, before: date, most: int) -> dict[date, int]:
        """Morning leg pain of the first ``most`` known days from ``first`` on that lie before ``before``."""
        found = ((c.day, c.leg) for c in self.mornings if c.leg is not None and first <= c.day < before)
        return dict(islice(found, most))

    def back(self) -> dict[date, int]:
        """Morning back pain (NRS 0-10) by day, known days only."""
        return {c.day: c.back for c in self.mornings if c.back is not None}
