"""Medicines that are counted: which doses are of one, and when a dose passes the patient's own limits."""

from datetime import date, datetime, timedelta, timezone

import pytest

from ryggkompis.domain.base.scales import MedicineTurn
from ryggkompis.domain.course.happened import happened
from ryggkompis.domain.course.medicine_use import uses
from ryggkompis.domain.journal.entries import Entry, Note
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.medicine import Medicine, OwnMedicine
from ryggkompis.domain.journal.medicines import Counted, Passed, counted, passed_by

OSLO = timezone(timedelta(hours=1))
NOW = datetime(2026, 3, 2, 14, 30, tzinfo=OSLO)
TODAY = NOW.date()
HOUR = timedelta(hours=1)


def stamp(at: datetime, day: date | None = None) -> dict[str, object]:
    return {"id": f"{at:%d%H%M%S}", "day": day or at.date(), "at": at, "tz": "Europe/Oslo"}


def dose(
    at: datetime, name: str | None = "Pill A", text: str = "Pill A", day: date | None = None
) -> Medicine:
    return Medicine(text=text, name=name, **stamp(at, day))  # type: ignore[arg-type]


def told_late(day: date) -> Medicine:
    """What is told about a day that is over has noon for its time."""
    return dose(datetime(day.year, day.month, day.day, 12, tzinfo=OSLO))


def limits(most: int | None = None, apart: int | None = None, at: datetime = NOW - 900 * HOUR) -> OwnMedicine:
    return OwnMedicine(name="Pill A", most=most, apart=apart, **stamp(at))  # type: ignore[arg-type]


def turn(how: MedicineTurn, at: datetime) -> OwnMedicine:
    return OwnMedicine(name="Pill A", turn=how, **stamp(at))  # type: ignore[arg-type]


def the_one(*told: Entry) -> Counted:
    (one,) = counted(told)
    return one


def passes(*told: Entry, at: datetime = NOW, is_over: bool = False) -> Passed | None:
    return passed_by(the_one(*told), at.date(), at, is_over=is_over)


def test_what_was_never_given_a_name_is_not_counted() -> None:
    assert counted([dose(NOW, name=None)]) == ()


def test_the_very_same_words_count_from_the_day_that_a_name_is_given() -> None:
    old = dose(NOW - 50 * HOUR, name=None, text=" pill  A ")
    other = dose(NOW - 40 * HOUR, name=None, text="Pill A, two of them")
    assert the_one(old, other, dose(NOW)).doses == (old, dose(NOW))


def test_an_old_note_is_tied_to_a_name() -> None:
    tied = dose(NOW - 40 * HOUR, text="two of the white ones")
    assert the_one(tied, dose(NOW)).in_week(TODAY) == 2


def test_the_one_noted_latest_stands_first_and_a_late_word_is_not_the_latest() -> None:
    late = told_late(TODAY - timedelta(days=3))
    first, second = counted([late, dose(NOW - HOUR, name="Pill B", text="Pill B"), limits(at=NOW)])
    assert (first.name, second.name) == ("Pill B", "Pill A")


@pytest.mark.parametrize(("taken", "asks"), [(2, False), (3, True)])
def test_one_more_than_the_patients_own_number_is_asked_about(taken: int, asks: bool) -> None:
    doses = [dose(NOW - 7 * HOUR * n) for n in range(1, taken + 1)]
    assert (passes(limits(most=3), *doses) is not None) is asks


@pytest.mark.parametrize(("minutes", "asks"), [(359, True), (360, False)])
def test_hours_apart_are_counted_to_the_minute(minutes: int, asks: bool) -> None:
    found = passes(limits(apart=6), dose(NOW - timedelta(minutes=minutes)))
    assert (found is not None) is asks


def test_doses_before_four_in_the_morning_still_count() -> None:
    """The day begins anew at four, the body does not."""
    night = datetime(2026, 3, 2, 5, 0, tzinfo=OSLO)
    doses = [dose(night - n * HOUR, day=TODAY - timedelta(days=1)) for n in (2, 4, 6)]
    found = passes(limits(most=3), *doses, at=night)
    assert found is not None
    assert found.count == 3


@pytest.mark.parametrize("ahead", [1, 5, 23])
def test_a_clock_that_was_set_back_hides_nothing(ahead: int) -> None:
    found = passes(limits(most=1, apart=24), dose(NOW + ahead * HOUR))
    assert found is not None
    assert found.count == 1


def test_a_dose_of_an_unknown_time_counts_as_near_as_it_can_have_been() -> None:
    yesterday = TODAY - timedelta(days=1)
    assert passes(limits(apart=11), told_late(yesterday)) is not None
    assert passes(limits(apart=10), told_late(yesterday)) is None
    assert passes(limits(most=1), told_late(yesterday - timedelta(days=1))) is None


def test_of_a_day_that_is_over_only_its_doses_count() -> None:
    day = TODAY - timedelta(days=4)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=OSLO)
    assert passes(limits(most=2, apart=6), told_late(day), at=noon, is_over=True) is None
    assert passes(limits(most=1), told_late(day), at=noon, is_over=True) is not None


def test_the_newest_word_on_the_limits_stands_and_none_is_no_limit() -> None:
    taken = dose(NOW - HOUR)
    assert passes(limits(most=1), limits(at=NOW - 2 * HOUR), taken) is None
    assert passes(limits(most=5), limits(most=1, at=NOW - 2 * HOUR), taken) is not None
    assert passes(limits(most=1), turn("started", NOW - 2 * HOUR), taken) is not None


def test_begun_and_stopped_are_marked_beside_what_happened() -> None:
    told = [turn("started", NOW - 100 * HOUR), turn("stopped", NOW), limits(most=1)]
    assert [(one.kind, one.text) for one in happened(History.of(told))] == [
        ("started", "Pill A"),
        ("stopped", "Pill A"),
    ]
    assert the_one(*told).turn == "stopped"


def test_what_was_told_twice_in_a_day_is_marked_once() -> None:
    again = [turn("stopped", NOW - HOUR), turn("stopped", NOW), turn("started", NOW - 48 * HOUR)]
    assert [one.kind for one in happened(History.of(again))] == ["started", "stopped"]


def test_use_is_told_of_the_days_that_are_known_and_week_by_week() -> None:
    first = TODAY - timedelta(days=19)
    doses = [dose(NOW - timedelta(days=n, hours=h)) for n, h in [(19, 0), (8, 0), (8, 3), (8, 6), (0, 0)]]
    quiet = Note(text="nothing today", **stamp(NOW - timedelta(days=5)))  # type: ignore[arg-type]
    before = dose(NOW - timedelta(days=30))
    (use,) = uses(History.of([before, *doses, quiet]), first, TODAY)
    assert (use.times, use.days, use.logged, use.most) == (5, 3, 4, 3)
    assert [(week.times, week.days, week.logged) for week in use.weeks] == [(1, 1, 1), (3, 1, 1), (1, 1, 2)]
    assert use.weeks[0].first == first
    assert use.weeks[-1].last == TODAY


def test_what_was_not_taken_in_the_period_is_left_out() -> None:
    assert uses(History.of([dose(NOW)]), TODAY - timedelta(days=9), TODAY - timedelta(days=1)) == ()
