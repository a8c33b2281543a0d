"""Amounts, steps, calendar and ratings: what was said is seen, and what was not is a gap."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryggkompis.domain.course.progress import Period
from ryggkompis.pictures.amounts import AmountWords, amounts_chart, round_top
from ryggkompis.pictures.calendar import DayMark, calendar_picture
from ryggkompis.pictures.ink import plain
from ryggkompis.pictures.picture import Picture, Role, Size
from ryggkompis.pictures.ratings import ratings_picture
from ryggkompis.pictures.steps import steps_chart
from ryggkompis.pictures.ticks import TickKind
from ryggkompis.pictures.week_strip import StripRow, week_strip

MONDAY = date(2026, 3, 2)
WEEK = Period(MONDAY, MONDAY + timedelta(days=6))
NAMES = ("none", "thigh", "foot")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def label(day: date, kind: TickKind) -> str:
    return str(day.year) if kind == "year" else f"{day.day}.{day.month}"


def on(n: int) -> date:
    return MONDAY + timedelta(days=n)


def amounts(
    done: Mapping[date, float], planned: Mapping[date, float] | None = None, rows: int = 14
) -> Picture:
    return amounts_chart(
        done=done,
        planned=planned,
        period=WEEK,
        size=Size(3 + 7 * 4, rows),
        label=label,
        words=AmountWords(done="done", planned="plan", sums="week", nothing="nothing here"),
    )


def heights(picture: Picture) -> list[int]:
    """Read each day's bar, in eighths of a row."""
    rows = plain(picture).splitlines()
    body = rows[1:-3]
    found = []
    for n in range(7):
        column = [row.ljust(40)[3 + n * 4 + 1] for row in body]
        found.append(sum("▁▂▃▄▅▆▇█".index(char) + 1 for char in column if char in "▁▂▃▄▅▆▇█"))
    return found


