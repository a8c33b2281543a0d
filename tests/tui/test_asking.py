"""One grammar in every dialog: Enter never answers by itself, and nothing that was answered is lost."""

from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from ryggkompis.domain.journal.entries import CheckIn, Note
from ryggkompis.tui.screens.asking import Asking
from tests.tui.screen_text import (
    SIZES,
    FixedClock,
    a_companion,
    an_app,
    known,
    later,
    reads,
    screen_text,
    until,
)

ORDINARY = ("i", "0", "2", "equals_sign", "3", "2", "1")
"""Nothing new, about the same, the rest as yesterday, two numbers, and that is right."""


def the_day_after(folder: Path, **said: object) -> FixedClock:
    """Tell of a morning, and give a clock that stands on the next."""
    companion = known(a_companion(folder))
    companion.diary.say(CheckIn, **said)
    return later(days=1)


async def test_an_ordinary_morning_takes_at_most_eight_keys(tmp_path: Path) -> None:
    yesterday = {"site": "calf", "numb": "same", "flare": False, "sleep_wakes": 1, "leg": 4, "back": 2}
    app = an_app(tmp_path, clock=the_day_after(tmp_path, **yesterday))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Check in")
        await pilot.press(*ORDINARY)
        await until(pilot, lambda: app.state.today.check_in is not None)
        kept = app.state.today.check_in
    assert len(ORDINARY) <= 8
    assert kept is not None
    said = (kept.morning, kept.site, kept.numb, kept.flare, kept.sleep_wakes, kept.leg, kept.back)
    assert said == ("same", "calf", "same", False, 1, 3, 2)


async def test_what_was_unknown_yesterday_is_asked_and_stays_unknown(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=the_day_after(tmp_path, site="calf", numb="same", leg=4))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Check in")
        await pilot.press("i", "0", "2", "equals_sign")
        await reads(pilot, "flare-up")
        await pilot.press("enter", "enter", "3", "2", "1")
        await until(pilot, lambda: app.state.today.check_in is not None)
        kept = app.state.today.check_in
    assert kept is not None
    assert (kept.site, kept.numb, kept.flare, kept.sleep_wakes) == ("calf", "same", None, None)


async def test_yesterday_stands_beside_the_question_and_never_in_it(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=the_day_after(tmp_path, site="calf", numb="same", leg=4))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Check in")
        await pilot.press("i", "0", "enter", "0")
        await reads(pilot, "How far down", "The day before: down to the calf")
        assert "›" not in screen_text(app)
        await pilot.press("enter", "equals_sign")
        await reads(pilot, "flare-up")
        assert "The day before" not in screen_text(app)
        await pilot.press("enter", "enter", "equals_sign", "enter")
        await reads(pilot, "Is this right?", "Numbness: numb as before", "Leg pain now: 4")


async def test_of_a_day_that_is_over_the_key_says_nothing_of_yesterday(tmp_path: Path) -> None:
    clock = the_day_after(tmp_path, site="calf", numb="same", leg=4)
    clock.move(days=1)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Check in")
        await pilot.press("b", "i", "0")
        await reads(pilot, "How was that morning")
        await pilot.press("enter", "0")
        await reads(pilot, "How far down did", "The day before: down to the calf", "= The same")
        assert "yesterday" not in screen_text(app).casefold()


@pytest.mark.parametrize("keys", [["enter"] * 30, ["0"] * 30, ["enter", "0"] * 15])
async def test_a_key_held_down_saves_no_empty_check_in(tmp_path: Path, keys: list[str]) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Check in")
        await pilot.press("i")
        for key in keys:
            await pilot.press(key)
        kept = app.state.today.check_in
        assert kept is None or kept.leg == 0


async def test_nothing_answered_is_nothing_saved(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Check in")
        await pilot.press("i", *["enter"] * 7, "1")
        await reads(pilot, "Nothing was answered,")
        app.clear_notifications()
        await pilot.press("e", *["enter"] * 6)
        await reads(pilot, "Nothing was answered,")
    assert app.state.today.check_in is None
    assert app.state.today.evening is None


@pytest.mark.parametrize(
    ("key", "flare"), [("1", True), ("y", True), ("j", True), ("0", False), ("n", False)]
)
async def test_yes_and_no_have_the_same_keys_everywhere(tmp_path: Path, key: str, *, flare: bool) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Check in")
        await pilot.press("e", key, "1", "0", "3", "3", "3")
        await until(pilot, lambda: app.state.today.evening is not None)
    assert app.state.today.evening is not None
    assert app.state.today.evening.flare is flare


async def test_a_pasted_note_keeps_all_its_lines_and_says_what_it_left_out(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Check in")
        await pilot.press("n")
        await reads(pilot, "Anything you want")
        await paste(pilot, "first line\r\nsecond line\n\n  third\n")
        await reads(pilot, "first line second line third")
        await paste(pilot, "x" * 1_000_000)
        await reads(pilot, "990028 characters were left out")
        await pilot.press("enter")
        await reads(pilot, "At most 4000")
        await pilot.press("escape")
        await pilot.press("n")
        await reads(pilot, "xxxx")
    assert not app.state.today.all(Note)


async def paste(pilot: Pilot[None], text: str) -> None:
    """Paste, as a terminal tells it."""
    await until(pilot, lambda: pilot.app.turns.is_open)  # type: ignore[attr-defined]  # it is ours
    pilot.app.post_message(Paste(text))
    await pilot.pause()


async def test_the_answer_survives_a_window_that_was_too_small(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Check in")
        await pilot.press("n", *"hello")
        await pilot.resize_terminal(20, 5)
        await reads(pilot, "too small")
        await pilot.press("x", "enter")
        await pilot.resize_terminal(80, 24)
        await reads(pilot, "hello")
        await pilot.press("!", "enter")
        await until(pilot, lambda: app.state.today.all(Note))
    (note,) = app.state.today.all(Note)
    assert note.text == "hello!"


async def test_another_language_in_the_middle_keeps_what_was_begun(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Check in")
        await pilot.press("n", *"hello")
        app.speak("nb")
        await reads(pilot, "Notat", "hello")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.today.all(Note))


@pytest.mark.parametrize("size", SIZES)
async def test_whom_to_call_is_in_the_key_line_of_every_question(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("i")
        await reads(pilot, "! Urgent")
        await pilot.press("escape", "n")
        await reads(pilot, "F2 Urgent")
        await pilot.press("f2")
        await reads(pilot, "113")


async def test_what_lies_below_is_counted(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(40, 15)) as pilot:
        await pilot.press("enter")
        await reads(pilot, "What Ryggkompis is", "more lines below")
        for _ in range(60):
            await pilot.press("down")
        await until(pilot, lambda: "below" not in screen_text(app))


async def test_a_dialog_is_left_once(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, Asking))
        dialog = app.screen
        assert isinstance(dialog, Asking)
        dialog.dismiss(None)
        dialog.dismiss({"text": "twice"})
        await reads(pilot, "Check in")
    assert not app.state.today.all(Note)
