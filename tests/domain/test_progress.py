"""Means rest on known days only, and change is called clear only when it is."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.domain.course.progress import (
    SPANS,
    ClearlyBetter,
    ClearlyWorse,
    NoClearChange,
    NotAllRead,
    Period,
    Span,
    TooEarly,
    Window,
    change,
    first_week,
    last_week,
    mean_of,
    period_of,
    rolling_mean,
)

START = date(2026, 3, 2)
DAYS = st.integers(0, 60).map(lambda n: START + timedelta(days=n))
VALUES = st.dictionaries(DAYS, st.integers(0, 10), max_size=60)


def on(n: int) -> date:
    return START + timedelta(days=n)


def logged(*values: int | None, since: int = 0) -> dict[date, float]:
    return {on(since + n): value for n, value in enumerate(values) if value is not None}


def weeks(first: list[int], last: list[int]) -> dict[date, float]:
    return logged(*first) | logged(*last, since=21)


def test_an_unknown_day_is_left_out_of_the_mean_and_not_counted_as_zero() -> None:
    assert mean_of(logged(6, None, None, 3), on(6)) == Window(4.5, 2)


def test_a_known_zero_counts() -> None:
    assert mean_of(logged(6, 0), on(1)) == Window(3.0, 2)


def test_the_mean_looks_back_seven_days_and_no_further() -> None:
    assert mean_of(logged(9, 1), on(6)) == Window(5.0, 2)
    assert mean_of(logged(9, 1), on(7)) == Window(1.0, 1)
    assert mean_of(logged(9, 1), on(8)) is None


def test_a_mean_does_not_look_ahead() -> None:
    assert mean_of(logged(9, 1), on(0)) == Window(9.0, 1)


def test_the_first_week_is_seven_logged_days_however_far_apart() -> None:
    values = {on(10 * n): 7 for n in range(7)} | {on(100): 0}

    assert first_week(values) == Window(7.0, 7)


def test_the_last_week_is_seven_calendar_days() -> None:
    assert last_week(logged(*range(10)), on(9)) == Window(6.0, 7)


def test_nothing_logged_has_no_mean() -> None:
    assert first_week({}) is None
    assert last_week({}, on(0)) is None
    assert rolling_mean({}, [on(0)]) == [None]


def test_a_running_mean_needs_three_known_days_in_its_window() -> None:
    days = Period(on(0), on(9)).days()

    assert rolling_mean(logged(3, None, 4, 5), days) == [
        None, None, None, 4.0, 4.0, 4.0, 4.0, None, None, None,
    ]  # fmt: skip


def test_a_running_mean_ends_six_days_after_the_last_known_value_at_the_latest() -> None:
    days = Period(on(0), on(8)).days()

    assert rolling_mean(logged(4), days, least=1) == [4.0] * 7 + [None] * 2


def test_days_before_the_shown_ones_count_in_the_first_running_mean() -> None:
    assert rolling_mean(logged(1, 2, 3), [on(2)]) == [2.0]


@given(values=VALUES, day=DAYS)
@settings(derandomize=True)
def test_a_running_mean_agrees_with_the_plain_mean_of_its_week(values: Mapping[date, int], day: date) -> None:
    plain = mean_of(values, day)

    assert rolling_mean(values, [day], least=1) == [plain.mean if plain else None]


def test_two_points_and_thirty_per_cent_are_a_clear_change() -> None:
    assert change(weeks([6] * 7, [4] * 7), on(27)) == ClearlyBetter(6.0, 4.0)
    assert change(weeks([4] * 7, [6] * 7), on(27)) == ClearlyWorse(4.0, 6.0)


def test_two_points_from_a_high_start_are_not_enough() -> None:
    """2 of 8 is a quarter: the start value decides how much is much."""
    assert change(weeks([8] * 7, [6] * 7), on(27)) == NoClearChange(8.0, 6.0)


def test_half_of_a_low_start_is_not_enough() -> None:
    assert change(weeks([3] * 7, [2] * 7), on(27)) == NoClearChange(3.0, 2.0)


def test_pain_that_comes_where_there_was_none_is_a_change_for_the_worse() -> None:
    assert change(weeks([0] * 7, [2] * 7), on(27)) == ClearlyWorse(0.0, 2.0)


def test_exactly_two_points_are_clear_whatever_the_binary_fractions() -> None:
    """19/3 - 13/3 is a little less than 2 in floating point, and must not be."""
    values = weeks([6, 6, 7, 6, 6, 7, 6], [4, 4, 5, 4, 4, 5, 4])

    assert isinstance(change(values, on(27)), ClearlyBetter)


def test_three_days_in_the_last_week_are_too_few() -> None:
    assert change(weeks([6] * 7, [1] * 3), on(27)) == TooEarly(7, 3)


def test_four_days_in_the_last_week_are_enough() -> None:
    assert change(weeks([6] * 7, [1] * 4), on(27)) == ClearlyBetter(6.0, 1.0)


@pytest.mark.parametrize(("days", "early"), [(7, True), (13, True), (14, False)])
def test_a_day_is_never_in_both_weeks(days: int, early: bool) -> None:
    values = logged(*[8] * 7, *[1] * (days - 7))

    assert isinstance(change(values, on(days - 1)), TooEarly) is early


def test_nothing_logged_is_too_early() -> None:
    assert change({}, on(0)) == TooEarly(0, 0)


def test_days_after_today_are_not_looked_at() -> None:
    values = weeks([6] * 7, [1] * 7)

    assert change(values, on(20)) == TooEarly(7, 0)


@given(values=VALUES, today=DAYS)
@settings(derandomize=True)
def test_a_clear_change_is_always_two_points_and_thirty_per_cent(
    values: Mapping[date, int], today: date
) -> None:
    match change(values, today):
        case ClearlyBetter(first, last):
            assert first - last >= max(2, 0.3 * first) - 1e-9
        case ClearlyWorse(first, last):
            assert last - first >= max(2, 0.3 * first) - 1e-9
        case NoClearChange(first, last):
            assert abs(last - first) < max(2, 0.3 * first)
        case TooEarly(n_first, n_last):
            assert 0 <= n_first <= 7
            assert 0 <= n_last <= 7
        case NotAllRead():
            pytest.fail("all could be read")


@pytest.mark.parametrize(("span", "days"), [("2w", 14), ("6w", 42), ("3m", 91), ("6m", 182)])
def test_a_span_ends_today(span: Span, days: int) -> None:
    period = period_of(span, on(-500), on(0))

    assert (period.last, period.length) == (on(0), days)


def test_all_starts_at_the_first_logged_day() -> None:
    assert period_of("all", on(-500), on(0)) == Period(on(-500), on(0))


def test_all_is_two_weeks_at_least_even_with_nothing_logged() -> None:
    assert period_of("all", None, on(0)).length == 14
    assert period_of("all", on(0), on(0)).length == 14
    assert period_of("all", on(5), on(0)).length == 14


@pytest.mark.parametrize("span", SPANS)
def test_a_period_lists_the_days_it_contains(span: Span) -> None:
    period = period_of(span, on(-300), on(0))

    days = period.days()
    assert len(days) == period.length
    assert all(day in period for day in days)
    assert days[0] - timedelta(days=1) not in period
    assert days[-1] + timedelta(days=1) not in period
