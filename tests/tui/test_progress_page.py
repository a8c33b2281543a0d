"""The Progress page says what the journal says, in pictures and in the sentences beneath."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.course.progress import Span
from ryggkompis.domain.journal.entries import CheckIn, Event, Walk, Weekly
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import speaking, use
from ryggkompis.pictures.ink import plain
from ryggkompis.pictures.picture import Size
from ryggkompis.services import course
from ryggkompis.services.companion import Companion
from ryggkompis.services.views.every import VIEWS
from ryggkompis.services.views.pain import PAIN
from ryggkompis.services.views.view import Lens
from ryggkompis.store.settings import change_settings
from ryggkompis.tui.screens.progress import ProgressPage
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.words.views import view_heading, view_name
from tests.tui.screen_text import (
    HOSTILE,
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

SIZES = [(40, 15), (80, 24), (132, 43), (200, 60)]
MARKS = frozenset("●×⊗")


def ago(n: int) -> date:
    return TODAY - timedelta(days=n)


def logged(companion: Companion, legs: Mapping[int, int | None], back: int | None = 2) -> None:
    """Log the leg (and back) of some mornings, by how many days ago they were."""
    for n, leg in legs.items():
        companion.diary.on(ago(n)).say(CheckIn, leg=leg, back=back)


async def the_course(pilot: Pilot[None], *keys: str) -> ProgressPage:
    """Open the page and press ``keys``."""
    await pilot.press("2")
    await until(pilot, lambda: isinstance(pilot.app.screen, ProgressPage))
    page = pilot.app.screen
    assert isinstance(page, ProgressPage)
    await until(pilot, lambda: page.picture.size.width)
    await pilot.press(*keys)
    return page


def a_lens(companion: Companion, span: Span = "2w", **how: Any) -> Lens:
    return Lens(course.period(companion.state(), span), **how)


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


async def test_walks_are_summed_below_their_weeks_and_in_words(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    for n, minutes in ((0, 10), (0, 5), (2, 20), (8, 7)):
        companion.diary.on(ago(n)).say(Walk, minutes=minutes)
    app = an_app(tmp_path)
    async with app.run_test(size=(132, 43)) as pilot:
        await the_course(pilot, "down", "down")
        await reads(pilot, "Minutes walked", "35 minutes in the last seven days, on 2 days.")
        await reads(pilot, "The 7 days before: 7 minutes.")
        weeks: dict[int, int] = {}
        for n, minutes in ((0, 15), (2, 20), (8, 7)):
            weeks[ago(n).isocalendar().week] = weeks.get(ago(n).isocalendar().week, 0) + minutes
        sums = next(
            line
            for line in screen_text(app).splitlines()
            if line.strip().startswith("Σ") and "each" not in line
        )
        assert [word for word in sums.split()[1:] if word != "–"] == [
            str(n) for _, n in sorted(weeks.items())
        ]


def test_unknown_days_are_gaps_and_zero_is_a_point(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    logged(companion, {0: 0, 1: None, 5: None}, back=None)
    use("en")
    drawn = PAIN.draw
    assert drawn
    picture = plain(drawn(companion.state(), a_lens(companion), Size(60, 12)))
    body = "\n".join(picture.splitlines()[1:])
    assert sum(body.count(mark) for mark in MARKS) == 2, "only the known day is marked, and named once"
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
        assert sentence in "\n".join(course.changes(companion.state()))


@pytest.mark.parametrize(
    ("legs", "span"), [({}, "2w"), ({3: 1}, "2w"), ({13: 1}, "2w"), ({14: 1}, "all"), ({3: 1, 300: 2}, "all")]
)
def test_the_first_range_is_the_whole_episode_and_two_weeks_of_a_young_one(
    tmp_path: Path, legs: Mapping[int, int | None], span: str
) -> None:
    companion = known(a_companion(tmp_path), days_ago=300)
    logged(companion, legs)
    assert course.first_span(companion.state()) == span


async def test_the_range_follows_plus_and_minus_and_stops_at_the_ends(tmp_path: Path) -> None:
    logged(known(a_companion(tmp_path), days_ago=200), {0: 4, 200: 8})
    app = an_app(tmp_path)
    ranges: list[Span] = ["2w", "6w", "3m", "6m", "all"]
    async with app.run_test(size=(80, 24)) as pilot:
        page = await the_course(pilot, "plus", "plus", "plus", "plus")
        seen = []
        for _press in range(len(ranges) + 1):
            await until(pilot, lambda: page.spans.chosen == ranges.index(page.span or "2w"))
            seen.append(page.span)
            await pilot.press("minus")
        assert seen == [*ranges, "all"]
        await reads(pilot, "[all]")
        await pilot.press("plus")
        await reads(pilot, "[6 months]")
        await pilot.press("a")
        await reads(pilot, "[all]", "2026")


async def test_the_picture_can_have_the_window_to_itself(tmp_path: Path) -> None:
    logged(known(a_companion(tmp_path)), {n: n % 11 for n in range(30)})
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await the_course(pilot, "f")
        await until(pilot, lambda: page.picture.size.height >= 18)
        assert "clearly" not in screen_text(app)
        await pilot.press("f")
        await reads(pilot, "[Pain]")


async def test_every_picture_is_reached_by_one_key_and_has_its_words(tmp_path: Path) -> None:
    logged(known(a_companion(tmp_path)), {n: n % 11 for n in range(30)})
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await the_course(pilot)
        for view in VIEWS:
            assert page.view is view
            with speaking("en"):
                await reads(pilot, view_heading(view.name), f"[{view_name(view.name)}]")
                said = " ".join(screen_text(app).split())
                assert " ".join(page.view.sentences(app.state, a_lens(app.companion))[0].split())[:40] in said
            await pilot.press("down")
        assert page.view is VIEWS[0], "after the last comes the first"
        await pilot.press("up")
        assert page.view is VIEWS[-1]


async def test_the_day_pointed_at_is_told_and_the_range_follows_it(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path), days_ago=60)
    logged(companion, {n: n % 11 for n in range(60)})
    companion.diary.on(ago(3)).say(Walk, minutes=12)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await the_course(pilot, "left")
        await reads(pilot, f"{formats.weekday_day(TODAY)}: leg 0 · back 2")
        await pilot.press("left", "left", "left")
        await reads(pilot, "leg 3 · back 2 · walked 12 min", "▲")
        await pilot.press("right")
        await reads(pilot, "leg 2 · back 2")
        await pilot.press("home")
        assert page.cursor == ago(59)
        assert page.cursor in page.period(app.state), "the range has followed"
        await reads(pilot, "▲", "leg 4 · back 2")
        await pilot.press("left")
        assert page.cursor == ago(59), "there is nothing before the first day"
        await pilot.press("shift+right")
        assert page.cursor == ago(52)
        await pilot.press("end", "right")
        assert page.cursor == TODAY
        await pilot.press("escape")
        await until(pilot, lambda: page.cursor is None and "▲" not in screen_text(app))


async def test_studies_are_shown_only_on_request_with_their_label_and_sources(tmp_path: Path) -> None:
    logged(known(a_companion(tmp_path)), dict.fromkeys(range(20), 6))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 30)) as pilot:
        await the_course(pilot)
        assert "Averages" not in screen_text(app)
        await pilot.press("b")
        await reads(pilot, "Averages from studies – not a forecast for you", "Menezes Costa 2012")
        await reads(pilot, "More than half are clearly better after a year. Some still have trouble.")
        await pilot.press("b")
        await until(pilot, lambda: "Averages" not in screen_text(app))


async def test_before_fourteen_days_the_studies_say_when_they_can_be_shown(tmp_path: Path) -> None:
    logged(known(a_companion(tmp_path)), dict.fromkeys(range(13), 6))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 30)) as pilot:
        await the_course(pilot, "b")
        await reads(pilot, "can be shown when 14 days with leg pain are logged")
        assert "Menezes" not in screen_text(app)


async def test_without_numbers_no_score_is_seen_in_any_picture(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    for n in range(40):
        companion.diary.on(ago(n)).say(CheckIn, leg=7, back=9, morning="better" if n % 3 else "worse")
    companion.diary.say(Weekly, goals=(3, 5), worry=8)
    change_settings(places(tmp_path), numbers=False)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await the_course(pilot, "left")
        for _view in VIEWS:
            seen = screen_text(app)
            assert not any(score in seen for score in ("leg 7", "back 9", " 3 of 10", "×"))
            await pilot.press("down")
        await reads(pilot, "The last seven mornings: better 4, the same 0, worse 3.", "better than yesterday")
        await pilot.press("b")
        assert not page.band, "there is nothing to compare with studies"


async def test_a_picture_is_drawn_anew_only_for_another_size_or_journal(tmp_path: Path) -> None:
    logged(known(a_companion(tmp_path)), {0: 4, 3: 8})
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await the_course(pilot)
        before = page.picture.picture
        page.picture.refresh()
        await pilot.pause()
        assert page.picture.picture is before
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: page.picture.picture is not before)
        resized = page.picture.picture
        app.do(lambda: app.companion.diary.on(ago(1)).say(CheckIn, leg=9))
        await until(pilot, lambda: page.picture.picture is not resized)


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
        assert page.picture.size.height >= 8
        assert MARKS & set(screen_text(app))
        if size[0] >= 80:
            assert line.fitting(size[0]) == line.keys
            assert page.picture.region.bottom < size[1], "the whole picture is seen"
        for _view in VIEWS:
            assert f"[{view_name(page.view.name)}]" in screen_text(app)
            await pilot.press("down")
            await pilot.pause()


async def test_without_colour_the_page_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    logged(known(a_companion(tmp_path)), {n: n % 11 for n in range(10)})
    monkeypatch.setenv("NO_COLOR", "1")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_course(pilot)
        await reads(pilot, "● Leg", "× Back", "7-day mean", "[2 weeks]")


async def test_a_low_picture_is_whole_and_its_words_stand_right_below(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path), goals=("walk", "sit", "drive"))
    companion.diary.say(Weekly, goals=(3, 5, 7))
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await the_course(pilot, *("down",) * 5)
        await reads(pilot, "Each check-in fills in its day.")
        await pilot.press("down")
        await reads(pilot, "walk", "sit", "drive", formats.short_day(TODAY - timedelta(days=TODAY.weekday())))
        await until(pilot, lambda: page.picture.size.height == 10)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_of_which_nothing_is_known_says_what_will_fill_it(
    tmp_path: Path, language: Language
) -> None:
    companion = known(a_companion(tmp_path))
    begins = {"nb": "Ingenting her ennå. ", "en": "Nothing here yet. "}[language]
    with speaking(language):
        first = {view.name: view.sentences(companion.state(), a_lens(companion)) for view in VIEWS}
        assert [name for name, said in first.items() if not said[0].startswith(begins)] == [
            "drawing",
            "goals",
            "steps",
        ]
        logged(companion, {0: 5})
        companion.diary.say(Walk, minutes=5)
        then = {view.name: view.sentences(companion.state(), a_lens(companion)) for view in VIEWS}
    assert [name for name, said in then.items() if said[0].startswith(begins)] == ["positions", "exercises"]
