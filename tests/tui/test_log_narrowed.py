"""The diary stands under its days, and is narrowed to words, kinds and days."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from ryggkompis.domain.journal.entries import Note, Walk
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.screens.log import LogPage
from ryggkompis.tui.widgets.diary_list import DiaryList
from ryggkompis.tui.widgets.stepper import Stepper
from ryggkompis.words.entries import kind_name
from tests.tui.screen_text import (
    LANGUAGES,
    FixedClock,
    a_companion,
    an_app,
    known,
    reads,
    screen_text,
    until,
)


def a_diary(folder: Path) -> FixedClock:
    """Write two days: a walk and a note on each."""
    clock = FixedClock()
    companion = known(a_companion(folder, clock))
    companion.diary.say(Walk, minutes=12)
    companion.diary.say(Note, text="Slept badly [b]🙂")
    clock.move(days=1)
    companion.diary.say(Walk, minutes=9)
    companion.diary.say(Note, text="Drove to Bergen.*")
    clock.move(minutes=10)
    return clock


async def the_log(pilot: Pilot[None]) -> DiaryList:
    await pilot.press("4")
    await until(pilot, lambda: isinstance(pilot.app.screen, LogPage))
    shown = pilot.app.screen.query_one(DiaryList)
    await until(pilot, lambda: shown.count > 0)
    return shown


async def test_each_day_has_a_heading_that_cannot_be_chosen(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=a_diary(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await the_log(pilot)
        await reads(pilot, "Thursday 5 March 2026", "Wednesday 4 March 2026")
        rows = [row.strip() for row in screen_text(app).splitlines()]
        assert rows.index("Thursday 5 March 2026") < rows.index("Wednesday 4 March 2026")
        for _step in range(4):
            assert shown.entry is not None
            await pilot.press("j")
        await pilot.press("home")
        await until(pilot, lambda: shown.entry and shown.entry.kind == "note")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("slept", 1),
        ("BADLY slept", 1),
        ("notat", 2),
        ("walk", 3),
        ("gåtur torsdag", 1),
        ("i går", 4),
        ("4. mars", 4),
        ("march", 6),
        ("[b]", 1),
        (".*", 1),
        ("🙂", 1),
        ("(?P<", 0),
        ("x " * 500, 0),
    ],
)
async def test_words_are_found_as_they_stand_in_either_language_with_kind_and_day(
    tmp_path: Path, words: str, count: int
) -> None:
    app = an_app(tmp_path, clock=a_diary(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await the_log(pilot)
        every = shown.count
        await pilot.press("slash")
        await until(pilot, lambda: shown.line.has_focus)
        shown.line.insert_text_at_cursor(words)
        await until(pilot, lambda: shown.count == count)
        await reads(pilot, f"{count} of {every} entries")
        await pilot.press("enter")
        await until(pilot, lambda: shown.lines.has_focus)
        await pilot.press("escape")
        await until(pilot, lambda: shown.count == every)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_one_kind_in_some_days(tmp_path: Path, language: str) -> None:
    clock = a_diary(tmp_path)
    app: Ryggkompis = an_app(tmp_path, clock=clock, language="nb" if language == "nb" else "en")
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await the_log(pilot)
        await pilot.press("f")
        await until(pilot, lambda: len(app.screen_stack) == 2 and app.turns.is_open)
        kinds = app.screen.query_one("#ask-kind", Stepper)
        kinds.value = "walk"
        for field, said in (("first", "5.3.2026"), ("last", "4.3.2026")):
            app.screen.query_one(f"#ask-{field}", Input).value = said
        await pilot.press("ctrl+s")
        await until(pilot, lambda: shown.count == 2)
        await reads(pilot, "4 Mar" if language == "en" else "4.", kind_name("walk"))
        await pilot.press("escape")
        await until(pilot, lambda: shown.count > 2)


async def test_what_is_written_while_words_are_looked_for_is_saved_and_seen_again(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=a_diary(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await the_log(pilot)
        await pilot.press("slash", *"slept", "enter")
        await until(pilot, lambda: shown.count == 1)
        app.do(lambda: app.companion.diary.say(Note, text="Slept well"))
        await until(pilot, lambda: shown.count == 2)
        await pilot.press("escape")
        await reads(pilot, "Drove to Bergen")
