"""The golden cases of the clinical specification (4.8, rules version 3), one test each."""

from datetime import time
from itertools import pairwise
from typing import Any

import pytest

from ryggkompis.domain.journal.entries import CheckIn, Profile
from ryggkompis.domain.plan.facts.mornings import Morning
from ryggkompis.domain.plan.facts.responses import Activity, walk_response
from ryggkompis.domain.plan.plan import Step
from tests.domain.patient import Patient
from tests.domain.responses import a_walk

TOLERANCE = {3: 9, 4: 10, 6: 15, 8: 24}
"""Minutes that can be walked, for an entry at that level."""


def at(level: int, days: int, **morning: Any) -> Patient:
    """Somebody who stands at ``level`` and walks as planned on uneventful days."""
    about: dict[str, Any] = {"walk_tolerance": 60, "walks_now": 28} if level > 6 else {}
    patient = Patient(**({"walk_tolerance": TOLERANCE[level]} | about))
    for day in range(days):
        patient.morning(day, **morning)
        for minutes in (14, 7, 7) if level > 6 else patient.planned(level):
            patient.walk(day, minutes, peak_leg={"leg": 4, **morning}["leg"], settled=0, further_down=False)
    return patient


def now(patient: Patient, day: int) -> Step:
    return patient.steps(day)[-1]


def rule(step: Step) -> str:
    (table,) = [d.rule for d in step.decisions if d.rule[0] == "D" and d.rule != "D5"]
    return table


@pytest.mark.parametrize(
    ("base", "peak", "response"),
    [
        (5, 6, Activity.GREEN),
        (2, 3, Activity.GREEN),
        (1, 3, Activity.GREEN),
        (2, 4, Activity.YELLOW),
        (4, 6, Activity.RED),
        (2, 6, Activity.RED),
        (7, 8, Activity.GREEN),
    ],
)
def test_how_the_leg_took_a_walk(base: int, peak: int, response: Activity) -> None:
    assert walk_response(a_walk(peak_leg=peak, settled=0), base) == response


def test_a_walk_that_peaks_one_above_an_ordinary_five_is_green_next_morning_too() -> None:
    patient = at(3, 8, leg=5)
    patient.morning(8, leg=5)
    patient.walk(8, 10, peak_leg=6, settled=0)
    patient.morning(9, leg=5)
    assert now(patient, 9).facts.yesterday == Activity.GREEN


def test_leg_3_after_an_ordinary_0_is_eased_and_no_flare_also_on_a_second_morning() -> None:
    patient = at(3, 8, leg=0, site="none")
    patient.morning(8, leg=3, site="none")
    patient.morning(9, leg=3, site="none")
    first, second = patient.steps(9)[-2:]
    assert (rule(first), rule(second)) == ("D7", "D7")


def test_leg_5_after_an_ordinary_2_is_a_flare_on_the_second_morning() -> None:
    patient = at(3, 8, leg=2)
    patient.morning(8, leg=5)
    patient.morning(9, leg=5)
    first, second = patient.steps(9)[-2:]
    assert (rule(first), rule(second)) == ("D7", "D4")


def test_a_flare_of_two_days_at_level_8_leads_back_to_it_and_the_days_go_on_counting() -> None:
    patient = at(8, 6)
    for day, flare in enumerate((True, True, False, False), start=6):
        patient.morning(day, flare=flare)
    step = now(patient, 9)
    assert (rule(step), step.standing.level) == ("D11", 8)
    assert step.standing.days_at_level(step.facts.day) == 9


def test_a_flare_of_five_days_at_level_8_leads_back_to_level_4() -> None:
    patient = at(8, 6)
    for day in range(6, 13):
        patient.morning(day, flare=day < 11)
    step = now(patient, 12)
    assert (rule(step), step.standing.level) == ("D11", 4)


def test_a_flare_told_on_monday_is_over_on_friday_for_who_logs_three_days_a_week() -> None:
    patient = at(3, 7)
    patient.morning(7, flare=True)
    patient.morning(9)
    patient.morning(11)
    steps = patient.steps(11)
    assert [step.standing.mode for step in steps[7:]] == ["flare"] * 4 + ["plan"]
    assert rule(steps[-1]) == "D11"


def test_80_per_cent_of_the_walks_in_green_weeks_is_enough_for_level_5() -> None:
    patient = at(4, 0)
    for day in range(10):
        patient.morning(day)
        for minutes in (6, 5, 5):
            patient.walk(day, minutes, peak_leg=4, settled=0, further_down=False)
    assert [step.standing.level for step in patient.steps(9)][-1] == 5


