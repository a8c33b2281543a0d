"""What somebody saw day by day never rises on a worse, silent or held morning, whatever is told later."""

import os
from collections.abc import Callable
from datetime import date, datetime
from random import Random
from typing import Final, TypeAlias

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.domain.plan.as_shown import as_shown, remembered, shown_now, told_late
from ryggkompis.domain.plan.plan import Step, steps
from ryggkompis.domain.plan.rules import RULES_VERSION
from ryggkompis.domain.today.doubt import doubted
from tests.domain.lives import life
from tests.domain.patient import Patient, catalogue, red_flags
from tests.domain.refold import Refold
from tests.domain.views import CLAUSES, Look, View, c_one_exercise_by_one_step, seen, told_late_life, unkept

Memory: TypeAlias = tuple[Shown, ...]
Fold: TypeAlias = Callable[[date, History], Step]
"""Gives the last day of a fold."""
PARTS: Final = 4
LIVES: Final = int(os.environ.get("LIVES", "240")) // 20
"""Each of these lives is looked at twice a day, so there are fewer of them."""


def from_the_first(day: date, known: History) -> Step:
    *_, today = steps(day, known, catalogue(), red_flags())
    return today


def forgetful(day: date, known: History, _: Memory, __: datetime) -> tuple[Step, Memory]:
    """Forget what was shown before."""
    return from_the_first(day, known), ()


def remembering(fold: Fold, instead: Fold) -> Look:
    """Hold today's plan to what was shown, as the companion does; ``instead`` leaves out what came late."""

    def look(day: date, known: History, shown: Memory, now: datetime) -> tuple[Step, Memory]:
        today = fold(day, known)
        late = {entry.id for entry in told_late(known, day, shown)}
        rest = History.of((entry for entry in known.entries if entry.id not in late), known.hidden)
        without = instead(day, rest) if late else None
        held = doubted(as_shown(today, known, shown, without), known.in_doubt, shown)
        new = shown_now(held, known, shown, now, RULES_VERSION)
        return held, remembered([*(one for one in shown if one.day < day), new], day)

    return look


def again_and_again() -> Look:
    folded = Refold()
    return remembering(folded.today, folded.instead)


@pytest.mark.parametrize("part", range(PARTS))
def test_what_is_shown_keeps_every_clause(part: int) -> None:
    for seed in range(part, max(LIVES, PARTS), PARTS):
        one = told_late_life(life(seed), Random(seed))
        assert unkept(seen(one, again_and_again(), seed)) == [], f"life {seed}"


@pytest.mark.parametrize("seed", range(0, 120, 15))
def test_what_is_folded_again_is_as_it_is_folded_from_the_first_day(seed: int) -> None:
    one = told_late_life(life(seed), Random(seed))
    again, anew = (
        seen(one, again_and_again(), seed),
        seen(one, remembering(from_the_first, from_the_first), seed),
    )
    assert [view.plan for view in again] == [view.plan for view in anew]


def test_without_what_was_shown_before_every_clause_would_be_broken() -> None:
    """The replays reach what they are there for."""
    found: set[str] = set()
    for seed in (6, 11, 20, 24, 30):
        views = seen(told_late_life(life(seed), Random(seed)), forgetful, seed)
        found |= {fault.split(":")[0] for fault in unkept(views)}
    assert found >= {clause.__name__ for clause in CLAUSES} - {c_one_exercise_by_one_step.__name__}


def test_two_exercises_that_rise_together_are_found() -> None:
    patient = Patient.at_level(3, days=9)
    yesterday, today = patient.plans(9)[-2:]
    risen = tuple(replace(one, level=one.level + 1) for one in today.exercises)
    assert list(c_one_exercise_by_one_step([View(yesterday, History()), View(today, History())])) == []
    up = [View(yesterday, History()), View(replace(today, exercises=risen), History())]
    assert list(c_one_exercise_by_one_step(up))
