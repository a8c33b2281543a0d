"""What is of this episode, and what is of the diary: each that asks is named, and a wrong choice is seen."""

import re
from datetime import date, time, timedelta
from pathlib import Path

import pytest

import ryggkompis
from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import (
    ComfortDone,
    Entry,
    Evening,
    Event,
    ExerciseDone,
    Profile,
    Walk,
    Weekly,
)
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.today.availability import LegTooSore, Resting, availability_of
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import speaking
from ryggkompis.services.course import week_in_words
from ryggkompis.services.learn import card_on
from ryggkompis.services.review import review_in_words
from ryggkompis.services.views.day import day_in_words
from ryggkompis.words.today.day import left
from ryggkompis.words.today.plan_items import plan_items
from ryggkompis.words.today.waiting import waiting
from tests.tui.screen_text import CONTENT, FixedClock, a_companion
from tests.two_courses import NEW, OLD, OLD_LAST, TODAY, say, two_courses, write

EPISODE = {
    "cli/commands/progress.py": "the week walked",
    "cli/commands/reminders.py": "the last check-in, from which the next one is counted",
    "cli/lines/first_run.py": "is there anybody yet: a profile from before stands in it too",
    "domain/today/episode.py": "the last check-in, from which the next one is counted",
    "domain/today/state.py": "today, and who the plan is for",
    "services/course.py": "first week, change, range, walking",
    "services/drawing/keep.py": "the last drawing",
    "services/earlier.py": "what of it cannot be read",
    "services/episodes.py": "the first word of it",
    "services/learn.py": "from which day the cards are counted",
    "services/review.py": "how the week was beside where this episode began",
    "services/views/calendar.py": "the mornings and flares that are counted",
    "services/views/daily.py": "nights, positions, exercises, steps of the week, and since the start",
    "services/views/drawing.py": "the first and the latest drawing",
    "services/views/goals.py": "from where to where",
    "services/views/meaning.py": "milestones, days before flares, events",
    "services/views/pain.py": "how mornings were compared",
    "services/views/reach.py": "then and now",
    "services/views/view.py": "what pictures show unless all time is asked for",
    "services/views/week.py": "what was walked and done on each of the last seven days",
    "tui/screens/today.py": "is there a course to draw yet",
    "words/today/day.py": "the wish for the week",
    "words/today/standing.py": "how the leg was this week, and the next visit",
}
"""Who asks for the days of this episode, and for what; others ask for the diary, or for the last weeks."""
BORDER = OLD_LAST + timedelta(days=1)
"""A second episode that begins the day after the last word of the first."""


def test_whoever_asks_for_the_days_of_this_episode_is_named_here() -> None:
    root = Path(ryggkompis.__file__).parent
    # Not the module of that name, and not the store's lines of one entry.
    ask = re.compile(r"(?<!journal)\.history\b(?!\()")
    known = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if ask.search(path.read_text(encoding="utf-8"))
    }
    assert known == set(EPISODE)


def state_on(folder: Path, day: date, *more: Entry, border: date = BORDER) -> State:
    """The state of a day in a second episode, after the old course and with ``more``."""
    old = [one for one in two_courses() if one.day <= OLD_LAST and not isinstance(one, Weekly)]
    began = say(EpisodeMark, border, start=border)
    said = sorted((*old, began, *more), key=lambda one: one.at)
    return write(a_companion(folder, FixedClock()), said).on(day).state()


def invited(state: State) -> list[str]:
    return [line.text for line in waiting(state, "sun")]


def test_what_is_usual_and_what_rests_counts_days(tmp_path: Path) -> None:
    down = say(ExerciseDone, OLD_LAST, exercise="E12", response="down")
    state = state_on(tmp_path, BORDER, down)
    found = availability_of(state)
    assert state.history.first == BORDER
    assert isinstance(found["E12"], Resting)
    assert not any(isinstance(one, LegTooSore) and one.usual is None for one in found.values())


@pytest.mark.parametrize(("reviewed", "due"), [(False, True), (True, False)])
def test_a_review_is_due_by_days(tmp_path: Path, reviewed: bool, due: bool) -> None:
    sunday = OLD_LAST
    assert sunday.weekday() == 6
    more = [say(Weekly, sunday, wish="sleep")] if reviewed else []
    with speaking("en"):
        told = invited(state_on(tmp_path, BORDER, *more))
    assert ("How was the week?" in told) is due