def test_a_flare_of_two_mornings_that_comes_again_within_the_week_costs_a_level() -> None:
    """Each leads back at once and costs nothing; together they say that the level is paid for."""
    patient = at(6, 14, leg=1)
    before = now(patient, 13).standing.level
    for day, leg in enumerate((4, 4, 1, 1, 4), start=14):
        patient.morning(day, leg=leg)
    steps = patient.steps(18)[-5:]
    assert [rule(step) for step in steps] == ["D7", "D4", "D4", "D11", "D7b"]
    assert [step.standing.level for step in steps[3:]] == [before, before - 1]


def test_bad_mornings_of_a_flare_that_cost_a_level_count_no_more() -> None:
    patient = at(6, 14, leg=1)
    for day, leg in enumerate((4, 4, 4, 1, 1, 4), start=14):
        patient.morning(day, leg=leg)
    steps = patient.steps(19)[-6:]
    assert [rule(step) for step in steps] == ["D7", "D4", "D4", "D4", "D11", "D7"]


def test_three_of_four_walks_at_level_0_are_enough_for_level_1() -> None:
    patient = Patient(walk_tolerance=5)
    for day in range(10):
        patient.morning(day)
        for _ in range(3):
            patient.walk(day, 3, peak_leg=4, settled=0, further_down=False)
    assert now(patient, 9).standing.level == 1


def test_a_relapse_that_stays_is_a_flare_for_two_weeks_and_not_climbed_over() -> None:
    patient = at(6, 14, leg=1)
    before = now(patient, 13).standing.level
    for day in range(14, 40):
        patient.morning(day, leg=7)
    steps = patient.steps(39)
    flare = [n for n, step in enumerate(steps) if step.standing.mode == "flare"]
    assert flare == list(range(15, 29))
    assert max(step.standing.level for step in steps[29:]) < before
    assert steps[29].standing.level == steps[39].standing.level


def test_a_relapse_that_settles_is_over_after_two_known_mornings_below_4() -> None:
    patient = at(6, 14, leg=1)
    for day in range(14, 22):
        patient.morning(day, leg=7)
    patient.morning(22, leg=3)
    patient.morning(23, leg=3)
    steps = patient.steps(23)
    assert steps[22].standing.mode == "flare"
    assert steps[23].standing.mode == "plan"


def test_one_yellow_walk_of_four_leaves_the_day_green() -> None:
    patient = at(3, 8)
    patient.morning(8)
    for peak in (4, 4, 6, 4):
        patient.walk(8, 4, peak_leg=peak if peak != 6 else 5, settled=90 if peak == 6 else 0)
    patient.morning(9)
    assert now(patient, 9).facts.yesterday == Activity.GREEN


def test_leg_2_after_an_ordinary_0_is_not_worse() -> None:
    patient = at(3, 8, leg=0)
    patient.morning(8, leg=2)
    assert now(patient, 8).facts.state == Morning.SAME


def test_four_silent_days_keep_the_level_and_eight_take_one() -> None:
    patient = at(8, 6)
    steps = patient.steps(13)
    assert steps[9].standing.level == 8
    assert [step.standing.level for step in steps[12:]] == [8, 7]


def test_calf_and_foot_in_turn_are_no_new_low_and_walking_rises_as_usual() -> None:
    patient = Patient(walk_tolerance=9)
    for day in range(40):
        patient.morning(day, site="foot" if day % 2 else "calf")
        for minutes in (5, 5, 4, 4):
            patient.walk(day, minutes, peak_leg=4, settled=0, further_down=False)
    step = now(patient, 39)
    assert step.standing.level > 4


def test_a_steady_35_minutes_at_a_plan_of_16_lift_the_plan_a_level_a_week() -> None:
    patient = Patient(walk_tolerance=8)
    for day in range(25):
        patient.morning(day)
        patient.walk(day, 35, peak_leg=4, settled=0, further_down=False)
    levels = [step.standing.level for step in patient.steps(24)]
    rises = [day for day in range(1, 25) if levels[day] > levels[day - 1]]
    assert levels[-1] - levels[0] == len(rises) == 3
    assert all(later - earlier >= 7 for earlier, later in pairwise(rises))


def test_a_lock_of_a_day_costs_one_level_and_each_exercise_one() -> None:
    patient = at(8, 6)
    patient.gate(6, INF1="yes")
    patient.clear(7)
    patient.morning(7)
    before, _, after = patient.steps(7)[-3:]
    assert (before.standing.level, after.standing.level) == (8, 7)
    assert after.standing.doses == {id_: max(n - 1, 1) for id_, n in before.standing.doses.items()}


def test_an_exclusion_that_comes_and_goes_keeps_what_rests() -> None:
    patient = at(3, 5)
    patient.exercise(4, "E10", "down")
    patient.say(Profile, 5, time(6, 0), walk_tolerance=9, exclusions=("operated",))
    patient.morning(5)
    patient.say(Profile, 6, time(6, 0), walk_tolerance=9)
    patient.morning(6)
    step = now(patient, 6)
    assert step.standing.mode == "plan"
    assert step.standing.is_resting("E10", step.facts.day)
    assert "E10" not in step.standing.shown


