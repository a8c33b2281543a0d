"""Less than planned: what of the plan stands, and that the plan itself never changes."""

from pathlib import Path

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import Adjustment, ExerciseDone, Walk
from ryggkompis.domain.today.adjusted import adjusted, adjustment_of, is_more_than_planned
from ryggkompis.services.adjustments import (
    NoPlanToday,
    NotInPlan,
    exercise_in_plan,
    refuse_without_plan,
)
from ryggkompis.services.companion import Companion
from ryggkompis.services.errors import NoSuchExercise
from tests.gates import answer_gate
from tests.tui.screen_text import a_companion, known


@pytest.fixture
def companion(tmp_path: Path) -> Companion:
    return known(a_companion(tmp_path))


def test_without_adjustments_the_plan_stands_as_it_is(companion: Companion) -> None:
    state = companion.state()
    stands = adjusted(state)

    assert not stands.is_less
    assert (stands.walks, stands.to_do, stands.comfort) == (
        state.plan.walks,
        state.plan.exercises,
        state.plan.comfort,
    )


def test_a_bad_day_is_one_walk_and_one_position_and_leaves_the_plan_alone(companion: Companion) -> None:
    before = companion.state().plan
    companion.diary.say(Adjustment, adjust="minimum")
    state = companion.state()
    stands = adjusted(state)

    assert (stands.is_minimum, stands.is_less) == (True, True)
    assert (stands.walks, stands.exercises, stands.comfort) == (before.walks[:1], (), before.comfort[:1])
    assert state.plan == before


def test_the_latest_word_about_an_exercise_stands(companion: Companion) -> None:
    first = companion.state().plan.exercises[0].id
    companion.diary.say(Adjustment, adjust="skip", exercise=first)
    assert adjusted(companion.state()).exercises[0].is_skipped
    assert first not in [one.id for one in adjusted(companion.state()).to_do]

    companion.diary.say(Adjustment, adjust="easier", exercise=first.lower())
    stands = adjusted(companion.state())
    assert not stands.exercises[0].is_skipped
    assert stands.exercises[0].is_as_little_as_fits
    day = companion.state().today
    assert adjustment_of(day, "skip", first) is None
    assert adjustment_of(day, "easier", first) is day.adjustments[-1]


def test_an_easier_exercise_has_the_dose_of_the_level_below(companion: Companion) -> None:
    state = companion.state()
    risen = replace(state.plan.exercises[1], level=2)
    companion.diary.say(Adjustment, adjust="easier", exercise=risen.id)
    state = companion.state()
    state = replace(state, plan=replace(state.plan, exercises=(risen,)))
    (one,) = adjusted(state).exercises
    lowest = state.catalogue.exercise(risen.id)

    assert lowest is not None
    assert (one.dose.level, one.dose.sets, one.dose.reps) == (1, lowest.levels[0].sets, lowest.levels[0].reps)
    assert not one.is_as_little_as_fits


def test_what_is_not_planned_cannot_be_less(companion: Companion) -> None:
    state = companion.state()
    other = next(e.id for e in state.catalogue.exercises if e.id not in {p.id for p in state.plan.exercises})
    with pytest.raises(NotInPlan):
        exercise_in_plan(other, state)
    with pytest.raises(NoSuchExercise):
        exercise_in_plan("E99", state)
    assert exercise_in_plan(state.plan.exercises[0].id.lower(), state) == state.plan.exercises[0].id


def test_under_a_lock_there_is_nothing_to_make_less(companion: Companion) -> None:
    answer_gate(companion, {"CES1": "yes"})
    companion.diary.say(Adjustment, adjust="minimum")
    state = companion.state()

    with pytest.raises(NoPlanToday):
        refuse_without_plan(state)
    with pytest.raises(NoPlanToday):
        exercise_in_plan("E01", state)
    stands = adjusted(state)
    assert not stands.is_less
    assert (stands.walks, stands.exercises, stands.comfort) == ((), (), ())
    assert not is_more_than_planned(state)


def test_more_than_planned_is_more_minutes_or_another_exercise(companion: Companion) -> None:
    state = companion.state()
    for minutes in state.plan.walks:
        companion.diary.say(Walk, minutes=minutes)
    companion.diary.say(ExerciseDone, exercise=state.plan.exercises[0].id.lower())
    assert not is_more_than_planned(companion.state())
    extra = companion.diary.say(Walk, minutes=1)
    assert is_more_than_planned(companion.state())
    companion.diary.delete(extra.id)
    companion.diary.say(ExerciseDone, exercise="E18")
    assert is_more_than_planned(companion.state()) is all(p.id != "E18" for p in state.plan.exercises)
