"""With the months that are chosen, what reaches further than its own days is as with all of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.domain.base.scales import DAILY_LINE, Answer
from ryggkompis.domain.journal.entries import CheckIn, Clearance, Entry, Event, Gate, Profile, Programme, Walk
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.reaching import Reach, lifelong, month_of, months_to_read, reach_of
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


@settings(derandomize=True, max_examples=1500, deadline=None)
@given(st.integers(0, 1 << 30))
def test_gate_profile_and_programme_stand_as_with_the_whole_history(seed: int) -> None:
    told, since = a_life(seed)
    chosen = told.chosen(since)
    assert stands(told.with_only(chosen), since) == stands(History.of(told.entries), since)


def test_the_lives_of_the_property_are_not_all_read_whole() -> None:
    read = [
        len(told.chosen(since)) / len(told.months) for told, since in map(a_life, range(300)) if told.months
    ]
    assert sum(share < 0.7 for share in read) > 50


def day(month: int, of_month: int = 5, year: int = 2020) -> date:
    return date(year, month, of_month)


def test_calm_months_before_are_not_read_but_the_newest_whole_list_and_profile() -> None:
    told = Told()
    told.say(Profile, day(2), walk_tolerance=5)
    for month in range(1, 11):
        told.say(Walk, day(month), minutes=5)
        if month < 8:
            told.full(day(month))
    assert told.chosen(day(10, 20)) == {"2020-02", "2020-07", "2020-10"}


@pytest.mark.parametrize(
    ("flag", "settled", "is_read"),
    [
        ("CES1", "no", True),  # a lock opens for nothing but somebody who has looked
        ("CES1", "clearance", False),
        ("INF1", "no", True),
        ("CAN2", "no", False),
        ("CAN2", "clearance", True),
        ("MOT1", "clearance", True),  # that it was looked at is remembered for good
        (DAILY_LINE, "no", False),
    ],
)
def test_a_yes_is_read_until_it_is_proved_to_be_settled(flag: str, settled: str, *, is_read: bool) -> None:
    told = Told()
    told.say(Gate, day(1), scope="daily", answers={flag: "yes"})
    told.say(Walk, day(2), minutes=5)
    if settled == "no":
        told.full(day(3))
    else:
        told.say(Clearance, day(3), by="legen")
    told.full(day(5))
    told.full(day(6)) if settled == "clearance" and flag != "CAN2" else told.say(Walk, day(6), minutes=5)
    found = told.chosen(day(8))
    assert ("2020-01" in found) == is_read
    assert ("2020-02" in found) == is_read, "all that follows is read with it"


def test_three_numb_mornings_over_new_year_are_read_until_somebody_has_looked() -> None:
    told = Told()
    for one in (date(2020, 12, 30), date(2020, 12, 31), date(2021, 1, 1)):
        told.say(CheckIn, one, numb="more")
    told.say(CheckIn, day(2, year=2021), numb="none")
    assert {"2020-12", "2021-01", "2021-02"} <= told.chosen(day(6, year=2021))
    two = Told()
    for one in (date(2020, 12, 30), date(2020, 12, 31)):
        two.say(CheckIn, one, numb="more")
    two.say(CheckIn, day(2, year=2021), numb="none")
    assert two.chosen(day(6, year=2021)) == frozenset()


def test_when_an_episode_began_is_told_by_the_newest_profile_and_the_month_itself() -> None:
    told = Told()
    for month in (1, 4, 9):
        told.say(Profile, day(month), onset=day(month))
        told.say(Walk, day(month + 1), minutes=5)
    assert lifelong(told.reaches, day(5)) == {"2020-04", "2020-05"}
    assert lifelong({**told.reaches, "2020-02": Reach(kinds=("episode",))}, day(8)) == {"2020-02", "2020-04"}
