"""A stopwatch that is right after a pause, after sleep, and when the clock is moved."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from ryggkompis.domain.session.stopwatch import Stopwatch

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def after(*seconds: float) -> Stopwatch:
    """Look at the clock at the start and then after each of ``seconds``."""
    watch, now = Stopwatch().at(START), START
    for one in seconds:
        now += timedelta(seconds=one)
        watch = watch.at(now)
    return watch


def test_ten_minutes_are_ten_minutes() -> None:
    watch = after(*[0.13] * 4615)
    assert abs(watch.gone - 4615 * 0.13) < 0.001
    assert watch.minutes == 10
    assert watch.is_sure


def test_something_short_is_a_minute() -> None:
    assert after(4).minutes == 1


def test_a_pause_does_not_count() -> None:
    watch = after(60).paused(START + timedelta(seconds=60))
    assert watch.at(START + timedelta(hours=1)).gone == 60
    watch = watch.paused(START + timedelta(hours=1))
    assert watch.at(START + timedelta(hours=1, seconds=30)).gone == 90


def test_a_clock_set_back_gives_no_time_and_takes_none() -> None:
    assert after(300, -1200, 60).gone == 360


def test_what_happened_while_a_laptop_was_closed_is_not_known() -> None:
    assert after(300, 60).is_sure
    assert after(*[500] * 100).minutes == 600
    watch = after(300, 1200)
    assert (watch.gone, watch.minutes) == (1500, 5)
    assert not watch.is_sure


def test_summer_time_does_not_lengthen_a_walk() -> None:
    oslo = ZoneInfo("Europe/Oslo")
    before = datetime(2026, 3, 29, 1, 58, tzinfo=oslo)
    later = datetime(2026, 3, 29, 3, 3, tzinfo=oslo)
    assert Stopwatch().at(before).at(later).minutes == 5


@given(st.lists(st.floats(-1e6, 1e6), max_size=30))
def test_time_never_goes_back(seconds: list[float]) -> None:
    watch, now = Stopwatch().at(START), START
    for one in seconds:
        now += timedelta(seconds=one)
        later = watch.at(now)
        assert later.gone >= watch.gone
        watch = later
