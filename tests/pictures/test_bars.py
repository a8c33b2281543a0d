"""Weeks as small bars: nothing, unknown and a little are three different things."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.pictures.bars import sparkline
from ryggkompis.pictures.picture import Role, Run


def test_a_sparkline_tells_unknown_nothing_and_a_little_apart() -> None:
    assert sparkline([None, 0, 1, 50, 100]) == (
        Run(" "),
        Run("_", Role.AXIS),
        Run("▁▄█", Role.FIGURE),
    )


def test_the_highest_bar_can_be_given() -> None:
    assert sparkline([5], top=10) == (Run("▄", Role.FIGURE),)
    assert sparkline([20], top=10) == (Run("█", Role.FIGURE),)


def test_no_weeks_are_no_cells() -> None:
    assert sparkline([]) == ()


@given(values=st.lists(st.none() | st.floats(0) | st.just(float("nan")), max_size=8))
@settings(derandomize=True)
def test_each_week_has_one_cell_whatever_the_amounts(values: list[float | None]) -> None:
    assert sum(len(run.text) for run in sparkline(values)) == len(values)


@given(values=st.lists(st.floats(0, 1e6), min_size=2, max_size=2))
@settings(derandomize=True)
def test_a_greater_amount_never_has_a_lower_bar(values: list[float]) -> None:
    less, more = list("".join(run.text for run in sparkline(sorted(values), top=1e6)))

    assert "_▁▂▃▄▅▆▇█".index(less) <= "_▁▂▃▄▅▆▇█".index(more)
