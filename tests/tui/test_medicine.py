"""Medicines in the window: named once, then one key; a limit of one's own is asked about before it passes."""

from pathlib import Path

from textual.pilot import Pilot

from ryggkompis.domain.journal.medicine import Medicine, OwnMedicine
from ryggkompis.tui.app import Ryggkompis
from tests.tui.screen_text import FixedClock, a_companion, an_app, known, reads, screen_text, until

NAME = "Pill A"


def counting(folder: Path, *, most: int | None = None, apart: int | None = None) -> FixedClock:
    """A patient who has taken one of a medicine that is counted, an hour ago."""
    clock = FixedClock()
    companion = known(a_companion(folder, clock))
    companion.diary.say(OwnMedicine, name=NAME, most=most, apart=apart)
    companion.diary.say(Medicine, text=NAME, name=NAME)
    clock.move(minutes=60)
    return clock


def taken(app: Ryggkompis) -> int:
    return len(app.state.today.all(Medicine))


async def in_the_log(pilot: Pilot[None]) -> None:
    await pilot.press("4")
    await reads(pilot, "newest first")


async def test_it_is_named_once_and_one_key_notes_it_again(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("m")
        await reads(pilot, "In your own words")
        await pilot.press(*NAME.replace(" ", "_"), "enter")
        await reads(pilot, "from now on")
        await pilot.press("1")
        await reads(pilot, "times a day?")
        await pilot.press("3", "enter")
        await reads(pilot, "hours apart?")
        await pilot.press("enter")
        await until(pilot, lambda: taken(app) == 1)
        await pilot.press("M")
        await until(pilot, lambda: taken(app) == 2)
        await reads(pilot, "2 today")
        await pilot.press("u")
        await until(pilot, lambda: taken(app) == 1)


async def test_a_limit_of_ones_own_is_asked_about_and_no_is_an_answer(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=counting(tmp_path, most=1))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("M")
        await reads(pilot, "You have written: at most 1 a day.", "pharmacy", "Write it down all the same?")
        await pilot.press("0")
        await reads(pilot, "Today")
        assert taken(app) == 1
        await pilot.press("M")
        await reads(pilot, "Write it down all the same?")
        await pilot.press("escape")
        await reads(pilot, "Today")
        assert taken(app) == 1
        await pilot.press("M")
        await reads(pilot, "Write it down all the same?")
        await pilot.press("1")
        await until(pilot, lambda: taken(app) == 2)


async def test_what_is_written_in_the_log_is_asked_about_too(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=counting(tmp_path, most=1))
    async with app.run_test(size=(80, 24)) as pilot:
        await in_the_log(pilot)
        await pilot.press("n")
        await reads(pilot, "What do you want to write down?")
        await pilot.press("7")
        await reads(pilot, "Counted as")
        await pilot.press("tab", *"pill", "space", "a")
        await pilot.press("ctrl+s")
        await reads(pilot, "Write it down all the same?")
        await pilot.press("0")
        await reads(pilot, "newest first")
        assert taken(app) == 1


async def test_an_old_note_is_tied_to_a_name_and_the_log_shows_that_medicine_only(tmp_path: Path) -> None:
    clock = counting(tmp_path)
    a_companion(tmp_path, clock).diary.say(Medicine, text="two of the white ones")
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await in_the_log(pilot)
        await pilot.press("home", "enter")
        await reads(pilot, "Counted as")
        await pilot.press("tab", "tab", "right", "ctrl+s")
        await until(pilot, lambda: [one.name for one in app.state.today.all(Medicine)] == [NAME, NAME])
        await reads(pilot, "Pill A: 2 on")
        await pilot.press("f")
        await reads(pilot, "every medicine")
        await pilot.press("shift+tab", "right", "ctrl+s")
        await reads(pilot, "3 of ", "Pill A")


async def test_a_medicine_that_was_stopped_stands_beside_what_happened(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=counting(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        await reads(pilot, "What did you take?")
        await pilot.press("9")
        await reads(pilot, "Which medicine?")
        await pilot.press("1")
        await reads(pilot, "What do you want to tell?")
        await pilot.press("3")
        await reads(pilot, "Which day was that?")
        await pilot.press("enter")
        await until(
            pilot, lambda: [one.turn for one in app.state.today.all(OwnMedicine)] == [None, "stopped"]
        )
        await pilot.press("4")
        await reads(pilot, "stopped taking it")
        assert "stopped" in screen_text(app)
