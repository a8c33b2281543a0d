"""Every rule of the table: a morning on which it decides, and one on which a stronger rule does."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import Adjustment
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.plan.repertoire import next_change
from ryggkompis.domain.plan.rule import SOURCES
from ryggkompis.domain.plan.rules import RULES
from tests.domain.patient import DAY_0, Patient

TODAY = 12
Tale = Callable[[Patient], None]


def calm(patient: Patient) -> None:
    patient.morning(TODAY)


def worse(patient: Patient) -> None:
    patient.morning(TODAY, leg=6)


def locked(patient: Patient) -> None:
    patient.gate(TODAY, INF1="unsure")


def number(patient: Patient) -> None:
    patient.morning(TODAY, numb="more")


def flare(patient: Patient) -> None:
    patient.morning(TODAY, flare=True)


def silent(patient: Patient) -> None:
    del patient


def yesterday(peak: int, settled: int = 0) -> Tale:
    def tell(patient: Patient) -> None:
        patient.walk(TODAY - 1, 4, peak_leg=peak, settled=settled, further_down=False)

    return tell


def on(day: int, tale: Callable[[Patient, int], None]) -> Tale:
    return lambda patient: tale(patient, TODAY + day)


def bad_morning(patient: Patient, day: int) -> None:
    patient.morning(day, leg=6)


def red_day(patient: Patient, day: int) -> None:
    patient.walk(day, 4, peak_leg=8)


def edge(patient: Patient, day: int) -> None:
    patient.walk(day, 3, peak_leg=4, settled=90)


def yellow_day(patient: Patient, day: int) -> None:
    patient.walk(day, 4, peak_leg=4, settled=90, further_down=False)


def long_walk(patient: Patient, day: int) -> None:
    patient.walk(day, 60, peak_leg=4, settled=0, further_down=False)


def someone(*tales: Tale, level: int = 3, days: int = TODAY, minutes: int | None = None) -> Patient:
    """Twelve days that are too few for a step up, and what is told of them and of today."""
    patient = Patient(walk_tolerance=9 if level else 3)
    for day in range(days):
        patient.morning(day)
        if minutes:
            patient.walk(day, minutes)
    for tale in tales:
        tale(patient)
    return patient


def after_a_flare(*tales: Tale) -> Patient:
    patient = someone(days=9, minutes=18)
    patient.morning(9, flare=True)
    patient.morning(10)
    patient.morning(11)
    for tale in tales:
        tale(patient)
    return patient


def excluded(*tales: Tale) -> Patient:
    patient = Patient(walk_tolerance=9, exclusions=("pregnant",))
    for tale in tales:
        tale(patient)
    return patient


def good_days(*tales: Tale) -> Patient:
    """Twelve good days at level 3: enough for a step up."""
    patient = Patient.at_level(3, days=11)
    patient.good_day(11, patient.plan(10).level)
    for tale in tales:
        tale(patient)
    return patient


def exercised(*tales: Tale) -> Patient:
    patient = someone(days=TODAY, minutes=18)
    for day in range(TODAY - 4, TODAY):
        for id_ in ("E01", "E09", "E03", "E07", "E10", "E14"):
            patient.exercise(day, id_)
    for tale in tales:
        tale(patient)
    return patient


def closed(patient: Patient) -> None:
    day = DAY_0 + timedelta(days=TODAY)
    patient.say(EpisodeMark, TODAY, time(6, 0), start=DAY_0, end=day, ended="well")


WINS = {
    "D0": someone(locked, calm),
    "END": someone(closed, calm),
    "D1": excluded(calm),
    "D2": someone(silent),
    "D3": someone(number),
    "D4": someone(flare),
    "D7b": someone(on(-5, bad_morning), on(-3, bad_morning), worse),
    "D7": someone(worse),
    "D8b": someone(on(-4, red_day), on(-1, red_day), calm),
    "D8": someone(yesterday(8), calm),
    "D10": someone(on(-3, yellow_day), yesterday(4, 90), calm),
    "D9": someone(yesterday(4, 90), calm),
    "D11": after_a_flare(),
    "D12": someone(calm, minutes=10),
    "D13": someone(on(-2, long_walk), calm, minutes=24),
    "D15": exercised(calm),
    "D17": someone(calm),
}
BEATEN = {
    "END": ("D0", someone(closed, locked)),
    "D1": ("END", excluded(closed)),
    "D2": ("D0", someone(locked)),
    "D3": ("D0", someone(locked, number)),
    "D4": ("D3", someone(number, flare, number)),
    "D7b": ("D4", someone(on(-5, bad_morning), on(-1, bad_morning), worse)),
    "D7": ("D4", someone(worse, flare)),
    "D8b": ("D7", someone(on(-4, red_day), on(-1, red_day), worse)),
    "D8": ("D7", someone(yesterday(8), worse)),
    "D10": ("D8", someone(on(-3, yellow_day), yesterday(4, 90), yesterday(8), calm)),
    "D9": ("D7", someone(yesterday(4, 90), worse)),
    "D11": ("D10", after_a_flare(on(-2, edge))),
    "D12": ("D8", someone(yesterday(8), calm)),
    "D13": ("D7", someone(worse, minutes=40)),
    "D14": ("D2", good_days(silent)),
    "D15": ("D9", exercised(yesterday(4, 90), calm)),
    "D17": ("D12", someone(calm, minutes=10)),
}


@pytest.mark.parametrize("rule", WINS)
def test_the_rule_decides(rule: str) -> None:
    day = 11 if rule == "D11" else TODAY
    assert WINS[rule].rule(day) == rule


@pytest.mark.parametrize("rule", BEATEN)
def test_a_stronger_rule_decides_instead(rule: str) -> None:
    stronger, patient = BEATEN[rule]
    order = [row.id for row in RULES]
    assert order.index(stronger) < order.index(rule)
    assert patient.rule(11 if rule == "D11" else TODAY) == stronger


def test_a_good_week_raises_walking_and_an_exercise_at_the_same_time_waits() -> None:
    """D14 and D15 both have their conditions; only walking goes up."""
    patient = Patient.at_level(3, days=9)
    for day in range(5, 9):
        for id_ in ("E01", "E09", "E03"):
            patient.exercise(day, id_)
    patient.morning(9)
    *_, earlier, later = patient.steps(9)
    before, after = earlier.standing, later.standing
    assert patient.rule(9) == "D14"
    assert (after.level, after.doses) == (before.level + 1, before.doses)


def test_every_rule_has_been_told_about() -> None:
    ids = {rule.id for rule in RULES}
    assert {*WINS, "D14"} == ids
    assert BEATEN.keys() == ids - {"D0"}


def test_every_ground_but_a_convention_has_a_source() -> None:
    assert {rule.ground for rule in RULES} - {"convention"} <= SOURCES.keys()


def test_a_flare_told_in_the_evening_counts_even_if_the_morning_is_silent() -> None:
    patient = someone()
    patient.evening(TODAY - 1, flare=True)
    assert patient.plan(TODAY).flare
    patient.morning(TODAY + 1)
    assert patient.plan(TODAY + 1).flare


def test_a_hard_day_eases_the_next_even_if_its_morning_is_silent() -> None:
    patient = someone(yesterday(8), minutes=18)
    step = patient.steps(TODAY)[-1]
    assert step.standing.rung == step.standing.level - 1


def test_after_a_long_lock_the_entry_test_leads_to_level_2_at_most_and_first_exercises() -> None:
    patient = someone(locked, minutes=18)
    assert patient.plan(TODAY + 30).is_empty
    patient.clear(TODAY + 31)
    patient.morning(TODAY + 31)
    plan = patient.plan(TODAY + 31)
    assert not plan.is_empty
    assert (plan.level, {e.level for e in plan.exercises}) == (2, {1})


def test_after_two_silent_weeks_the_entry_test_stands_again() -> None:
    patient = Patient.at_level(6, days=60)
    before = patient.plan(59).level
    assert before > 6
    assert patient.plan(72).level == before - 1
    plan = patient.plan(73)
    assert plan.level <= 6
    assert {exercise.level for exercise in plan.exercises} <= {1}


def test_words_alone_can_bring_someone_forward_and_hold_them_back() -> None:
    """Without a single number: good words for two weeks raise the level; one "worse" holds."""
    patient = Patient(walk_tolerance=9)
    for day in range(16):
        patient.morning(day, leg=None, back=None, site=None, morning="same")
        for minutes in patient.plan(day).walks:
            patient.walk(day, minutes, settled=0, further_down=False)
    assert patient.plan(15).level > patient.plan(0).level
    patient.morning(16, leg=None, back=None, site=None, morning="worse")
    assert patient.rule(16) == "D7"


def test_days_of_the_minimum_version_count_as_done() -> None:
    """Someone who marks three bad days and walks the rest as planned has a plan that fits."""
    patient = someone(days=0)
    for day in range(TODAY):
        patient.morning(day)
        if day in {6, 8, 10}:
            patient.say(Adjustment, day, time(9, 0), adjust="minimum")
            patient.walk(day, 3)
        else:
            patient.walk(day, 15)
    patient.morning(TODAY)
    assert patient.rule(TODAY) == "D17"
    patient.entries = [entry for entry in patient.entries if not isinstance(entry, Adjustment)]
    assert patient.rule(TODAY) == "D12"
    assert not any(patient.steps(TODAY)[-1].facts.adherence.minimum)


def test_a_long_walk_on_a_day_of_the_minimum_version_is_not_forgotten() -> None:
    """A contradiction raises nothing: called a bad day, and walked two hours."""
    patient = Patient.at_level(3, days=9)
    patient.morning(9)
    assert patient.rule(9) == "D14"
    patient.walk(6, 108, peak_leg=4, settled=0, further_down=False)
    assert patient.rule(9) == "D13"
    patient.say(Adjustment, 6, time(9, 0), adjust="minimum")
    assert patient.rule(9) == "D13"


def test_an_easier_version_does_not_count_towards_the_next_level() -> None:
    """Four green sessions at the level earn a change; the same at an easier one earn nothing."""
    patient = Patient.at_level(1, days=4, leg=7)
    for day in range(4):
        patient.exercise(day, "E01", level=2)
    facts = patient.steps(4)[-1].facts
    at_level_2 = replace(patient.steps(3)[-1].standing, doses={"E01": 2}, dosed_on={}, raised_on=None)
    assert next_change(at_level_2, facts) is not None
    at_level_3 = replace(at_level_2, doses={"E01": 3})
    assert next_change(at_level_3, facts) is None
    for day in range(4):
        patient.say(Adjustment, day, time(9, 0), adjust="easier", exercise="E01")
    assert next_change(at_level_2, patient.steps(4)[-1].facts) is None


def test_a_lock_that_is_opened_on_its_own_day_costs_a_level_too() -> None:
    patient = Patient.at_level(5, days=6)
    assert patient.plan(5).level == 5
    patient.gate(6, INF1="yes")
    patient.morning(6, gate=None)
    assert patient.plan(6).is_empty
    patient.clear(6)
    assert (patient.plan(6).level, patient.plan(6).is_empty) == (4, False)
    patient.morning(7)
    assert patient.plan(7).level == 4


def test_mornings_of_another_time_are_not_what_is_usual() -> None:
    """A diary of years ago, or a long break, does not make an ordinary morning a flare."""
    patient = Patient.at_level(3, days=10, leg=1)
    patient.morning(60, leg=4, morning="better")
    assert not patient.plan(60).flare
    assert patient.steps(60)[-1].facts.judged.usual.leg is None
    assert patient.plan(60).advice == ()


def test_after_a_flare_the_level_climbs_without_going_back_and_forth() -> None:
    patient = Patient.at_level(5, days=30)
    patient.morning(30, flare=True)
    for day in range(31, 34):
        patient.good_day(day, 0)
    for day in range(34, 50):
        patient.good_day(day, patient.plan(day - 1).level)
    levels = [plan.level for plan in patient.plans(49)[33:]]
    assert levels == sorted(levels)


def test_coming_back_after_silence_is_not_met_with_what_was_not_walked() -> None:
    """Nothing is known of the silent days, so they say nothing about how the plan fits."""
    patient = Patient.at_level(3, days=10)
    patient.morning(20)
    assert patient.rule(20) != "D12"


def test_the_day_after_a_worse_morning_under_a_lock_brings_no_exercises_back() -> None:
    patient = someone(on(-1, lambda p, day: p.morning(day, flare=True)), locked, worse)
    patient.clear(TODAY + 1)
    patient.morning(TODAY + 1)
    plan = patient.plan(TODAY + 1)
    assert not plan.is_empty
    assert plan.exercises == ()


def test_what_sent_pain_down_the_leg_rests_even_if_a_lock_came_between() -> None:
    patient = someone(days=4)
    patient.exercise(3, "E01", "down")
    patient.gate(4, INF1="yes")
    patient.clear(4)
    patient.morning(5)
    assert "E01" not in [exercise.id for exercise in patient.plan(5).exercises]


def test_sessions_from_before_a_lock_raise_no_exercise_after_it() -> None:
    patient = someone(days=0)
    for day in range(12):
        patient.morning(day, leg=2)
        for exercise in patient.plan(day).exercises:
            patient.exercise(day, exercise.id, "same")
        if day == 6:
            patient.gate(day, CES1="yes")
        if day == 7:
            patient.clear(day)
            patient.gate(day, "full")
    assert patient.plan(6).is_empty
    after = [step.standing.doses for step in patient.steps(10)[7:]]
    assert after[0].keys() & patient.steps(5)[-1].standing.doses.keys()
    assert [set(doses.values()) for doses in after] == [{1}] * len(after)


def test_a_direction_that_goes_down_the_leg_rests_a_week_and_is_tried_again() -> None:
    """E03 arches the back; after pain further down the leg, everything that arches waits."""
    patient = someone(days=5, minutes=18)
    assert "E03" in [exercise.id for exercise in patient.plan(4).exercises]
    patient.exercise(4, "E03", "down")
    for day in range(5, 14):
        patient.morning(day)
    arching = [day for day in range(5, 14) if "E03" in patient.steps(day)[-1].standing.shown]
    assert arching[:1] == [12]


def test_the_direction_check_is_offered_in_the_first_days_only_and_until_it_is_done() -> None:
    patient = someone(days=8)
    offered = [day for day in range(8) if "WAY" in [d.rule for d in patient.plan(day).decisions]]
    assert offered == [1, 2, 3]
    patient.exercise(1, "E03")
    patient.exercise(1, "E05")
    assert "WAY" not in [d.rule for d in patient.plan(2).decisions]
