"""A second episode: which days belong together, and what reaches over the border between two."""

from datetime import date, time, timedelta
from random import Random
from typing import Any

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import CheckIn, ExerciseDone, Profile
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.episodes import begins, episode_on, episodes, is_asked_anew
from ryggkompis.domain.journal.gate import Clearance
from ryggkompis.domain.journal.hidden import Hidden
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan import reasons
from ryggkompis.domain.plan.plan import Plan, plans
from tests.domain.lived import higher
from tests.domain.lives import life
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags

SECOND = 300
"""The day on which the second episode begins."""


def day(n: int) -> date:
    return DAY_0 + timedelta(days=n)


def mark(patient: Patient, on: int, start: int, **said: Any) -> None:
    patient.say(EpisodeMark, on, time(6, 0), start=day(start), **said)


def starts(patient: Patient, until: int) -> list[date]:
    return [one.start for one in episodes(patient.history(), day(until))]


def test_a_diary_without_a_word_of_when_it_began_is_one_episode() -> None:
    patient = Patient.at_level(3, days=5)
    assert starts(patient, 400) == [DAY_0]
    assert starts(Patient(), 7) == [day(7)]


@pytest.mark.parametrize(("later", "expected"), [(30, [0]), (31, [0, 31])])
def test_an_onset_more_than_thirty_days_after_the_first_word_is_another_round(
    later: int, expected: list[int]
) -> None:
    patient = Patient.at_level(3, days=5)
    patient.say(Profile, later, time(6), onset=day(later))
    assert starts(patient, later) == [day(n) for n in expected]


def test_an_onset_before_the_diary_is_when_the_episode_begins() -> None:
    patient = Patient(onset=day(-20))
    assert [(one.start, one.week(day(1))) for one in episodes(patient.history(), day(1))] == [(day(-20), 4)]


def test_a_mark_begins_an_episode_and_ends_the_one_before() -> None:
    patient = Patient.at_level(3, days=5)
    mark(patient, SECOND, SECOND - 2)
    patient.morning(SECOND)
    first, second = episodes(patient.history(), day(SECOND))
    assert (first.start, first.last) == (day(0), day(4))
    assert (second.start, second.onset, second.last) == (day(SECOND - 2), day(SECOND - 2), None)
    assert day(SECOND) in second
    assert day(SECOND - 3) not in second
    assert day(4) in first
    assert day(5) not in first


@pytest.mark.parametrize(("away", "expected"), [(-31, 0), (-30, -30), (30, 30), (31, 0)])
def test_the_onset_of_the_profile_corrects_a_mark_that_lies_near_it(away: int, expected: int) -> None:
    patient = Patient.at_level(3, days=5)
    mark(patient, SECOND, SECOND)
    patient.say(Profile, SECOND, time(7), onset=day(SECOND + away))
    assert episode_on(patient.history(), day(SECOND + 40)).onset == day(SECOND + expected)


def test_of_two_marks_for_one_day_the_later_one_stands() -> None:
    patient = Patient.at_level(3, days=5)
    mark(patient, 100, 50, rhythm="twice")
    mark(patient, 101, 50, rhythm="monthly")
    assert starts(patient, 200) == [day(0), day(50)]
    assert episode_on(patient.history(), day(200)).rhythm == "monthly"


def test_an_episode_that_ends_before_it_begins_has_no_end() -> None:
    patient = Patient.at_level(3, days=5)
    mark(patient, 60, 50, end=day(49), ended="well")
    last = episode_on(patient.history(), day(70))
    assert (last.end, last.ended, last.is_closed(day(70))) == (None, None, False)


def test_episodes_that_overlap_are_told_and_do_not_share_a_day() -> None:
    patient = Patient.at_level(3, days=5)
    mark(patient, 40, 0, end=day(40), ended="well")
    mark(patient, 41, 30)
    first, second = episodes(patient.history(), day(60))
    assert (first.last, first.is_overlapped) == (day(29), True)
    assert (second.start, second.is_overlapped) == (day(30), False)


def test_a_mark_of_the_future_has_not_begun() -> None:
    patient = Patient.at_level(3, days=5)
    mark(patient, 4, 10)
    assert starts(patient, 9) == [day(0)]
    assert starts(patient, 10) == [day(0), day(10)]


def closed(ends: int = 13) -> Patient:
    patient = Patient.at_level(6, days=ends + 1)
    mark(patient, ends, 0, end=day(ends), ended="well")
    return patient


def test_a_closed_episode_has_no_plan_and_asks_nothing() -> None:
    patient = closed()
    assert not patient.plan(12).is_closed
    for n in (13, 14, 40, 400):
        plan = patient.plan(n)
        assert plan.is_closed
        assert plan.is_empty
        assert (plan.walks, plan.exercises, plan.comfort, plan.advice) == ((), (), (), ())
        assert [d.rule for d in plan.decisions] == ["END"]


