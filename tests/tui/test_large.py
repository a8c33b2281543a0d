"""Large letters on Today and in the session, for eyes that need them."""

from pathlib import Path

import pytest

from ryggkompis.domain.journal.entries import ExerciseDone
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.pictures.ink import plain
from ryggkompis.store.settings import change_settings
from ryggkompis.tui.screens.session import SessionPage
from ryggkompis.tui.widgets.big_number import BigNumber
from ryggkompis.tui.widgets.figure import FigureView
from ryggkompis.tui.widgets.large_words import LargeWords
from ryggkompis.tui.widgets.plan_list import PlanList
from tests.tui.screen_text import SIZES, a_companion, an_app, known, places, reads, until


@pytest.mark.parametrize("size", SIZES)
async def test_the_chosen_line_of_the_plan_is_large(tmp_path: Path, size: tuple[int, int]) -> None:
    known(a_companion(tmp_path))
    change_settings(places(tmp_path), large=True)
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        large = app.screen.query_one(LargeWords)
        await until(pilot, lambda: large.text.startswith("Walk 1"))
        assert large.display
        assert "█" in plain(large.picture)
        await pilot.press("space")
        await until(pilot, lambda: large.text == "Walk 1 done")
        await pilot.press("down")
        await until(pilot, lambda: large.text.startswith("Walk 2"))


async def test_a_warning_sign_shows_the_number_large_and_keeps_the_words(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"CES1": "yes"}))
    change_settings(places(tmp_path), large=True)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "This needs checking before we go on")
        assert app.screen.query_one(LargeWords).text == "116 117"
        await reads(pilot, "Call 116 117 now")


async def test_the_session_says_large_what_to_do_now(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    change_settings(places(tmp_path), large=True)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g")
        await until(pilot, lambda: isinstance(app.screen, SessionPage))
        assert app.screen.query_one(LargeWords).text == "Enter  when you lie ready"
        assert app.screen.query_one(LargeWords).display


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("large", [False, True])
async def test_figure_and_count_are_seen_together(
    tmp_path: Path, size: tuple[int, int], *, large: bool
) -> None:
    """Side by side, and one above the other in a small window."""
    known(a_companion(tmp_path))
    change_settings(places(tmp_path), large=large)
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("g")
        await reads(pilot, "Enter", "when you lie ready")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.query_one(BigNumber).text)
        await pilot.pause()
        figure, number = app.screen.query_one(FigureView).region, app.screen.query_one(BigNumber).region
        assert figure.width >= 30
        assert figure.height >= 4
        assert number.height >= 5
        assert app.screen.region.contains_region(number)
        assert number.y >= figure.bottom if size == (40, 15) else number.x >= figure.right


async def test_letters_are_as_usual_until_they_are_wanted_large(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        assert not app.screen.query_one(LargeWords).display
        app.change_settings(large=True)
        await pilot.press("2", "1")
        await until(pilot, lambda: bool(app.screen.query_one(LargeWords).display))


async def test_what_is_half_done_is_not_called_done(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path))
    two = next(one for one in companion.state().plan.exercises if one.sets > 1)
    companion.diary.say(ExerciseDone, exercise=two.id, level=two.level, sets=1)
    change_settings(places(tmp_path), large=True)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        plan = app.screen.query_one(PlanList)
        await until(pilot, lambda: plan.option_count)
        plan.highlighted = plan.get_option_index(f"exercise {two.id}")
        await until(pilot, lambda: f"1 of {two.sets} sets" in app.screen.query_one(LargeWords).text)
