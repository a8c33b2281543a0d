"""Whatever hides a yes: no page of the window shows an exercise before the whole list of that day."""

import random
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from tests.store.locked import open_seal
from tests.store.strangers import HIDING
from tests.tui.screen_text import (
    CONTENT,
    OSLO,
    FixedClock,
    a_companion,
    an_app,
    flat,
    known,
    later,
    reads,
    screen_text,
)
from tests.unreadable import (
    AGES,
    LAST_SHOWN,
    TODAY,
    WAYS,
    LastShown,
    Way,
    a_later_format,
    empty,
    lived,
    spoil,
    vanished,
)

YES: Final = AGES["a season ago"]
NAMES: Final = [exercise.name.en for exercise in CONTENT.catalogue().exercises]
EACH: Final = [(way, LAST_SHOWN[n % len(LAST_SHOWN)]) for n, way in enumerate(WAYS)]


@pytest.mark.parametrize(("way", "last"), EACH, ids=lambda one: getattr(one, "__name__", one))
async def test_no_page_shows_an_exercise(tmp_path: Path, way: Way, last: LastShown) -> None:
    lived(tmp_path, ("CES1", "yes"), last, YES)
    spoil(tmp_path, YES, way, random.Random(3))
    app = an_app(tmp_path, clock=clock())
    async with app.run_test(size=(120, 60)) as pilot:
        for key in ("1", "g", "3"):
            await pilot.press(key)
            await pilot.pause()
            seen = flat(screen_text(app))
            assert [name for name in NAMES if name in seen] == [], screen_text(app)


@pytest.mark.parametrize("way", [a_later_format, empty, vanished])
async def test_whose_first_answers_cannot_be_read_is_not_taken_for_somebody_new(
    tmp_path: Path, way: Way
) -> None:
    lived(tmp_path, ("CES1", "yes"), "held", TODAY - timedelta(days=60))
    spoil(tmp_path, TODAY - timedelta(days=60), way, random.Random(3))
    app = an_app(tmp_path, clock=clock())
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Not all of your diary can be read")
        assert "Welcome" not in screen_text(app)


def clock() -> FixedClock:
    return FixedClock(datetime(TODAY.year, TODAY.month, TODAY.day, 9, tzinfo=OSLO))


@pytest.mark.parametrize("lay", HIDING)
async def test_a_file_that_is_sealed_with_another_s_key_is_named_and_the_window_opens(
    tmp_path: Path, lay: str
) -> None:
    known(a_companion(tmp_path, later(days=-1)))
    stranger = HIDING[lay](tmp_path)
    app = an_app(tmp_path, seal=open_seal(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Not all of your diary can be read")
        assert not app.cover.is_up
        await pilot.press("4")
        await reads(pilot, stranger.name)