def test_more_numbness_is_said_and_the_list_asked_for_also_when_nothing_is_planned() -> None:
    for patient in (closed(), Patient(exclusions=("pregnant",))):
        for n in (14, 15):
            patient.morning(n, numb="more", gate=None)
        said = {d.rule: d.reason for d in patient.plan(15).decisions}
        assert said["NUMB"] == reasons.MoreNumbness(2)
        assert said["GATE"] == reasons.GateOpen(full=True)


@pytest.mark.parametrize(("n", "asked"), [(12, False), (13, True), (50, True)])
def test_after_a_closed_episode_it_is_asked_whether_it_is_a_new_round(n: int, *, asked: bool) -> None:
    assert is_asked_anew(closed().history(), day(n)) == asked


@pytest.mark.parametrize(("silent", "asked"), [(90, False), (91, True)])
def test_after_long_silence_it_is_asked_too(silent: int, *, asked: bool) -> None:
    patient = Patient.at_level(3, days=5)
    assert is_asked_anew(patient.history(), day(4 + silent)) == asked
    unread = Hidden("x.json", day(10), day(20))
    assert not is_asked_anew(History.of(patient.entries, [unread]), day(4 + silent)), "nobody knows"


def test_an_end_that_is_taken_back_leaves_the_plan_as_it_was() -> None:
    patient = closed()
    again = Patient()
    again.entries += [one for one in patient.entries if not isinstance(one, EpisodeMark)]
    assert again.plan(13) == Patient.at_level(6, days=14).plan(13)


@pytest.mark.parametrize(("quiet", "anew"), [(35, False), (36, True)])
def test_the_plan_begins_anew_where_nothing_was_said_for_five_weeks(quiet: int, *, anew: bool) -> None:
    patient = Patient.at_level(3, days=5)
    mark(patient, 4 + quiet, 4 + quiet)
    assert begins(patient.history(), day(4 + quiet)) == (day(4 + quiet) if anew else DAY_0)


def second(patient: Patient, on: int = SECOND, *, answers: bool = True, **morning: Any) -> Patient:
    mark(patient, on, on)
    if answers:
        patient.say(Profile, on, time(6, 30), walk_tolerance=20, walks_now=30)
    patient.morning(on, **{"leg": 5, **morning})
    return patient


def test_the_entry_test_of_a_second_episode_asks_what_can_be_walked_now() -> None:
    plan = second(Patient.at_level(6, days=14)).plan(SECOND)
    assert plan.level == 6
    assert [d.rule for d in plan.decisions] == ["START", "D17"]


@pytest.mark.parametrize("quiet", [1, 2, 5, 20, 35])
def test_an_episode_soon_after_another_begins_gently_and_never_above_it(quiet: int) -> None:
    """Whoever says that it is back is taken at their word, however well the weeks before went."""
    patient = Patient.at_level(6, days=14, leg=1, site="none")
    last, on = patient.plan(13), 13 + quiet
    second(patient, on, leg=1, site="none")
    first = patient.plan(on)
    assert first.phase == "acute"
    assert not higher(first, last)
    assert "D14" not in [d.rule for d in first.decisions]
    silent = Patient()
    silent.entries = [one for one in patient.entries if not isinstance(one, Profile) or one.day < day(on)]
    assert silent.plan(on).level == 0, "nobody said what can be walked now"


def test_an_onset_that_is_corrected_within_the_episode_begins_nothing_anew() -> None:
    patient = Patient.at_level(6, days=14)
    before = patient.plan(13)
    mark(patient, 13, 0, end=None)
    assert patient.plan(13).level == before.level


def test_old_answers_start_nobody_higher_than_they_walked_at_the_end() -> None:
    low = Patient(walk_tolerance=60)
    for n in range(5):
        low.morning(n)
        low.walk(n, 12)
    assert second(low, answers=False).plan(SECOND).level == 0
    high = Patient.at_level(6, days=14)
    assert second(high, answers=False).plan(SECOND).level == 6
    unknown = Patient(walk_tolerance=60)
    unknown.morning(0)
    assert second(unknown, answers=False).plan(SECOND).level == 0


def test_a_lock_outlives_its_episode_however_long_ago_it_was() -> None:
    patient = Patient.at_level(3, days=5)
    patient.gate(4, CES1="yes")
    second(patient)
    plan = patient.plan(SECOND)
    assert plan.lock is not None
    assert plan.lock.since == day(4)
    patient.clear(SECOND + 1)
    patient.morning(SECOND + 2, leg=2)
    assert patient.plan(SECOND + 2).level <= 2


def test_a_lock_of_old_that_is_opened_on_the_first_day_begins_low() -> None:
    patient = Patient.at_level(3, days=5)
    patient.gate(4, CES1="yes")
    patient.clear(SECOND)
    second(patient, leg=2)
    plan = patient.plan(SECOND)
    assert plan.lock is None
    assert plan.level <= 2
    assert plan.walk_minutes <= 16


def test_a_yes_in_a_closed_episode_holds() -> None:
    patient = closed()
    patient.gate(20, CES1="yes")
    assert patient.plan(20).lock is not None
    assert patient.plan(500).lock is not None


