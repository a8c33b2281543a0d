"""The chart says what was said, and nothing about the days of which nothing was."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from ryggkompis.domain.course.progress import Period
from ryggkompis.pictures.band import Band
from ryggkompis.pictures.chart import ChartWords, Series, line_chart
from ryggkompis.pictures.frame import EventMark, GoalLine
from ryggkompis.pictures.ink import plain
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.pictures.plot import Plot
from ryggkompis.pictures.ticks import TickKind

NARROW = Size(33, 14)
MONDAY = date(2026, 3, 2)
MONTHS = ("jan", "feb", "mars", "april", "mai", "juni", "juli", "aug", "sep", "okt", "nov", "des")
WORDS = ChartWords(
    both="both", mean="7-day mean", flare="flare-up", nothing="Nothing logged", unread="unread"
)
BRAILLE = range(0x2801, 0x2900)
MEASURED = {Role.LEG, Role.BACK, Role.LEG_MEAN, Role.BACK_MEAN}


def label(day: date, kind: TickKind) -> str:
    return {"day": f"{day.day}.{day.month}.", "month": MONTHS[day.month - 1], "year": str(day.year)}[kind]


def on(n: int) -> date:
    return MONDAY + timedelta(days=n)


def logged(*values: float | None) -> dict[date, float]:
    return {on(n): value for n, value in enumerate(values) if value is not None}


def a_chart(
    leg: Mapping[date, float],
    back: Mapping[date, float] | None = None,
    *,
    days: int = 14,
    size: Size = NARROW,
    events: Sequence[EventMark] = (),
    goals: Sequence[GoalLine] = (),
    band: Band | None = None,
    unread: Sequence[date] = (),
) -> Picture:
    series = [Series(Role.LEG, "leg", leg)]
    if back is not None:
        series.append(Series(Role.BACK, "back", back))
    return line_chart(
        series=series,
        period=Period(on(0), on(days - 1)),
        size=size,
        label=label,
        words=WORDS,
        events=events,
        goals=goals,
        band=band,
        unread=unread,
    )


def cells_of(picture: Picture) -> list[list[tuple[str, Role | None]]]:
    """Give every cell with its role; for pictures without wide characters."""
    return [[(char, run.role) for run in row for char in run.text] for row in picture.rows]


def test_two_weeks_of_leg_and_back() -> None:
    picture = a_chart(
        logged(8, 7, 7, None, 6, 6, 5, 4, 4, 3, 2, 1, 0, 0),
        logged(3, 3, 4, 3, 4, 4, 5, 4, 3, 3, 3, None, None, None),
        size=Size(45, 15),
    )

    assert plain(picture).split("\n") == [
        "● leg  × back  ⠶⠶ ⠒ ⠒ 7-day mean  ⊗ both",
        "10┤",
        "  │",
        " 8┤ ●",
        "  │    ●  ●⠛⠛⠛⠛⠶⠶⠶⣤⣤⣤⣀⣀",
        " 6┤             ●  ● ⠉⠉⠛⢦⣄⡀",
        "  │                   ⊗  ⠈⠙⠛⠶⣤⣀",
        "  │                           ⠉⠛⠳⠶⣤⣀",
        " 4┤       ×     × ⣀×⣀ ⠤ ⠔⊗⠒ ● ⠤ ⠤ ⠤⠉⠿⠶⣤⡀⠤ ⣀",
        "  │ ×  ×    ⠉×⠉             ×  ⊗  ×    ⠙⠳⣤⡀",
        " 2┤                               ●       ⠙⠳",
        "  │                                  ●",
        " 0┤                                     ●  ●",
        "  └─┬─────┬─────┬─────┬──┴──┬─────┬─────┬────",
        "  2.3.  4.3.  6.3.  8.3.  10.3. 12.3. 14.3.",
    ]


def test_a_known_zero_stands_above_the_axis_and_an_unknown_day_leaves_a_gap() -> None:
    picture = a_chart(logged(0, None, 0, 0, None, None, 0), days=7, size=Size(24, 6))

    *_, lowest, axis, _labels = plain(picture).split("\n")
    assert lowest.startswith(" 0┤")
    assert [n for n, char in enumerate(lowest) if char == "●"] == [4, 10, 13, 22]
    assert set(axis.strip()) <= set("└─┴┬")


def test_the_mean_breaks_where_too_little_is_known() -> None:
    picture = a_chart(logged(5, 5, 5, *[None] * 14, 5, 5, 5), days=20, size=Size(69, 10))

    line = {n for row in cells_of(picture) for n, (_, role) in enumerate(row) if role is Role.LEG_MEAN}
    # The sample in the legend ends before column 10, the name stands from column 64 on; marks hide the line.
    assert {n for n in line if 9 < n < 63} == {*range(11, 23)}


def test_leg_and_back_differ_without_any_colour() -> None:
    leg = a_chart(logged(*[6] * 14))
    back = line_chart(
        series=[Series(Role.BACK, "leg", logged(*[6] * 14))],
        period=Period(on(0), on(13)),
        size=leg.size,
        label=label,
        words=WORDS,
    )

    assert plain(leg) != plain(back)
    assert plain(leg.ascii()) != plain(back.ascii())


def test_leg_and_back_in_one_cell_have_a_mark_of_their_own() -> None:
    picture = a_chart(logged(5), logged(5), size=Size(45, 14))

    assert plain(picture).count("⊗") == 2
    assert "⊗ both" in plain(picture)


def test_nothing_known_is_said_in_words_and_draws_no_mark() -> None:
    picture = a_chart({}, {}, size=Size(45, 14))

    body = "\n".join(plain(picture).split("\n")[1:])
    assert "Nothing logged" in body
    assert not set(body) & set("●×⊗")
    assert not any(ord(char) in BRAILLE for char in body)


def test_one_known_day_is_one_mark_and_no_mean() -> None:
    picture = a_chart(logged(*[None] * 4, 7), {})

    body = "\n".join(plain(picture).split("\n")[1:])
    assert body.count("●") == 1
    assert not any(ord(char) in BRAILLE for char in body)


def test_a_period_of_one_day_has_its_mark_in_the_middle() -> None:
    rows = plain(a_chart(logged(10), days=1, size=Size(24, 8))).split("\n")

    assert rows[1].index("●") in {13, 14}
    assert "2.3." in rows[-1]


def test_days_outside_the_period_are_not_marked_but_count_in_the_mean() -> None:
    before = {on(-2): 4.0, on(-1): 4.0}
    picture = a_chart(before | logged(4), {})

    body = [row[3:] for row in cells_of(picture)[1:]]
    assert sum(role is Role.LEG for row in body for _, role in row) == 1
    assert any(role is Role.LEG_MEAN for row in body for _, role in row)


def test_events_are_named_above_their_line() -> None:
    picture = a_chart(
        logged(5, 5),
        size=Size(45, 10),
        events=[EventMark(on(3), "Physio"), EventMark(on(9), "Back to work"), EventMark(on(40), "Later")],
    )

    names, first, *_ = plain(picture).split("\n")[1:]
    assert names == "             Physio            Back to work"
    assert [n for n, char in enumerate(first) if char == "┊"] == [13, 31]


def test_a_name_that_does_not_fit_is_shortened_and_one_without_room_left_out() -> None:
    picture = a_chart(
        {},
        size=Size(33, 10),
        events=[EventMark(on(0), "Physiotherapist"), EventMark(on(5), "Nurse"), EventMark(on(6), "Doctor")],
    )

    names, first, *_ = plain(picture).split("\n")[1:]
    assert names == "Physiotherap…   Doctor"
    assert first.count("┊") == 3


def test_a_goal_is_a_dotted_line_that_gives_way_to_what_was_said() -> None:
    picture = a_chart(logged(*[2] * 14), goals=[GoalLine(2.0, "goal")], size=Size(45, 14))

    assert "⠄⠄ goal" in plain(picture)
    assert Role.GOAL in {role for row in cells_of(picture)[1:] for _, role in row}
    assert sum(role is Role.LEG for row in cells_of(picture)[1:] for _, role in row) == 14


def test_the_studies_are_two_dotted_lines_that_give_way_and_are_named() -> None:
    band = Band("studies", {on(n): (2.0, 8.0) for n in range(14)}, ("lower", "upper"))
    picture = a_chart(logged(5, 5, 5), band=band, size=Size(45, 14))

    assert "⠂⠂ studies" in plain(picture)
    rows = [row for row in cells_of(picture)[1:] if any(role is Role.BAND for _, role in row)]
    assert len(rows) == 2
    assert all(sum(role is Role.BAND for _, role in row) == 42 for row in rows)


def test_in_a_wide_chart_each_line_is_named_at_its_end_and_no_name_hides_another() -> None:
    band = Band("studies", {on(n): (4.0, 4.2) for n in range(14)}, ("lower", "upper"))
    picture = a_chart(logged(*[4] * 14), logged(*[4] * 14), band=band, size=Size(80, 10))

    said = plain(picture).splitlines()
    assert [row.split()[-1] for row in said if row.split()[-1] in {"leg", "back", "upper", "lower"}] == [
        "leg",
        "back",
        "lower",
        "upper",
    ]
    assert "● leg" not in said[0], "what is named at its end stands in no legend"


def test_marks_that_are_too_few_for_a_line_are_named_as_well() -> None:
    said = plain(a_chart(logged(4, 4), logged(1, 1), size=Size(80, 10)))
    assert "● leg" in said
    assert "× back" in said


def test_a_name_too_long_for_the_legend_leaves_out_no_other() -> None:
    goals = [GoalLine(3, "a goal that is told in very, very, very many words")]
    said = plain(a_chart(logged(4, 4, 4), logged(4, 4, 4), goals=goals, size=Size(60, 10)))
    assert "very many words" not in said
    assert "⊗ both" in said


@pytest.mark.parametrize("cols", [59, 60])
def test_a_narrow_chart_has_a_legend_instead(cols: int) -> None:
    said = plain(a_chart(logged(4, 4, 4), size=Size(cols, 10))).splitlines()
    assert ("● leg" in said[0]) is (cols < 60)


def test_where_days_are_close_every_day_is_still_marked() -> None:
    picture = a_chart(logged(*[5] * 40), days=40, size=Size(43, 10))
    assert plain(picture).count("●") == 1 + 40, "the sample in the legend, and each day"


def test_days_that_cannot_be_read_are_hatched_and_no_mean_crosses_them() -> None:
    whole = a_chart(logged(*[4.0] * 14))
    hatched = a_chart(logged(*[4.0] * 5, *[None] * 4, *[4.0] * 5), unread=[on(n) for n in range(5, 9)])
    assert "╱" not in plain(whole)
    assert "╱╱ unread" in plain(hatched)
    for n, row in enumerate(cells_of(hatched)[2:-2]):
        gap = [char for char, _role in row][NARROW.cols * 6 // 14 : NARROW.cols * 8 // 14]
        assert {*gap} <= {"╱", " "}, n
        assert "╱" in gap
    assert "/" in plain(hatched.ascii())


def test_the_smallest_chart_has_both_axes() -> None:
    assert plain(a_chart(logged(10, None, 0), days=3, size=Size(12, 4))).split("\n") == [
        "10┤ ●",
        " 0┤       ●",
        "  └─┬─────┬─",
        "  2.3.  4.3.",
    ]


def test_a_chart_smaller_than_the_smallest_is_drawn_at_the_smallest() -> None:
    assert a_chart({}, size=Size(1, 1)).size == Size(12, 4)


def test_the_same_chart_in_ascii_has_only_seven_bits() -> None:
    picture = a_chart(logged(*range(10)), logged(5, 5, 5), events=[EventMark(on(2), "Fysioterapi på Åsen")])

    assert plain(picture.ascii()).isascii()
    assert "o leg" in plain(picture.ascii())


NUMBERS = st.integers(0, 10) | st.floats(0, 10)
ANYTHING = NUMBERS | st.floats()
SIZES = st.builds(Size, st.integers(12, 200), st.integers(4, 50))
NAMES = st.text(max_size=12)


@st.composite
def courses(draw: st.DrawFn, values: st.SearchStrategy[float] = NUMBERS) -> tuple[int, dict[date, float]]:
    """Draw a length in days and some known days."""
    days = draw(st.sampled_from([1, 2, 14, 42, 91, 182, 400]))
    known = draw(st.dictionaries(st.integers(-10, days + 3).map(on), values, max_size=30))
    return days, known


@given(course=courses(ANYTHING), size=SIZES, name=NAMES, level=st.floats(0, 10))
@settings(derandomize=True)
def test_any_values_at_any_size_give_rows_of_exactly_the_width(
    course: tuple[int, dict[date, float]], size: Size, name: str, level: float
) -> None:
    days, known = course
    picture = a_chart(
        known,
        {day: 10 - value for day, value in known.items()},
        days=days,
        size=size,
        events=[EventMark(on(0), "日本 é"), EventMark(on(days // 2), "😀"), EventMark(on(1), name)],
        goals=[GoalLine(level, "mål")],
        band=Band("studies", dict.fromkeys(known, (level, 5.0))),
    )

    assert len(picture.rows) == size.rows
    assert {sum(cell_len(run.text) for run in row) for row in picture.ascii().rows} == {size.cols}


def plot_of(days: int, size: Size) -> Plot:
    """Give the place of the values in a chart without events, at a size with one line of legend."""
    return Plot(3, 1, Size(size.cols - 3, size.rows - 3), Period(on(0), on(days - 1)))


@given(course=courses(), cols=st.integers(30, 59), rows=st.integers(6, 13))
@settings(derandomize=True)
def test_every_known_day_marks_its_cell_and_no_other_day_is_marked(
    course: tuple[int, dict[date, float]], cols: int, rows: int
) -> None:
    days, known = course
    size = Size(cols, rows)
    plot = plot_of(days, size)
    cells = cells_of(a_chart(known, days=days, size=size))
    inside = {day: value for day, value in known.items() if day in plot.period}

    marked = {(col, row) for row in range(1, rows - 2) for col in range(cols) if cells[row][col][0] == "●"}
    assert marked <= {(plot.col(day), plot.row(value)) for day, value in inside.items()}
    for day, value in inside.items():
        column = [known[other] for other in inside if plot.col(other) == plot.col(day)]
        if value in (min(column), max(column)):
            assert cells[plot.row(value)][plot.col(day)][1] in MEASURED


@given(course=courses(), cols=st.integers(30, 59))
@settings(derandomize=True)
def test_nothing_is_drawn_a_week_after_the_last_known_day(
    course: tuple[int, dict[date, float]], cols: int
) -> None:
    days, known = course
    size = Size(cols, 10)
    plot = plot_of(days, size)
    share = days // plot.size.cols + 1

    for row in cells_of(a_chart(known, days=days, size=size))[1:]:
        for col, (_, role) in enumerate(row):
            if role in MEASURED:
                gone = [(plot.day_at(col) - day).days for day in known]
                assert any(-share <= n <= 6 + share for n in gone)


@given(values=st.lists(NUMBERS, min_size=2, max_size=2), rows=st.integers(6, 40))
@settings(derandomize=True)
def test_a_higher_value_is_never_lower_on_the_screen(values: list[float], rows: int) -> None:
    low, high = sorted(values)
    cells = cells_of(a_chart(logged(low, high), days=2, size=Size(20, rows)))

    marks = [(col, row) for row in range(1, rows) for col in range(3, 20) if cells[row][col][0] == "●"]
    (_, first), (_, second) = sorted(marks)
    assert second <= first


def test_ten_years_are_a_picture_too() -> None:
    values: dict[date, float] = {on(n): (n // 100) % 11 for n in range(3650)}
    picture = a_chart(values, values, days=3650, size=Size(80, 24))

    labels = plain(picture).split("\n")[-1].split()
    assert labels == [str(year) for year in range(2027, 2037)]
    assert all(sum(len(run.text) for run in row) == 80 for row in picture.rows)
