"""A first day, a tour that can be taken again, and a morning after days away."""

from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.domain.today.away import AWAY
from ryggkompis.words.today.tour import STOPS, page_of
from tests.tui.screen_text import (
    LANGUAGES,
    SIZES,
    FixedClock,
    a_companion,
    an_app,
    known,
    reads,
    screen_text,
    underway,
    until,
)

WELCOME = "Good to have you back."


def after_days(folder: Path, days: int) -> FixedClock:
    """Check in once, and come back so many days later."""
    clock = FixedClock()
    underway(a_companion(folder, clock))
    clock.move(days=days)
    return clock


async def test_on_the_first_day_one_thing_is_asked_and_ticking_it_ends_that(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "One thing is enough for a first day: a walk of 7 min.", "T New here?")
        await pilot.press("space")
        await until(pilot, lambda: "One thing is enough" not in screen_text(app))


async def test_on_the_second_day_nobody_is_new(tmp_path: Path) -> None:
    clock = after_days(tmp_path, 1)
    a_companion(tmp_path, clock).diary.say(CheckIn, leg=4, back=3, site="calf", morning="same", flare=False)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        assert "first day" not in screen_text(app)


@pytest.mark.parametrize(("days", "is_welcomed"), [(AWAY, False), (AWAY + 1, True), (400, True)])
async def test_after_days_away_there_is_one_sentence_and_one_question(
    tmp_path: Path, days: int, is_welcomed: bool
) -> None:
    app = an_app(tmp_path, clock=after_days(tmp_path, days))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Today")
        seen = screen_text(app)
        assert (WELCOME in seen) is is_welcomed
        if is_welcomed:
            assert "How is it this morning?" in seen
            assert "How was the week?" not in seen


async def test_days_that_could_not_be_read_are_not_called_days_away(tmp_path: Path) -> None:
    clock = after_days(tmp_path, AWAY + 1)
    month = next((tmp_path / "journal").glob("*.json"))
    month.write_text(month.read_text() + "{broken\n")
    companion = a_companion(tmp_path, clock)
    app = an_app(tmp_path, clock=clock)
    assert companion.state().diary.hidden
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Today")
        assert WELCOME not in screen_text(app)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_the_tour_goes_around_the_pages_and_ends_where_it_began(
    tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language="nb" if language == "nb" else "en")
    counted = "{} av {}" if language == "nb" else "{} of {}"
    async with app.run_test(size=size) as pilot:
        await pilot.press("4")
        await until(pilot, lambda: app.current_mode == "log")
        await pilot.press("T")
        for place in range(STOPS):
            await reads(pilot, counted.format(place + 1, STOPS))
            assert app.current_mode == page_of(place)
            await pilot.press("enter")
        await until(pilot, lambda: app.current_mode == "log")
        assert not app.state.today.walks


async def test_the_tour_can_be_left_and_urgent_help_is_a_key_away(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("T")
        await reads(pilot, f"1 of {STOPS}")
        await pilot.press("right", "left")
        await reads(pilot, f"1 of {STOPS}")
        await pilot.press("exclamation_mark")
        await reads(pilot, "113")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: f"of {STOPS}" not in screen_text(app))
        assert app.state.day == app.companion.today.real
        assert app.current_mode == "today"
    assert app.companion.today.real - app.state.day == timedelta(0)
