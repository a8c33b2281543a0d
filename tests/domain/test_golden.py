"""The golden cases of the clinical specification (4.8), one test each."""

from datetime import timedelta

from ryggkompis.domain.plan.mornings import Morning
from ryggkompis.domain.plan.plan import Plan
from ryggkompis.domain.plan.responses import Activity
from tests.domain.patient import DAY_0, Patient


def rules_of(plan: Plan) -> list[str]:
    return [decision.rule for decision in plan.decisions]


def at_l3(week: tuple[int, ...] = (12, 18, 18, 18, 18, 18, 18)) -> Patient:
    """Two weeks at level 3, the second one green; the weekly mean of the leg goes from 5.0 to 4.6."""
    patient = Patient(walk_tolerance=9)
    for day in range(7):
        patient.morning(day, leg=5)
        patient.walk(day, 14)
    for day, minutes in enumerate(week, start=7):
        leg = 4 if day in {8, 10, 12} else 5
        patient.morning(day, leg=leg)
        patient.walk(day, minutes, peak_leg=leg, settled=0, further_down=False)
    return patient


def test_a_green_week_with_120_of_126_minutes_goes_up_to_level_4() -> None:
    patient = at_l3()
    patient.morning(14, leg=4)
    plan = patient.plan(14)
    assert rules_of(plan) == ["D14"]
    assert plan.level == 4


def test_the_same_week_with_105_minutes_holds() -> None:
    patient = at_l3((15,) * 7)
    patient.morning(14, leg=4)
    plan = patient.plan(14)
    assert patient.rule(14) == "D17"
    assert plan.level == 3


def test_the_same_week_but_a_leg_two_above_usual_walks_level_2_for_two_days_and_keeps_level_3() -> None:
    patient = at_l3()
    patient.morning(14, leg=7)
    patient.walk(14, 16, peak_leg=7, settled=0)
    patient.morning(15, leg=5)
    patient.walk(15, 16, peak_leg=5, settled=0)
    patient.morning(16, leg=5)
    today, tomorrow, after = patient.plan(14), patient.plan(15), patient.plan(16)
    assert patient.rule(14) == "D7"
    assert (today.level, today.walks) == (3, (4, 4, 4, 4))
    assert (tomorrow.level, tomorrow.walks) == (3, (4, 4, 4, 4))
    assert (after.level, after.walks) == (3, (5, 5, 4, 4))


def test_a_walk_that_peaks_one_above_a_usual_seven_is_green() -> None:
    patient = Patient.at_level(3, leg=7)
    patient.morning(14, leg=7)
    patient.walk(14, 18, peak_leg=8, settled=30, further_down=False)
    patient.morning(15, leg=7)
    assert patient.steps(15)[-1].facts.yesterday == Activity.GREEN


def test_a_walk_from_two_to_six_is_red_and_eases_two_days() -> None:
    patient = Patient.at_level(3, leg=2)
    patient.morning(14, leg=2)
    patient.walk(14, 18, peak_leg=6)
    patient.morning(15, leg=2)
    patient.walk(15, 16, peak_leg=2)
    patient.morning(16, leg=2)
    assert patient.rule(15) == "D8"
    assert patient.plan(15).level == patient.plan(14).level
    lower = patient.steps(14)[-1].standing.level - 1
    assert patient.steps(15)[-1].standing.rung == lower
    assert patient.steps(16)[-1].standing.rung == lower


def test_the_patients_own_word_for_a_flare_wins_over_a_usual_number() -> None:
    patient = Patient.at_level(3)
    patient.morning(14, flare=True)
    plan = patient.plan(14)
    assert patient.rule(14) == "D4"
    assert plan.flare
    assert plan.walks == (3, 3, 3, 3)
    assert plan.exercises == ()
    assert plan.position_minutes == 20


def test_pain_that_vanishes_while_the_foot_drops_locks_the_plan() -> None:
    patient = Patient.at_level(3, leg=7)
    patient.gate(14, MOT1="yes", MOT3="yes")
    patient.morning(14, leg=2, gate=None)
    plan = patient.plan(14)
    assert patient.rule(14) == "D0"
    assert plan.lock is not None
    assert plan.lock.flags == ("MOT1", "MOT3")
    assert (plan.walks, plan.exercises, plan.comfort) == ((), (), ())


def test_no_pain_and_one_unsure_answer_locks_the_plan() -> None:
    patient = Patient.at_level(3)
    patient.gate(14, CES1="unsure")
    patient.morning(14, leg=0, back=0, gate=None)
    assert patient.rule(14) == "D0"


def test_pain_that_moves_up_is_said_and_treated_as_the_same() -> None:
    patient = Patient.at_level(3, leg=6)
    patient.morning(14, leg=4, back=5, site="buttock")
    assert rules_of(patient.plan(14))[0] == "P1"
    assert patient.steps(14)[-1].facts.state == Morning.SAME


def test_four_silent_days_at_level_8_go_down_to_level_7() -> None:
    patient = Patient.at_level(6, days=60)
    level = patient.plan(59).level
    plan = patient.plan(63)
    assert level >= 8
    assert patient.rule(63) == "D2"
    assert plan.level == level - 1


def test_much_more_than_planned_all_week_holds() -> None:
    patient = at_l3((29,) * 7)
    patient.morning(14)
    assert patient.rule(14) == "D13"
    assert patient.plan(14).level == 3


def test_five_green_days_are_too_few() -> None:
    patient = Patient.at_level(3, days=5)
    patient.morning(5)
    assert patient.rule(5) == "D17"


def test_a_flare_at_level_8_comes_back_at_level_2_and_climbs_to_level_7() -> None:
    patient = Patient.at_level(6, days=40)
    day = next(n for n in range(40) if patient.plan(n).level == 8)
    patient.entries = [e for e in patient.entries if e.day < DAY_0 + timedelta(days=day + 1)]
    patient.morning(day + 1, flare=True)
    for calm in (day + 2, day + 3):
        patient.morning(calm)
    assert patient.plan(day + 3).level == 2
    assert patient.rule(day + 3) == "D11"
    for climbing in range(day + 3, day + 20):
        level = patient.plan(climbing).level
        patient.entries = [e for e in patient.entries if e.day != DAY_0 + timedelta(days=climbing)]
        patient.good_day(climbing, level)
    levels = [patient.plan(n).level for n in range(day + 3, day + 17)]
    assert levels == [2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 7, 7]
