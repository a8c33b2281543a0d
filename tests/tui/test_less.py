"""Doing less today: by one key each, taken back by the same key or by u, and never against tomorrow."""

from pathlib import Path

from ryggkompis.domain.journal.entries import Adjustment, Walk
from ryggkompis.domain.journal.gate import Gate
from tests.tui.screen_text import a_companion, an_app, reads, screen_text, underway, until

FIRST_EXERCISE = ("down",) * 4
"""Past the four walks."""


async def test_an_exercise_is_left_out_and_taken_in_again(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1", "4 exercises")
        plan = app.state.plan
        await pilot.press(*FIRST_EXERCISE, "s")
        await reads(pilot, "left out today", "3 exercises")
        assert app.state.plan == plan
        await pilot.press("s")
        await reads(pilot, "4 exercises")
        assert "left out today" not in screen_text(app)
        await pilot.press("s")
        await reads(pilot, "left out today")
        await pilot.press("u")
        await reads(pilot, "4 exercises")
        assert app.state.today.adjustments == ()


async def test_an_easier_exercise_logs_what_was_done(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press(*FIRST_EXERCISE, "l")
        await reads(pilot, "as little as feels fine")
        await pilot.press("space")
        await until(pilot, lambda: app.state.today.exercises)
        (done,) = app.state.today.exercises
        assert (done.exercise, done.level, done.sets) == (app.state.plan.exercises[0].id, 1, None)


async def test_a_bad_day_folds_all_but_the_least_away_and_counts(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 2", "Bridge")
        await pilot.press("d")
        await reads(pilot, "A bad day", "they count", "0 of 7 min", "1 walk (7 min)")
        text = screen_text(app)
        assert "Walk 2" not in text
        assert "Bridge" not in text
        assert "On your back" not in text
        await pilot.press("space")
        await reads(pilot, "● Walk 1", "That is enough for today, and it counts")
        await pilot.press("d")
        await reads(pilot, "● Walk 1", "Walk 2", "Bridge")


async def test_a_key_that_needs_an_exercise_says_so(tmp_path: Path) -> None:
    underway(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("s")
        await reads(pilot, "Go to one of today's exercises")
        assert app.state.today.adjustments == ()


async def test_more_than_planned_is_kept_with_a_kind_word(tmp_path: Path) -> None:
    companion = underway(a_companion(tmp_path))
    companion.diary.say(Walk, minutes=40)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "● Walk 1")
        await pilot.press("down", "space")
        await reads(pilot, "Logged. It is more than")


async def test_without_a_plan_there_is_nothing_to_make_less(tmp_path: Path) -> None:
    companion = underway(a_companion(tmp_path))
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"CES1": "yes"}))
    companion.diary.say(Adjustment, adjust="minimum")
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "This needs checking")
        await pilot.press("d", "s", "l")
        await pilot.pause()
        assert len(app.state.today.adjustments) == 1
        assert "A bad day" not in screen_text(app)