def test_a_better_evening_does_not_undo_a_bad_morning() -> None:
    patient = at(3, 8)
    patient.morning(8, leg=8, morning="worse", flare=True)
    patient.say(CheckIn, 8, time(20, 0), leg=3, back=3, site="calf", flare=False)
    step = now(patient, 8)
    assert rule(step) == "D4"
    assert step.facts.leg == 8


@pytest.mark.parametrize(("green", "known", "rises"), [(5, 5, True), (4, 6, False), (5, 7, True)])
def test_seventy_per_cent_of_the_known_days_must_be_good(green: int, known: int, rises: bool) -> None:
    patient = at(3, 0)
    for day in range(3):
        patient.morning(day)
    for day in range(3, 10):
        patient.morning(day)
        if day - 3 < known:
            # The yellow days come first, so that yesterday is a good one.
            settled = 0 if day - 3 >= known - green else 90
            for minutes in (5, 5, 4, 4):
                patient.walk(day, minutes, peak_leg=4, settled=settled, further_down=False)
    patient.morning(10)
    step = now(patient, 10)
    assert (step.standing.level == 4) is rises
    assert step.facts.good_days == (green, known)


def test_the_patients_own_word_for_a_flare_wins_over_a_usual_number() -> None:
    patient = at(3, 8)
    patient.morning(8, flare=True)
    plan = patient.plan(8)
    assert patient.rule(8) == "D4"
    assert plan.flare
    assert plan.walks == (3, 3, 3, 3)
    assert plan.exercises == ()
    assert plan.position_minutes == 20


def test_pain_that_vanishes_while_the_foot_drops_locks_the_plan() -> None:
    patient = at(3, 8, leg=7)
    patient.gate(8, MOT1="yes", MOT3="yes")
    patient.morning(8, leg=2, gate=None)
    plan = patient.plan(8)
    assert plan.lock is not None
    assert set(plan.lock.flags) == {"MOT1", "MOT3"}
    assert (plan.walks, plan.exercises, plan.comfort) == ((), (), ())


def test_no_pain_and_one_unsure_answer_locks_the_plan() -> None:
    patient = at(3, 8)
    patient.gate(8, CES1="unsure")
    patient.morning(8, leg=0, back=0, gate=None)
    assert patient.rule(8) == "D0"


def test_pain_that_moves_up_is_said_and_treated_as_the_same() -> None:
    patient = at(3, 8, leg=6)
    patient.morning(8, leg=4, back=5, site="buttock")
    step = now(patient, 8)
    assert step.decisions[0].rule == "P1"
    assert step.facts.state == Morning.SAME


def test_nothing_is_called_a_good_sign_on_the_morning_after_too_much() -> None:
    patient = at(3, 8, leg=6)
    patient.walk(7, 12, peak_leg=9, settled=90)
    patient.morning(8, leg=4, back=5, site="buttock")
    step = now(patient, 8)
    assert step.facts.judged.moved_up
    assert [one.rule for one in step.decisions][:1] == ["D8"]


def test_a_leg_two_above_usual_walks_one_level_lower_for_two_days_and_keeps_the_level() -> None:
    patient = at(3, 6)
    patient.morning(6, leg=6)
    patient.morning(7)
    patient.morning(8)
    steps = patient.steps(8)
    assert [(s.standing.level, s.standing.rung) for s in steps[6:]] == [(3, 2), (3, 2), (3, 3)]


@pytest.mark.parametrize(
    ("evening", "minutes", "share"),
    [
        ({"walked": False}, 0, 75),
        ({"walked": True}, None, 100),
        ({"leg_avg": 3}, None, 100),
        (None, None, 100),
    ],
)
def test_no_walk_is_known_where_the_patient_said_so_and_only_there(
    evening: dict[str, Any] | None, minutes: int | None, share: int
) -> None:
    patient = Patient(walk_tolerance=9)
    for day in range(4):
        patient.morning(day)
        if day == 1:
            if evening is not None:
                patient.evening(day, **evening)
            continue
        for length in (5, 5, 4, 4):
            patient.walk(day, length, peak_leg=4, settled=0)
    patient.morning(4)
    adherence = now(patient, 4).facts.adherence
    assert adherence.walked[2] == minutes
    assert adherence.done == share
    assert not adherence.is_uneven


def test_a_walk_that_was_noted_counts_whatever_the_evening_said() -> None:
    patient = at(3, 4)
    patient.evening(2, walked=False)
    assert now(patient, 4).facts.adherence.walked[1] == 18
