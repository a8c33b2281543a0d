"""What the therapist said, by keys: told once, asked about after its last day, ended."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.services.programme import keeping, visits
from tests.tui.screen_text import (
    LANGUAGES,
    TODAY,
    a_companion,
    an_app,
    later,
    reads,
    screen_text,
    underway,
    until,
)

STEPS: dict[Language, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "en": (
        ("Who told you what to do?", (*"Kari", "enter")),
        ("Which of these exercises", ("down", "space", "enter")),
        ("Which of them are you to leave out?", ("down", "down", "space", "enter")),
        ("Are you to avoid any of this?", ("enter",)),
        ("On which days?", ("down", "down", "space", "enter")),
        ("How many minutes may you walk", (*"20", "enter")),
        ("an exercise that is not here?", ("1",)),
        ("What is it called?", (*"Lift", "enter")),
        ("Lift: how is it done?", (*"Slowly", "enter")),
        ("Lift: how many sets?", ("3", "enter")),
        ("Lift: how many times", ("8", "enter")),
        ("Lift: how many seconds", ("enter",)),
        ("Lift: how often a day?", ("enter",)),
        ("Lift: what does it ask", ("enter",)),
        ("Lift: does the figure", ("down", "space", "enter")),
        ("Another exercise of their own?", ("0",)),
        ("Until when?", (*"2026-03-20", "enter")),
        ("Did they say anything else?", (*"Call me", "enter")),
    ),
    "nb": (
        ("Hvem sa hva du skal gjøre?", (*"Kari", "enter")),
        ("Hvilke av disse øvelsene", ("down", "space", "enter")),
        ("Hvilke av dem skal du la være?", ("down", "down", "space", "enter")),
        ("Skal du unngå noe av dette?", ("enter",)),
        ("Hvilke dager?", ("down", "down", "space", "enter")),
        ("Hvor mange minutter kan du gå", (*"20", "enter")),
        ("en øvelse som ikke er her?", ("0",)),
        ("Til når?", (*"2026-03-20", "enter")),
        ("Sa de noe mer?", ("enter",)),
    ),
}
"""What is asked, and the keys that answer it."""


def told(folder: Path) -> tuple[Programme, ...]:
    history, _problems = a_companion(folder).read()
    return history.programmes


async def answer(pilot: Pilot[None], language: Language) -> None:
    for words, keys in STEPS[language]:
        await reads(pilot, words)
        await pilot.press(*keys)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_the_questions_make_a_programme(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.turns.is_open)
        await pilot.press("V")
        await answer(pilot, language)
        await until(pilot, lambda: app.state.plan.programme)
    (kept,) = told(tmp_path)
    assert (kept.name, kept.required, kept.barred, kept.days) == ("Kari", ("E01",), ("E03",), ("tue",))
    assert (kept.walk_ceiling, kept.until) == (4, TODAY.replace(day=20))
    assert [one.name.en for one in kept.own] == (["Lift"] if language == "en" else [])


async def test_left_between_any_two_answers_nothing_is_kept_and_nothing_is_lost(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path, language="nb")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.turns.is_open)
        for words, keys in STEPS["nb"]:
            await pilot.press("V")
            await reads(pilot, STEPS["nb"][0][0], "Kari" if words != STEPS["nb"][0][0] else "")
            for earlier, _keys in STEPS["nb"]:
                await reads(pilot, earlier)
                if earlier == words:
                    break
                await pilot.press("0" if "ikke er her" in earlier else "enter")
            await pilot.press(*keys)
            if words == STEPS["nb"][-1][0]:
                break
            await until(pilot, lambda: app.turns.is_open)
            assert told(tmp_path) == ()
            await pilot.press("escape")
            await reads(pilot, "Gåtur 1")
        await until(pilot, lambda: app.state.plan.programme)
    (kept,) = told(tmp_path)
    assert (kept.name, kept.required, kept.walk_ceiling) == ("Kari", ("E01",), 4)


def follows(folder: Path, **answers: object) -> None:
    companion = underway(a_companion(folder))
    keeping.tell(companion, keeping.before(companion), {"name": "Kari", "walk": 20, **answers})


@pytest.mark.parametrize("size", [(80, 24), (132, 43)])
async def test_after_its_last_day_today_asks_and_it_goes_on(tmp_path: Path, size: tuple[int, int]) -> None:
    follows(tmp_path, until=TODAY)
    app = an_app(tmp_path, clock=later(days=1))
    async with app.run_test(size=size) as pilot:
        await reads(pilot, "Does it go on?")
        assert app.state.plan.programme is not None
        await pilot.press("V")
        await reads(pilot, "it goes on, until another day")
        await pilot.press("1")
        await reads(pilot, "Until when?")
        await pilot.press(*"2026-03-01", "enter")
        await reads(pilot, "which has passed")
        await pilot.press(*["backspace"] * 10, *"2026-05-01", "enter")
        await until(pilot, lambda: len(told(tmp_path)) == 2)
        await reads(pilot, "Walk 1")
    assert told(tmp_path)[-1].until == TODAY + timedelta(days=58)


async def test_it_is_over_and_undo_brings_it_back(tmp_path: Path) -> None:
    follows(tmp_path)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.turns.is_open)
        await pilot.press("V")
        await reads(pilot, "it is over")
        await pilot.press("4")
        await until(pilot, lambda: app.state.plan.programme is None)
        await pilot.press("u")
        await until(pilot, lambda: app.state.plan.programme)


async def test_after_a_visit_it_is_asked_for(tmp_path: Path) -> None:
    visits.prepare_visit(underway(a_companion(tmp_path)), TODAY, ())
    app = an_app(tmp_path, clock=later(days=1))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "How was the visit?")
        await pilot.press("v")
        await reads(pilot, "What was agreed?")
        await pilot.press(*"rest", "enter")
        await reads(pilot, "When is the next visit?")
        await pilot.press("enter")
        await reads(pilot, "Did they give you something to follow?")
        await pilot.press("1")
        await answer(pilot, "en")
        await until(pilot, lambda: app.state.plan.programme)
    history, _problems = a_companion(tmp_path).read()
    assert [event.text for event in history.events] == ["rest"]


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_the_figure_of_an_exercise_stands_beside_its_name(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.turns.is_open)
        await pilot.press("V")
        await reads(pilot, "Who told you what to do?")
        assert not dots(app)
        await pilot.press(*"Kari", "enter", "down")
        await reads(pilot, "Which of these exercises")
        await until(pilot, lambda: dots(app))
        tilt = dots(app)
        await pilot.press("down", "down")
        await until(pilot, lambda: dots(app) not in {tilt, ""})
        await pilot.press("space", "enter", "enter")
        await reads(pilot, "Are you to avoid any of this?")
        assert not dots(app)


def dots(app: App[None]) -> str:
    """Give what is drawn in braille on the screen."""
    return "".join(one for one in screen_text(app) if "\u2800" < one <= "\u28ff")