def test_bars_are_as_high_as_the_amounts_and_a_day_without_a_word_has_none() -> None:
    picture = amounts({on(0): 20, on(1): 10, on(3): 5, on(5): 0})
    rows = len(plain(picture).splitlines()) - 4
    full = 8 * rows
    assert heights(picture) == [full, full // 2, 0, full // 4, 0, 0, 0]
    assert "_" in plain(picture), "a known nothing is a line on the ground"


@pytest.mark.parametrize("value", [7, 60, 900, 8_400, 120_000])
def test_the_end_of_the_scale_is_written_in_full(value: int) -> None:
    assert f"{round_top(value):.0f}┤" in plain(amounts({on(0): value}))


def test_the_sum_of_the_week_stands_below_and_the_plan_is_a_line() -> None:
    text = plain(amounts({on(0): 20, on(3): 5}, {on(2): 15}))
    assert text.splitlines()[-1].split() == ["Σ", "25"]
    assert text.count("▔") >= 2, "the legend's and the day's"
    assert "nothing here" in plain(amounts({}))


@given(st.floats(0.01, 1e6))
def test_the_scale_ends_at_a_round_number_that_holds_all(value: float) -> None:
    top = round_top(value)
    assert value <= top
    assert top / max(value, 1) <= 2.0 + 1e-9
    assert str(int(top)).rstrip("0") in {"1", "2", "3", "5"}


@pytest.mark.parametrize("places", [{0: 2, 3: 1, 6: 0}, {2: 2}, {}])
def test_each_day_stands_on_its_step(places: Mapping[int, int]) -> None:
    drawn = plain(
        steps_chart(
            reached={on(n): place for n, place in places.items()},
            names=NAMES,
            period=WEEK,
            size=Size(7 + 7 * 3, 12),
            label=label,
            nothing="nothing",
        )
    ).splitlines()
    for place, name in enumerate(NAMES):
        row = next(line for line in drawn if line.strip().startswith(name))
        assert row.count("●") == sum(p == place for p in places.values())
    assert sum(line.count("●") for line in drawn) == len(places)
    assert ("nothing" in "\n".join(drawn)) is not bool(places)


def calendar(marks: Mapping[date, DayMark], flares: set[date], cols: int = 60) -> list[str]:
    return plain(
        calendar_picture(
            marks=marks,
            last=on(2),
            size=Size(cols, 10),
            weekdays=WEEKDAYS,
            month=lambda day: f"m{day.month}",
            flares=flares,
        )
    ).splitlines()


def test_a_digit_stands_in_the_row_of_its_weekday_and_a_flare_is_seen_without_colour() -> None:
    rows = calendar({on(0): ("7", "strong"), on(1): ("2", "pale"), on(-5): ("X", "strong")}, {on(0)})
    assert rows[1].rstrip().endswith("7*")
    assert rows[2].rstrip().endswith("2")
    assert rows[3].rstrip().endswith("·"), "a day without a word"
    assert not rows[4].rstrip()[-1:].isdigit(), "what has not come is blank"
    assert "X" in rows[3]
    assert "m3" in rows[0]
    assert "m2" in rows[0]


@pytest.mark.parametrize("cols", [10, 20, 40, 80, 120])
def test_an_empty_calendar_shows_twelve_weeks_or_as_many_as_fit(cols: int) -> None:
    rows = calendar({}, set(), cols)
    assert max(map(len, rows)) <= cols
    weeks = rows[1].count("·")
    assert weeks == min(12, (cols - 4) // 2)


@pytest.mark.parametrize("cols", [10, 40, 80, 200])
@pytest.mark.parametrize("known", [10, 20, 26, 60])
def test_an_old_episode_shows_as_many_of_26_weeks_as_fit(cols: int, known: int) -> None:
    rows = calendar({on(-7 * known): ("4", "plain"), on(0): ("2", "pale")}, set(), cols)
    assert max(map(len, rows)) <= cols
    assert len(rows[1].split()) - 1 == min(26, max(known + 1, 12), (cols - 4) // 2)


def test_ratings_are_told_by_the_digit_and_a_week_without_one_by_a_dot() -> None:
    rated = [("shoes", {on(0): 3, on(14): 10}), ("car", {on(7): 0})]
    picture = ratings_picture(
        rated, last=on(16), size=Size(40, 10), label=lambda d: label(d, "day"), nothing="-"
    )
    rows = plain(picture).splitlines()
    assert rows[0].strip() == "shoes"
    assert rows[2].split() == ["3", "·", "10"]
    assert rows[5].split() == ["·", "0", "·"]
    without = ratings_picture(
        rated, last=on(16), size=Size(40, 10), label=lambda d: label(d, "day"), nothing="-", numbers=False
    )
    assert not any(char.isdigit() for row in plain(without).splitlines()[:6] for char in row)
    assert {run.role for row in without.rows for run in row if run.role} >= {Role.GOAL, Role.TEXT}


WALKED = (24, 105, 0, 26, 26, 8, 11)


@pytest.mark.parametrize("cols", [*range(29, 48), 70])
def test_the_last_days_are_read_whole_before_the_names_of_what_was_told(cols: int) -> None:
    days = [on(n) for n in range(7)]
    rows = [
        StripRow("Walked, min", Role.TEXT, {day: str(n) for day, n in zip(days, WALKED, strict=True)}),
        StripRow("Woken by pain", Role.TEXT, {on(0): "2"}),
    ]
    drawn = plain(week_strip(rows=rows, days=days, weekdays=WEEKDAYS, unread={on(3)}, cols=cols)).splitlines()
    heads = drawn[0].split()
    assert len(heads) == len(WEEKDAYS)
    assert all(len(head) > 1 and name.startswith(head) for name, head in zip(WEEKDAYS, heads, strict=True))
    assert drawn[1].split()[-7:] == [str(n) for n in WALKED]
    assert drawn[2].split()[-7:] == ["2", "·", "·", "╱", "·", "·", "·"]
    assert max(map(len, drawn)) <= cols
    assert ("Woken by pain" in drawn[2]) is (cols >= len("Woken by pain ") + 7 * 4 - 1)


def test_every_step_is_named_in_the_smallest_window() -> None:
    names = ("no leg pain", "down to the buttock", "down to the foot")
    picture = steps_chart(
        reached={}, names=names, period=WEEK, size=Size(35, 9), label=label, nothing="nothing"
    )
    assert all(name in plain(picture) for name in names)
