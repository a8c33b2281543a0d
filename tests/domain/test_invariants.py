"""The safety invariants hold over arbitrary lives: gaps, contradictions, flares, locks and over-doing."""

import os
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from functools import cache
from random import Random
from typing import Any, Final

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import Entry, Profile, Programme
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.doses import PlannedExercise
from ryggkompis.domain.plan.plan import Decision, Plan, plan_day, steps
from tests.domain import dosing, invariants
from tests.domain.invariants import INVARIANTS, broken
from tests.domain.lived import Check, Lived
from tests.domain.lives import life, smallest
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags
from tests.domain.person import Life
from tests.domain.told import LADDER

LIVES: Final = int(os.environ.get("LIVES", "240"))
"""How many lives are lived: a few in a test run, 20,000 in make prove."""
PARTS: Final = 12
RED: Final = [flag.id for flag in red_flags().flags if flag.lock == "red"]


def lived(history: History, last: date) -> Lived:
    days = list(steps(last, history, catalogue(), red_flags()))
    return Lived.of(days, history, catalogue(), red_flags())


def faults(one: Life) -> list[str]:
    """Everything that is broken in a life, judged from all that stands at its end."""
    return broken(lived(one.known(one.days), one.last)) if one.acts else []


def retold(one: Life, what: str) -> str:
    """The shortest life with the same fault, so that it can be read."""
    least = smallest(one, lambda other: any(fault.startswith(what) for fault in faults(other)))
    return "\n".join([*faults(least), *map(str, least.acts)])


@pytest.mark.parametrize("part", range(PARTS))
def test_no_life_breaks_an_invariant(part: int) -> None:
    for seed in range(part, LIVES, PARTS):
        one = life(seed)
        found = faults(one)
        assert found == [], f"life {seed}\n" + retold(one, found[0].split(":")[0])


def test_i11_the_same_entries_in_any_order_give_the_same_plan() -> None:
    for seed in range(40):
        one = life(seed)
        history = one.known(one.days)
        entries = list(history.entries)
        Random(seed).shuffle(entries)
        again = plan_day(one.last, one.readable(entries, one.days), catalogue(), red_flags())
        assert plan_day(one.last, history, catalogue(), red_flags()) == again


def test_i13_no_pain_and_no_time_opens_a_lock() -> None:
    for seed in range(40):
        one, dice = life(seed), Random(seed)
        patient = Patient()
        patient.entries = list(one.known(one.days).entries)
        day = (one.last - date(2026, 3, 2)).days + 1
        patient.gate(day, **{dice.choice(RED): dice.choice(("yes", "unsure"))})  # type: ignore[arg-type]
        for later in range(day, day + 20):
            patient.morning(later, leg=0, back=0, site="none", numb="none", morning="better")
        for plan in patient.plans(day + 19)[-20:]:
            assert plan.is_empty
            assert (plan.walks, plan.exercises, plan.comfort) == ((), (), ())


def only_words(until: int, **walk: Any) -> Patient:
    """Somebody who dares little, walks all of the plan and tells of the leg in words until a day."""
    patient = Patient(walk_tolerance=0)
    for day in range(2 * until):
        patient.morning(day, leg=None if day < until else 0, site="none", morning="same")
        for minutes in patient.plan(day).walks:
            patient.walk(day, minutes, **(walk if day < until else {"peak_leg": 0}))
    return patient


def test_i4_a_word_of_worse_stands_where_no_usual_leg_is_known() -> None:
    patient = Patient()
    patient.morning(0, leg=0, morning="worse")
    patient.morning(1, leg=0, morning="worse")
    assert told(patient, 2).told.morning == ["worse", "calm"]
    assert [step.facts.state.is_worse for step in patient.steps(1)] == [True, False]


def test_i17_walks_that_cannot_be_judged_are_not_known_to_be_well() -> None:
    """A peak of 3 from nobody knows what may be red: it raises nothing, and is no good day either."""
    patient = only_words(18, peak_leg=3, settled=0)
    assert {plan.level for plan in patient.plans(18)} == {patient.plan(0).level}
    assert broken(told(patient, 36)) == []


def test_i17_walks_that_came_to_little_are() -> None:
    assert only_words(18, peak_leg=2, settled=0).plan(18).level > only_words(1).plan(0).level


