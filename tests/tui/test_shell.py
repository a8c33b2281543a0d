"""The shell: pages, keys, language, size, other programs, another day, and errors one can mend."""

import asyncio
import gc
import re
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.pilot import Pilot

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import Walk
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.page import PAGES
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.screens.safety import SafetyPage
from ryggkompis.tui.screens.today import TodayPage
from ryggkompis.tui.widgets.answer import Answer
from ryggkompis.tui.widgets.choices import PickSome
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.plan_list import PlanList
from ryggkompis.tui.widgets.scale import PickNumber
from tests.tui.screen_text import (
    LANGUAGES,
    SIZES,
    FixedClock,
    a_companion,
    an_app,
    known,
    reads,
    screen_text,
    until,
)

MOST_KEYS = 7


async def the_key_line(pilot: Pilot[None], mode: str) -> KeyLine:
    app = pilot.app
    await until(pilot, lambda: app.current_mode == mode and app.screen.query(KeyLine))
    line = app.screen.query_one(KeyLine)
    await until(pilot, lambda: line.keys)
    return line


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_every_page_opens_and_its_keys_fit(
    tmp_path: Path, language: str, size: tuple[int, int]
) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language="nb" if language == "nb" else "en")
    async with app.run_test(size=size) as pilot:
        for key, (mode, _name) in enumerate(PAGES, 1):
            await pilot.press(str(key))
            line = await the_key_line(pilot, mode)
            fitting = line.fitting(size[0])
            assert sum(one.width for one in fitting) <= size[0]
            assert {"!", "?"} <= {one.name for one in fitting}
            assert len(line.keys) <= MOST_KEYS
            if size[0] >= 80:
                assert fitting == line.keys
            assert max(map(len, screen_text(app).splitlines())) <= size[0]


@pytest.mark.parametrize("size", [(20, 5), (39, 24), (80, 14)])
async def test_a_window_too_small_says_so_and_recovers(tmp_path: Path, size: tuple[int, int]) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "The window is too" in screen_text(app))
        assert "Walk 1" not in screen_text(app)
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, Asking))
        await until(pilot, lambda: "The window is too" in screen_text(app))
        await pilot.press("escape")
        await pilot.resize_terminal(40, 15)
        await reads(pilot, "Walk 1")


OFFERED_AT_TIMES = {
    "app.finish_lock",
    "today.clear",
    "today.back",
    "today.why_less",
    "today.smaller",
    "today.enough",
}


