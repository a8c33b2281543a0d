"""Each thing told of an episode as a whole can be taken out, or set right, by itself."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from typing import Final

import pytest

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.journal.entries import Walk
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.operation import operations
from ryggkompis.services import episodes
from ryggkompis.services.companion import Companion
from ryggkompis.services.episodes import (
    BeginsTooEarly,
)
from ryggkompis.services.errors import (
    AllowedBeforeOperation,
    EndsBeforeItBegins,
    FutureDay,
    NoOperation,
)
from ryggkompis.services.operation import tell_operation
from tests.tui.screen_text import FixedClock, a_companion, known

ONE_DAY: Final = timedelta(days=1)
Telling = Callable[[Companion], object]


def operated(companion: Companion) -> None:
    tell_operation(companion, companion.today.day - 5 * ONE_DAY, None, None)


TOLD: Final[Mapping[str, Telling]] = {
    "operated": operated,
    "twice": lambda companion: episodes.set_rhythm(companion, "twice"),
    "monthly": lambda companion: episodes.set_rhythm(companion, "monthly"),
    "daily": lambda companion: episodes.set_rhythm(companion, "daily"),
    "end": lambda companion: episodes.close(companion, "well"),
}
"""What can be told of an episode, each by itself."""


def told(folder: Path, names: tuple[str, ...]) -> tuple[Companion, list[str]]:
    """Tell these things of an episode, one after another, and give the ids of their marks."""
    clock = FixedClock()
    companion, ids = known(a_companion(folder, clock)), list[str]()
    for name in names:
        clock.move(minutes=1)
        TOLD[name](companion)
        ids += [mark.id for mark in companion.read()[0].episode_marks if mark.id not in ids]
    return companion, ids


def facts(companion: Companion) -> object:
    """Give what a patient notices of them."""
    state = companion.state()
    episode = state.episode
    plan = state.plan
    return episode.end, episode.ended, episode.rhythm, state.operation, plan.is_closed, plan.is_excluded


ORDERS = [names for names in permutations(TOLD, 3) if "end" not in names[:-1] and "daily" not in names[:1]]


@pytest.mark.parametrize("names", ORDERS, ids="-".join)
def test_what_is_taken_out_is_as_if_it_had_never_been_told(tmp_path: Path, names: tuple[str, ...]) -> None:
    companion, ids = told(tmp_path / "all", names)
    before = facts(companion)
    for n, name in enumerate(names):
        companion.diary.delete(ids[n])
        without, _ids = told(tmp_path / f"without {n}", (*names[:n], *names[n + 1 :]))
        assert facts(companion) == facts(without), name
        companion.diary.undo()
        assert facts(companion) == before


@pytest.mark.parametrize("names", [("operated",), ("operated", "monthly"), ("twice", "operated", "end")])
@pytest.mark.parametrize("moved", [-3, 4])
def test_the_day_of_an_operation_is_set_right_by_editing_it_and_taken_back(
    tmp_path: Path, names: tuple[str, ...], moved: int
) -> None:
    companion, ids = told(tmp_path, names)
    before = facts(companion)
    day = companion.today.day + (moved - 5) * ONE_DAY
    at = names.index("operated")
    companion.diary.edit(ids[at], operated=day, cleared=companion.today.day)
    (operation,) = operations(companion.read()[0].episode_marks)
    assert (operation.day, operation.cleared) == (day, companion.today.day)
    companion.diary.undo()
    assert facts(companion) == before
    companion.diary.edit(ids[at], operated=None)
    assert operations(companion.read()[0].episode_marks) == ()
    assert companion.state().operation is None


def test_an_older_mark_that_says_it_again_is_set_right_with_it(tmp_path: Path) -> None:
    companion, (first,) = told(tmp_path, ("operated",))
    state, diary = companion.state(), companion.diary
    old = state.episode.mark
    assert old is not None
    diary.say(EpisodeMark, start=old.start, operated=old.operated, rhythm="twice")
    day = companion.today.day - 9 * ONE_DAY
    diary.edit(first, operated=day)
    assert [one.day for one in operations(companion.read()[0].episode_marks)] == [day]
    diary.edit(first, start=old.start - 2 * ONE_DAY)
    assert [one.start for one in companion.state().episodes] == [old.start - 2 * ONE_DAY]
    diary.undo()
    assert [one.start for one in companion.state().episodes] == [old.start], "one act, one undo"


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"start": 1}, FutureDay),
        ({"end": 1}, FutureDay),
        ({"operated": 1}, FutureDay),
        ({"start": -3, "end": -4}, EndsBeforeItBegins),
        ({"operated": None, "cleared": -1}, NoOperation),
        ({"operated": -2, "cleared": -3}, AllowedBeforeOperation),
    ],
)
def test_what_an_episode_cannot_be_is_refused_and_nothing_is_changed(
    tmp_path: Path, changed: Mapping[str, int | None], fault: type[ExpectedError]
) -> None:
    companion, ids = told(tmp_path, ("operated",))
    before, today = companion.read()[0].entries, companion.today.day
    said = {name: None if n is None else today + n * ONE_DAY for name, n in changed.items()}
    with pytest.raises(fault):
        companion.diary.edit(ids[0], **said)
    assert companion.read()[0].entries == before


@pytest.mark.parametrize("changed", [{"start": 0}, {"end": 0}, {"start": -3, "end": -3}, {"operated": 0}])
def test_the_day_itself_is_fine(tmp_path: Path, changed: Mapping[str, int]) -> None:
    companion, ids = told(tmp_path, ("operated",))
    said = {name: companion.today.day + n * ONE_DAY for name, n in changed.items()}
    kept = companion.diary.edit(ids[0], **said)
    assert {name: getattr(kept, name) for name in said} == said


@pytest.mark.parametrize(("before", "count"), [(1, 1), (30, 1), (31, 2)])
@pytest.mark.parametrize("name", ["operated", "monthly"])
def test_what_is_told_of_an_episode_begins_none_for_days_that_are_written_down_later(
    tmp_path: Path, name: str, before: int, count: int
) -> None:
    companion = a_companion(tmp_path, FixedClock())
    today = companion.today.day
    companion.diary.say(Walk, minutes=10)
    TOLD[name](companion)
    companion.diary.on(today - before * ONE_DAY).say(Walk, minutes=10)
    state = companion.state()
    assert len(state.whole.episodes) == count
    assert (state.episode.start, state.week) == (today - before * ONE_DAY if count == 1 else today, None)
    TOLD["twice"](companion)
    assert len(companion.state().whole.episodes) == count
    assert companion.state().episode.rhythm == "twice"
    with pytest.raises(BeginsTooEarly):
        episodes.begin(companion, today)


def test_an_episode_that_was_begun_begins_where_it_was_told(tmp_path: Path) -> None:
    companion = a_companion(tmp_path, FixedClock())
    companion.diary.on(companion.today.day - 9 * ONE_DAY).say(Walk, minutes=10)
    episodes.begin(companion, companion.today.day)
    operated(companion)
    assert len(companion.state().whole.episodes) == 2
