"""The limits of the plan: shown as they stand, changed after one warning, and back again."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ryggkompis.domain.base.thresholds import BOUNDS
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.tui.widgets.key_line import KeyLine
from ryggkompis.words.limits import limit_name
from tests.gates import answer_gate
from tests.tui.screen_text import LANGUAGES, SIZES, a_companion, an_app, known, reads, screen_text, until


async def come_to_the_limits(pilot: Pilot[None]) -> None:
    await reads(pilot, "Walk 1")
    await pilot.press("6")
    await reads(pilot, "A new day begins at")
    await pilot.press("t")
    await reads(pilot, "The limits of the plan", "a careful convention")


async def test_every_limit_is_there_with_its_range(tmp_path: Path) -> None:
    known(a_companion(tmp_path), thresholds={"days_at_level": 9})
    app = an_app(tmp_path)
    async with app.run_test(size=(132, 43)) as pilot:
        await come_to_the_limits(pilot)
        await reads(pilot, "Days at a level before a step up: 9", "changed, the convention is 7")
        options = app.screen.query_one("#limits").options  # type: ignore[attr-defined]
        words = [option.prompt.plain for option in options]
        assert len(words) == len(BOUNDS)
        for (name, (low, high)), said in zip(BOUNDS.items(), words, strict=True):
            assert limit_name(name) in said
            assert f"{low} to {high}" in said


async def test_a_change_is_warned_about_once_kept_and_taken_back(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_the_limits(pilot)
        await pilot.press("down", "enter")
        await reads(pilot, "best changed together with a therapist")
        await pilot.press("1")
        await reads(pilot, "From 15 to 60. The convention is 60.")
        await pilot.press("9", "enter")
        await reads(pilot, "does not fit", "15 to 60")
        await pilot.press("backspace", "4", "5", "enter")
        await reads(pilot, "settle after a walk: 45", "changed, the convention is 60")
        assert app.state.profile is not None
        assert app.state.profile.thresholds == {"settles_within": 45}
        await pilot.press("down", "space")
        await reads(pilot, "From 70 to 100. The convention is 70.")
        await pilot.press("escape")
        await reads(pilot, "settle after a walk: 45")
        await pilot.press("r")
        await reads(pilot, "Back to the conventions?")
        await pilot.press("1")
        await reads(pilot, "settle after a walk: 60")
    assert a_companion(tmp_path).state().history.profiles[-1].thresholds == {}


async def test_no_to_the_warning_changes_nothing(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_the_limits(pilot)
        await pilot.press("enter")
        await reads(pilot, "best changed together with a therapist")
        await pilot.press("0")
        await reads(pilot, "a careful convention")
        assert len(app.state.history.profiles) == 1


async def test_before_the_first_questions_there_is_nothing_to_change(tmp_path: Path) -> None:
    companion = a_companion(tmp_path)
    answer_gate(companion, {"CES1": "yes"})
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "This needs checking")
        await pilot.press("6")
        await reads(pilot, "A new day begins at")
        await pilot.press("t", "enter")
        await reads(pilot, "best changed together")
        await pilot.press("1")
        await reads(pilot, "From 1 to 2")
        await pilot.press("1", "enter")
        await reads(pilot, "Answer the first questions first")
        assert app.state.history.profiles == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_the_limits_fit_every_window(tmp_path: Path, size: tuple[int, int], language: Language) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.press("6", "t")
        await until(pilot, lambda: app.screen.query("#limits") and app.screen.query_one(KeyLine).keys)
        line = app.screen.query_one(KeyLine)
        assert "!" in {key.name for key in line.keys} or line.keys
        await pilot.press("end")
        await pilot.pause()
        assert "10" in screen_text(app).splitlines()[-3 if size[0] >= 80 else -2] or size[0] >= 80
