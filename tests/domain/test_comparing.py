"""Statistics of the course: each is told on data that carries it, and not on data that does not."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from random import Random
from statistics import fmean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryggkompis.domain.course.comparing import (
    Around,
    BeforeFlares,
    around,
    before_flares,
    flare_starts,
    ranks_apart,
)
from ryggkompis.domain.course.milestones import milestones
from ryggkompis.domain.course.reference import reference, share_left
from ryggkompis.domain.course.trend import trend
from ryggkompis.domain.journal.entries import Weekly
from ryggkompis.domain.journal.history import History
from tests.domain.patient import DAY_0, Patient

LOW = (100, 87, 76, 58, 44, 41, 36, 32, 28, 23, 17, 12)
"""Per cent that is left at weeks 0, 1, 2, 4, 6, 8, 12, 16, 20, 26, 39 and 52, of the low edge."""
Legs = Mapping[int, float]


def values(legs: Legs) -> dict[date, float]:
    return {DAY_0 + timedelta(days=n): leg for n, leg in legs.items()}


def on(n: int) -> date:
    return DAY_0 + timedelta(days=n)


class TestTrend:
    def test_a_steady_fall_is_told_as_it_is(self) -> None:
        found = trend(values({n: 8 - n / 7 for n in range(28)}), on(27))
        assert found
        assert found.is_clear
        assert (found.slope, found.low, found.high) == pytest.approx((-1, -1, -1))
        assert found.n == 28

    def test_the_slope_is_the_median_of_all_slopes_between_two_days(self) -> None:
        dice = Random(3)
        legs = {n: dice.randint(0, 10) for n in range(28) if n % 5}
        found = trend(values(legs), on(27))
        known = sorted(legs.items())
        slopes = [7 * (b - a) / (m - n) for n, a in known for m, b in known if m > n]
        assert found
        assert found.slope == pytest.approx(median(slopes))
        assert found.low <= found.slope <= found.high

    def test_noise_has_no_direction_nearly_always(self) -> None:
        clear = 0
        for seed in range(200):
            dice = Random(seed)
            found = trend(values({n: dice.randint(2, 8) for n in range(28)}), on(27))
            assert found
            clear += found.is_clear
        assert clear <= 0.08 * 200, "95 % of what has no direction is told to have none"

    def test_two_bad_days_do_not_turn_it(self) -> None:
        legs = {n: 8 - n / 7 for n in range(28)} | {26: 10, 27: 10}
        found = trend(values(legs), on(27))
        assert found
        assert found.slope < -0.8

    @pytest.mark.parametrize(
        "legs",
        [
            {},
            {27: 5},
            dict.fromkeys(range(15, 28), 5),
            dict.fromkeys(range(8, 28), 5),
            dict.fromkeys(range(-30, 0), 5),
            {**dict.fromkeys(range(6), 5), **dict.fromkeys(range(22, 28), 5)},
        ],
        ids=["none", "one", "13 days", "20 days long", "long ago", "12 days"],
    )
    def test_of_too_little_nothing_is_said(self, legs: Legs) -> None:
        assert trend(values(legs), on(27)) is None

    def test_one_value_for_all_days_goes_nowhere(self) -> None:
        found = trend(values(dict.fromkeys(range(28), 4)), on(27))
        assert found
        assert (found.slope, found.is_clear) == (0, False)


class TestReference:
    @pytest.mark.parametrize(
        ("preset_days", "week", "low", "high"),
        [
            (0, 0, 100, 100),
            (0, 6, 44, 60),
            (0, 26, 23, 50),
            (0, 52, 12, 49),
            (83, 6, 44, 60),
            (84, 6, 65, 91),
            (200, 26, 51, 65),
            (200, 52, 45, 65),
        ],
    )
    def test_the_edges_are_shares_of_the_own_first_week(
        self, preset_days: int, week: int, low: int, high: int
    ) -> None:
        legs = {n: 8 if n < 7 else 1 for n in range(14)}
        found = reference(values(legs), on(-preset_days))
        assert found
        edges = found.edges(on(7 * week))
        assert edges
        assert edges == pytest.approx((8 * low / 100, 8 * high / 100))

    def test_between_two_weeks_the_share_lies_on_a_log_scale(self) -> None:
        assert share_left(7, (100, 87, 76, 58, 44, 41, 36, 32, 28, 23, 17, 12)) == pytest.approx(
            (0.44 * 0.41) ** 0.5
        )

    @given(st.floats(0, 52), st.floats(0, 52))
    def test_the_band_never_rises(self, one: float, other: float) -> None:
        early, late = sorted((one, other))
        assert share_left(late, LOW) <= share_left(early, LOW) + 1e-9

    @pytest.mark.parametrize("legs", [{}, {0: 5}, dict.fromkeys(range(13), 5), dict.fromkeys(range(20), 0)])
    def test_there_is_none_before_14_days_or_without_pain(self, legs: Legs) -> None:
        assert reference(values(legs), None) is None

    @pytest.mark.parametrize("day", [-1, 365])
    def test_it_ends_with_the_first_year(self, day: int) -> None:
        found = reference(values(dict.fromkeys(range(14), 5)), None)
        assert found
        assert found.edges(on(day)) is None

    def test_an_onset_in_the_future_counts_as_recent(self) -> None:
        found = reference(values(dict.fromkeys(range(14), 5)), on(300))
        assert found
        assert found.preset == "recent"


def flaring(*, short_walks: bool, flares: int = 4, days: int = 60) -> History:
    """Days with a walk each; a flare every fortnight, and perhaps long walks on the two days before."""
    patient, dice = Patient(), Random(1)
    starts = [12 * (n + 1) for n in range(flares)]
    before = {start - n for start in starts for n in (1, 2)}
    for day in range(days):
        patient.morning(day, flare=day in starts, sleep_wakes=dice.randint(0, 2))
        patient.walk(day, dice.randint(40, 50) if short_walks and day in before else dice.randint(10, 20))
    return History.of(patient.entries)


class TestBeforeFlares:
    def test_what_was_clearly_different_is_told_with_its_days(self) -> None:
        history = flaring(short_walks=True)
        walked = {day.day: day.walked for day in history.days.values() if day.walks}
        starts = flare_starts(history)
        before = {start - timedelta(days=n) for start in starts for n in (1, 2)}
        other = [minutes for day, minutes in walked.items() if day not in before | set(starts)]
        assert before_flares(history, on(59)) == [
            BeforeFlares(
                "walking",
                pytest.approx(fmean(walked[day] for day in before)),  # type: ignore[arg-type]
                pytest.approx(fmean(other)),  # type: ignore[arg-type]
                len(before),
                len(other),
                len(starts),
            )
        ]

    def test_what_was_no_different_is_not(self) -> None:
        assert before_flares(flaring(short_walks=False), on(59)) == []

    def test_two_flares_are_too_few(self) -> None:
        assert before_flares(flaring(short_walks=True, flares=2), on(59)) == []

    def test_too_few_other_days_are_too_few(self) -> None:
        assert before_flares(flaring(short_walks=True, flares=3, days=26), on(25)) == []

    def test_chance_alone_is_seldom_told(self) -> None:
        """Three comparisons at one in a hundred each: some diaries of a hundred, not many."""
        told = 0
        for seed in range(100):
            patient, dice = Patient(), Random(seed)
            for day in range(90):
                patient.morning(day, flare=dice.random() < 0.07, sleep_wakes=dice.randint(0, 3))
                patient.walk(day, dice.randint(5, 40))
                patient.evening(day, sit_longest=dice.choice(["under_20", "20_40", "40_60", "over_60"]))
            told += bool(before_flares(History.of(patient.entries), on(89)))
        assert told <= 8

    @given(st.lists(st.integers(0, 9), min_size=1), st.lists(st.integers(0, 9), min_size=1))
    def test_ranks_are_those_of_counting_pairs(self, some: list[int], others: list[int]) -> None:
        """Mann and Whitney's U is the pairs won, and half of those drawn."""
        n, m = len(some), len(others)
        pairs = sum((a > b) + (a == b) / 2 for a in some for b in others)
        both = some + others
        ties = sum(both.count(value) ** 3 - both.count(value) for value in set(both))
        variance = n * m / 12 * (n + m + 1 - ties / ((n + m) * (n + m - 1)))
        expected = (pairs - n * m / 2) / variance**0.5 if variance > 1e-12 else 0
        assert ranks_apart(some, others) == pytest.approx(expected, abs=1e-6)


