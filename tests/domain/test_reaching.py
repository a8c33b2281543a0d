"""With the months that are chosen, what reaches further than its own days is as with all of them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.journal.entries import CheckIn, Profile, Walk
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.reaching import Reach, lifelong
from tests.domain.further import Told, a_life, stands


@settings(derandomize=True, max_examples=1500)
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
    assert told.chosen(day(10, 20)) == {"2020-02", "2020-07", "2020-08", "2020-09", "2020-10"}


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
    assert two.chosen(day(6, year=2021)) == {"2020-12", "2021-02"}


def test_when_an_episode_began_is_told_by_the_newest_profile_and_the_month_itself() -> None:
    told = Told()
    for month in (1, 4, 9):
        told.say(Profile, day(month), onset=day(month))
        told.say(Walk, day(month + 1), minutes=5)
    assert lifelong(told.reaches, day(5)) == {"2020-04", "2020-05"}
    assert lifelong({**told.reaches, "2020-02": Reach(starts=("2020-02-05",))}, day(8)) == {
        "2020-02",
        "2020-04",
    }


def test_every_month_that_tells_of_an_operation_is_read_whichever_was_the_latest() -> None:
    told = Told()
    told.say(EpisodeMark, day(2), start=day(1), operated=day(1))
    told.say(EpisodeMark, day(4), start=day(1), operated=day(1), cleared=day(4))
    told.say(EpisodeMark, day(6), start=day(1), operated=day(6))
    for month in range(7, 11):
        told.full(day(month))
    assert told.chosen(day(10)) == {"2020-02", "2020-04", "2020-06", "2020-08", "2020-09", "2020-10"}
