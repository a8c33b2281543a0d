"""What is held back from a patient is said to be, wherever it is read or done: never that it is fine."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.domain.journal.entries import CheckIn, ExerciseDone, Profile, Programme
from ryggkompis.domain.plan.plan import steps
from ryggkompis.domain.plan.repertoire import fits
from ryggkompis.domain.today.availability import Held, Resting, availability_of
from ryggkompis.domain.today.doubt import as_of
from ryggkompis.i18n.language import speaking
from ryggkompis.services.companion import Companion
from ryggkompis.services.operation import tell_operation
from ryggkompis.words.today.exercises import beside_the_plan, held_in_words
from ryggkompis.words.today.plan_items import plan_items
from tests.tui.screen_text import LANGUAGES, a_companion, known

WEEK = timedelta(days=7)
FINE = {"en": "that is fine", "nb": "det er greit"}
BACK = {"en": "This exercise is held back for you", "nb": "Denne øvelsen holdes tilbake for deg nå"}


def operated(companion: Companion) -> None:
    tell_operation(companion, companion.today.day - 4 * WEEK, companion.today.day - WEEK, None)


def not_allowed(companion: Companion) -> None:
    tell_operation(companion, companion.today.day - WEEK, None, None)


def allowed_later(companion: Companion) -> None:
    tell_operation(companion, companion.today.day - WEEK, companion.today.day + WEEK, None)


def barred(companion: Companion) -> None:
    companion.diary.say(Programme, name="Clinic", sha="ab" * 32, barred=("E05", "E12", "E20"))


def healing_with_a_programme(companion: Companion) -> None:
    operated(companion)
    companion.diary.say(Programme, name="Clinic", sha="ab" * 32, required=("E05",), barred=("E10",))


def careful(companion: Companion) -> None:
    companion.diary.say(Profile, walk_tolerance=12, sensitivities=("flex", "balance"))


def went_down(companion: Companion) -> None:
    companion.diary.on(companion.today.day - timedelta(days=5)).say(
        ExerciseDone, exercise="E05", response="down"
    )


def leg_is_bad(companion: Companion) -> None:
    for ago in range(1, 8):
        companion.diary.on(companion.today.day - timedelta(days=ago)).say(CheckIn, leg=7, back=1)


def pregnant(companion: Companion) -> None:
    companion.diary.say(Profile, exclusions=("pregnant",))


KEEPS_OUT = (
    operated, not_allowed, allowed_later, barred, healing_with_a_programme, careful, went_down, leg_is_bad,
    pregnant,
)  # fmt: skip
Tells = Callable[[Companion], None]


@pytest.fixture
def companion(tmp_path: Path) -> Companion:
    companion = known(a_companion(tmp_path))
    for ago in range(8, 12):
        companion.diary.on(companion.today.day - timedelta(days=ago)).say(CheckIn, leg=4, back=1, site="calf")
    return companion


@pytest.mark.parametrize("tells", KEEPS_OUT)
def test_what_is_shown_as_held_back_is_what_no_plan_may_hold(companion: Companion, tells: Tells) -> None:
    tells(companion)
    state = companion.state()
    *_, today = steps(state.day, as_of(state.diary, state.day, state.flags), state.catalogue, state.flags)
    marks = availability_of(state)
    held = {e.id for e in state.catalogue.exercises if isinstance(marks[e.id], Held)}
    resting = {e.id for e in state.catalogue.exercises if isinstance(marks[e.id], Resting)}
    unfit = {e.id for e in state.catalogue.exercises if not fits(e, today.facts)}
    assert held
    assert unfit <= held
    if state.plan.is_excluded:
        assert held == {e.id for e in state.catalogue.exercises}
    else:
        assert held == unfit | resting


@pytest.mark.parametrize("tells", KEEPS_OUT)
def test_of_what_is_held_back_nobody_says_that_it_is_fine(companion: Companion, tells: Tells) -> None:
    tells(companion)
    before = companion.state()
    for exercise, mark in availability_of(before).items():
        if before.catalogue.exercise(exercise) is None:
            continue
        done = companion.diary.say(ExerciseDone, exercise=exercise)
        state = companion.state()
        for language in LANGUAGES:
            with speaking(language):
                said = beside_the_plan(state, exercise.casefold())
                assert (BACK[language] in said) is isinstance(mark, Held), (exercise, said)
                assert (FINE[language] in said and isinstance(mark, Held)) is False
                assert isinstance(mark, Held) <= (beside_the_plan(state) == ""), (
                    "nor of a walk within the plan"
                )
                on_top = [one.amount for one in plan_items(state) if one.ref == exercise and one.done]
                if isinstance(mark, Held):
                    assert set(on_top) <= {held_in_words(exercise, state)}, "nor that it came on top"
        companion.diary.delete(done.id)
