"""The made-up patients of the simulation are the people of whom the specification speaks."""

from itertools import pairwise
from random import Random
from statistics import mean, pstdev

import pytest

from tools.simulate.bar import BARS
from tools.simulate.kinds import BY_NAME, DAYS, KINDS, Dice

PATIENTS = 60


def lived(name: str, patients: int = PATIENTS) -> list[Dice]:
    return [Dice(BY_NAME[name], seed) for seed in range(patients)]


@pytest.mark.parametrize(
    ("name", "by_day"),
    [
        ("good", {0: 7, 21: 4, 42: 2.5, 181: 1}),
        ("slow", {0: 6, 84: 3, 168: 1.5}),
        ("bumpy", {0: 5, 91: 3.5, 182: 2}),
        ("walker", {0: 4, 181: 4}),
        ("a point a week", {0: 2, 42: 2, 49: 3, 84: 8, 181: 8}),
        ("half a point", {0: 2, 42: 2, 56: 3, 126: 8, 181: 8}),
        ("relapse", {0: 7, 69: 1.6, 70: 7, 181: 7}),
    ],
)
def test_the_leg_takes_its_course(name: str, by_day: dict[int, float]) -> None:
    assert {day: BY_NAME[name].leg(day) for day in by_day} == pytest.approx(by_day, abs=0.05)


def test_the_leg_varies_by_0_7_from_day_to_day_and_half_of_it_stays() -> None:
    noise = [[dice.wake(day, 0) - 4 for day in range(DAYS)] for dice in lived("walker")]
    assert pstdev([one for life in noise for one in life]) == pytest.approx(0.7, abs=0.02)
    pairs = [a * b for life in noise for a, b in pairwise(life)]
    assert mean(pairs) / 0.49 == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize(("name", "share"), [("good", 0), ("bumpy", 0.1), ("hard", 0.2)])
def test_some_mornings_are_two_or_three_points_worse(name: str, share: float) -> None:
    bad = []
    for dice in lived(name):
        for day in range(DAYS):
            dice.wake(day, 0)
            bad.append(dice.is_bad)
    assert mean(bad) == pytest.approx(share, abs=0.01)


def test_suri_has_three_and_a_half_flares_in_six_weeks_and_seven_of_ten_last_a_day() -> None:
    lengths = []
    for dice in lived("suri", 150):
        days = []
        for day in range(42):
            dice.wake(day, 0)
            days.append("x" if dice.is_flare else " ")
        lengths += [len(one) for one in "".join(days).split()]
    assert len(lengths) / 150 == pytest.approx(3.0, abs=0.5)  # two in a row look like one
    assert lengths.count(1) / len(lengths) == pytest.approx(0.68, abs=0.06)


@pytest.mark.parametrize(
    ("name", "done"),
    [
        ("eighty", 0.8),
        ("seventy", 15 / 20),
        ("skips the last", 16 / 20),
        ("good", 0.95),
    ],
)
def test_each_does_their_share(name: str, done: float) -> None:
    dice = Random(1)
    walks = (6, 5, 5, 4)
    minutes = [sum(BY_NAME[name].does(walks, day, dice)) for day in range(2000)]
    assert mean(minutes) / 20 == pytest.approx(done, abs=0.02)


def test_each_has_their_own_way() -> None:
    dice = Random(1)

    def week(name: str, *walks: int) -> list[tuple[int, ...]]:
        return [BY_NAME[name].does(walks, day, dice) for day in range(7)]

    assert week("seventy", 3, 3, 3, 3) == [(2, 2, 2, 2)] * 7
    assert week("skips the last of four", 3, 3, 3, 3) == [(3, 3, 3)] * 7
    assert week("skips the last of four", 9, 8, 7) == [(9, 8, 7)] * 7
    assert week("steady", 3, 3, 3, 3) == [(35,)] * 7
    assert week("forty-five", 3, 3, 3, 3) == [(45,)] * 5 + [()] * 2
    assert week("walker", 3, 3, 3, 3) == [(60,)] * 7
    assert week("fear", 3, 3, 3, 3) == [(8,)] * 7


@pytest.mark.parametrize(("name", "sd"), [("good", 0.5), ("unsure answers", 1.0)])
def test_what_is_answered_of_a_walk_has_an_error(name: str, sd: float) -> None:
    dice = Dice(BY_NAME[name], 1)
    said = [dice.peak(5.0, 20) or 0 for _ in range(4000)]
    assert mean(said) == pytest.approx(5, abs=0.05)
    # Rounding to whole points adds a twelfth to the variance.
    assert pstdev(said) == pytest.approx((sd**2 + 1 / 12) ** 0.5, abs=0.05)


def test_who_must_be_held_is_told_so_by_their_body() -> None:
    red, paid = Dice(BY_NAME["red from L5"], 1), Dice(BY_NAME["paid from L5"], 1)
    assert mean(red.peak(2.0, 20) or 0 for _ in range(200)) == pytest.approx(2, abs=0.3)
    assert mean(red.peak(2.0, 22) or 0 for _ in range(200)) == pytest.approx(6, abs=0.3)
    for walked, is_paid in ((20, False), (22, True)):
        paid.wake(1, walked)
        assert paid.is_bad is is_paid
    assert [BY_NAME["down the leg"].site(7 * week, Random(1)) for week in (7, 8, 9, 10, 20)] == [
        "buttock",
        "thigh",
        "calf",
        "foot",
        "foot",
    ]


def test_every_kind_of_the_bar_is_lived() -> None:
    assert set(BARS) <= {kind.name for kind in KINDS}
    assert {kind.name for kind in KINDS} - set(BARS) == {"skips the last of four", "words only"}
