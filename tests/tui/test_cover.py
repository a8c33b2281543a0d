"""The cover: after a while without a key, or when the journal was locked elsewhere, nothing is to be seen."""

from pathlib import Path

import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import Note
from ryggkompis.store.seal import Seal
from ryggkompis.store.settings import change_settings
from ryggkompis.tui.screens.clock import ClockPage
from ryggkompis.tui.screens.cover import CoverPage
from tests.store.locked import HINT, PASSPHRASE, lock, open_seal
from tests.tui.screen_text import (
    LANGUAGES,
    SIZES,
    FixedClock,
    a_companion,
    an_app,
    known,
    later,
    places,
    reads,
    screen_text,
    until,
)

SECRET = "numb toes"


def a_journal(folder: Path) -> None:
    companion = known(a_companion(folder))
    companion.diary.say(Note, text=SECRET)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_untouched_for_a_while_nothing_is_to_be_seen(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    a_journal(tmp_path)
    change_settings(places(tmp_path), cover_minutes=5)
    clock = FixedClock()
    app = an_app(tmp_path, clock=clock, language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.press("4")
        await reads(pilot, SECRET)
        clock.move(minutes=4)
        app.look_again()
        assert not app.cover.is_up
        clock.move(minutes=2)
        app.look_again()
        await until(pilot, lambda: isinstance(app.screen, CoverPage))
        await reads(pilot, "Enter")
        assert SECRET not in screen_text(app)
        for key in ("1", "escape", "u", "o", "q", "ctrl+p", "question_mark", "escape", "f2", "1", "escape"):
            await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, CoverPage))
        assert SECRET not in screen_text(app)
        await pilot.press("enter")
        await reads(pilot, SECRET)


async def test_a_key_keeps_it_open(tmp_path: Path) -> None:
    a_journal(tmp_path)
    change_settings(places(tmp_path), cover_minutes=5)
    clock = FixedClock()
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        for _minutes in range(4):
            clock.move(minutes=3)
            await pilot.press("down")
            app.look_again()
            assert not app.cover.is_up


async def test_a_walk_under_way_is_not_covered(tmp_path: Path) -> None:
    a_journal(tmp_path)
    change_settings(places(tmp_path), cover_minutes=1)
    clock = FixedClock()
    app = an_app(tmp_path, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ClockPage))
        clock.move(minutes=20)
        app.look_again()
        assert not app.cover.is_up


async def test_what_another_program_locked_is_covered_and_the_passphrase_opens_it(tmp_path: Path) -> None:
    a_journal(tmp_path)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        await reads(pilot, SECRET)
        lock(tmp_path)
        app.look_again()
        await reads(pilot, HINT)
        assert SECRET not in screen_text(app)
        await pilot.press(*"wrong one", "enter")
        await reads(pilot, "That passphrase does not open the diary.")
        await pilot.press(*PASSPHRASE, "enter")
        await reads(pilot, SECRET)
        assert PASSPHRASE not in screen_text(app)


async def test_the_cover_of_a_locked_journal_asks_for_the_passphrase_again(tmp_path: Path) -> None:
    a_journal(tmp_path)
    lock(tmp_path)
    change_settings(places(tmp_path), cover_minutes=5)
    clock = later(minutes=10)
    app = an_app(tmp_path, clock=clock, seal=open_seal(tmp_path))
    app.companion.store.seal.need = None
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4")
        await reads(pilot, SECRET)
        clock.move(minutes=6)
        app.look_again()
        await reads(pilot, HINT)
        assert app.companion.store.seal.is_blind
        await pilot.press("enter")
        assert app.cover.is_up
        await pilot.press(*PASSPHRASE, "enter")
        await reads(pilot, SECRET)


async def test_urgent_can_be_read_while_it_is_covered(tmp_path: Path) -> None:
    a_journal(tmp_path)
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        app.cover.put_up()
        await until(pilot, lambda: app.cover.is_up)
        await pilot.press("f2")
        await reads(pilot, "113")


def test_a_key_made_anew_elsewhere_is_asked_for_and_hides_nothing(tmp_path: Path) -> None:
    """Unlocked and locked again behind our back: an empty journal would have no safety lock."""
    a_journal(tmp_path)
    lock(tmp_path)
    companion = a_companion(tmp_path)
    asked: list[Seal] = []
    seal = open_seal(tmp_path)
    known_need = seal.need
    assert known_need is not None

    def need(one: Seal) -> None:
        asked.append(one)
        known_need(one)

    seal.need = need
    companion.store.seal = seal
    assert len(companion.read()[0].entries) == 3
    (tmp_path / "key" / "identity.age").write_bytes((tmp_path / "key" / "identity.age").read_bytes() + b"\n")
    assert len(companion.read()[0].entries) == 3
    assert len(asked) == 1
