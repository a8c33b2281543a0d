"""The Progress page says what the journal says, in pictures and in the sentences beneath."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ryggkompis.domain.catalogue import Language
from ryggkompis.domain.entries import CheckIn, Event, Walk
from ryggkompis.domain.progress import SPANS
from ryggkompis.i18n import speaking, use
from ryggkompis.pictures.ink import plain
from ryggkompis.pictures.picture import Size
from ryggkompis.services import course
from ryggkompis.services.companion import Companion
from ryggkompis.tui.screens.progress import ProgressPage
from ryggkompis.tui.widgets.chart import Chart
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.tabs import Tabs
from tests.tui.screen_text import (
    HOSTILE,
    LANGUAGES,
    MORNING,
    a_companion,
    an_app,
    known,
    reads,
    screen_text,
    until,
)

TODAY = MORNING.date()
SIZES = [(40, 15), (80, 24), (132, 43), (200, 60)]
MARKS = frozenset("●×⊗")


def ago(n: int) -> date:
    return TODAY - timedelta(days=n)


def logged(companion: Companion, legs: Mapping[int, int | None], back: int | None = 2) -> None:
    """Log the leg (and back) of some mornings, by how many days ago they were."""
    for n, leg in legs.items():
        companion.diary.on(ago(n)).say(CheckIn, leg=leg, back=back)


async def the_course(pilot: Pilot[None]) -> ProgressPage:
    await pilot.press("2")
    await until(pilot, lambda: isinstance(pilot.app.screen, ProgressPage))
    page = pilot.app.screen
    assert isinstance(page, ProgressPage)
    await until(pilot, lambda: page.query_one("#course", Chart).size.width)
    return page


async def test_the_sentence_is_the_means_of_the_first_and_the_last_week(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    legs = {n: 8 - n % 2 for n in range(21, 28)} | {n: 1 + n % 3 for n in range(7)}
    logged(companion, legs)
    first = sum(legs[n] for n in range(21, 28)) / 7
    last = sum(legs[n] for n in range(7)) / 7
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_course(pilot)
        await reads(
            pilot,
            f"Leg: clearly better, from {first:.1f} in the first week to {last:.1f} in the last.",
            "Back: no clear change, 2 in the first week and 2 in the last.",
        )


async def test_walks_are_summed_and_a_day_without_one_is_a_dash(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    for n, minutes in ((0, 10), (0, 5), (2, 20), (8, 7)):
        companion.diary.on(ago(n)).say(Walk, minutes=minutes)
    app = an_app(tmp_path)
    async with app.run_test(size=(132, 43)) as pilot:
        await the_course(pilot)
        await reads(pilot, "Wed 15", "Mon 20", "Tue –", "35 minutes in the last seven days, on 2 days.")
        await reads(pilot, "The 7 days before: 7 minutes.")


def test_unknown_days_are_gaps_and_zero_is_a_point(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    logged(companion, {0: 0, 1: None, 5: None}, back=None)
    use("en")
    picture = plain(course.course_chart(companion.state(), "2w", Size(60, 12)))
    body = "\n".join(picture.splitlines()[1:])
    assert sum(body.count(mark) for mark in MARKS) == 1, "only the known day is marked"
    assert course.walked(companion.state().history, TODAY) == [None] * 7


@pytest.mark.parametrize(
    ("legs", "sentence"),
    [
        ({}, "Leg: no numbers yet."),
        ({0: None}, "Leg: no numbers yet."),
        ({0: 5}, "It takes 4 logged days in the first week"),
        (dict.fromkeys(range(7), 5), "The first and the last week still overlap."),
        (dict.fromkeys(range(20, 30), 5), "Leg: no numbers in the last seven days."),
    ],
)
def test_little_is_said_of_little(tmp_path: Path, legs: Mapping[int, int | None], sentence: str) -> None:
    companion = known(a_companion(tmp_path))
    logged(companion, legs)
    with speaking("en"):
        assert sentence in course.changes_in_words(companion.state())


@pytest.mark.parametrize(
    ("legs", "span"), [({}, "2w"), ({3: 1}, "2w"), ({30: 1}, "6w"), ({3: 1, 300: 2}, "6w"), ({300: 2}, "all")]
)
def test_the_first_range_is_one_that_shows_something(
    tmp_path: Path, legs: Mapping[int, int | None], span: str
) -> None:
    companion = known(a_companion(tmp_path))
    logged(companion, legs)
    assert course.first_span(companion.state()) == span


async def test_the_range_follows_the_arrows_and_stops_at_the_ends(tmp_path: Path) -> None:
    logged(known(a_companion(tmp_path)), {0: 4, 200: 8})
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await the_course(pilot)
        await pilot.press("home")
        seen = []
        for _press in range(len(SPANS) + 1):
            await until(pilot, lambda: page.query_one(Tabs).chosen == SPANS.index(page.span or "2w"))
            seen.append(page.span)
            await pilot.press("right")
        assert seen == [*SPANS, "all"]
        await reads(pilot, "[all]")
        await pilot.press("left")
        await reads(pilot, "[6 months]")
        await pilot.press("a")
        await reads(pilot, "[all]", "2026")


async def test_a_picture_is_drawn_anew_only_for_another_size_or_journal(tmp_path: Path) -> None:
    logged(known(a_companion(tmp_path)), {0: 4, 3: 8})
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await the_course(pilot)
        before = page.course.picture
        page.course.refresh()
        await pilot.pause()
        assert page.course.picture is before
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: page.course.picture is not before)
        resized = page.course.picture
        app.do(lambda: app.companion.diary.on(ago(1)).say(CheckIn, leg=9))
        await until(pilot, lambda: page.course.picture is not resized)


async def test_events_stand_in_the_picture_as_they_were_written(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    logged(companion, {0: 4, 3: 8})
    companion.diary.on(ago(6)).say(Event, text=HOSTILE, event="visit")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_course(pilot)
        await reads(pilot, "┊", "[/b] [red]x[/red]")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_the_page_fits(tmp_path: Path, size: tuple[int, int], language: Language) -> None:
    logged(known(a_companion(tmp_path)), {n: n % 11 for n in range(40) if n % 6})
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        page = await the_course(pilot)
        line = page.query_one(KeyLine)
        await until(pilot, lambda: line.keys)
        assert page.course.size.height >= 9
        assert MARKS & set(screen_text(app))
        if size[0] >= 80:
            assert line.fitting(size[0]) == line.keys
            assert page.query_one("#walked").region.bottom < size[1], "both pictures are seen at once"


async def test_without_colour_the_page_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logged(known(a_companion(tmp_path)), {n: n % 11 for n in range(10)})
    monkeypatch.setenv("NO_COLOR", "1")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_course(pilot)
        await reads(pilot, "● Leg", "× Back", "7-day mean", "[2 weeks]")
