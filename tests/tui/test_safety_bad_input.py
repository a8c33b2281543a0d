"""The safety list in the window when the world does not behave: no room, another language or version."""

from pathlib import Path

from textual.events import Paste

from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.i18n.language import use
from ryggkompis.tui.screens.asking import Asking
from ryggkompis.tui.screens.safety import SafetyPage
from tests.systems import a_full_disk
from tests.tui.screen_text import (
    a_companion,
    an_app,
    choose,
    is_drawn,
    none_of_it,
    reads,
    screen_text,
    to_the_last_page,
    until,
)
from tests.tui.test_red_flags import come_to_the_list, known_since_yesterday

BANNER = "Nothing can be saved now: the disk is full"


async def test_on_a_full_disk_a_yes_shows_the_card_and_holds_as_long_as_the_window_is_open(
    tmp_path: Path,
) -> None:
    clock = known_since_yesterday(tmp_path)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        with a_full_disk():
            await come_to_the_list(pilot)
            await reads(pilot, "does any of this fit?")
            assert app.state.gate.lock is not None, "the one line holds already"
            await pilot.press("space")
            await reads(pilot, "[yes]")
            await pilot.press("enter")
            await reads(pilot, "This is what you answered", "Yes: Are you numb between your legs")
            await choose(pilot, 1)
            await reads(pilot, "Call 116 117 now", "Say:", BANNER)
            assert "Walk 1" not in screen_text(app)
            await pilot.press("2")
            await reads(pilot, BANNER)
            await pilot.press("1")
            await reads(pilot, "Call 116 117 now", BANNER)
            lock = app.state.gate.lock
            assert lock is not None
            assert "CES1" in lock.flags
            assert a_companion(tmp_path, clock).state().gate.lock is None, "nothing of it is on the disk"


async def test_in_a_window_that_is_too_small_nothing_is_answered_and_nothing_is_lost(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=known_since_yesterday(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_the_list(pilot)
        await until(pilot, lambda: is_drawn(pilot))
        await pilot.press("down", "u")
        await reads(pilot, "[unsure]")
        page = app.screen
        await pilot.resize_terminal(20, 5)
        await reads(pilot, "too small")
        await pilot.press("j", "enter", "0", "space", "y")
        assert app.screen is page
        await pilot.resize_terminal(40, 15)
        await until(pilot, lambda: is_drawn(pilot))
        await reads(pilot, "does any of this fit?")
        assert isinstance(page, SafetyPage)
        assert page.talk.marked == {"CES2": "unsure"}
        assert page.talk.at == 0
        assert app.state.gate.lock is not None


async def test_another_language_in_the_middle_changes_the_words_alone(tmp_path: Path) -> None:
    clock = known_since_yesterday(tmp_path)
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_the_list(pilot)
        await until(pilot, lambda: is_drawn(pilot))
        await pilot.press("space")
        await reads(pilot, "[yes]")
        app.speak("nb")
        await reads(pilot, "[ja]", "Er du nummen")
        await until(pilot, lambda: is_drawn(pilot))
        await pilot.press("enter")
        await reads(pilot, "Ja: Er du nummen")
        app.speak("en")
        await reads(pilot, "This is what you answered", "Yes: Are you numb")
        await choose(pilot, 1)
        await reads(pilot, "Call 116 117 now")
    use("en")
    assert a_companion(tmp_path, clock).state().gate.lock.flags[0] == "CES1"  # type: ignore[union-attr]


async def test_what_a_newer_version_marked_holds_though_all_else_is_no(tmp_path: Path) -> None:
    clock = known_since_yesterday(tmp_path)
    companion = a_companion(tmp_path, clock)
    companion.diary.say(Gate, scope="daily", answers={DAILY_LINE: "unsure"}, marked={"FROM_2030": "yes"})
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.state.gate.lock)
        await pilot.press("i")
        await none_of_it(pilot)
        await until(pilot, lambda: not isinstance(app.screen, Asking | SafetyPage))
        lock = app.state.gate.lock
        assert lock is not None
        assert lock.flags == ("FROM_2030",)
        assert "Walk 1" not in screen_text(app)
    assert a_companion(tmp_path, clock).state().gate.lock is not None


async def test_a_paste_of_a_megabyte_answers_nothing(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=known_since_yesterday(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await come_to_the_list(pilot)
        await until(pilot, lambda: is_drawn(pilot))
        page = app.screen
        app.post_message(Paste("j\n1\n0\n" * 170_000))
        await pilot.press("down")
        assert app.screen is page
        assert isinstance(page, SafetyPage)
        assert page.talk.marked == {}
        await to_the_last_page(pilot)
