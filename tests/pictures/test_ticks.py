"""Labels name days, weeks, months or years, whichever fit; 0 is always named."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.domain.course.progress import Period
from ryggkompis.pictures.picture import Size
from ryggkompis.pictures.plot import Plot
from ryggkompis.pictures.ticks import TickKind, small_ticks, time_ticks, value_ticks

LAST = date(2026, 11, 22)


def label(day: date, kind: TickKind) -> str:
    return {"day": f"{day.day}.{day.month}.", "month": f"m{day.month}", "year": str(day.year)}[kind]


def plot(days: int, cols: int = 75, rows: int = 18) -> Plot:
    return Plot(3, 0, Size(cols, rows), Period(LAST - timedelta(days=days - 1), LAST))


def labels(days: int, cols: int = 75) -> list[str]:
    return [tick.label for tick in time_ticks(plot(days, cols), label)]


@pytest.mark.parametrize(
    ("days", "cols", "named"),
    [
        (1, 75, ["22.11."]),
        (7, 75, ["16.11.", "17.11.", "18.11.", "19.11.", "20.11.", "21.11.", "22.11."]),
        (14, 75, ["9.11.", "11.11.", "13.11.", "15.11.", "17.11.", "19.11.", "21.11."]),
        (14, 21, ["9.11.", "16.11."]),
        (42, 75, ["12.10.", "19.10.", "26.10.", "2.11.", "9.11.", "16.11."]),
        (42, 30, ["12.10.", "26.10.", "9.11."]),
        (182, 75, ["m6", "m7", "m8", "m9", "m10", "m11"]),
        (182, 12, ["m7", "m9", "m11"]),
        (400, 75, ["m11", "m12", "2026", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11"]),
        (3650, 75, [str(year) for year in range(2017, 2027)]),
        (3650, 30, ["2018", "2020", "2022", "2024", "2026"]),
    ],
)
def test_the_finest_division_that_fits_is_named(days: int, cols: int, named: list[str]) -> None:
    assert labels(days, cols) == named


def test_weeks_are_marked_up_to_half_a_year_then_months_then_years() -> None:
    assert len(small_ticks(plot(182))) == 26
    assert len(small_ticks(plot(365))) == 12
    assert len(small_ticks(plot(3650))) == 10


@given(days=st.integers(1, 5000), cols=st.integers(9, 200), width=st.integers(1, 30))
@settings(derandomize=True)
def test_labels_never_touch_and_never_leave_the_picture(days: int, cols: int, width: int) -> None:
    ticks = time_ticks(plot(days, cols), lambda _day, _kind: "x" * width)

    assert ticks
    assert ticks[0].at >= 0
    assert ticks[-1].at + len(ticks[-1].label) <= 3 + cols
    for left, right in pairwise(ticks):
        assert left.at + len(left.label) < right.at
    assert all(3 <= tick.col < 3 + cols for tick in ticks)


@given(rows=st.integers(2, 60))
@settings(derandomize=True)
def test_a_value_is_named_in_the_row_where_it_is_drawn(rows: int) -> None:
    here = plot(14, rows=rows)
    named = value_ticks(here)

    assert all(here.row(value) == row for row, value in named)
    assert {value for _, value in named} >= {0, 10}
    assert here.row(0) == rows - 1
    assert here.row(10) == 0


@given(days=st.integers(1, 4000), cols=st.integers(9, 200))
@settings(derandomize=True)
def test_days_lie_in_order_inside_the_plot(days: int, cols: int) -> None:
    here = plot(days, cols)
    places = [here.col(day) for day in here.period.days()]

    assert places == sorted(places)
    assert places[0] >= 3
    assert places[-1] < 3 + cols
    assert all(here.day_at(col) in here.period for col in range(3, 3 + cols))
