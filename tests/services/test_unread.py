"""Whatever hides a yes: no exercise before the whole list of that day, and none after a plan that was held.

Every way of being unreadable, every age of the yes and whatever was shown last, with as many answers as make
for more than two thousand cases; what is expected is the rule itself, and asks nothing of how it is kept.
"""

import random
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from ryggkompis.domain.base.scales import DAILY_LINE, Answer
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.domain.today.state import State
from tests.gates import answer_gate
from tests.systems import set_time
from tests.unreadable import (
    AGES,
    LAST_SHOWN,
    TODAY,
    WAYS,
    LastShown,
    Way,
    a_flipped_bit,
    a_line_cut_short,
    answers,
    lived,
    on,
    renamed,
    spoil,
)

EACH: Final = 7
"""Answers with which each way is tried, at each age and after each plan that was shown."""
SHORTEST: Final = 4
"""Minutes of walking on the lowest rung."""
LIVES: Final = [(age, last) for age in AGES for last in LAST_SHOWN]


def answers_of(age: str, last: LastShown) -> list[tuple[str, Answer]]:
    """Give the share of one combination, so that all answers come up among them."""
    every = answers()
    first = LIVES.index((age, last)) * EACH
    return [every[(first + n) % len(every)] for n in range(EACH)]


def test_there_are_two_thousand_cases_and_every_answer_is_among_them() -> None:
    tried = [(one, way) for life in LIVES for one in answers_of(*life) for way in WAYS]
    assert 2 * len(tried) >= 2000, "each is looked at before the list is answered and after"
    assert {one for one, _way in tried} == {*answers()}


def test_the_same_life_without_a_yes_has_exercises(tmp_path: Path) -> None:
    lived(tmp_path, (DAILY_LINE, "no"), "open", None)
    here = on(tmp_path, TODAY)
    assert here.state().plan.exercises
    assert here.state().plan.walk_minutes > SHORTEST


@pytest.mark.parametrize(("age", "last"), LIVES)
def test_what_cannot_be_read_is_not_no(tmp_path: Path, age: str, last: LastShown) -> None:
    for said in answers_of(age, last):
        folder = tmp_path / "-".join(said)
        shown = last_seen(lived(folder, said, last, AGES[age]).shown())
        for n, way in enumerate(WAYS):
            place = folder.with_name(f"{folder.name}-{n}")
            shutil.copytree(folder, place)
            spoil(place, AGES[age], way, random.Random(f"{said}{n}"), has_copies=bool(n % 2))
            where = f"{way.__name__}, {' '.join(said)}, {age}, last shown {last}"
            hold(place, shown, where)


def last_seen(shown: tuple[Shown, ...]) -> Shown | None:
    return shown[-1] if shown else None


def hold(folder: Path, shown: Shown | None, where: str) -> None:
    """Look before the list is answered, at the daily line, after all no, and on the day after."""
    here = on(folder, TODAY)
    before = here.state()
    here.remember_shown()
    unanswered(before, shown, where)
    daily = here.diary.draft(Gate, scope="daily", answers={DAILY_LINE: "no"})
    unanswered(here.imagine(daily), shown, f"{where}, the daily line answered")
    answer_gate(here, {})
    answered(after := on(folder, TODAY).state(), shown, f"{where}, all no")
    # A yes to the daily line that can still be read is answered by the whole list, and for good.
    if before.plan.lock is None or after.plan.lock is not None:
        unanswered(on(folder, TODAY + timedelta(days=1)).state(), shown, f"{where}, the day after")


def unanswered(state: State, shown: Shown | None, where: str) -> None:
    """Nobody has answered the whole list on this day."""
    assert state.plan.exercises == (), where
    assert state.plan.is_held, where
    if shown is None:
        assert state.plan.walk_minutes <= SHORTEST, where
    else:
        no_more_than(state, shown, where)


def answered(state: State, shown: Shown | None, where: str) -> None:
    """The whole list was answered no on this day."""
    if state.plan.lock is not None:
        assert state.plan.is_empty, where
    elif shown is not None:
        no_more_than(state, shown, where)


def no_more_than(state: State, shown: Shown, where: str) -> None:
    assert state.plan.level <= shown.level, where
    assert {e.id for e in state.plan.exercises} <= set(shown.exercises), where
    assert all(e.level <= shown.exercises[e.id] for e in state.plan.exercises), where
    if shown.is_held:
        assert state.plan.is_empty, where


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_whatever_time_a_file_has_nobody_was_seen_for_what_was_said_later(tmp_path: Path, way: Way) -> None:
    """Any hand sets the time of a file, and so does a zip that knows of none."""
    said, yes = date(2026, 10, 30), AGES["this month"]
    lived(tmp_path, ("CES1", "yes"), "open", yes)
    on(tmp_path, said).diary.say(Clearance, by="fastlegen")
    spoil(tmp_path, yes, way, random.Random(3))
    for time in (datetime(1980, 1, 1, tzinfo=UTC), datetime(2026, 10, 29, tzinfo=UTC)):
        for file in (tmp_path / "journal").iterdir():
            set_time(file, time)
        assert on(tmp_path, TODAY).state().plan.is_held, time


def test_a_time_before_the_newest_line_of_a_file_proves_nothing(tmp_path: Path) -> None:
    lived(tmp_path, ("CES1", "yes"), "open", yes := AGES["this month"])
    on(tmp_path, date(2026, 11, 14)).diary.say(Clearance, by="fastlegen")
    for way in (a_flipped_bit, a_line_cut_short, renamed):
        place = tmp_path.with_name(f"{tmp_path.name}-{way.__name__}")
        shutil.copytree(tmp_path, place)
        spoil(place, yes, way, random.Random(3))
        time = datetime(2026, 11, 13, tzinfo=UTC)
        for file in (place / "journal").iterdir():
            set_time(file, time)
        assert on(place, TODAY).state().plan.is_held, way.__name__


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("age", AGES)
def test_a_clearance_said_while_it_cannot_be_read_answers_for_it(tmp_path: Path, age: str, way: Way) -> None:
    lived(tmp_path, ("CES1", "yes"), "held", AGES[age])
    spoil(tmp_path, AGES[age], way, random.Random(5))
    here = on(tmp_path, TODAY)
    assert here.state().plan.is_held
    on(tmp_path, TODAY, hour=10).clear("fastlegen")
    assert not on(tmp_path, TODAY, hour=11).state().plan.is_held
