"""Through the day: tick, open, tell, take back; and find it all again."""

from datetime import timedelta
from pathlib import Path

from ryggkompis.domain.journal.entries import CheckIn, Event, Walk
from ryggkompis.domain.journal.medicine import Medicine
from tests.tui.screen_text import (
    HOSTILE,
    FixedClock,
    a_companion,
    an_app,
    known,
    later,
    reads,
    screen_text,
    underway,
    until,
)

EASIER = "What is told now about earlier days makes today a little easier."


async def test_a_ticked_walk_and_exercise_are_there_after_a_restart(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    first = an_app(tmp_path)
    async with first.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "○ Walk 1")
        await pilot.press("space")
        await reads(pilot, "● Walk 1", "7 of 22 min")
        await pilot.press("down", "down", "down", "down", "enter")
        await reads(pilot, "Where did the pain go?")
        await pilot.press("1")
        await reads(pilot, "done, pain moved up")

    clock = later(hours=2)
    second = an_app(tmp_path, clock=clock)
    async with second.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "● Walk 1", "7 of 22 min", "done, pain moved up")
        (walk,) = second.state.today.walks
        assert (walk.minutes, walk.peak_leg, walk.further_down) == (7, None, None)
        (done,) = second.state.today.exercises
        assert done.response == "up"
        assert done.level is not None


async def test_a_walk_is_told_with_three_keys_and_mended_afterwards(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("enter", "t")
        await reads(pilot, "How many minutes did you walk?", "7")
        await pilot.press("enter")
        await reads(pilot, "at its worst on the way")
        await pilot.press("5")
        await reads(pilot, "back to how it was")
        await pilot.press("3")
        await reads(pilot, "further down the leg?")
        await pilot.press("0")
        await reads(pilot, "● Walk 1")
        (walk,) = app.state.today.walks
        assert (walk.minutes, walk.peak_leg, walk.settled, walk.further_down) == (7, 5, 60, False)

        await pilot.press("enter")
        await reads(pilot, "How many minutes did you walk?")
        await pilot.press("backspace", "9", "enter")
        await reads(pilot, "at its worst on the way", "[5]")
        await pilot.press("enter", "enter", "enter")
        await until(pilot, lambda: app.state.today.walks[0].minutes == 9)
        assert len(app.state.today.walks) == 1
        assert app.state.today.walks[0].peak_leg == 5


async def test_what_was_ticked_is_taken_back_by_space_and_by_u(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "○ Walk 1")
        await pilot.press("space")
        await reads(pilot, "● Walk 1")
        await pilot.press("space")
        await reads(pilot, "○ Walk 1")
        await pilot.press("o")
        await reads(pilot, "1 change logged")
        await pilot.press("u")
        await until(pilot, lambda: "1 change logged" not in screen_text(app))


async def test_hostile_words_are_shown_as_they_are(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path), therapist=HOSTILE)
    companion.diary.say(Medicine, text=HOSTILE)
    companion.diary.say(Event, text=HOSTILE)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await reads(pilot, "Anything you want")
        app.screen.focused.value = HOSTILE  # type: ignore[union-attr]  # an Input; ESC cannot be typed
        await pilot.press("escape", "n")
        await reads(pilot, "[/b] [red]x[/red]")
        assert "\x1b" not in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.state.today.entries[-1].kind == "note")
        await pilot.press("4")
        await reads(pilot, "[/b] [red]x[/red]")
        assert "\x1b" not in screen_text(app)


async def test_the_evening_keeps_unknown_unknown(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("e")
        await reads(pilot, "Would you call today a flare-up?")
        await pilot.press("0", "enter")
        await reads(pilot, "Did you go for a walk today?")
        await pilot.press("enter")
        await reads(pilot, "leg hurt today")
        await pilot.press("0", "enter", "enter")
        await until(pilot, lambda: app.state.today.evening)
        evening = app.state.today.evening
        assert evening is not None
        said = (evening.flare, evening.walked, evening.leg_avg, evening.back_avg, evening.sit_longest)
        assert said == (False, None, 0, None, None)


async def test_every_reason_is_shown_with_its_rule(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("w")
        await reads(pilot, "D2", "START", "nothing is increased")
        await pilot.press("end")
        await reads(pilot, "No clinician")
        await pilot.press("escape")
        await reads(pilot, "Walk 1")


async def test_what_is_told_late_and_makes_today_easier_is_said(tmp_path: Path) -> None:
    clock = FixedClock()
    underway(a_companion(tmp_path, clock))
    clock.move(days=1)
    companion = underway(a_companion(tmp_path, clock))
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("w")
        await reads(pilot, "Why the day looks like this")
        assert EASIER not in " ".join(screen_text(app).split())
        await pilot.press("escape")
        await reads(pilot, "Walk 1")
        clock.move(hours=1)
        yesterday = companion.today.day - timedelta(days=1)
        companion.diary.on(yesterday).say(Walk, minutes=20, peak_leg=9, further_down=True)
        await until(pilot, lambda: app.state.plan.walk_minutes < 22)
        await pilot.press("w")
        await reads(pilot, EASIER)


async def test_one_key_says_that_the_walking_is_enough_and_takes_it_back(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path), walk_tolerance=60, walks_now=28)
    companion.diary.say(CheckIn, leg=3, back=3, site="calf", morning="same", flare=False)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        level = app.state.plan.level
        await pilot.press("y")
        await reads(pilot, "Is this much walking enough for you?", "You may change your mind")
        await pilot.press("1")
        await until(pilot, lambda: app.state.profile and app.state.profile.walk_enough == level)
        assert app.state.profile
        assert app.state.profile.walk_tolerance == 60
        await pilot.press("y")
        await reads(pilot, "Is this much walking enough for you?")
        await pilot.press("0")
        await until(pilot, lambda: app.state.profile and app.state.profile.walk_enough is None)
