"""A safety answer that held the plan, and is gone from the files, holds it until somebody has been seen."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.services.companion import Companion
from ryggkompis.store.remembered.months import accept_vanished
from tests.tui.screen_text import FixedClock, a_companion, known, places


def journal(home: Path) -> Path:
    return home / "journal"


def older_month(home: Path, before: Path) -> None:
    """Put the months of before over those of now, as an older copy or a sync does."""
    shutil.copytree(before, journal(home), dirs_exist_ok=True)


def older_month_alone(home: Path, before: Path) -> None:
    shutil.rmtree(journal(home))
    shutil.copytree(before, journal(home))


def accepted(home: Path, _before: Path) -> None:
    """Take the month away, and say that it was meant."""
    for month in journal(home).glob("*.json"):
        month.unlink()
    a_companion(home, clock()).state()
    accept_vanished(places(home), a_companion(home, clock()).store.seal)


def without_the_line(home: Path, _before: Path) -> None:
    """Take the line out by hand, and the sum, so that the rest is whole."""
    for month in journal(home).glob("*.json"):
        lines = [one for one in month.read_text(encoding="utf-8").splitlines() if '"CES1": "yes"' not in one]
        month.write_text("\n".join([*lines[:-2], lines[-2].rstrip(","), "]}"]) + "\n")


def clock(days: float = 1) -> FixedClock:
    later = FixedClock()
    later.move(days=days)
    return later


def held(home: Path) -> Path:
    """Somebody who has said yes and has seen that the plan is held; give a copy of the files from before."""
    companion = known(a_companion(home))
    companion.diary.say(CheckIn, leg=4, back=3, site="calf", morning="same", flare=False)
    before = home.parent / "before"
    shutil.copytree(journal(home), before)
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"CES1": "yes"}))
    assert companion.state().plan.lock is not None
    companion.remember_shown()
    return before


WAYS: list[Callable[[Path, Path], None]] = [older_month, older_month_alone, accepted, without_the_line]


@pytest.mark.parametrize("way", WAYS)
def test_what_held_the_plan_holds_it_still_however_it_went(
    tmp_path: Path, way: Callable[[Path, Path], None]
) -> None:
    home = tmp_path / "home"
    way(home, held(home))
    for day in (1.0, 2.0, 40.0):
        companion = a_companion(home, clock(day))
        plan = companion.state().plan
        assert (plan.is_held, plan.walks, plan.exercises) == (True, (), ()), f"after {day} days"
        companion.remember_shown()
    # All no opens nothing: it was seen as held.
    answer_all_no(a_companion(home, clock(41)))
    assert a_companion(home, clock(41)).state().plan.is_held
    a_companion(home, clock(41)).clear("Dr Lie")
    freed = a_companion(home, clock(41)).state()
    assert not freed.plan.is_held
    assert not freed.is_in_doubt


def answer_all_no(companion: Companion) -> None:
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({}))


def test_a_lock_that_somebody_has_opened_is_not_missed_later(tmp_path: Path) -> None:
    home = tmp_path / "home"
    before = held(home)
    a_companion(home, clock()).clear("Dr Lie")
    companion = a_companion(home, clock(2))
    assert not companion.state().plan.is_held
    companion.remember_shown()
    older_month_alone(home, before)
    assert not any(one.what == "gone" for one in a_companion(home, clock(3)).state().problems)
