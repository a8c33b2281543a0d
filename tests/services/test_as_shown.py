"""What was shown is kept on this machine: once a change, sealed with the journal and erased with it."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ryggkompis.content.loading import load_catalogue, load_red_flags
from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.journal.entries import CheckIn, Profile, Walk
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.today.state import State
from ryggkompis.services.clock import Today
from ryggkompis.services.companion import Companion, Library
from ryggkompis.store.erasing import erase_everything
from ryggkompis.store.places import Places
from ryggkompis.store.remembered.names import MONTHS, SHOWN, aside
from ryggkompis.store.remembered.shown import read_shown
from ryggkompis.store.seal import is_sealed
from ryggkompis.store.sealing import new_identity, open_all, seal_all, set_passphrase
from ryggkompis.store.store import Store
from tests.gates import answer_gate


class MovingClock:
    """A clock that a test moves on."""

    zone = "UTC"

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 4, 9, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def companion(tmp_path: Path, clock: MovingClock) -> Companion:
    store = Store(Places.find(str(tmp_path / "data"), {}), now=clock.now)
    return Companion(store, Library(load_catalogue, load_red_flags), Today(clock))


def seen(companion: Companion) -> State:
    """Look at the plan, as a front end shows it."""
    state = companion.state()
    companion.remember_shown()
    return state


def told(companion: Companion) -> None:
    """Tell a first day."""
    companion.diary.say(Profile, walk_tolerance=9)
    answer_gate(companion, {})
    companion.diary.say(CheckIn, leg=4, back=3, site="calf", morning="same", flare=False)


def test_it_is_written_when_the_plan_of_today_changes_and_only_then(companion: Companion) -> None:
    told(companion)
    seen(companion)
    path = Path(companion.store.places.state, SHOWN)
    first = os.stat(path).st_mtime_ns  # noqa: PTH116 - the file as it is
    seen(companion)
    assert os.stat(path).st_mtime_ns == first  # noqa: PTH116
    companion.imagine(companion.diary.draft(CheckIn, flare=True))
    seen(companion.on(companion.today.real - timedelta(days=1)))
    assert os.stat(path).st_mtime_ns == first  # noqa: PTH116
    companion.diary.say(CheckIn, leg=8, flare=True)
    seen(companion)
    (shown,) = read_shown(companion.store.places, companion.store.seal)
    assert (shown.level, shown.is_held, shown.version) == (0, False, "3")


def test_a_missed_day_filled_in_today_raises_nothing_before_tomorrow(
    companion: Companion, clock: MovingClock
) -> None:
    levels = []
    for day in range(9):
        if day < 4:
            told(companion) if day == 0 else companion.diary.say(CheckIn, leg=4, site="calf", flare=False)
            if day:
                companion.diary.say(Gate, scope="full", answers=companion.full_answers({}))
            for minutes in seen(companion).plan.walks:
                companion.diary.say(Walk, minutes=minutes, peak_leg=4, settled=0, further_down=False)
        levels.append(seen(companion).plan.walk_minutes)
        clock.moment += timedelta(days=1)
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({}))
    companion.diary.say(CheckIn, leg=4, site="calf", morning="same", flare=False)
    before = seen(companion).plan
    clock.moment += timedelta(minutes=5)
    for ago in range(1, 6):
        past = companion.diary.on(companion.today.real - timedelta(days=ago))
        past.say(Gate, scope="daily", answers={DAILY_LINE: "no"})
        past.say(CheckIn, leg=4, site="calf", morning="same", flare=False)
        past.say(Walk, minutes=18, peak_leg=4, settled=0, further_down=False)
    after = seen(companion).plan
    assert after.walk_minutes == before.walk_minutes
    assert {e.id: e.level for e in after.exercises} == {e.id: e.level for e in before.exercises}


def test_all_that_is_remembered_is_sealed_opened_and_erased_with_the_journal(companion: Companion) -> None:
    pytest.importorskip("pyrage", reason="the part that locks is an extra")
    told(companion)
    seen(companion)
    places, seal = companion.store.places, companion.store.seal
    Path(places.state, aside(SHOWN)).write_bytes(b"half a")
    kept = read_shown(places, seal)
    before = remembered(places)
    assert before.keys() == {SHOWN, aside(SHOWN), MONTHS}
    set_passphrase(places, seal, new_identity(), "tre gule støvler")
    seal_all(places, seal)
    assert all(map(is_sealed, remembered(places).values()))
    assert read_shown(places, seal) == kept
    open_all(places, seal)
    assert remembered(places) == before
    erase_everything(places)
    assert not Path(places.state).exists()


def remembered(places: Places) -> dict[str, bytes]:
    """Every file that is kept beside the journal, but for the copies of it."""
    return {path.name: path.read_bytes() for path in Path(places.state).iterdir() if path.is_file()}


def test_a_file_that_cannot_be_read_is_put_aside(companion: Companion) -> None:
    told(companion)
    seen(companion)
    path = Path(companion.store.places.state, SHOWN)
    path.write_bytes(b"half a")
    seen(companion)
    assert Path(companion.store.places.state, aside(SHOWN)).read_bytes() == b"half a"
    assert len(read_shown(companion.store.places, companion.store.seal)) == 1
