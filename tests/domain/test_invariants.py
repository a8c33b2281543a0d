"""The safety invariants I1-I14 (clinical 4.6), over arbitrary lives."""

import random
from datetime import timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ryggkompis.domain.entries import Answer, Walk
from ryggkompis.domain.history import History
from ryggkompis.domain.ladder import FLOOR_WEEK, LADDER, day_minutes, week_minutes
from ryggkompis.domain.mornings import Morning
from ryggkompis.domain.plan import Step, plan_of, steps
from ryggkompis.domain.repertoire import left_out
from ryggkompis.domain.responses import Activity
from tests.domain.lives import lives
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags

LIVES = settings(
    max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
Life = tuple[Patient, int]


def is_empty(step: Step) -> bool:
    return step.standing.mode in {"locked", "excluded"}


def loads(step: Step) -> dict[str, int]:
    """Every load of a day by its name: walking, and each exercise's level."""
    plan = plan_of(step, History())
    return {
        "minutes": plan.walk_minutes,
        "longest": max(plan.walks, default=0),
        **{exercise.id: exercise.level for exercise in plan.exercises},
    }


def is_no_higher(later: Step, earlier: Step) -> bool:
    before = loads(earlier)
    return all(load <= before.get(name, 0) for name, load in loads(later).items())


@given(lives())
@LIVES
def test_i1_a_red_lock_leaves_nothing_in_the_plan(life: Life) -> None:
    for step in life[0].steps(life[1]):
        plan = plan_of(step, History())
        if plan.lock is not None:
            assert (plan.walks, plan.exercises, plan.comfort) == ((), (), ())


@given(lives())
@LIVES
def test_i2_a_worse_morning_raises_nothing_that_day_or_the_next(life: Life) -> None:
    days = life[0].steps(life[1] + 1)
    for before, worse, after in zip(days, days[1:], days[2:], strict=False):
        if worse.facts.state >= Morning.WORSE and not is_empty(before):
            assert is_no_higher(worse, before)
            assert is_no_higher(after, before)


@given(lives())
@LIVES
def test_i3_a_flare_never_exceeds_what_was_before_it(life: Life) -> None:
    days = life[0].steps(life[1])
    for before, step in pairwise(days):
        if step.standing.mode == "flare":
            assert loads(step).keys() == {"minutes", "longest"}
            if not is_empty(before):
                assert is_no_higher(step, before)


def best_done(patient: Patient, day: int, placed_on: int, placed_level: int) -> int:
    """The most minutes of any seven days of the 28 before ``day``, counted again from the entries."""
    done: dict[int, int] = {}
    for entry in patient.entries:
        if isinstance(entry, Walk):
            done[(entry.day - DAY_0).days] = done.get((entry.day - DAY_0).days, 0) + entry.minutes
    for first in range(placed_on, placed_on + 7):
        done[first] = max(done.get(first, 0), day_minutes(placed_level))
    weeks = range(day - 28, day - 6)
    return max(sum(done.get(d, 0) for d in range(start, start + 7)) for start in weeks)


@given(lives())
@LIVES
def test_i4_planned_walking_stays_within_a_fifth_above_the_best_week_done(life: Life) -> None:
    patient, until = life
    for day, step in enumerate(patient.steps(until)):
        standing = step.standing
        if is_empty(step) or standing.placed_on is None:
            continue
        placed = (standing.placed_on - DAY_0).days
        limit = max(FLOOR_WEEK, 1.2 * best_done(patient, day, placed, standing.placed_level))
        if day - placed < 7:
            limit = max(limit, week_minutes(standing.placed_level))
        assert week_minutes(standing.rung) <= limit + 1e-9


def rises(step: Step, before: Step) -> list[str]:
    """What is raised for good, as the table counts it."""
    found = ["walk"] if step.standing.level > before.standing.level else []
    known = before.standing.doses
    return found + [id_ for id_, level in step.standing.doses.items() if level > known.get(id_, 0)]


@given(lives())
@LIVES
def test_i5_one_thing_rises_at_a_time_and_not_often(life: Life) -> None:
    last: dict[str, int] = {}
    days = life[0].steps(life[1])
    for day, (before, step) in enumerate(pairwise(days), start=1):
        if is_empty(step) or is_empty(before):
            continue
        risen, rules = rises(step, before), {d.rule for d in step.decisions}
        assert len(risen) <= 1
        if not risen:
            continue
        if "D11" in rules:
            assert day - last.get("D11", -9) >= 2
            assert step.standing.before_flare is not None
            assert step.standing.level < max(step.standing.before_flare, 1)
            last["D11"] = day
            continue
        assert rules & {"D14", "D15", "START"}
        assert day - last.get("any", -9) >= 3
        last["any"] = day
        if risen == ["walk"]:
            assert day - last.get("walk", -9) >= 7
            last["walk"] = day


@given(lives())
@LIVES
def test_i6_what_is_not_known_never_raises_a_load(life: Life) -> None:
    days = life[0].steps(life[1] + 4)
    for before, step in pairwise(days):
        unknown = step.facts.check_in is None or not step.facts.is_gate_answered
        if (unknown or step.facts.state == Morning.UNKNOWN) and not is_empty(before):
            assert is_no_higher(step, before)


@given(lives())
@LIVES
def test_i7_the_longest_walk_grows_by_four_minutes_at_most_and_stays_within_thirty(life: Life) -> None:
    days = life[0].steps(life[1])
    for before, step in pairwise(days):
        longest = loads(step)["longest"]
        assert longest <= 30
        if any(d.rule == "D14" for d in step.decisions):
            assert longest - LADDER[before.standing.level][0] <= 4


@given(lives())
@LIVES
def test_i8_bending_waits_two_hours_after_getting_up(life: Life) -> None:
    for step in life[0].steps(life[1]):
        for planned in plan_of(step, History()).exercises:
            exercise = catalogue().exercise(planned.id)
            assert exercise is not None
            if "FLEX" in exercise.tags and step.facts.check_in is not None:
                assert planned.not_before is not None
                assert planned.not_before - step.facts.check_in.at >= timedelta(hours=2)


@given(lives())
@LIVES
def test_i9_what_sent_pain_down_the_leg_rests_three_days_and_returns_lower(life: Life) -> None:
    days = life[0].steps(life[1] + 5)
    for day, step in enumerate(days[:-4]):
        if is_empty(step):
            continue
        for id_ in days[day + 1].facts.went_down & step.standing.doses.keys():
            for later in days[day + 1 : day + 4]:
                assert id_ not in later.standing.shown
            if not is_empty(days[day + 1]):
                assert days[day + 1].standing.doses[id_] == max(step.standing.doses[id_] - 1, 1)


@given(lives())
@LIVES
def test_i10_what_the_patient_does_not_tolerate_is_never_planned(life: Life) -> None:
    for step in life[0].steps(life[1]):
        out = left_out(step.facts.profile.sensitivities if step.facts.profile else ())
        plan = plan_of(step, History())
        for planned in plan.exercises:
            exercise = catalogue().exercise(planned.id)
            assert exercise is not None
            assert out.isdisjoint(exercise.tags)
        for id_ in plan.comfort:
            comfort = catalogue().relief(id_)
            assert comfort is not None
            assert out.isdisjoint(comfort.tags)


@given(lives(), st.randoms(use_true_random=False))
@LIVES
def test_i11_the_same_entries_in_any_order_give_the_same_plans(life: Life, dice: random.Random) -> None:
    patient, until = life
    entries = list(patient.entries)
    dice.shuffle(entries)
    last = DAY_0 + timedelta(days=until)
    again = steps(last, History.of(entries), catalogue(), red_flags())
    assert [plan_of(step, History()) for step in patient.steps(until)] == [
        plan_of(step, History()) for step in again
    ]


@given(lives())
@LIVES
def test_i12_levels_stay_on_the_ladder_and_fall_two_at_most(life: Life) -> None:
    days = life[0].steps(life[1] + 15)
    for before, step in pairwise(days):
        assert 0 <= step.standing.level <= 12
        restarts = step.facts.silent == 14 or is_empty(step) or is_empty(before)
        if step.standing.mode != "flare" and not restarts:
            assert before.standing.level - step.standing.level <= 2


@given(lives(), st.sampled_from([f.id for f in red_flags().flags if f.lock == "red"]), st.booleans())
@LIVES
def test_i13_no_pain_does_not_open_a_lock(life: Life, flag: str, sure: bool) -> None:
    patient, until = life
    answers: dict[str, Answer] = {flag: "yes" if sure else "unsure"}
    patient.gate(until, **answers)
    for day in range(until, until + 20):
        patient.morning(day, leg=0, back=0, site="none", numb="none", morning="better")
        assert patient.plan(day).is_empty


@given(lives(), st.integers(1, 120))
@LIVES
def test_i14_doing_more_than_planned_never_lifts_the_next_plan(life: Life, extra: int) -> None:
    patient, until = life
    patient.morning(until)
    today = patient.steps(until)[-1]
    for minutes in plan_of(today, History()).walks:
        patient.walk(until, minutes)
    patient.morning(until + 1)
    as_planned = loads(patient.steps(until + 1)[-1])
    patient.walk(until, extra)
    for name, load in loads(patient.steps(until + 1)[-1]).items():
        assert load <= max(as_planned.get(name, 0), loads(today).get(name, 0))


@given(lives())
@LIVES
def test_every_day_is_decided_by_exactly_one_row_of_the_table(life: Life) -> None:
    for step in life[0].steps(life[1]):
        table = [d.rule for d in step.decisions if d.rule[0] == "D" and d.rule != "D5"]
        assert len(table) == 1


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
