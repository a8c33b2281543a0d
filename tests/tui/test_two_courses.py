"""The window in a second episode: Progress and the report are of it, and the one before is a key away."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import get_args

import pytest

from ryggkompis.content.loading import load_red_flags
from ryggkompis.domain.course.progress import ClearlyWorse
from ryggkompis.domain.journal.entries import CheckIn, Entry, Evening, Profile
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.screens.log import LogPage
from ryggkompis.tui.screens.report import ReportPage
from tests.tui.screen_text import CONTENT, FixedClock, a_companion, an_app, reads, screen_text, until
from tests.tui.test_progress_page import the_course
from tests.two_courses import NEW, OLD, OLD_LAST, TODAY, Told, say, two_courses, write

WIDE = (100, 40)


def at_noon(day: date) -> FixedClock:
    return FixedClock(datetime.combine(day, time(12), UTC))


@pytest.fixture(params=get_args(Told))
def app(request: pytest.FixtureRequest, tmp_path: Path) -> Ryggkompis:
    """The window of somebody in the second episode, told by an onset or by a mark."""
    write(a_companion(tmp_path, at_noon(TODAY)), two_courses(request.param))
    return an_app(tmp_path, clock=at_noon(TODAY))


async def test_progress_is_of_this_episode_and_names_the_one_before(app: Ryggkompis) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await the_course(pilot)
        await reads(pilot, "Leg: clearly worse, from 3 in the first week to 6 in the last.")
        await reads(pilot, "Earlier: Jan–May 2025, leg 9 → 1, 17 weeks.")
        await reads(pilot, "e shows the episode before, as it stood on its last day.")


async def test_e_opens_the_episode_before_as_on_its_last_day_and_then_comes_back(app: Ryggkompis) -> None:
    async with app.run_test(size=WIDE) as pilot:
        page = await the_course(pilot, "e")
        await reads(pilot, "until 4 May 2025", "As it stood on 4 May 2025, the last day of this episode.")
        await reads(pilot, "Leg: clearly better, from 9 in the first week to 1 in the last.")
        assert "clearly worse" not in screen_text(app)
        await pilot.press("a", "home")
        assert page.cursor == OLD
        await pilot.press("end")
        assert page.cursor == OLD_LAST
        await pilot.press("e")
        await reads(pilot, "clearly worse", "until 19 Oct")
        assert "clearly better" not in screen_text(app)


async def test_all_time_shows_every_day_and_says_what_its_words_are_about(app: Ryggkompis) -> None:
    async with app.run_test(size=WIDE) as pilot:
        page = await the_course(pilot, "a")
        await reads(pilot, "[all]", "episode 1", "episode 2", "clearly worse")
        await reads(
            pilot, "The picture shows all time; the words are about this episode, from 1 September 2026 on."
        )
        await pilot.press("home")
        assert page.cursor == OLD, "every day can be pointed at"
        await pilot.press("escape", "plus")
        await reads(pilot, "[this episode]")
        assert "all time" not in screen_text(app)
        await pilot.press("home")
        assert page.cursor == NEW, "and in this episode only its own"


async def test_the_report_s_page_begins_with_this_episode(app: Ryggkompis) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("5")
        await until(pilot, lambda: isinstance(app.screen, ReportPage) and app.screen.summary)
        page = app.screen
        assert isinstance(page, ReportPage)
        await reads(pilot, "[this episode]", "1 September 2026 to 19 October 2026", "clearly more pain")
        for _period in range(4):
            await pilot.press("left")
            await until(pilot, lambda: page.summary is not None)
            assert "clearly less" not in screen_text(app)
        while page.period != "all":
            await pilot.press("right")
        await reads(pilot, "[everything]", "6 January 2025 to 19 October 2026")
        await until(pilot, lambda: page.summary)
        assert page.summary is not None
        assert page.summary.leg.change == ClearlyWorse(3, 6)


async def test_the_log_and_its_count_are_of_the_whole_diary(app: Ryggkompis) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("4")
        await until(pilot, lambda: isinstance(app.screen, LogPage))
        count = len(app.state.diary.entries)
        assert count > len(app.state.history.entries)
        await reads(pilot, f"{count:,} entries, newest first")


BORDER = OLD_LAST + timedelta(days=1)


def on_the_border(folder: Path, *said: Entry) -> Ryggkompis:
    """The window on the first day of a second episode, the day after the last word of the first."""
    clock = FixedClock(datetime.combine(BORDER, time(22), UTC))
    gate = say(Gate, BORDER, scope="full", answers={flag.id: "no" for flag in load_red_flags().flags})
    entries = [one for one in two_courses() if one.day <= OLD_LAST]
    write(a_companion(folder, clock), [*entries, say(EpisodeMark, BORDER, start=BORDER), gate, *said])
    return an_app(folder, clock=clock)


async def test_the_first_morning_of_an_episode_knows_yesterday_s_answers(tmp_path: Path) -> None:
    app = on_the_border(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await reads(pilot, "How is it this morning?")
        await pilot.press("i")
        await reads(pilot, "How is this morning compared with yesterday?")
        await pilot.press("enter")
        await reads(pilot, "Is this as yesterday?")


async def test_the_first_evening_of_an_episode_knows_yesterday_s(tmp_path: Path) -> None:
    app = on_the_border(tmp_path, say(Evening, OLD_LAST, time(21), sit_longest="over_60", leg_avg=7))
    async with app.run_test(size=WIDE) as pilot:
        await reads(pilot, "How is it this morning?")
        await pilot.press("e")
        await reads(pilot, "Would you call today a flare-up?")
        await pilot.press("enter")
        await reads(pilot, "How long did you sit at the most", "The day before")


async def test_the_card_of_the_first_day_of_an_episode_knows_yesterday(tmp_path: Path) -> None:
    sat = say(Evening, OLD_LAST, time(21), sit_longest="over_60")
    app = on_the_border(tmp_path, sat, say(CheckIn, BORDER, time(8), leg=3, site="thigh"))
    card = next(card for card in CONTENT.cards().cards if "sitting" in card.when)
    async with app.run_test(size=WIDE) as pilot:
        await reads(pilot, f"To read: {card.title.in_('en')}")
        await pilot.press("K")
        await reads(pilot, "Type a word to search for")
        await pilot.press("enter")
        await reads(pilot, card.text.in_("en").split(".")[0][:30])


async def test_the_visit_of_the_old_episode_is_asked_about(tmp_path: Path) -> None:
    app = on_the_border(tmp_path, say(Profile, OLD_LAST, time(6), next_visit=OLD_LAST))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v")
        await reads(pilot, "What was agreed?")


async def test_one_episode_has_no_word_of_others(tmp_path: Path) -> None:
    companion = a_companion(tmp_path, at_noon(TODAY))
    write(companion, [one for one in two_courses() if one.day >= NEW])
    app = an_app(tmp_path, clock=at_noon(TODAY))
    async with app.run_test(size=WIDE) as pilot:
        page = await the_course(pilot, "a")
        await reads(pilot, "[all]", "clearly worse")
        assert "isode" not in screen_text(app)
        await pilot.press("e")
        assert page.number is None
        assert isinstance(app.state.profile, Profile)
