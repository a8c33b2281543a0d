"""Where it has long been steady, Today asks once a week; what is new may be told at any time."""

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.base.weekdays import WEEKDAYS
from ryggkompis.store.settings import change_settings
from tests.domain.patient import DAY_0
from tests.domain.test_tapering import STEADY, steady
from tests.tui.screen_text import MORNING, SIZES, FixedClock, a_companion, an_app, places, reads, screen_text

TODAY = DAY_0 + timedelta(days=STEADY)


def a_steady_journal(folder: Path, *, review_in: int) -> FixedClock:
    """Keep the steady patient's days; the review is so many days from now."""
    clock = FixedClock(datetime.combine(TODAY, time(9, 0), MORNING.tzinfo))
    a_companion(folder, clock).diary.add(*steady().entries)
    day = TODAY + timedelta(days=review_in)
    change_settings(places(folder), review_day=WEEKDAYS[day.weekday()])
    return clock


@pytest.mark.parametrize("size", SIZES)
async def test_nobody_asks_for_a_check_in_between_and_it_says_why(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = an_app(tmp_path, clock=a_steady_journal(tmp_path, review_in=3))
    async with app.run_test(size=size) as pilot:
        await reads(pilot, "a check-in once a week is enough")
        assert "How is it this morning?" not in screen_text(app)
        if size[1] >= 24:
            await reads(pilot, "studies do not agree", "! Look at once if feeling, bladder, bowel or")
        await pilot.press("i")
        await reads(pilot, "Safety first")


async def test_on_the_day_of_the_review_the_check_in_is_asked_for(tmp_path: Path) -> None:
    app = an_app(tmp_path, clock=a_steady_journal(tmp_path, review_in=0))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "How is it this morning?", "How was the week?")
        assert "once a week is enough" not in screen_text(app)