def test_a_programme_and_exclusions_reach_into_the_next_episode() -> None:
    patient = Patient(walk_tolerance=20, exclusions=("pregnant",))
    patient.morning(0)
    assert second(patient, answers=False).plan(SECOND).is_excluded


def test_exercises_known_from_before_need_not_wait_for_another_to_go_well() -> None:
    def new_on(patient: Patient) -> set[str]:
        for n in range(SECOND, SECOND + 6):
            patient.morning(n, leg=1, site="none")
            for minutes in patient.plan(n).walks:
                patient.walk(n, minutes, peak_leg=1, settled=0, further_down=False)
        return {e.id for e in patient.plan(SECOND + 6 - 1).exercises} - {
            e.id for e in patient.plan(SECOND).exercises
        }

    known, unknown = Patient(walk_tolerance=20), Patient(walk_tolerance=20)
    for patient in (known, unknown):
        patient.morning(0)
    for id_ in ("E07", "E10", "E12", "E13", "E14"):
        known.exercise(0, id_)
    assert not new_on(second(unknown, leg=1, site="none"))
    assert new_on(second(known, leg=1, site="none"))


def test_a_period_over_two_episodes_has_every_day_s_own_plan() -> None:
    patient = second(Patient.at_level(6, days=14))
    found = list(plans(day(0), day(SECOND), patient.history(), catalogue(), red_flags()))
    assert [plan.day for plan in found] == [day(n) for n in range(SECOND + 1)]
    assert found[13] == patient.plan(13)
    assert found[-1] == patient.plan(SECOND)


# An operation.


def operated(*, cleared: int | None, tolerance: int = 60) -> Patient:
    patient = Patient(walk_tolerance=tolerance, walks_now=60)
    patient.morning(0, leg=2)
    mark(patient, 0, 0, operated=day(0), cleared=None if cleared is None else day(cleared))
    for n in range(1, 100):
        patient.morning(n, leg=1, site="none")
    return patient


def test_after_an_operation_nothing_is_planned_before_whoever_operated_allows_it() -> None:
    patient = operated(cleared=30)
    plans = patient.plans(99)
    assert all(plan.is_excluded for plan in plans[:30])
    assert not any(plan.is_excluded for plan in plans[30:])
    assert plans[30].level <= 2
    assert all(plan.is_excluded for plan in operated(cleared=None).plans(99))


def test_nothing_goes_to_the_end_of_the_range_for_twelve_weeks() -> None:
    ends = {"E01", "E02", "E05", "E03", "E04"}
    plans = operated(cleared=5).plans(99)
    early = {e.id for plan in plans[:84] for e in plan.exercises}
    assert early
    assert early.isdisjoint(ends & tagged())


def tagged() -> set[str]:
    return {e.id for e in catalogue().exercises if {"FLEX", "EXT", "ROT"} & set(e.tags)}


# Over arbitrary lives.


def rounds(seed: int) -> tuple[History, list[date]]:
    """A life of several episodes: lives put one after the other, with a mark between them."""
    dice, entries, borders = Random(seed), [], []
    at = date(2026, 1, 5)
    for n in range(dice.choice((2, 3))):
        one = life(seed * 7 + n)
        history = one.known(one.days)
        if history.first is None:
            continue
        shift = at - history.first
        entries += [
            moved(entry, f"{n}{entry.id}"[:26], entry.day + shift, entry.at + shift)
            for entry in history.entries
        ]
        last = max(entry.day for entry in entries)
        at = last + timedelta(days=dice.choice((1, 2, 5, 20, 34, 36, 37, 60, 200)))
        borders.append(at)
        entries.append(EpisodeMark(id=f"m{n}", day=at, at=entries[-1].at.replace(hour=1), tz="UTC", start=at))
    return History.of(entries), borders


def moved(entry: Any, id_: str, on: date, at: Any) -> Any:
    return replace(entry, id=id_, day=on, at=at)


def plan_on(history: History, on: date) -> Plan:
    patient = Patient()
    patient.entries = list(history.entries)
    return patient.plan((on - DAY_0).days)


@pytest.mark.parametrize("part", range(6))
def test_no_border_opens_a_lock_forgets_a_rest_or_raises_anything_within_four_weeks(part: int) -> None:
    for seed in range(part, 60, 6):
        history, borders = rounds(seed)
        for border in borders:
            before = [said for said in history.days if said < border and history[said].is_word]
            if not before:
                continue
            last = max(before)
            old, new = plan_on(history, last), plan_on(history, border)
            cleared = any(isinstance(e, Clearance) for d in history.days.values() for e in d.entries
                          if last <= d.day <= border)  # fmt: skip
            if old.lock is not None and not cleared:
                assert new.lock is not None, (seed, border)
            if (
                (border - last).days <= 28
                and not new.is_empty
                and not old.is_empty
                and not said_on(history, border)
            ):
                assert not higher(new, old), (seed, border, higher(new, old))


def said_on(history: History, on: date) -> bool:
    """A clean morning of the day itself may raise, as on any day."""
    return any(isinstance(e, CheckIn | ExerciseDone | Profile) for e in history[on].entries)
