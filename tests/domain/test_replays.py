"""What somebody saw day by day never rises on a worse, silent or held morning, whatever is told later."""

import os
from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Final

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.plan import Plan, plan_day
from tests.domain.lives import life
from tests.domain.patient import Patient, catalogue, red_flags
from tests.domain.views import CLAUSES, View, c_one_exercise_by_one_step, seen, told_late, unkept

LIVES: Final = int(os.environ.get("LIVES", "240")) // 20
"""Each of these lives is folded anew at every look, so there are fewer of them."""


def from_the_journal_alone(day: date, known: History, _: Sequence[Plan]) -> Plan:
    """Forget what was shown before."""
    return plan_day(day, known, catalogue(), red_flags())


def test_without_what_was_shown_before_every_clause_would_be_broken() -> None:
    """The replays reach what they are there for."""
    found: set[str] = set()
    for seed in (0, 5, 6):
        views = seen(told_late(life(seed), Random(seed)), from_the_journal_alone, seed)
        found |= {fault.split(":")[0] for fault in unkept(views)}
    assert found >= {clause.__name__ for clause in CLAUSES} - {c_one_exercise_by_one_step.__name__}


def test_two_exercises_that_rise_together_are_found() -> None:
    patient = Patient.at_level(3, days=9)
    yesterday, today = patient.plans(9)[-2:]
    risen = tuple(replace(one, level=one.level + 1) for one in today.exercises)
    assert list(c_one_exercise_by_one_step([View(yesterday, History()), View(today, History())])) == []
    up = [View(yesterday, History()), View(replace(today, exercises=risen), History())]
    assert list(c_one_exercise_by_one_step(up))
