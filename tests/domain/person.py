"""A person who lives from day to day with the plan, and the acts a life is made of."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from random import Random
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import (
    Adjustment,
    CheckIn,
    Entry,
    Evening,
    Event,
    ExerciseDone,
    Profile,
    Programme,
    Walk,
)
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.hidden import Hidden
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.plan import Fold, Plan, plan_of
from tests.domain.patient import catalogue, red_flags

STARTS: Final = (date(2026, 1, 5), date(2026, 3, 9), date(2026, 10, 5), date(2028, 1, 31), date(2027, 12, 20))
"""Weeks before clocks go forward and back, a leap day and a new year."""
OSLO: Final = ZoneInfo("Europe/Oslo")
CLOCK: Final[dict[type[Entry], time]] = {
    EpisodeMark: time(6, 20), Profile: time(6, 30), Programme: time(6, 40), Gate: time(7, 30),
    CheckIn: time(8), Clearance: time(9),
    Walk: time(11), ExerciseDone: time(12), Adjustment: time(13), Evening: time(20), Event: time(14),
}  # fmt: skip
ALL_NO: Final[dict[str, Answer]] = {flag.id: "no" for flag in red_flags().flags}


class Act(NamedTuple):
    """Something said on the real day ``on``, counted from 0: an entry, a later text of it, or its end."""

    on: int
    entry: Entry
    is_taken_back: bool = False


class Unread(NamedTuple):
    """What could not be read on the real days from ``since`` to ``until``."""

    since: int
    until: int
    what: Hidden


class Life(NamedTuple):
    """What somebody did, first things first, how many days they lived, and what could not be read."""

    start: date
    acts: Sequence[Act]
    days: int
    unread: Sequence[Unread] = ()

    def readable(self, entries: Iterable[Entry], on: int) -> History:
        """Leave out of ``entries`` what cannot be read on the real day ``on``."""
        hidden = [one.what for one in self.unread if one.since <= on <= one.until]
        return History.of((e for e in entries if not any(e.day in one for one in hidden)), hidden)

    def known(self, on: int) -> History:
        """What can be read of the journal at the end of the real day ``on``."""
        found: dict[str, Entry] = {}
        for act in self.acts:
            if act.on <= on:
                found.pop(act.entry.id, None)
                if not act.is_taken_back:
                    found[act.entry.id] = act.entry
        return self.readable(found.values(), on)

    @property
    def last(self) -> date:
        return self.start + timedelta(days=self.days - 1)


class Person:
    """Lives from day to day, looking at the plan, and does as the dice say."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.start = self.dice.choice(STARTS)
        self.zone: tzinfo = self.dice.choice((UTC, OSLO))
        self.acts: list[Act] = []
        self.told: dict[date, Day] = {}
        self.fold = Fold(History(self.told), catalogue(), red_flags(), self.start)
        self.now = 0
        self.profile: dict[str, Any] = {}
        self.locked_since: int | None = None

    def say(self, kind: type[Entry], about: int | None = None, at: time | None = None, **said: Any) -> None:
        """Say one thing now, about today or an earlier day."""
        day = self.start + timedelta(days=self.now if about is None else about)
        moment = datetime.combine(day, at or CLOCK[kind], self.zone)
        entry = kind(id=f"{len(self.acts):026d}", day=day, at=moment, tz=str(self.zone), **said)
        self.acts.append(Act(self.now, entry))
        self._keep(entry)

    def _keep(self, entry: Entry, *, gone: bool = False) -> None:
        others = [e for e in self.told.get(entry.day, Day(entry.day)).entries if e.id != entry.id]
        entries = sorted([*others, *([] if gone else [entry])], key=lambda e: (e.at, e.id))
        self.told[entry.day] = Day(entry.day, tuple(entries))

    def wake(self) -> Plan:
        """Take today's plan as the engine makes it from what was said so far."""
        return plan_of(self.fold.next())

    def gate(self, **answers: str) -> None:
        full = bool(answers) or self.dice.random() < 0.9
        self.say(
            Gate, scope="full" if full else "daily", answers=ALL_NO | answers if full else {"DAILY": "no"}
        )

    def settings(self, **changed: Any) -> None:
        """Change the profile, of which the newest stands."""
        self.profile |= changed
        self.say(Profile, at=time(6, 30 + self.dice.randrange(5)), **self.profile)

    def walk(self, minutes: int, leg: int, *, fate: float = 0.5, answers: bool = True) -> None:
        """Walk; the lower the ``fate``, the worse the leg takes it."""
        rise = 4 if fate < 0.01 else 2 if fate < 0.04 else self.dice.choice((0, 0, 0, 1))
        said: dict[str, Any] = {
            "peak_leg": min(10, leg + rise),
            "settled": 90 if fate > 0.98 else 0,
            "further_down": fate < 0.005,
        }
        self.say(Walk, at=time(9 + self.dice.randrange(9), 5), minutes=max(1, min(600, minutes)),
                 **(said if answers else {}))  # fmt: skip
