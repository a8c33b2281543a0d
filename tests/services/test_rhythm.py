"""Who chooses rarer check-ins loses nothing for it until one is overdue; nothing rises meanwhile."""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ryggkompis.domain.base.scales import Rhythm
from ryggkompis.domain.journal.entries import CheckIn, Walk
from ryggkompis.domain.plan.plan import Plan
from ryggkompis.domain.plan.reasons import BackAfterSilence, NoCheckIn
from ryggkompis.services import episodes
from ryggkompis.services.companion import Companion
from tests.tui.screen_text import FixedClock, a_companion
from tests.well_again import TODAY, well_again

WELL: dict[str, Any] = {"leg": 1, "back": 1, "site": "none", "morning": "same", "flare": False}


@pytest.fixture
def clock(tmp_path: Path) -> FixedClock:
    """The morning of somebody who is well."""
    return well_again(tmp_path)


@pytest.fixture
def companion(tmp_path: Path, clock: FixedClock) -> Companion:
    """Somebody who is well, and has checked in today."""
    companion = a_companion(tmp_path, clock)
    companion.diary.say(CheckIn, **WELL)
    return companion


def plan_after(companion: Companion, days: int) -> Plan:
    return companion.on(TODAY + timedelta(days=days)).state().plan


def said(plan: Plan) -> Any:
    return next(one.reason for one in plan.decisions if isinstance(one.reason, NoCheckIn | BackAfterSilence))


@pytest.mark.parametrize(("rhythm", "rest"), [("daily", 0), ("twice", 3), ("monthly", 28)])
def test_silence_lowers_from_where_the_chosen_check_in_is_due(
    companion: Companion, rhythm: Rhythm, rest: int
) -> None:
    episodes.set_rhythm(companion, rhythm)
    now = plan_after(companion, 0)
    before, lowered = plan_after(companion, rest + 7), plan_after(companion, rest + 8)
    assert before.level == now.level
    assert [one.id for one in before.exercises] == [one.id for one in now.exercises]
    assert lowered.level == now.level - 1
    assert plan_after(companion, rest + 13).level == now.level - 1
    assert plan_after(companion, rest + 14).level < now.level - 1


def test_nothing_rises_meanwhile(companion: Companion) -> None:
    episodes.set_rhythm(companion, "monthly")
    levels = [plan_after(companion, n).level for n in range(0, 50, 5)]
    assert all(later <= sooner for sooner, later in pairwise(levels))


@pytest.mark.parametrize(("rhythm", "rest"), [("twice", 3), ("monthly", 28)])
def test_it_is_as_chosen_until_the_check_in_is_due_also_where_walks_are_noted(
    companion: Companion, clock: FixedClock, rhythm: Rhythm, rest: int
) -> None:
    episodes.set_rhythm(companion, rhythm)
    for _ in range(rest):
        companion.diary.say(Walk, minutes=10)
        clock.move(days=1)
    assert said(plan_after(companion, rest - 1)).is_chosen
    assert not said(plan_after(companion, rest)).is_chosen


def test_whoever_wants_to_be_asked_every_day_has_not_chosen_silence(companion: Companion) -> None:
    assert not said(plan_after(companion, 1)).is_chosen


def test_in_a_flare_every_day_is_asked_for_and_the_choice_waits(
    companion: Companion, clock: FixedClock
) -> None:
    episodes.set_rhythm(companion, "monthly")
    clock.move(days=1)
    companion.diary.say(CheckIn, **{**WELL, "leg": 6, "flare": True})
    assert not said(plan_after(companion, 2)).is_chosen
    assert isinstance(said(plan_after(companion, 9)), BackAfterSilence)


def test_what_is_no_longer_allowed_is_made_up_for_once(companion: Companion, clock: FixedClock) -> None:
    episodes.set_rhythm(companion, "monthly")
    level = plan_after(companion, 19).level
    clock.move(days=20)
    episodes.set_rhythm(companion, "daily")
    lower = plan_after(companion, 20)
    assert lower.level < level - 1, "fourteen days and more without a word"
    assert plan_after(companion, 27).level == lower.level
