"""Lives in which a little of everything is said that reaches further than its own days."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from ryggkompis.domain.base.scales import DAILY_LINE, Answer
from ryggkompis.domain.journal.entries import CheckIn, Entry, Event, Profile, Programme, Walk
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.reaching import Reach, month_of, months_to_read, reach_of
from ryggkompis.domain.plan.safety import GateKeeper
from tests.domain.patient import red_flags

FIRST = date(2020, 1, 1)
MONTHS = 14
FLAGS = ("CES1", "MOT1", "MOT2", "CAN2", "PSY1", "AGE1", "OLD9", DAILY_LINE)
"""Some that lock, some that only last, one that locks after cancer, one that nobody knows, the one line."""
ANSWERS: tuple[Answer, ...] = ("yes", "unsure", "no", "no")


class Told:
    """Collects entries, each at a day."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def say(self, kind: type[Entry], day: date, **said: Any) -> None:
        n = len(self.entries)
        at = datetime.combine(day, time(n % 24, n // 24 % 60), UTC)
        self.entries.append(kind(id=f"{n:026d}", day=day, at=at, tz="UTC", **said))

    def full(self, day: date, **answers: str) -> None:
        no: dict[str, str] = {flag.id: "no" for flag in red_flags().flags}
        self.say(Gate, day, scope="full", answers={**no, **answers})

    @property
    def months(self) -> dict[str, list[Entry]]:
        found = defaultdict(list)
        for entry in self.entries:
            found[month_of(entry.day)].append(entry)
        return found

    @property
    def reaches(self) -> Mapping[str, Reach]:
        return {month: reach_of(entries) for month, entries in self.months.items()}

    def chosen(self, since: date) -> frozenset[str]:
        return months_to_read(self.reaches, since, red_flags())

    def with_only(self, months: Iterable[str]) -> History:
        return History.of(entry for month in months for entry in self.months[month])


def a_life(seed: int) -> tuple[Told, date]:
    """A year in which a little of everything that reaches further is said, now much and now hardly any."""
    dice, told = Random(seed), Told()
    rate, grave = dice.choice((0.01, 0.04, 0.15)), dice.choice((0.03, 0.1, 0.5))
    for n in range(MONTHS * 30):
        day = FIRST + timedelta(days=n)
        while dice.random() < rate:
            dice.choice(GRAVE if dice.random() < grave else CALM)(dice, told, day)
    return told, FIRST + timedelta(days=dice.randrange(MONTHS * 30))


Say = Callable[[Random, Told, date], None]
CALM: tuple[Say, ...] = (
    lambda dice, told, day: told.say(Event, day, text="x", event=dice.choice(("visit", "work"))),
    lambda dice, told, day: told.say(
        Profile, day, had_cancer=dice.choice((None, False)), walk_tolerance=day.day
    ),
    lambda _dice, told, day: told.say(Programme, day, name="x", sha=str(day.day)),
    lambda dice, told, day: told.say(CheckIn, day, numb=dice.choice(("none", "less", None))),
    lambda _dice, told, day: told.full(day),
    lambda _dice, told, day: told.say(Walk, day, minutes=5),
)
GRAVE: tuple[Say, ...] = (
    lambda _dice, told, day: told.say(Clearance, day, by="legen"),
    lambda dice, told, day: told.say(
        Profile, day, had_cancer=dice.choice((True, False)), walk_tolerance=day.day
    ),
    lambda _dice, told, day: told.say(CheckIn, day, numb="more"),
    lambda _dice, told, day: told.say(CheckIn, day, numb="more"),
    lambda dice, told, day: told.full(day, **{dice.choice(FLAGS): dice.choice(("yes", "unsure"))}),
    lambda dice, told, day: told.say(
        Gate, day, scope="daily", answers={}, marked={dice.choice(FLAGS): "yes"}
    ),
    lambda dice, told, day: told.say(
        Gate, day, scope="daily", answers={dice.choice(FLAGS): dice.choice(ANSWERS)}
    ),
)


def stands(history: History, since: date) -> list[object]:
    keeper = GateKeeper(history, red_flags(), min(history.first or since, since))
    days = (since + timedelta(days=n) for n in range(45))
    return [(keeper.on(day), history.profile(day), history.programme(day)) for day in days]
