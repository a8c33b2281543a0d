"""An answer about not wanting to live stands until it is no: its card in every state, nothing beneath it."""

from pathlib import Path
from typing import Any

import pytest

from ryggkompis.domain.base.scales import DAILY_LINE
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import CheckIn, Profile
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.today.episode import is_end_offered
from ryggkompis.domain.today.state import State
from ryggkompis.i18n.language import speaking
from ryggkompis.services import episodes
from ryggkompis.services.companion import Companion
from ryggkompis.words.today.day import first, instead, left
from ryggkompis.words.today.plan_items import plan_items
from ryggkompis.words.today.waiting import waiting
from tests.tui.screen_text import FixedClock, a_companion
from tests.well_again import well_again

WELL: dict[str, Any] = {"leg": 1, "back": 1, "site": "none", "morning": "same", "flare": False}
HELPLINE = "116\N{NO-BREAK SPACE}123"


@pytest.fixture
def clock(tmp_path: Path) -> FixedClock:
    """The morning of somebody whose back is well."""
    return well_again(tmp_path)


@pytest.fixture
def companion(tmp_path: Path, clock: FixedClock) -> Companion:
    """The day after they said that they do not want to live; nothing new since."""
    companion = a_companion(tmp_path, clock)
    answer(companion, PSY1="yes")
    companion.diary.say(CheckIn, **WELL)
    clock.move(days=1)
    companion.diary.say(Gate, scope="daily", answers={DAILY_LINE: "no"})
    companion.diary.say(CheckIn, **WELL)
    return companion


def answer(companion: Companion, **answers: Any) -> None:
    companion.diary.say(Gate, scope="full", answers=companion.full_answers(answers))


def page(state: State) -> str:
    """Give what stands on Today, whatever kind of day it is."""
    with speaking("en"):
        above = [*first(state), *waiting(state, "sun"), *left(state)]
        lines = [*instead(state)] if state.plan.is_empty else above
        return "\n".join(f"{line.text} {line.more}" for line in lines)


def groups(state: State) -> set[str]:
    with speaking("en"):
        return {item.group for item in plan_items(state)}


def test_the_card_stands_the_day_after_too_with_no_exercise_beneath_it(companion: Companion) -> None:
    state = companion.state()
    assert not state.gate.soft
    assert HELPLINE in page(state)
    assert "Somebody to talk to comes first." in page(state)
    assert state.plan.exercises
    assert groups(state) == {"walk", "comfort"}
    assert "exercise" not in page(state).partition("Left today")[2]


def test_nobody_is_told_that_they_have_kept_well_beneath_it(companion: Companion) -> None:
    steady = replace(companion.state().plan, is_weekly_enough=True, is_enough_asked=False)
    state = replace(companion.state(), plan=steady)
    assert not is_end_offered(state)
    assert "You have kept well" not in page(state)


@pytest.mark.parametrize("kind", ["locked", "own plan", "closed"])
def test_the_card_stands_where_there_is_no_plan(companion: Companion, kind: str) -> None:
    if kind == "locked":
        companion.diary.say(Gate, scope="daily", answers={DAILY_LINE: "yes"})
    elif kind == "own plan":
        companion.diary.say(Profile, exclusions=("pregnant",))
    else:
        episodes.close(companion, "well")
    state = companion.state()
    assert state.plan.is_empty
    assert HELPLINE in page(state)


def test_another_answer_that_is_new_does_not_take_its_place(companion: Companion) -> None:
    companion.diary.say(Gate, scope="daily", answers={"CAN2": "unsure"})
    state = companion.state()
    assert state.gate.soft == ("CAN2",)
    assert HELPLINE in page(state)


def test_when_it_is_no_the_card_is_gone(companion: Companion, clock: FixedClock) -> None:
    clock.move(days=1)
    answer(companion)
    companion.diary.say(CheckIn, **WELL)
    state = companion.state()
    assert HELPLINE not in page(state)
    assert "exercise" in groups(state)
