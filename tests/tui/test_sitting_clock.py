"""The clock in the corner: it says so once, o logs, z waits, and a clock on the wall decides."""

from pathlib import Path

import pytest

from ryggkompis.domain.journal.entries import PositionChange
from ryggkompis.store.settings import change_settings
from ryggkompis.tui.app import Ryggkompis
from tests.tui.screen_text import (
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

SAID = "The next position is the best one"


def opened(folder: Path) -> tuple[Ryggkompis, FixedClock]:
    known(a_companion(folder))
    clock = later(minutes=45)
    return an_app(folder, clock=clock), clock


def prompts(app: Ryggkompis) -> int:
    return sum(SAID in one.message for one in app._notifications)


async def test_the_corner_counts_minutes_on_every_page(tmp_path: Path) -> None:
    app, clock = opened(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Walk 1")
        clock.move(minutes=12)
        app.look_again()
        await reads(pilot, "↻ 12 min")
        await pilot.press("4")
        await reads(pilot, "↻ 12 min", "4 Log")


async def test_it_is_said_once_and_one_key_logs_it(tmp_path: Path) -> None:
    app, clock = opened(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        clock.move(minutes=30)
        app.look_again()
        await reads(pilot, SAID)
        clock.move(minutes=5)
        app.look_again()
        assert prompts(app) == 1
        await pilot.press("o")
        await until(pilot, lambda: app.state.today.all(PositionChange))
        await reads(pilot, "↻ 0 min")


async def test_z_waits_ten_minutes(tmp_path: Path) -> None:
    app, clock = opened(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        clock.move(minutes=30)
        app.look_again()
        await reads(pilot, SAID)
        await pilot.press("z")
        await reads(pilot, "In ten minutes, then")
        clock.move(minutes=8)
        app.look_again()
        assert prompts(app) == 1
        clock.move(minutes=3)
        app.look_again()
        await until(pilot, lambda: prompts(app) == 2)
        assert not app.state.today.all(PositionChange)


async def test_somebody_who_was_away_is_asked_once(tmp_path: Path) -> None:
    app, clock = opened(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        for _ in range(20):
            clock.move(minutes=10)
            app.look_again()
        await until(pilot, lambda: prompts(app))
        assert prompts(app) == 1
        await pilot.press("down")
        app.look_again()
        await reads(pilot, "Were you up in the meantime?")
        await pilot.press("o")
        await until(pilot, lambda: app.state.today.all(PositionChange))


async def test_in_a_dialog_nothing_is_said(tmp_path: Path) -> None:
    app, clock = opened(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press("e")
        await reads(pilot, "flare-up")
        clock.move(minutes=31)
        app.look_again()
        assert prompts(app) == 0


async def test_an_own_interval_is_followed(tmp_path: Path) -> None:
    change_settings(places(tmp_path), sit_minutes=15)
    app, clock = opened(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        clock.move(minutes=16)
        app.look_again()
        await reads(pilot, SAID)
        assert "\x1b" not in screen_text(app)


@pytest.mark.parametrize("is_wanted", [True, False])
async def test_the_desktop_is_told_where_that_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_wanted: bool
) -> None:
    change_settings(places(tmp_path), desktop=is_wanted)
    app, clock = opened(tmp_path)
    written: list[str] = []
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await reads(pilot, "Walk 1")
        monkeypatch.setattr(app._driver, "write", written.append)
        clock.move(minutes=30)
        app.look_again()
        await reads(pilot, SAID)
    notices = [one for one in written if one.startswith("\x1b]9;")]
    assert len(notices) == is_wanted
    assert all(SAID in one and one.endswith("\x07") for one in notices)
