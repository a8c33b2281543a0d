"""The patient who does not exist: the same every time, and with something to see on every page."""

from pathlib import Path

import pytest

from ryggkompis.cli.wiring import companion_of
from ryggkompis.domain.journal.entries import (
    CheckIn,
    Evening,
    Event,
    ExerciseDone,
    Note,
    Profile,
    Walk,
    Weekly,
)
from ryggkompis.domain.journal.history import History
from ryggkompis.services.clock import Today
from ryggkompis.services.demo import DAYS, FLARE, GAPS, live_through
from ryggkompis.store.places import Places
from ryggkompis.store.store import Store
from tests.cli.conftest import Shell, StandingClock


def lived(folder: Path) -> History:
    companion = companion_of(Store(Places.find(str(folder), {})), Today(StandingClock()))
    live_through(companion)
    return companion.read()[0]


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    return lived(tmp_path_factory.mktemp("demo"))


def test_the_same_life_every_time(history: History, tmp_path: Path) -> None:
    def said(life: History) -> list[tuple[object, ...]]:
        return [(entry.id, entry.at, entry.kind) for entry in life.entries]

    assert said(lived(tmp_path)) == said(history)


def test_ten_weeks_with_gaps_a_flare_and_everything_that_can_be_noted(history: History) -> None:
    kinds = {type(entry) for entry in history.entries}

    assert kinds >= {CheckIn, Evening, Event, ExerciseDone, Note, Profile, Walk, Weekly}
    assert len(history.mornings) == DAYS - len(GAPS)
    assert sum(bool(morning.flare) for morning in history.mornings) == len(FLARE)


def test_the_course_is_plausible(history: History) -> None:
    legs = list(history.leg().values())

    assert sum(legs[:7]) > 2 * sum(legs[-7:])


def test_the_content_is_read_once_however_many_journals_are_opened(tmp_path: Path) -> None:
    one, other = (
        companion_of(Store(Places.find(str(tmp_path / name), {})), Today(StandingClock()))
        for name in ("one", "other")
    )

    assert one.catalogue is other.catalogue
    assert one.flags is other.flags


def test_the_demo_without_a_terminal_prints_its_plan(either: Shell) -> None:
    said = either("demo")

    assert said.status == 0
    assert "E10" in said.out
    assert "demo" in said.err.casefold()
    assert not either.home.exists()
