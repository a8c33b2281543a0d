"""What cannot be read is not "no": what was shown is the most until the list is answered, or it is read."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.gate import Clearance, Gate
from ryggkompis.domain.journal.hidden import Hidden, hidden_by, settled
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.problems import Problem
from ryggkompis.domain.journal.shown import Holding, Shown
from ryggkompis.domain.plan.as_shown import shown_now
from ryggkompis.domain.plan.plan import Plan, Step, plan_of, steps
from ryggkompis.domain.today.doubt import ahead_of_clock, answers_gone, as_of, doubted, is_ahead
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags

DAYS = 6
CHANGED = datetime(2026, 2, 20, 12, tzinfo=UTC)
FIRST_MOMENT = datetime(2026, 2, 1, tzinfo=UTC)
FEBRUARY = Hidden("2026-02.json", date(2026, 2, 1), date(2026, 2, 28), CHANGED)


def shown(day: int, level: int = 2, *, held: bool = False, doubt: bool = False, **exercises: int) -> Shown:
    at = datetime.combine(DAY_0 + timedelta(days=day), time(9), UTC)
    return Shown(at.date(), "3", held, level, exercises, at, 0, is_in_doubt=doubt)


def somebody(*, listed: bool = False) -> Patient:
    """Somebody at level 3 with exercises, on a calm morning."""
    patient = Patient.at_level(3, days=DAYS)
    patient.morning(DAYS, gate="full" if listed else None)
    return patient


def with_hidden(patient: Patient, *earlier: Shown, hidden: Hidden = FEBRUARY) -> Step:
    history = History.of(patient.entries, (hidden,))
    *_, step = steps(DAY_0 + timedelta(days=DAYS), history, catalogue(), red_flags())
    return doubted(step, history.in_doubt, earlier)


def seen(patient: Patient, *earlier: Shown, hidden: Hidden = FEBRUARY) -> Plan:
    return plan_of(with_hidden(patient, *earlier, hidden=hidden))


def rules(plan: Plan) -> list[str]:
    return [type(one.reason).__name__ for one in plan.decisions]


def test_what_is_read_whole_changes_nothing() -> None:
    patient = somebody()
    history = patient.history()
    *_, step = steps(DAY_0 + timedelta(days=DAYS), history, catalogue(), red_flags())
    assert doubted(step, history.in_doubt, (shown(DAYS - 1, held=True),)) == step


@pytest.mark.parametrize("listed", [False, True])
def test_a_plan_that_was_held_when_last_shown_stays_held(*, listed: bool) -> None:
    plan = seen(somebody(listed=listed), shown(DAYS - 2, 3), shown(DAYS - 1, held=True))
    assert (plan.is_unread_and_held, plan.is_empty, plan.walks, plan.exercises) == (True, True, (), ())
    assert rules(plan) == ["UnreadAndHeld"]


def test_what_was_shown_in_doubt_is_not_what_was_shown_last() -> None:
    held = shown(DAYS - 3, held=True)
    assert seen(somebody(listed=True), held, shown(DAYS - 1, -2, doubt=True)).is_unread_and_held
    again = seen(somebody(listed=True), shown(DAYS - 3, 3, E03=1), shown(DAYS - 1, -2, doubt=True))
    assert (sum(again.walks), [e.id for e in again.exercises]) == (18, ["E03"])


def held_by(patient: Patient, *earlier: Shown) -> list[date]:
    """The days of the answers that are remembered as what holds the plan."""
    step, now = with_hidden(patient, *earlier), datetime.combine(DAY_0 + timedelta(days=DAYS), time(9), UTC)
    return [one.day for one in shown_now(step, patient.history(), earlier, now, "3").held_by]


def answered(day: int, *, held: bool) -> Shown:
    """A plan that was shown, and that an answer of the same day had a part in."""
    return replace(shown(day, held=held), held_by=(Holding(f"{day}", DAY_0 + timedelta(days=day)),))


def test_while_a_plan_stays_held_what_held_it_last_is_remembered() -> None:
    earlier = [answered(day, held=True) for day in (1, 3, 5)]
    assert held_by(somebody(), *earlier) == [DAY_0 + timedelta(days=5)]
    assert held_by(somebody(), earlier[0]) == [DAY_0 + timedelta(days=1)]


def test_where_nothing_holds_the_plan_nothing_is_remembered_of_what_did() -> None:
    assert held_by(somebody(), answered(3, held=True), answered(5, held=False)) == []


def test_of_the_answers_those_since_the_lock_hold_the_plan() -> None:
    patient = somebody()
    patient.gate(2, CES1="yes")
    patient.clear(2)
    patient.gate(DAYS - 1, CES1="yes")
    patient.gate(DAYS - 1)
    patient.gate(DAYS, CES1="unsure")
    assert held_by(patient) == [DAY_0 + timedelta(days=day) for day in (DAYS - 1, DAYS)]


@pytest.mark.parametrize(("level", "minutes"), [(2, 16), (3, 18), (4, 18)])
def test_until_the_list_is_answered_no_walk_is_above_the_last_and_there_is_no_exercise(
    level: int, minutes: int
) -> None:
    plan = seen(somebody(), shown(DAYS - 1, level, E03=1))
    assert (plan.walk_minutes, plan.exercises, rules(plan)) == (minutes, (), ["UnreadAndOpen"])
    assert plan.is_held


def test_where_nothing_is_known_of_the_last_plan_the_walks_are_the_shortest() -> None:
    assert seen(somebody()).walk_minutes == 4


@pytest.mark.parametrize(("level", "minutes"), [(2, 16), (4, 18)])
def test_all_no_opens_the_plan_of_the_day_and_raises_nothing(level: int, minutes: int) -> None:
    plan = seen(somebody(listed=True), shown(DAYS - 1, level, E03=1))
    assert (plan.walk_minutes, rules(plan), plan.is_held) == (minutes, ["UnreadAndAnswered"], False)
    assert [(e.id, e.level) for e in plan.exercises] == [("E03", 1)]


def test_a_list_of_yesterday_opens_nothing_today() -> None:
    patient = Patient.at_level(3, days=DAYS)
    assert rules(seen(patient, shown(DAYS - 1, 3))) == ["UnreadAndOpen"]


def test_a_yes_of_today_locks_as_ever() -> None:
    patient = somebody()
    patient.gate(DAYS, CES1="yes")
    plan = seen(patient, shown(DAYS - 1, 3))
    assert (plan.lock is not None, plan.is_held) == (True, True)


def cleared(day: date, saved: datetime | None) -> Patient:
    patient = somebody()
    at = datetime.combine(day, time(12), UTC)
    patient.entries.append(Clearance(id="c" * 26, day=day, at=at, tz="UTC", by="fastlegen", saved=saved))
    return patient


@pytest.mark.parametrize(("after", "answers"), [(timedelta(0), False), (timedelta(seconds=1), True)])
def test_who_was_seen_after_the_file_was_last_changed_answers_for_all_that_is_in_it(
    after: timedelta, *, answers: bool
) -> None:
    plan = seen(cleared(date(2026, 2, 21), CHANGED + after), shown(DAYS - 1, held=True))
    assert plan.is_unread_and_held != answers


@pytest.mark.parametrize(
    ("day", "answers"),
    [
        (date(2026, 2, 19), False),
        (date(2026, 2, 20), False),
        (date(2026, 2, 21), True),
        (date(2026, 3, 1), True),
    ],
)
def test_who_was_seen_answers_for_no_later_day_however_late_that_is_told(day: date, *, answers: bool) -> None:
    told_late = cleared(day, CHANGED + timedelta(days=30))
    assert seen(told_late, shown(DAYS - 1, held=True)).is_unread_and_held != answers


@pytest.mark.parametrize(("day", "answers"), [(date(2026, 2, 28), False), (date(2026, 3, 1), True)])
def test_where_nobody_knows_when_it_was_changed_the_clearance_must_be_of_a_later_day(
    day: date, *, answers: bool
) -> None:
    hidden = replace(FEBRUARY, said_by=None)
    plan = seen(cleared(day, CHANGED + timedelta(days=30)), shown(DAYS - 1, held=True), hidden=hidden)
    assert plan.is_unread_and_held != answers


@pytest.mark.parametrize(
    ("file", "day", "first", "last"),
    [
        ("2026-01.json", None, "2026-01-01", "2026-01-31"),
        ("2026-04.json", None, "2026-04-01", "2026-04-30"),
        ("2026-02.json", None, "2026-02-01", "2026-02-28"),
        ("2028-02 (copy).json", None, "2028-02-01", "2028-02-29"),
        ("9999-12.json", None, "9999-12-01", "9999-12-31"),
        ("2026-01.json", "2026-01-05", "2026-01-05", "2026-01-05"),
        ("2026-01.json", "soon", "0001-01-01", "9999-12-31"),
        ("2026-01.json", "0026-01-05", "2026-01-01", "2026-01-31"),
        ("2026-01.json", "1989-12-31", "2026-01-01", "2026-01-31"),
        ("2026-01.json", "1990-01-01", "1990-01-01", "1990-01-01"),
        ("0026-01.json", "0026-01-05", "0001-01-01", "9999-12-31"),
        ("2026-13.json", None, "0001-01-01", "9999-12-31"),
        ("diary.json", None, "0001-01-01", "9999-12-31"),
    ],
)
def test_what_cannot_be_read_may_be_about_any_day_of_its_month(
    file: str, day: str | None, first: str, last: str
) -> None:
    hidden = hidden_by(Problem(file, "damaged", day=day, changed=CHANGED))
    assert (str(hidden.first), str(hidden.last)) == (first, last)


@pytest.mark.parametrize(
    ("file", "day", "changed", "said_by"),
    [
        ("2026-02.json", None, CHANGED, CHANGED),
        ("2026-02.json", None, FIRST_MOMENT, FIRST_MOMENT),
        ("2026-02.json", None, FIRST_MOMENT - timedelta(seconds=1), None),
        ("2026-02.json", "2026-02-20", CHANGED, CHANGED),
        ("2026-02.json", "2026-02-21", CHANGED, None),
        ("diary.json", None, CHANGED, CHANGED),
        ("diary.json", None, datetime(1980, 1, 1, tzinfo=UTC), None),
    ],
)
def test_a_time_before_all_that_a_file_may_say_proves_nothing(
    file: str, day: str | None, changed: datetime, said_by: datetime | None
) -> None:
    assert hidden_by(Problem(file, "damaged", day=day, changed=changed)).said_by == said_by


def test_a_hidden_month_is_from_its_first_day_to_its_last() -> None:
    around = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 1)]
    assert [day in FEBRUARY for day in around] == [False, True, True, False]


def test_only_what_names_its_days_is_dated() -> None:
    known = [hidden_by(Problem(name, "damaged")).is_dated for name in ("2026-01.json", "diary.json")]
    assert known == [True, False]


def test_a_line_or_an_entry_is_one_line_and_a_file_is_all_of_it() -> None:
    file = Problem("2026-01.json", "damaged")
    told = (replace(file, line=1), replace(file, entry="Z"), file)
    assert [hidden_by(one).is_one_line for one in told] == [True, True, False]


def test_only_what_no_repair_could_save_is_settled_once_somebody_was_seen() -> None:
    lost, damaged = (Problem("2026-02.json", what, changed=CHANGED) for what in ("lost", "damaged"))
    seen = cleared(date(2026, 3, 1), CHANGED + timedelta(days=9)).history().all(Clearance)
    assert [one.what for one in settled((lost, damaged), seen)] == ["settled", "damaged"]
    assert settled((lost, damaged), ()) == (lost, damaged)


def gone(saved: datetime | None, seen: datetime | None = None, hidden: int | None = None) -> list[str | None]:
    """What is told to be missing of two answers that held the plan, of which one is in the diary."""
    patient = cleared(DAY_0, seen) if seen else somebody()
    there = patient.history().all(Gate)[0]
    day = DAY_0 + timedelta(days=3)
    by = (Holding("Z", day, saved), Holding(there.id, there.day, saved))
    days = [] if hidden is None else [DAY_0 + timedelta(days=hidden)]
    history = History.of(patient.entries, [Hidden("x", one, one) for one in days])
    return [
        one.entry for one in answers_gone(history, (answered(1, held=True), replace(shown(5), held_by=by)))
    ]


def test_an_answer_that_held_the_plan_last_and_is_gone_is_told() -> None:
    assert gone(FIRST_MOMENT) == ["Z"]
    assert gone(FIRST_MOMENT, hidden=2) == ["Z"]
    assert gone(FIRST_MOMENT, hidden=3) == []


@pytest.mark.parametrize(("after", "told"), [(-1, ["Z"]), (0, []), (1, [])])
def test_it_is_not_missed_where_somebody_was_seen_since(after: int, told: list[str]) -> None:
    assert gone(FIRST_MOMENT, FIRST_MOMENT + timedelta(seconds=after)) == told
    assert gone(None, FIRST_MOMENT) == ["Z"], "when it was said is not known"


# A clock that was, or is, wrong.


def test_where_nothing_is_of_a_day_to_come_the_diary_is_as_it_is() -> None:
    patient = somebody()
    patient.gate(DAYS, CES1="yes")
    assert on_the_real_day(patient) == patient.history()


@pytest.mark.parametrize(("ahead", "expected"), [(2, False), (3, True)])
def test_more_than_two_days_ahead_clock_and_diary_disagree(ahead: int, *, expected: bool) -> None:
    patient = somebody()
    patient.morning(DAYS + ahead)
    assert is_ahead(patient.history(), DAY_0 + timedelta(days=DAYS)) == expected


def on_the_real_day(patient: Patient) -> History:
    return as_of(patient.history(), DAY_0 + timedelta(days=DAYS), red_flags())


@pytest.mark.parametrize("ahead", [1, 2, 3, 400])
def test_a_yes_of_a_day_to_come_holds_now(ahead: int) -> None:
    patient = somebody()
    patient.gate(DAYS + ahead, CES1="unsure")
    *_, step = steps(DAY_0 + timedelta(days=DAYS), on_the_real_day(patient), catalogue(), red_flags())
    assert step.facts.lock is not None
    patient.clear(DAYS + ahead)
    *_, step = steps(DAY_0 + timedelta(days=DAYS), on_the_real_day(patient), catalogue(), red_flags())
    assert step.facts.lock is None


def test_who_was_seen_since_is_answered_for_on_every_day_after() -> None:
    patient = somebody()
    patient.gate(400, CES1="yes")
    said, seen = patient.entries[-1], DAY_0 + timedelta(days=DAYS)
    assert isinstance(said, Gate)
    for hours, is_open in ((-1, False), (1, True)):
        moment = FIRST_MOMENT + timedelta(hours=hours)
        cleared = Clearance(id="C", rev=1, day=seen, at=moment, tz="UTC", by="fastlegen", saved=moment)
        entries = (*patient.entries[:-1], replace(said, saved=FIRST_MOMENT), cleared)
        for later in range(3):
            day = seen + timedelta(days=later)
            *_, step = steps(day, as_of(History.of(entries), day, red_flags()), catalogue(), red_flags())
            assert (step.facts.lock is None) is is_open, (hours, later)


def test_a_no_of_a_day_to_come_answers_no_list_that_is_asked_today() -> None:
    patient = somebody()
    patient.gate(400)
    *_, step = steps(DAY_0 + timedelta(days=DAYS), on_the_real_day(patient), catalogue(), red_flags())
    *_, without = steps(DAY_0 + timedelta(days=DAYS), somebody().history(), catalogue(), red_flags())
    assert step.facts.gate == without.facts.gate


def test_nothing_rises_while_they_disagree_and_it_is_said() -> None:
    patient = Patient.at_level(3, days=9)
    patient.morning(9)
    patient.walk(50, 10)
    *_, step = steps(DAY_0 + timedelta(days=9), patient.history(), catalogue(), red_flags())
    assert plan_of(step).level == 4
    plan = plan_of(ahead_of_clock(step, (shown(8, 3, E03=1),)))
    assert plan.walk_minutes == 18
    assert "ClockDisagrees" in rules(plan)
    assert "GoodWeek" not in rules(plan)


def test_days_that_cannot_be_read_are_not_silent_ones() -> None:
    def after(days: int, **hidden: Any) -> str:
        patient = Patient.at_level(3, days=3)
        history = History.of(patient.entries, [Hidden("x", **hidden)] if hidden else [])
        *_, step = steps(DAY_0 + timedelta(days=days), history, catalogue(), red_flags())
        return f"{step.facts.silent} {step.standing.level}"

    march = {"first": DAY_0 + timedelta(days=3), "last": DAY_0 + timedelta(days=30)}
    assert after(20) == "18 2"
    assert after(20, **march) == "0 3"
    assert after(37, **march) == "7 3"
    assert after(38, **march) == "8 2"
