"""The Report page, by keys: what the therapist would read, and the file that is written."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import CheckIn, Event, Note
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.tui.screens.report import ReportPage
from tests.tui.screen_text import (
    HOSTILE,
    LANGUAGES,
    SIZES,
    TODAY,
    a_companion,
    an_app,
    known,
    reads,
    screen_text,
    until,
)


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of documents of somebody else than who runs the tests."""
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(folder))
    return folder


def a_course(folder: Path) -> None:
    """Forty days, a visit twenty days ago, a note and a medicine."""
    companion = known(a_companion(folder), days_ago=40)
    for ago in range(40, -1, -1):
        companion.on(TODAY - timedelta(days=ago)).diary.say(CheckIn, leg=2 + ago // 8, back=3)
    companion.on(TODAY - timedelta(days=20)).diary.say(Event, event="visit", text="first visit")
    companion.diary.say(Note, text=f"{HOSTILE} sat long")
    companion.diary.say(Medicine, text="one in the evening")


async def opened(pilot: Pilot[None]) -> ReportPage:
    await pilot.press("5")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReportPage) and pilot.app.screen.summary)
    page = pilot.app.screen
    assert isinstance(page, ReportPage)
    return page


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_is_read_before_it_leaves(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    a_course(tmp_path)
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        await reads(pilot, "Ryggkompis: ", "PDF")
        for _ in range(20):
            await pilot.press("pagedown")
        await reads(pilot, "Rules version" if language == "en" else "Regelversjon")


async def test_the_period_is_everything_at_first_and_goes_round(tmp_path: Path) -> None:
    a_course(tmp_path)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await reads(pilot, "[everything]", "23 January 2026 to 4 March 2026", "41 days")
        await pilot.press("right")
        await reads(pilot, "[since the visit]", "12 February 2026 to 4 March 2026", "21 days")
        await pilot.press("right")
        await reads(pilot, "[4 weeks]", "28 days")
        await pilot.press("right", "right")
        await reads(pilot, "[everything]")


async def test_without_a_visit_no_period_begins_there(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await reads(pilot, "[everything]")
        assert "since the visit" not in screen_text(app)


async def test_notes_and_medicines_are_asked_about_and_the_file_says_where_it_is(
    tmp_path: Path, documents: Path
) -> None:
    a_course(tmp_path)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot)
        await pilot.press("f", "f", "f", "s")
        await reads(pilot, "Shall notes be in it?")
        await pilot.press("0")
        await reads(pilot, "Shall medicines be in it?")
        await pilot.press("1")
        await reads(pilot, "Where shall it be written?")
        await pilot.press("enter")
        await until(pilot, lambda: page.saved)
        await reads(pilot, "opens it", "shows the folder")
    text = (documents / "ryggkompis-2026-03-04.txt").read_text(encoding="utf-8")
    assert "one in the evening" in text
    assert "sat long" not in text


async def test_what_stays_at_home_leaves_the_preview_and_is_not_asked_about(
    tmp_path: Path, documents: Path
) -> None:
    a_course(tmp_path)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot)
        await pilot.press("x")
        await reads(pilot, "What shall stay at home?")
        await pilot.press("1", "2", "enter")
        await reads(pilot, "stays at home: medicines and notes")
        await until(pilot, lambda: page.summary is not None and not page.summary.notes)
        await pilot.press("s")
        await reads(pilot, "Where shall it be written?")
        await pilot.press("enter")
        await until(pilot, lambda: page.saved)
    assert (documents / "ryggkompis-2026-03-04.pdf").read_bytes().startswith(b"%PDF-")


async def test_the_crisis_answer_is_never_in_it(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"PSY1": "yes"}))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot)
        assert page.summary is not None
        assert [answer.flag for answer in page.summary.safety.answers] == []


async def test_a_file_that_is_there_is_replaced_only_when_that_is_said(
    tmp_path: Path, documents: Path
) -> None:
    known(a_companion(tmp_path))
    target = documents / "ryggkompis-2026-03-04.pdf"
    target.write_text("mine")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot)
        await pilot.press("s")
        await reads(pilot, "Where shall it be written?")
        await pilot.press("enter")
        await reads(pilot, "Shall it be replaced?")
        await pilot.press("0")
        await until(pilot, lambda: isinstance(app.screen, ReportPage))
        assert target.read_text() == "mine"
        await pilot.press("s")
        await reads(pilot, "Where shall it be written?")
        await pilot.press("enter")
        await reads(pilot, "Shall it be replaced?")
        await pilot.press("1")
        await until(pilot, lambda: page.saved)
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("place", ["nowhere/r.pdf", ".", "journal/2026-03.json"])
async def test_where_nothing_can_be_written_it_says_so_and_goes_on(tmp_path: Path, place: str) -> None:
    known(a_companion(tmp_path))
    before = {path: path.read_bytes() for path in (tmp_path / "journal").iterdir()}
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await opened(pilot)
        await pilot.press("s")
        await reads(pilot, "Where shall it be written?")
        await pilot.press("ctrl+u", *str(tmp_path / place), "enter")
        await until(pilot, lambda: isinstance(app.screen, ReportPage))
        await until(pilot, lambda: app._notifications)
        assert page.saved is None
        await pilot.press("1")
    assert {path: path.read_bytes() for path in (tmp_path / "journal").iterdir()} == before


async def test_what_was_written_is_opened_by_the_system(
    tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real program under the name of the system's opener writes down what it was given."""
    programs, given = tmp_path / "programs", tmp_path / "given"
    programs.mkdir()
    for name in ("xdg-open", "open"):
        (programs / name).write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" >> "{given}"\n')
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    known(a_companion(tmp_path / "home"))
    app = an_app(tmp_path / "home")
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot)
        await pilot.press("f", "s")
        await reads(pilot, "Where shall it be written?")
        await pilot.press("enter")
        await until(pilot, lambda: page.saved)
        await pilot.press("a")
        await until(pilot, lambda: given.exists() and given.read_text().count("\n") == 1)
        await pilot.press("d")
        await until(pilot, lambda: given.read_text().count("\n") == 2)
    assert given.read_text().split() == [str(documents / "ryggkompis-2026-03-04.html"), str(documents)]


async def test_where_nothing_opens_it_the_folder_is_named(
    tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        page = await opened(pilot)
        await pilot.press("f", "s")
        await reads(pilot, "Where shall it be written?")
        await pilot.press("enter")
        await until(pilot, lambda: page.saved)
        await pilot.press("a")
        await reads(pilot, "Nothing here opens it.")


async def test_todays_plan_is_written_for_the_wall(tmp_path: Path, documents: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await opened(pilot)
        await pilot.press("w")
        await reads(pilot, "How large shall the letters be?")
        await pilot.press("1")
        await reads(pilot, "Where shall it be written?")
        await pilot.press("enter")
        await until(pilot, lambda: page.saved)
    assert (documents / "ryggkompis-2026-03-04-plan.pdf").read_bytes().startswith(b"%PDF-")


async def test_under_a_lock_there_is_nothing_for_the_wall(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"CES1": "yes"}))
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await opened(pilot)
        await pilot.press("w")
        await reads(pilot, "so there is no sheet")