def test_i17_gives_each_rung_its_week_after_a_return() -> None:
    """Who begins a new round at level -2 stands at 0 three weeks later at most, and not after that."""
    patient, again = Patient(walk_tolerance=0), DAY_0 + timedelta(days=7)
    for day in range(29):
        if day == 7:
            patient.say(EpisodeMark, day, time(6, 20), start=DAY_0, end=again, ended="well")
            patient.say(EpisodeMark, day, time(6, 21), start=again)
        patient.morning(day, leg=0, site="none")
        for minutes in patient.plan(day).walks:
            patient.walk(day, minutes, peak_leg=0)
    life = told(patient, 29)
    assert [life.plans[day].level for day in (7, 14, 21, 27, 28)] == [-2, -1, 0, 0, 1]
    assert broken(life) == []
    assert list(dosing.i17_nobody_who_does_well_stays_at_the_bottom(at_level(28, 0)(life)))


def test_i17_a_lock_that_was_opened_the_same_day_is_a_lock() -> None:
    low, locked = at_level(35, 0)(calm()), also(lambda p: p.gate(20, CES1="yes"), lambda p: p.clear(20))
    check = dosing.i17_nobody_who_does_well_stays_at_the_bottom
    assert list(check(low))
    assert not list(check(locked(low)))


def test_the_lives_go_everywhere() -> None:
    """The lives above would prove nothing if they never left level 0, or were never worse."""
    levels, colours, mornings, modes = set(), set(), set(), set()
    for seed in range(60):
        one = life(seed)
        days = lived(one.known(one.days), one.last)
        levels |= {plan.level for plan in days.plans}
        colours |= set(days.told.colour)
        mornings |= set(days.told.morning)
        modes |= {(plan.flare, plan.lock is not None, plan.is_excluded) for plan in days.plans}
    assert max(levels) >= 8
    assert colours == {None, "green", "yellow", "red"}
    assert mornings == {None, "calm", "worse", "much worse"}
    assert modes >= {(False, False, False), (True, False, False), (False, True, False), (False, False, True)}


# A check that cannot fail proves nothing: each is shown a life that breaks what it guards.

Spoil = Callable[[Lived], Lived]


def ordinary(days: int = 40) -> Patient:
    """Somebody who does well, at a leg of 1."""
    patient = Patient(walk_tolerance=9)
    for day in range(days):
        patient.morning(day, leg=1, site="none")
        plan = patient.plan(day)
        for minutes in plan.walks:
            patient.walk(day, minutes, peak_leg=1, settled=0, further_down=False)
        for exercise in plan.exercises:
            patient.exercise(day, exercise.id, level=exercise.level)
    return patient


def told(patient: Patient, days: int = 40) -> Lived:
    history = patient.history()
    return lived(history, (history.first or date.min) + timedelta(days=days - 1))


def also(*tales: Callable[[Patient], None]) -> Spoil:
    """Say more, and show the plans of somebody who has not said it."""

    def spoil(calm: Lived) -> Lived:
        patient = Patient()
        patient.entries = list(calm.told.history.entries)
        for tale in tales:
            tale(patient)
        return told(patient)._replace(plans=calm.plans, placed=calm.placed)

    return spoil


def shown(day: int, change: Callable[[Plan], Plan]) -> Spoil:
    """Show another plan on one day."""
    return lambda calm: calm._replace(plans=[change(p) if n == day else p for n, p in enumerate(calm.plans)])


def both(*spoils: Spoil) -> Spoil:
    def spoil(calm: Lived) -> Lived:
        for one in spoils:
            calm = one(calm)
        return calm

    return spoil


def by(rule: str, level: int, walks: Sequence[int] = (3, 3, 3, 3)) -> Spoil:
    """Say on day 20 that ``rule`` decided, and show another level."""

    def spoil(calm: Lived) -> Lived:
        decision = Decision(rule, calm.plans[20].decisions[0].reason)
        return shown(20, lambda p: replace(p, level=level, walks=tuple(walks), decisions=(decision,)))(calm)

    return spoil


def exercise(day: int, id_: str, level: int = 1) -> Spoil:
    one = PlannedExercise(id_, level, 1, 5, None)
    return shown(day, lambda p: replace(p, exercises=(*(e for e in p.exercises if e.id != id_), one)))


def longer(day: int) -> Spoil:
    return shown(day, lambda p: replace(p, walks=(*p.walks, 1)))


def at_level(day: int, level: int) -> Spoil:
    return shown(day, lambda p: replace(p, level=level))


def placed(day: int) -> Spoil:
    """Do the entry test again on a day."""
    return lambda calm: calm._replace(
        placed=[(p.day, p.level) if n >= day else calm.placed[n] for n, p in enumerate(calm.plans)]
    )


def worse(patient: Patient) -> None:
    patient.morning(20, leg=5, site="none")