def test_a_visit_is_spoken_of_whatever_episode_it_was_planned_in(tmp_path: Path) -> None:
    planned = say(Profile, OLD_LAST - timedelta(days=9), next_visit=OLD_LAST)
    been = say(Event, OLD_LAST, event="visit", text="seen")
    with speaking("en"):
        assert "How was the visit?" in invited(state_on(tmp_path / "a", BORDER, planned))
        assert "How was the visit?" not in invited(state_on(tmp_path / "b", BORDER, planned, been))


def test_once_a_week_is_enough_by_days(tmp_path: Path) -> None:
    state = state_on(tmp_path, BORDER)
    steady = replace(state, plan=replace(state.plan, is_weekly_enough=True))
    assert steady.is_check_in_spared("sun")


def test_what_helped_before_comes_first_whatever_episode_it_was_in(tmp_path: Path) -> None:
    plain = [one.ref for one in plan_items(state_on(tmp_path / "a", BORDER)) if one.group == "comfort"]
    helped = say(ComfortDone, OLD_LAST, comfort=plain[-1], helped=True)
    now = [one.ref for one in plan_items(state_on(tmp_path / "b", BORDER, helped)) if one.group == "comfort"]
    assert now[0] == plain[-1] != plain[0]


def test_the_cards_to_read_begin_anew_and_know_yesterday(tmp_path: Path) -> None:
    cards = CONTENT.cards()
    assert card_on(state_on(tmp_path, BORDER), cards) == cards.for_day(1)
    late = state_on(tmp_path / "sat", BORDER, say(Evening, OLD_LAST, time(21), sit_longest="over_60"))
    offered = card_on(late, cards)
    assert offered is not None
    assert "sitting" in offered.when


def test_a_day_that_is_pointed_at_is_told_whatever_episode_it_is_in(tmp_path: Path) -> None:
    with speaking("en"):
        assert "leg 9" in day_in_words(state_on(tmp_path, BORDER), OLD, numbers=True)


def test_the_wish_and_the_review_are_of_this_episode(tmp_path: Path) -> None:
    old = say(Weekly, OLD_LAST, wish="sleep more", goals=(9,))
    state = state_on(tmp_path / "a", BORDER, old)
    with speaking("en"):
        assert not any("sleep more" in line.text for line in left(state))
        assert review_in_words(state, numbers=True) == []
        told = " ".join(review_in_words(replace(state, history=state.diary), numbers=True))
        assert "sleep more" in told, "else this test would hold of anything"


@pytest.mark.parametrize(("after", "told"), [(6, "since it began"), (7, "in the last seven days")])
def test_a_week_that_began_in_another_episode_is_not_told_as_one(
    tmp_path: Path, after: int, told: str
) -> None:
    """Else the first day would say “no walks in the last seven days” after a week of walks."""
    late, first = say(Walk, OLD_LAST, minutes=17), say(Walk, BORDER + timedelta(days=1), minutes=5)
    day = BORDER + timedelta(days=after)
    with speaking("en"):
        assert told in week_in_words(state_on(tmp_path / "none", day, late))
        assert told in week_in_words(state_on(tmp_path / "one", day, late, first))


def test_the_week_and_the_onset_are_of_this_episode(tmp_path: Path) -> None:
    for folder, told in ((tmp_path / "p", "profile"), (tmp_path / "m", "mark")):
        state = write(a_companion(folder, FixedClock()), two_courses(told)).on(TODAY).state()  # type: ignore[arg-type]
        assert (state.week, state.episode.onset) == (7, NEW)


def test_a_lock_of_the_old_episode_stays_and_its_day_is_told(tmp_path: Path) -> None:
    red = say(Gate, OLD_LAST, scope="full", answers={DAILY_LINE: "no", "CES1": "yes"})
    state = state_on(tmp_path, BORDER + timedelta(days=400), replace(red, id="Y" * 26))
    assert state.gate.lock is not None
    assert state.plan.is_empty
