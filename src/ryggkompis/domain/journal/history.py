"""The journal, grouped by day: what every decision and picture is computed from."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from functools import cached_property
from operator import attrgetter
from typing import Any, Literal, TypeAlias, TypeGuard, TypeVar

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.day import AnEntry, Day
from ryggkompis.domain.journal.drawing import Drawing
from ryggkompis.domain.journal.entries import CheckIn, Entry, Evening, Event, Profile, Programme, Weekly
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.hidden import Hidden
from ryggkompis.domain.journal.steps import Steps

Standing = TypeVar("Standing", Profile, Programme)
Pain: TypeAlias = CheckIn | Evening


_place: Callable[[Entry], tuple[date, datetime, str]] = attrgetter("day", "at", "id")


def is_brought_pain(entry: Entry) -> TypeGuard[Pain]:
    """Tell whether ``entry`` is pain that another program's file told of: no morning of the patient's."""
    return entry.origin is not None and isinstance(entry, CheckIn | Evening)


class History(Value, dict=True):
    """All living entries by day."""

    days: Mapping[date, Day] = {}
    """Each day about which the patient said something."""
    counted: tuple[Steps, ...] = ()
    """What devices counted, oldest first; years of it, and no reason for a day to be a day of the course."""
    hidden: tuple[Hidden, ...] = ()
    """What could not be read, of whatever day."""
    before: tuple[Profile | Programme, ...] = ()
    """What was said before these days and still stood on the first of them, oldest first."""
    brought: tuple[Pain, ...] = ()
    """Pain that another program's file told of, oldest first: it is shown, and decides nothing."""
    this_morning: Mapping[str, Entry | None] = {}
    """What stood, by its id, of what imports and removals of today have changed; None where nothing did."""

    @classmethod
    def of(cls, entries: Iterable[Entry], hidden: Iterable[Hidden] = ()) -> "History":
        """Group ``entries`` by their day, in the order of its moments; ``hidden`` could not be read."""
        grouped: dict[date, list[Entry]] = {}
        counted: list[Steps] = []
        brought: list[Pain] = []
        for entry in sorted(entries, key=_place):
            if isinstance(entry, Steps):
                counted.append(entry)
            # Here, and nowhere else, is it kept from the plan: no day is made of it (docs/decisions.md).
            elif is_brought_pain(entry):
                brought.append(entry)
            else:
                grouped.setdefault(entry.day, []).append(entry)
        days = {day: Day(day, tuple(said)) for day, said in grouped.items()}
        return cls(days, tuple(counted), tuple(hidden), brought=tuple(brought))

    def within(self, first: date, last: date = date.max) -> "History":
        """Give the days from ``first`` to ``last``, both included, with who the plan was for on the first."""
        if self.first is not None and first <= self.first and last == date.max:
            return self
        yesterday = first - timedelta(days=1)
        stood = (self.profile(yesterday), self.programme(yesterday))
        return History(
            {day: said for day, said in self.days.items() if first <= day <= last},
            tuple(steps for steps in self.counted if first <= steps.day <= last),
            tuple(one for one in self.hidden if one.last >= first and one.first <= last),
            tuple(sorted((one for one in stood if one is not None), key=_place)),
            tuple(one for one in self.brought if first <= one.day <= last),
        )

    def without(self, gone: Iterable[Entry]) -> "History":
        """Give what is known where nobody told what is ``gone``."""
        ids = {entry.id for entry in gone}
        return History.of((entry for entry in self.entries if entry.id not in ids), self.hidden)

    def and_also(self, more: Iterable[Entry]) -> "History":
        """Give what is known where ``more`` is told, too."""
        both = History.of((*self.entries, *more), self.hidden)
        return replace(both, this_morning=self.this_morning)

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
    def in_doubt(self) -> tuple[Hidden, ...]:
        """What could not be read and nobody has answered for: a yes may be in it."""
        return tuple(one for one in self.hidden if not one.is_answered_for(self.all(Clearance)))

    def unread(self, first: date, last: date) -> frozenset[date]:
        """Give the days from ``first`` to ``last``, both included, of which not all could be read."""
        return frozenset(day for one in self.hidden for day in one.days(first, last))

    def is_unread(self, day: date) -> bool:
        """Tell whether nothing could be read of a day of which there may be something."""
        return day not in self.days and any(day in one for one in self.hidden)

    def unread_until(self, last: date) -> frozenset[date]:
        """Give the days up to ``last`` of which not all could be read."""
        if not self.hidden:
            return frozenset()
        dated = (one.first for one in self.hidden if one.is_dated)
        return self.unread(min((self.first or last, *dated)), last)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry, oldest first."""
        said = (entry for day in self.days.values() for entry in day.entries)
        beside = (*self.counted, *self.brought)
        return tuple(sorted((*said, *beside), key=_place)) if beside else tuple(said)

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
        return self._stood(Profile)

    @cached_property
    def _by_kind(self) -> Mapping[type, tuple[Any, ...]]:
        found: dict[type, list[Entry]] = {}
        for day in self.days.values():
            for entry in day.entries:
                found.setdefault(type(entry), []).append(entry)
        return {kind: tuple(said) for kind, said in found.items()}

    def all(self, kind: type[AnEntry]) -> tuple[AnEntry, ...]:
        """Give every entry of one kind, oldest first; steps are `counted`."""
        return self._by_kind.get(kind, ())

    def _stood(self, kind: type[Standing]) -> tuple[Standing, ...]:
        return tuple(entry for entry in (*self.before, *self.all(kind)) if isinstance(entry, kind))

    @cached_property
    def gates(self) -> tuple[Gate, ...]:
        """Every answer to the safety questions, oldest first."""
        return self.all(Gate)

    @cached_property
    def programmes(self) -> tuple[Programme, ...]:
        """Every therapist's programme, oldest first."""
        return self._stood(Programme)

    @cached_property
    def episode_marks(self) -> tuple[EpisodeMark, ...]:
        """What was told of episodes, oldest first."""
        return self.all(EpisodeMark)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Everything marked in the charts, oldest first."""
        return self.all(Event)

    @cached_property
    def weeklies(self) -> tuple[Weekly, ...]:
        """Every weekly review, oldest first."""
        return self.all(Weekly)

    @cached_property
    def drawings(self) -> tuple[Drawing, ...]:
        """Every drawing of where it hurts, oldest first."""
        return self.all(Drawing)

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
        """Give the therapist's programme that stood on ``day``; None where the last one was ended."""
        found = next((programme for programme in reversed(self.programmes) if programme.day <= day), None)
        return None if found is not None and found.over else found

    def back_from(self, day: date, count: int) -> tuple[Day, ...]:
        """Give the ``count`` days before ``day``, the nearest first."""
        return tuple(self[day - timedelta(days=n)] for n in range(1, count + 1))

    def brought_pain(self, measure: Literal["leg", "back"]) -> dict[date, int]:
        """Pain (0-10) by day, as other programs told of it: the worst of each day."""
        days: dict[date, int] = {}
        for one in self.brought:
            value = getattr(one, measure if isinstance(one, CheckIn) else f"{measure}_avg")
            if value is not None:
                days[one.day] = max(value, days.get(one.day, 0))
        return days

    def leg(self) -> dict[date, int]:
        """Morning leg pain (NRS 0-10) by day, known days only."""
        return {c.day: c.leg for c in self.mornings if c.leg is not None}

    def back(self) -> dict[date, int]:
        """Morning back pain (NRS 0-10) by day, known days only."""
        return {c.day: c.back for c in self.mornings if c.back is not None}
