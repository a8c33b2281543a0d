"""The weekly review, by keys: offered on its day, kept, and shown as one card."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ryggkompis.domain.base.weekdays import WEEKDAYS
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import CheckIn, Weekly
from ryggkompis.services.questions import day
from ryggkompis.store.settings import change_settings
from ryggkompis.tui.reader import Reader
from ryggkompis.tui.screens.asking import Asking
from tests.tui.screen_text import (
    LANGUAGES,
    TODAY,
    a_companion,
    an_app,
    known,
    places,
    reads,
    screen_text,
    until,
)


def a_fortnight(folder: Path) -> None:
    companion = a_companion(folder)
    early = companion.on(TODAY - timedelta(days=14))
    early.diary.say(CheckIn, leg=6, back=4)
    known(companion, goals=("Knyte sko", "Sitte i bil"))


def weekday(days_ago: int) -> str:
    return WEEKDAYS[(TODAY - timedelta(days=days_ago)).weekday()]


async def the_rest(pilot: Pilot[None]) -> None:
    """Answer what is asked after work."""
    await reads(pilot, "How afraid are you to move?")
    await pilot.press("8")
    await reads(pilot, "What makes it worse?", "At most 5")
    await pilot.press("1", "4", "enter")
    await reads(pilot, "What eases it?")
    await pilot.press("0")
    await reads(pilot, "What helped this week?")
    await pilot.press(*"sun", "enter")
    await reads(pilot, "One wish for the next week?")
    await pilot.press(*"cake", "enter")


async def test_the_review_is_asked_kept_and_shown_as_one_card(tmp_path: Path) -> None:
    a_fortnight(tmp_path)
    change_settings(places(tmp_path), review_day=weekday(0))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "How was the week?")
        await pilot.press("r")
        await reads(pilot, "Knyte sko: how does it go?", "1 of 9")
        await pilot.press("4")
        await reads(pilot, "Sitte i bil: how does it go?")
        await pilot.press("t")
        await reads(pilot, "compared with when it began")
        await pilot.press("5")
        await reads(pilot, "How much do you work?")
        await pilot.press("2")
        await the_rest(pilot)
        await until(pilot, lambda: isinstance(app.screen, Reader))
        await reads(
            pilot,
            "Knyte sko: 4 of 10 (1 review).",
            "Sitte i bil: 10 of 10 (1 review).",
            "Compared with when it began: a little better.",
            "Work: working partly.",
            "Fear of moving: 8 of 10.",
            "Makes it worse: sitting for a while and coughing or sneezing.",
            "Eases it: none of what is on the list.",
            "What helped: sun",
            "Your wish for the next week: cake",
        )
        await pilot.press("escape")
        await reads(pilot, "mark where it hurts")
        await pilot.press("escape")
        await reads(pilot, "Your wish for the week: cake")
        assert "How was the week?" not in screen_text(app), "it is made"
    (kept,) = a_companion(tmp_path).state().history.weeklies
    assert (kept.goals, kept.global_change, kept.work, kept.worry) == ((4, 10), 1, "partly", 8)
    assert (kept.worsens, kept.eases) == (("sitting", "coughing"), ())
    assert (kept.eased_by, kept.wish) == ("sun", "cake")


async def test_a_sixth_is_not_taken_and_it_is_said(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Today")
        await pilot.press("r")
        await reads(pilot, "compared with when it began")
        await pilot.press("enter", "enter", "enter")
        await reads(pilot, "What makes it worse?")
        await pilot.press("1", "2", "3", "4", "5", "6")
        await reads(pilot, "At most 5 of them.")
        assert screen_text(app).count("[x]") == 5


async def test_a_review_left_half_way_is_taken_up_again_and_nothing_is_kept(tmp_path: Path) -> None:
    a_fortnight(tmp_path)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Today")
        await pilot.press("r")
        await reads(pilot, "Knyte sko")
        await pilot.press("4")
        await reads(pilot, "Sitte i bil")
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, Asking))
        assert app.state.history.weeklies == ()
        await pilot.press("r")
        await reads(pilot, "Knyte sko")
        await pilot.press("enter")
        await reads(pilot, "Sitte i bil")


@pytest.mark.parametrize(
    ("chosen", "reviewed", "is_offered"),
    [(0, None, True), (3, None, True), (0, 0, False), (3, 1, False), (3, 8, True), (1, 3, False)],
)
async def test_it_is_offered_from_its_day_until_it_is_made(
    tmp_path: Path, chosen: int, reviewed: int | None, is_offered: bool
) -> None:
    a_fortnight(tmp_path)
    change_settings(places(tmp_path), review_day=weekday(chosen))
    if reviewed is not None:
        a_companion(tmp_path).diary.on(TODAY - timedelta(days=reviewed)).say(Weekly, worry=2)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Today", "Check in")
        await pilot.pause()
        assert ("How was the week?" in screen_text(app)) is is_offered


async def test_on_the_first_day_nobody_asks_how_the_week_was(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    change_settings(places(tmp_path), review_day=weekday(0))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Today", "Check in")
        await pilot.pause()
        assert "How was the week?" not in screen_text(app)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40)])
async def test_without_numbers_goals_and_fear_are_words(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    a_fortnight(tmp_path)
    change_settings(places(tmp_path), numbers=False)
    app = an_app(tmp_path, language=language)
    words = {"en": ("with some trouble", "a little afraid"), "nb": ("med noen vansker", "litt redd")}[
        language
    ]
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.screen.query("#plan"))
        await pilot.press("r")
        await reads(pilot, "Knyte sko", words[0])
        await pilot.press("3")
        await reads(pilot, "Sitte i bil")
        await pilot.press("1", "1", "4")
        await reads(pilot, words[1])
        await pilot.press("2", "enter", "enter", "enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, Reader))
        await reads(pilot, words[0], words[1])
        assert "10" not in screen_text(app)
    (kept,) = a_companion(tmp_path).state().history.weeklies
    assert (kept.goals, kept.worry) == ((7, 0), 3)


async def test_without_numbers_neither_the_evening_nor_a_walk_asks_for_a_score(tmp_path: Path) -> None:
    a_fortnight(tmp_path)
    change_settings(places(tmp_path), numbers=False)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Today", "Check in")
        await pilot.press("e")
        await reads(pilot, "Would you call today a flare-up?", "1 of 3")
        await pilot.press("0", "1", "0")
        await until(pilot, lambda: not isinstance(app.screen, Asking))
    assert [len(day.walk(numbers=numbers)) for numbers in (True, False)] == [4, 3]
    (kept,) = (day.evening for day in a_companion(tmp_path).state().history.days.values() if day.evening)
    assert (kept.flare, kept.walked, kept.leg_avg, kept.leg_worst) == (False, False, None, None)
