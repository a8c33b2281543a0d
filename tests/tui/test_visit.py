"""A visit, by keys: reminded of before, told about after."""

from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.content.programme import template
from ryggkompis.services.programme import keeping, visits
from tests.tui.screen_text import (
    TODAY,
    a_companion,
    an_app,
    known,
    later,
    reads,
    screen_text,
    until,
)


async def test_the_day_and_the_questions_are_kept_and_it_is_said_two_days_before(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        assert "visit" not in screen_text(app)
        await pilot.press("v")
        await reads(pilot, "When is the next visit?")
        await pilot.press(*"2026-03-06", "enter")
        await reads(pilot, "What do you want to ask? (1 of 3)")
        await pilot.press(*"ski?", "enter")
        await reads(pilot, "(2 of 3)")
        await pilot.press("enter")
        await reads(pilot, "(3 of 3)")
        await pilot.press("enter")
        await reads(pilot, "You have a visit on Friday.", "take the report along")
    profile = a_companion(tmp_path).state().profile
    assert profile is not None
    assert (profile.next_visit, profile.questions) == (TODAY + timedelta(days=2), ("ski?",))
    assert profile.walk_tolerance == 12, "what was known of the patient stays"


async def test_a_day_that_has_passed_is_refused_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("v")
        await reads(pilot, "When is the next visit?")
        await pilot.press(*"2026-03-01", "enter", *"ski?", "enter", "enter", "enter")
        await reads(pilot, "which has passed")
        await pilot.press("v")
        await reads(pilot, "1 Mar 2026")


async def after_a_visit(tmp_path: Path, file: str, only: str = "") -> None:
    companion = known(a_companion(tmp_path))
    if only:
        keeping.tell(companion, keeping.before(companion), {"name": "Kari", "walk": 20})
    visits.prepare_visit(companion, TODAY, ("ski?",))
    clock = later(days=1)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(120, 40)) as pilot:
        await reads(pilot, "How was the visit?")
        await pilot.press("v")
        await reads(pilot, "What was agreed?")
        await pilot.press(*"less sitting", "enter")
        await reads(pilot, "When is the next visit?")
        await pilot.press(*"2026-04-01", "enter")
        await reads(pilot, "Did they give you something to follow?")
        await pilot.press("2" if file else "0")
        if file:
            await reads(pilot, "Where does the file lie?")
            await pilot.press(*file, "enter")
        if only:
            await reads(pilot, "Kari, in use from", "Follow only what Ola says")
            await pilot.press(only)
        await until(pilot, lambda: app._notifications)


async def test_what_was_agreed_is_marked_on_the_day_of_the_visit(tmp_path: Path) -> None:
    await after_a_visit(tmp_path, "")
    history, _ = a_companion(tmp_path).read()
    (event,) = history.events
    assert (event.day, event.event, event.text) == (TODAY, "visit", "less sitting")
    profile = history.profile(TODAY + timedelta(days=1))
    assert profile is not None
    assert (str(profile.next_visit), profile.questions) == ("2026-04-01", ())


async def test_a_new_programme_comes_with_it(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(template(), encoding="utf-8")
    await after_a_visit(tmp_path, str(tmp_path / "p.yaml"))
    history, _ = a_companion(tmp_path).read()
    assert len(history.programmes) == 1
    assert len(history.events) == 1


@pytest.mark.parametrize(("only", "names"), [("0", ["Kari"]), ("1", ["Kari", "Ola"])])
async def test_another_therapists_programme_is_replaced_only_when_that_is_meant(
    tmp_path: Path, only: str, names: list[str]
) -> None:
    (tmp_path / "p.yaml").write_text("name: Ola\n", encoding="utf-8")
    await after_a_visit(tmp_path, str(tmp_path / "p.yaml"), only)
    history, _ = a_companion(tmp_path).read()
    assert [one.name for one in history.programmes] == names
    assert len(history.events) == 1


async def test_a_programme_that_cannot_be_read_keeps_nothing_half_done(tmp_path: Path) -> None:
    await after_a_visit(tmp_path, str(tmp_path / "nowhere.yaml"))
    history, _ = a_companion(tmp_path).read()
    assert history.programmes == ()
    assert history.events == ()


async def test_on_the_day_itself_it_asks_whether_one_has_been_there(tmp_path: Path) -> None:
    visits.prepare_visit(known(a_companion(tmp_path)), TODAY, ())
    app = an_app(tmp_path, language="nb")
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Du har time i dag.")
        await pilot.press("v")
        await reads(pilot, "Har du vært der?")
        await pilot.press("0")
        await reads(pilot, "Når er neste time?")
        await pilot.press("escape")
        await reads(pilot, "Du har time i dag.")
        await pilot.press("v")
        await reads(pilot, "Har du vært der?")
        await pilot.press("1")
        await reads(pilot, "Hva ble dere enige om?")
