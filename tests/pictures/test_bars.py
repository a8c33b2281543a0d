"""Amounts as bars: nothing, unknown and a little are three different things."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from ryggkompis.pictures.bars import Bar, bars, sparkline
from ryggkompis.pictures.ink import plain
from ryggkompis.pictures.picture import Role, Run

WEEKS = (
    Bar("uke 9", 20, "20 min"),
    Bar("uke 10", 80, "80 min"),
    Bar("uke 11", None, "ikke logget"),
    Bar("uke 12", 0, "0 min"),
    Bar("uke 13", 1, "1 min"),
)


def test_each_week_is_a_row_with_its_label_its_bar_and_its_words() -> None:
    assert plain(bars(WEEKS, 30)).split("\n") == [
        " uke 9 │██▌             20 min",
        "uke 10 │██████████      80 min",
        "uke 11 │           ikke logget",
        "uke 12 │                 0 min",
        "uke 13 │▏                1 min",
    ]


def test_a_narrow_place_keeps_the_words() -> None:
    assert plain(bars(WEEKS[:1], 14)) == "uke 9   20 min"
    assert plain(bars(WEEKS[:1], 6)) == "20 min"
    assert plain(bars(WEEKS[:1], 4)) == " 20…"


def test_the_longest_bar_can_be_given() -> None:
    assert plain(bars([Bar("a", 50, "50")], 20, top=100)) == "a │███████        50"


def test_a_sparkline_tells_unknown_nothing_and_a_little_apart() -> None:
    assert sparkline([None, 0, 1, 50, 100]) == (
        Run(" "),
        Run("_", Role.AXIS),
        Run("▁▄█", Role.FIGURE),
    )


def test_no_weeks_are_no_rows() -> None:
    assert bars([], 20).rows == ()
    assert sparkline([]) == ()


@given(
    values=st.lists(st.none() | st.floats(0) | st.just(float("nan")), max_size=8),
    width=st.integers(1, 60),
    label=st.text(max_size=6),
)
@settings(derandomize=True, deadline=None)
def test_bars_fit_their_width_whatever_the_amounts(
    values: list[float | None], width: int, label: str
) -> None:
    picture = bars([Bar(label, value, "5 min") for value in values], width)

    assert len(picture.rows) == len(values)
    assert plain(picture.ascii()).isascii()
    assert {sum(cell_len(run.text) for run in row) for row in bars([Bar("å", 3, "3")], width).rows} == {width}


@given(values=st.lists(st.floats(0, 1e6), min_size=2, max_size=2))
@settings(derandomize=True)
def test_a_greater_amount_never_has_a_shorter_bar(values: list[float]) -> None:
    less, more = bars([Bar("", value, "") for value in sorted(values)], 40).rows

    assert len("".join(run.text for run in less).rstrip()) <= len("".join(run.text for run in more).rstrip())
