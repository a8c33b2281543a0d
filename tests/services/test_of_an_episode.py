"""What is said of one episode as a whole is the same wherever it is said."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ryggkompis.domain.course.earlier import earlier
from ryggkompis.domain.course.reached import reached
from ryggkompis.domain.journal.entries import CheckIn, Profile
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.episodes import episode_on, told_of
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.today.episode import is_end_offered
from ryggkompis.i18n.language import speaking
from ryggkompis.services import episodes
from ryggkompis.services.earlier import earlier_in_words
from ryggkompis.words.today.episode import episodes_in_words
from ryggkompis.words.today.reached import reached_in_words
from tests.tui.screen_text import a_companion
from tests.two_courses import say, write
from tests.well_again import TODAY, well_again

BEGAN = date(2025, 1, 6)


@pytest.mark.parametrize(("days", "weeks"), [(3, 1), (10, 1), (11, 2), (59, 8), (60, 9), (64, 9), (67, 10)])
def test_how_long_it_lasted_is_said_alike(tmp_path: Path, days: int, weeks: int) -> None:
    end, later = BEGAN + timedelta(days=days - 1), BEGAN + timedelta(days=300)
    state = (
        write(
            a_companion(tmp_path),
            [
                say(Profile, BEGAN + timedelta(days=1), onset=BEGAN),
                say(CheckIn, end, leg=1),
                say(EpisodeMark, later, start=later),
            ],
        )
        .on(later)
        .state()
        .whole
    )
    before = state.episodes[0]
    with speaking("en"):
        told = [
            *earlier_in_words(state, numbers=False),
            next(iter(episodes_in_words(state.episodes, later))),
            " ".join(
                line.text for line in reached_in_words(reached(state.diary, before, end), state.catalogue)
            ),
        ]
    assert [int(n) for one in told for n in re.findall(r"(\d+) weeks?\b", one)][:3] == [weeks] * 3
    assert earlier(state.diary, state.episodes)[0].weeks == weeks


@pytest.mark.parametrize("onset", [None, BEGAN - timedelta(days=9)])
def test_the_plan_and_the_page_know_the_same_episode(onset: date | None) -> None:
    """That it was closed and goes on says nothing of when the pain began."""
    last = BEGAN + timedelta(days=20)
    closed = say(EpisodeMark, last, start=BEGAN, end=last)
    history = History.of([say(Profile, BEGAN, onset=onset), closed, say(EpisodeMark, last, start=BEGAN)])
    told = told_of(history.episode_marks, history.profile(last), history.first, last)
    assert told is not None
    assert told.onset == episode_on(history, last).onset == onset


@pytest.mark.parametrize(("on", "is_offered"), [(27, False), (28, True)])
def test_telling_of_an_old_operation_does_not_put_off_the_good_end(
    tmp_path: Path, on: int, *, is_offered: bool
) -> None:
    clock = well_again(tmp_path)
    companion = a_companion(tmp_path, clock)
    well: dict[str, Any] = {"leg": 1, "back": 1, "site": "none", "morning": "same", "flare": False}
    mark = episodes.set_rhythm(companion, "daily")
    for n in range(on + 1):
        companion.diary.say(CheckIn, **well)
        if n == on - 1:
            old = {"operated": date(2019, 5, 1), "cleared": date(2019, 6, 1)}
            companion.diary.say(EpisodeMark, start=mark.start, rhythm="daily", **old)
        if n < on:
            clock.move(days=1)
    state = companion.state()
    assert state.day == TODAY + timedelta(days=on)
    assert state.plan.is_weekly_enough
    assert is_end_offered(state) == is_offered