class TestAround:
    def test_both_sides_are_means_of_the_known_days(self) -> None:
        legs = {n: 6 for n in range(14) if n != 3} | {n: 2 for n in range(14, 28) if n not in {15, 20}}
        found = around(values(legs), on(14), [on(2), on(20), on(40)], on(60))
        assert found == Around(on(14), 6, 2, 13, 12, overlaps=2)
        assert found.is_clear

    @pytest.mark.parametrize(("before", "after", "clear"), [(6, 4.5, False), (8, 5.7, False), (3, 1, True)])
    def test_clear_is_two_points_and_three_tenths(self, before: float, after: float, clear: bool) -> None:
        legs = dict.fromkeys(range(14), before) | dict.fromkeys(range(14, 28), after)
        found = around(values(legs), on(14), [], on(60))
        assert found
        assert found.is_clear is clear

    @pytest.mark.parametrize(("first", "last"), [(8, 28), (0, 20)])
    def test_six_known_days_on_a_side_are_too_few(self, first: int, last: int) -> None:
        assert around(values(dict.fromkeys(range(first, last), 5)), on(14), [], on(60)) is None

    def test_days_that_have_not_come_do_not_count(self) -> None:
        assert around(values(dict.fromkeys(range(28), 5)), on(14), [], on(19)) is None


