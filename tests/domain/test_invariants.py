"""The safety invariants hold over arbitrary lives: gaps, contradictions, flares, locks and over-doing."""

import os
import random
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.journal.entries import Walk
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.plan import plan_day, plan_of
from ryggkompis.domain.plan.responses import Activity
from tests.domain.invariants import NOBODY, broken, loads
from tests.domain.lives import lives
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags

EXAMPLES = int(os.environ.get("LIVES", "0"))
"""How many lives to try instead of the usual few: make prove."""
LIVES = settings(
    max_examples=100, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
Life = tuple[Patient, int]


def walked(patient: Patient) -> dict[date, int]:
    minutes: dict[date, int] = {}
    for entry in patient.entries:
        more = entry.minutes if isinstance(entry, Walk) else 0
        minutes[entry.day] = minutes.get(entry.day, 0) + more
    return minutes


@given(lives(), st.integers(0, 16))
@settings(LIVES, max_examples=EXAMPLES or 300, derandomize=not EXAMPLES)
def test_no_life_breaks_an_invariant(life: Life, silence: int) -> None:
    patient, until = life
    assert broken(patient.steps(until + silence), walked(patient)) == []


@given(lives(), st.randoms(use_true_random=False))
@LIVES
def test_i11_the_same_entries_in_any_order_give_the_same_plan(life: Life, dice: random.Random) -> None:
    patient, until = life
    entries = list(patient.entries)
    dice.shuffle(entries)
    again = plan_day(DAY_0 + timedelta(days=until), History.of(entries), catalogue(), red_flags())
    assert patient.plan(until) == again


@given(lives(), st.sampled_from([f.id for f in red_flags().flags if f.lock == "red"]), st.booleans())
@LIVES
def test_i13_no_pain_does_not_open_a_lock(life: Life, flag: str, sure: bool) -> None:
    patient, until = life
    answers: dict[str, Answer] = {flag: "yes" if sure else "unsure"}
    patient.gate(until, **answers)
    for day in range(until, until + 20):
        patient.morning(day, leg=0, back=0, site="none", numb="none", morning="better")
    for plan in patient.plans(until + 19)[until:]:
        assert plan.is_empty
        assert (plan.walks, plan.exercises, plan.comfort) == ((), (), ())


@given(lives(), st.integers(1, 120))
@LIVES
def test_i14_doing_more_than_planned_never_lifts_the_next_plan(life: Life, extra: int) -> None:
    patient, until = life
    patient.morning(until)
    today = patient.steps(until)[-1]
    for minutes in plan_of(today).walks:
        patient.walk(until, minutes)
    patient.morning(until + 1)
    as_planned = loads(patient.steps(until + 1)[-1])
    patient.walk(until, extra)
    for name, load in loads(patient.steps(until + 1)[-1]).items():
        assert load <= max(as_planned.get(name, 0), loads(today).get(name, 0))


@given(lives(), st.randoms(use_true_random=False))
@settings(LIVES, max_examples=EXAMPLES or 100, derandomize=not EXAMPLES)
def test_what_is_taken_back_or_told_later_breaks_nothing_either(life: Life, dice: random.Random) -> None:
    """Undo leaves entries out, a backfill adds some; the plan is only ever made from what stands."""
    patient, until = life
    patient.entries = [entry for entry in patient.entries if dice.random() < 0.8]
    assert broken(patient.steps(until), walked(patient)) == []


def test_lives_reach_high_levels_and_every_response() -> None:
    """The lives above would prove nothing if they never left level 0."""
    seen: set[int] = set()
    responses: set[Activity] = set()

    @given(lives())
    @LIVES
    def live(life: Life) -> None:
        for step in life[0].steps(life[1]):
            seen.add(step.standing.level)
            responses.add(step.facts.yesterday)

    live()
    assert max(seen) >= 6
    assert responses == set(Activity)