def says(kind: type[Entry], day: int, **said: Any) -> Spoil:
    return also(lambda patient: patient.say(kind, day, time(6, 45), **said))


def silent(calm: Lived) -> Lived:
    patient = Patient()
    patient.entries = [e for e in calm.told.history.entries if e.day != calm.plans[20].day]
    return told(patient)._replace(plans=calm.plans, placed=calm.placed)


def unasked(calm: Lived) -> Lived:
    patient = Patient()
    patient.entries = [e for e in calm.told.history.entries if not isinstance(e, Gate)]
    return told(patient)._replace(plans=calm.plans, placed=calm.placed)


def over_done(patient: Patient) -> None:
    for day, minutes in ((14, 90), (16, 5), (18, 120)):
        patient.walk(day, minutes, peak_leg=1, settled=0, further_down=False)


def spring(day: int, **said: Any) -> Spoil:
    return says(Programme, day, name="Spring", sha="ab" * 32, **said)


SPOILS: Final[dict[Check, Spoil]] = {
    invariants.i1_a_red_lock_leaves_nothing: also(lambda p: p.gate(20, CES1="yes")),
    invariants.i2_a_worse_morning_raises_nothing_for_two_days: both(also(worse), longer(21)),
    invariants.i2_an_entry_test_raises_on_an_ordinary_morning_only: both(
        also(lambda p: p.walk(19, 4, peak_leg=8)), by("D17", 12), placed(20)
    ),
    invariants.i3_a_flare_never_exceeds_what_was_before: shown(20, lambda p: replace(p, flare=True)),
    invariants.i6_what_is_not_known_raises_nothing: both(silent, longer(20)),
    invariants.i8_bending_waits_two_hours: exercise(20, "E05"),
    invariants.i9_what_went_down_the_leg_rests_and_returns_lower: both(
        also(lambda p: p.exercise(20, "E01", "down")), exercise(23, "E01")
    ),
    invariants.i10_what_is_not_tolerated_is_not_planned: both(
        says(Profile, 19, walk_tolerance=9, sensitivities=("flex",)), exercise(20, "E05")
    ),
    invariants.i12_levels_stay_on_the_ladder_and_fall_two_at_most: at_level(20, -3),
    invariants.i13_only_a_clearance_opens_a_lock: also(lambda p: p.gate(20, CES1="unsure")),
    invariants.i16_no_safety_answer_is_without_effect: also(lambda p: p.gate(20, AGE1="unsure")),
    invariants.i18_nothing_names_what_is_left_out: both(spring(19, barred=("E01",)), exercise(20, "E01")),
    invariants.no_exercise_stands_before_the_first_list: unasked,
    invariants.nothing_rises_on_the_day_a_programme_ends: both(
        spring(10, walk_ceiling=0), spring(20, over=True), longer(20)
    ),
    invariants.one_row_of_the_table_decides: shown(20, lambda p: replace(p, decisions=())),
    invariants.whoever_operated_decides: says(EpisodeMark, 20, start=DAY_0, operated=DAY_0),
    dosing.i4_a_rise_stays_near_what_was_done: by("D14", 12, LADDER[12]),
    dosing.i4_a_held_plan_fades_slowly_and_only_when_mornings_are_not_calm: by("I4", 0),
    dosing.i5_one_thing_rises_at_a_time_and_not_often: both(exercise(20, "E01", 4), exercise(20, "E09", 4)),
    dosing.i5_no_exercise_rises_while_walking_is_more: both(longer(20), exercise(20, "E01", 4)),
    dosing.i7_the_longest_walk_grows_by_four_minutes: shown(20, lambda p: replace(p, walks=(31,))),
    dosing.i14_the_plan_stays_below_the_therapists_ceiling: spring(10, walk_ceiling=0),
    dosing.i14_uneven_over_doing_lifts_nothing: both(also(over_done), by("D14", 11)),
    dosing.i17_nobody_who_does_well_stays_at_the_bottom: at_level(35, 0),
    dosing.a_rise_is_earned: both(also(lambda p: p.walk(18, 4, peak_leg=8)), by("D14", 11)),
    dosing.nothing_ratchets_down_on_calm_days: at_level(35, 0),
}


@cache
def calm() -> Lived:
    return told(ordinary())


def test_a_calm_life_breaks_nothing() -> None:
    assert broken(calm()) == []


def test_every_check_has_a_life_that_breaks_it() -> None:
    assert set(SPOILS) == set(INVARIANTS)


@pytest.mark.parametrize("check", SPOILS, ids=lambda check: check.__name__)
def test_a_check_finds_what_it_guards(check: Check) -> None:
    assert list(check(SPOILS[check](calm())))