async def test_the_language_changes_while_the_page_is_open_and_is_remembered(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Wednesday 4 March", "Relief, when you want it")
        app.speak("nb")
        await reads(pilot, "Onsdag 4. mars", "Hvile, når du vil")
        app.speak("en")
        await reads(pilot, "Wednesday 4 March", "Relief, when you want it")
        app.speak("nb")
    assert an_app(tmp_path).settings.language == "nb"


async def test_what_another_program_writes_is_shown(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "○ Walk 1")
        a_companion(tmp_path).diary.say(Walk, minutes=7)
        app.look_again()
        await reads(pilot, "● Walk 1")


async def test_a_new_day_begins_at_four(tmp_path: Path) -> None:
    clock = FixedClock()
    known(a_companion(tmp_path, clock))
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Wednesday 4 March")
        clock.move(hours=19)
        app.look_again()
        await pilot.pause()
        assert "Wednesday 4 March" in screen_text(app)
        clock.move(hours=2)
        app.look_again()
        await reads(pilot, "Thursday 5 March")


async def test_a_save_that_fails_says_why_and_loses_nothing(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        (journal,) = (tmp_path / "journal").glob("2026-03.json")
        before = journal.read_bytes()
        kept = tmp_path / "kept"
        journal.parent.rename(kept)
        (tmp_path / "journal").write_text("no folder")
        await pilot.press("n")
        await reads(pilot, "Anything you want")
        await pilot.press(*"hi", "enter")
        await until(pilot, lambda: isinstance(app.screen, TodayPage))
        await until(pilot, lambda: "Not saved" in screen_text(app) or "cannot be read" in screen_text(app))
        (tmp_path / "journal").unlink()
        kept.rename(tmp_path / "journal")
        assert journal.read_bytes() == before
        await pilot.press("n")
        await reads(pilot, "hi")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.today.entries[-1].kind == "note")


async def test_part_of_the_journal_that_cannot_be_read_is_named_on_today(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    (tmp_path / "journal" / "2026-02.json").write_text("not a journal at all")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "2026-02.json is damaged", "Walk 1")


@pytest.mark.parametrize("key", ["i", "g", "e", "question_mark"])
@pytest.mark.parametrize("later", range(8))
async def test_leaving_while_a_dialog_opens_is_no_error(tmp_path: Path, key: str, later: int) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        app.simulate_key(key)
        for _ in range(later):
            await asyncio.sleep(0)
        app.exit()
    assert app.return_code == 0


async def test_help_lists_every_key_of_the_page(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(132, 60)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("question_mark")
        await reads(pilot, "On this page", "Everywhere", "No clinician")
        text = screen_text(app)
        for owner in (TodayPage, PlanList, Ryggkompis):
            for binding in owner.BINDINGS:
                assert isinstance(binding, Binding)
                if binding.id not in OFFERED_AT_TIMES:
                    assert binding.description in text, binding.id
        await pilot.press("escape")
        await reads(pilot, "Walk 1")


async def test_the_palette_offers_what_has_a_key(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("ctrl+p")
        await reads(pilot, "Cards to read", "Changed position", "Check in")
        await pilot.press(*"changed pos")
        await reads(pilot, "Changed position")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.today.position_changes == 1)


@pytest.mark.parametrize(("language", "words"), [("nb", "Finn hva som helst"), ("en", "Find anything")])
async def test_the_palette_asks_in_the_language_of_the_window(
    tmp_path: Path, language: Language, words: str
) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_key_line(pilot, "today")
        await pilot.press("ctrl+p")
        await reads(pilot, words)
        assert "Search for commands" not in screen_text(app)


@pytest.mark.parametrize(("key", "title"), [("n", "Notat"), ("m", "Medisin")])
async def test_a_dialog_of_one_question_says_its_title_once(tmp_path: Path, key: str, title: str) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language="nb")
    async with app.run_test(size=(80, 24)) as pilot:
        await the_key_line(pilot, "today")
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, Asking))
        await reads(pilot, title)
        assert screen_text(app).count(title) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [key for key, _page in enumerate(PAGES, 1)])
async def test_help_says_nothing_twice(tmp_path: Path, language: Language, page: int) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=(132, 90)) as pilot:
        await the_key_line(pilot, "today")
        await pilot.press(str(page))
        await the_key_line(pilot, PAGES[page - 1][0])
        await pilot.press("question_mark")
        await until(pilot, lambda: type(app.screen).__name__ == "HelpPage")
        await reads(pilot, "MDR")
        twice = re.compile(r"\b(\w+)\. \1\b", re.IGNORECASE)
        assert [line for line in screen_text(app).splitlines() if twice.search(line)] == []


def test_every_key_has_a_name_of_its_own() -> None:
    owners = (Ryggkompis, TodayPage, Asking, SafetyPage, PlanList)
    ids = [one.id for owner in owners for one in owner.BINDINGS if isinstance(one, Binding)]
    assert len(ids) == len(set(ids))
    assert all(ids)
    for owner in (Answer, PickSome, PickNumber):
        assert all(isinstance(one, Binding) for one in owner.BINDINGS)


async def test_a_window_that_stays_open_collects_its_garbage(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    gc.disable()
    try:
        async with an_app(tmp_path).run_test() as pilot:
            await until(pilot, gc.isenabled)
    finally:
        gc.enable()
        gc.unfreeze()
