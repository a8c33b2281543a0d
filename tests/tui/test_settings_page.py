"""The Settings page: what is chosen is followed at once and found again."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.store.settings import read_settings
from ryggkompis.tui.screens.entry_form import EntryForm
from ryggkompis.tui.screens.settings import SettingsPage
from ryggkompis.tui.themes import LIGHT_THEME
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.tui.widgets.stepper import Stepper
from tests.tui.screen_text import (
    HOSTILE,
    LANGUAGES,
    MORNING,
    OSLO,
    SIZES,
    FixedClock,
    a_companion,
    an_app,
    known,
    places,
    reads,
    screen_text,
    until,
)


async def the_settings(pilot: Pilot[None]) -> SettingsPage:
    await pilot.press("6")
    await until(pilot, lambda: isinstance(pilot.app.screen, SettingsPage))
    page = pilot.app.screen
    assert isinstance(page, SettingsPage)
    await until(pilot, lambda: isinstance(page.focused, Stepper))
    return page


async def test_the_language_changes_at_once_and_is_remembered(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language="nb")
    async with app.run_test(size=(80, 24)) as pilot:
        await the_settings(pilot)
        await pilot.press("right")
        await reads(pilot, "English", "A new day begins at", "began 4 February 2026")
    assert read_settings(places(tmp_path))[0].language == "en"


async def test_the_theme_changes_at_once_and_is_remembered(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_settings(pilot)
        await pilot.press("down", "right")
        await until(pilot, lambda: app.theme == LIGHT_THEME.name)
        await reads(pilot, "paper, light")
    assert an_app(tmp_path).theme == LIGHT_THEME.name


async def test_the_hour_at_which_a_day_begins_decides_which_day_it_is(tmp_path: Path) -> None:
    """At half past four in the night it is a new day from four, and still the old one from five."""
    clock = FixedClock(datetime(2026, 3, 4, 4, 30, tzinfo=OSLO))
    known(a_companion(tmp_path, clock))
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_settings(pilot)
        assert app.state.day == MORNING.date()
        await pilot.press("down", "down", "right")
        await until(pilot, lambda: app.state.day == MORNING.date() - timedelta(days=1))
        await reads(pilot, "‹ 05:00 ›")
    assert read_settings(places(tmp_path))[0].day_starts == "05:00"


@pytest.mark.parametrize(("place", "name"), [(3, "numbers"), (4, "motion"), (5, "bell"), (9, "desktop")])
async def test_what_is_on_can_be_turned_off(tmp_path: Path, place: int, name: str) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await the_settings(pilot)
        page.query_one(f"#set-{name}", Stepper).value = True
        await until(pilot, lambda: getattr(app.settings, name) is True)
        await pilot.press(*["down"] * place, "left")
        await until(pilot, lambda: getattr(app.settings, name) is False)
    assert getattr(read_settings(places(tmp_path))[0], name) is False


async def test_a_setting_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        page = await the_settings(pilot)
        (tmp_path / "settings.json").mkdir()
        await pilot.press("down", "down", "right")
        await reads(pilot, "Not saved")
        assert page.query_one("#set-day_starts", Stepper).value == "04:00"


async def test_the_profile_is_changed_by_a_new_entry(tmp_path: Path) -> None:
    """The old profile stays, so that a therapist can see what stood when."""
    known(a_companion(tmp_path), goals=("tie shoes",), thresholds={"good_share": 80})
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_settings(pilot)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, EntryForm) and app.focused)
        app.screen.query_one("#ask-goal-1", Input).focus()
        await until(pilot, lambda: app.focused is app.screen.query_one("#ask-goal-1"))
        await pilot.press(*"drive")
        app.screen.query_one("#ask-sensitivities-2").focus()
        await until(pilot, lambda: app.focused is app.screen.query_one("#ask-sensitivities-2"))
        await pilot.press("space", "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, SettingsPage))
        await reads(pilot, "poor balance")
    old, new = a_companion(tmp_path).state().history.profiles
    assert old.goals == ("tie shoes",)
    assert (new.goals, new.sensitivities) == (("tie shoes", "drive"), ("balance",))
    assert (new.onset, new.side, new.thresholds) == (old.onset, old.side, {"good_share": 80})


async def test_an_onset_that_has_not_come_is_told(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_settings(pilot)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, EntryForm) and isinstance(app.focused, Input))
        app.screen.query_one("#ask-onset", Input).value = "2027-01-01"
        await pilot.press("ctrl+s")
        await reads(pilot, "has not come yet")
        assert isinstance(app.screen, EntryForm)


async def test_it_says_where_the_data_is_and_how_to_copy_it(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(132, 43)) as pilot:
        await the_settings(pilot)
        await reads(pilot, str(tmp_path)[:60], "Copy that folder")


async def test_a_hostile_profile_is_shown_as_it_was_written(tmp_path: Path) -> None:
    known(a_companion(tmp_path), therapist=HOSTILE)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_settings(pilot)
        await reads(pilot, "[/b]", "[red]x[/red]")
        assert "\x1b" not in screen_text(app)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_everything_can_be_reached_by_the_arrow_keys(
    tmp_path: Path, size: tuple[int, int], language: Language
) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        page = await the_settings(pilot)
        line = page.query_one(KeyLine)
        await until(pilot, lambda: line.keys)
        await pilot.press("up")
        await until(pilot, lambda: page.focused is page.query_one("#data"))
        # A long path is broken anywhere.
        await until(pilot, lambda: str(tmp_path)[-10:] in "".join(screen_text(app).split()))
        if size[0] >= 80:
            assert line.fitting(size[0]) == line.keys


async def test_how_an_exercise_begins_is_kept(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_settings(pilot)
        await reads(pilot, "when I press Enter")
        await pilot.press(*["down"] * 6, "right", "right", "down", "right")
        await reads(pilot, "after 20 seconds")
    kept = read_settings(places(tmp_path))[0]
    assert (kept.start_wait, kept.speech) == (20, True)


async def test_an_interval_of_ones_own_is_kept(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await the_settings(pilot)
        await pilot.press(*["down"] * 8, "right", "right")
        await until(pilot, lambda: app.settings.sit_minutes == 15)
        await reads(pilot, "‹ 15 min ›")
    assert read_settings(places(tmp_path))[0].sit_minutes == 15