class TestMilestones:
    def test_the_first_whole_night_is_the_first_after_a_broken_one_and_never_lost(self) -> None:
        patient = Patient()
        for day, wakes in enumerate([0, 2, None, 1, 0, 3, 0]):
            patient.morning(day, sleep_wakes=wakes)
        found = milestones(History.of(patient.entries), on(6))
        assert [(one.kind, one.day) for one in found] == [("whole_night", on(4))]

    @pytest.mark.parametrize(("minutes", "told"), [(19, []), (20, [("longest_walk", 20)])])
    def test_the_longest_walk_is_told_when_it_has_grown(self, minutes: int, told: list[object]) -> None:
        patient = Patient()
        for day, walked in ((0, 8), (6, 10), (20, minutes), (21, 9)):
            patient.walk(day, walked)
        found = milestones(History.of(patient.entries), on(21))
        assert [(one.kind, one.amount) for one in found] == told

    def test_a_goal_is_reached_once_and_by_its_name(self) -> None:
        patient = Patient(goals=("tie shoes", "drive"))
        for day, goals in ((7, (3, 9)), (14, (9, 10)), (21, (2, 10)), (28, (10, 10))):
            patient.say(Weekly, day, time(20, 0), goals=goals)
        found = milestones(History.of(patient.entries), on(28))
        assert [(one.kind, one.name, one.day) for one in found] == [("goal", "tie shoes", on(14))]

    @pytest.mark.parametrize(("known", "told"), [(15, True), (14, False)])
    def test_thirty_days_without_a_flare_need_a_word_on_half_of_them(self, known: int, told: bool) -> None:
        patient = Patient()
        patient.morning(0, flare=True)
        for day in range(1, known + 1):
            patient.morning(day, flare=False)
        found = milestones(History.of(patient.entries), on(40))
        assert [one.day for one in found] == ([on(30)] if told else [])

    def test_after_another_flare_the_earlier_calm_still_stands(self) -> None:
        patient = Patient()
        for day in range(45):
            patient.morning(day, flare=day in {0, 40})
        found = milestones(History.of(patient.entries), on(44))
        assert [(one.kind, one.day) for one in found] == [("after_flare", on(30))]

    def test_what_has_not_come_is_not_told(self) -> None:
        patient = Patient()
        for day, wakes in enumerate([2, 0]):
            patient.morning(day, sleep_wakes=wakes)
        assert milestones(History.of(patient.entries), on(0)) == []
