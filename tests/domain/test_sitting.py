"""The clock for changing position: never negative, never twice in one interval, silent at night."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from ryggkompis.domain.journal.day import Day
from ryggkompis.domain.journal.entries import Note, PositionChange, Walk
from ryggkompis.domain.session.sitting import Prompt, Prompter, last_change, sitting

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
OSLO = ZoneInfo("Europe/Oslo")


def minutes(n: float) -> timedelta:
    return timedelta(minutes=n)


def said(
    prompter: Prompter, changed: datetime, start: datetime, until: float, *, typing: bool = True
) -> list[tuple[int, Prompt]]:
    """Look every minute; give the minutes at which something was said."""
    found = []
    for n in range(int(until) + 1):
        now = start + minutes(n)
        prompter = prompter.heard(now) if typing else prompter
        prompter, prompt = prompter.look(sitting(changed, now, 30), now)
        if prompt:
            found.append((n, prompt))
    return found


def test_minutes_since_the_last_change_and_until_the_next() -> None:
    stands = sitting(NINE, NINE + minutes(24.9), 30)
    assert (stands.minutes, stands.left, stands.is_due) == (24, 6, False)
    assert sitting(NINE, NINE + minutes(30), 30).is_due


def test_unknown_is_not_zero() -> None:
    stands = sitting(None, NINE, 30)
    assert (stands.minutes, stands.left, stands.is_due) == (None, None, False)


def test_what_was_done_is_a_change_and_a_note_is_not() -> None:
    stamp = {"day": date(2026, 3, 2), "tz": "UTC"}
    day = Day(
        date(2026, 3, 2),
        (
            PositionChange(id="a", at=NINE, **stamp),  # type: ignore[arg-type]
            Walk(id="b", at=NINE + minutes(20), minutes=5, **stamp),  # type: ignore[arg-type]
            Note(id="c", at=NINE + minutes(40), text="x", **stamp),  # type: ignore[arg-type]
        ),
    )
    assert last_change(day, NINE + minutes(60)) == NINE + minutes(20)
    assert last_change(day, NINE + minutes(10)) == NINE
    assert last_change(Day(date(2026, 3, 2)), NINE) is None


def test_it_is_said_once_an_interval() -> None:
    assert said(Prompter(NINE), NINE, NINE, 100) == [(30, "move"), (60, "move"), (90, "move")]


def test_nothing_is_said_at_night() -> None:
    late = datetime(2026, 3, 2, 21, 50, tzinfo=OSLO)
    assert said(Prompter(late), late, late, 9 * 60) == []
    assert said(Prompter(late), late, late, 9 * 60 + 10) == [(550, "move")]


def test_it_can_be_put_off() -> None:
    prompter, prompt = (
        Prompter(NINE)
        .heard(NINE + minutes(30))
        .look(sitting(NINE, NINE + minutes(30), 30), NINE + minutes(30))
    )
    assert prompt == "move"
    start = NINE + minutes(31)
    assert said(prompter.put_off(start), NINE, start, 45) == [(10, "move"), (40, "move")]


def test_somebody_who_left_the_keyboard_is_asked_once_on_the_way_back() -> None:
    prompter = Prompter(NINE)
    seen = []
    for n in range(200):
        now = NINE + minutes(n)
        prompter, prompt = prompter.look(sitting(NINE, now, 30), now)
        seen.append(prompt)
    assert seen.count("move") == 1
    assert seen.index("move") == 30
    back = NINE + minutes(200)
    prompter, prompt = prompter.heard(back).look(sitting(NINE, back, 30), back)
    assert prompt == "were_you_up"
    assert prompter.look(sitting(NINE, back, 30), back)[1] is None


def test_summer_time_adds_no_hour() -> None:
    before = datetime(2026, 3, 29, 1, 50, tzinfo=OSLO)
    assert sitting(before, datetime(2026, 3, 29, 3, 5, tzinfo=OSLO), 30).minutes == 15


@given(st.integers(-10_000, 10_000), st.integers(10, 60))
def test_time_is_never_negative(gone: int, interval: int) -> None:
    stands = sitting(NINE, NINE + minutes(gone), interval)
    assert stands.minutes is not None
    assert stands.minutes >= 0
    assert stands.left is not None
    assert 0 <= stands.left <= interval


@given(st.lists(st.tuples(st.floats(-90, 90), st.booleans()), max_size=60), st.integers(10, 60))
def test_never_two_prompts_within_one_interval(steps: list[tuple[float, bool]], interval: int) -> None:
    prompter, now, last = Prompter(NINE), NINE, None
    for gone, is_typing in steps:
        now += minutes(gone)
        prompter = prompter.heard(now) if is_typing else prompter
        prompter, prompt = prompter.look(sitting(NINE, now, interval), now)
        if prompt:
            assert 7 <= now.hour < 22
            if prompt == "move" and last is not None and now >= last:
                assert now - last >= minutes(interval)
            last = now
