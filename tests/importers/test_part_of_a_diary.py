"""A report of some days, taken in elsewhere: what held in them holds there, and what is missing is said."""

import json
from datetime import date, time, timedelta
from typing import Any

import pytest

from ryggkompis.domain.journal.drawing import Drawing
from ryggkompis.domain.journal.entries import Note, Profile, Programme
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.hidden import Hidden
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.medicine import Medicine, OwnMedicine
from ryggkompis.domain.journal.medicines import counted
from ryggkompis.domain.plan.safety import gate_on
from ryggkompis.i18n.language import speaking
from ryggkompis.importers.found import Found
from ryggkompis.importers.notices import LeftOut, OnlyPart, WasUnread
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.wording import notice_in_words
from ryggkompis.report.gather import summary_of
from ryggkompis.report.rendering import render
from tests.domain.patient import DAY_0, Patient, catalogue, red_flags
from tests.importers.files import HERE, made, told
from tests.report.journals import lines_of, report_of

FIRST, LAST = 20, 29


def taken(patient: Patient, first: int = FIRST, last: int = LAST, **options: Any) -> Found:
    return read_file(
        render("json", report_of(patient, last, first, **options), "nb"), HERE, name="report.json"
    )


def with_everything() -> Patient:
    patient = Patient(side="left", goals=("tie shoes",), therapist="Kari")
    patient.gate(0, "full")
    for n in range(30):
        patient.good_day(n, 2, gate=None)
    patient.say(Profile, 12, time(12), side="right", sensitivities=("flex",), thresholds={})
    patient.say(Programme, 5, time(12), name="Old", sha="a", walk_ceiling=3)
    patient.say(Programme, 9, time(12), name="New", sha="b", walk_ceiling=1, barred=("E01",))
    return patient


def test_own_limits_and_the_last_drawing_come_along_unless_left_out() -> None:
    patient = with_everything()
    patient.say(Medicine, 3, time(12), text="Paracet", name="Paracet")
    patient.say(OwnMedicine, 3, time(12), name="Paracet", most=2)
    patient.say(OwnMedicine, 4, time(12), name="Paracet", most=3, apart=6)
    patient.say(OwnMedicine, 5, time(12), name="Paracet", turn="started")
    patient.say(Drawing, 2, time(12), pain=("back_left",))
    patient.say(Drawing, 6, time(12), numbness=("between_legs",))
    patient.say(Medicine, 25, time(12), text="Paracet", name="Paracet")
    there = History.of(made(taken(patient)))
    (known,) = counted(there.entries)
    assert known.limits is not None
    assert (known.limits.most, known.limits.apart, known.turn) == (3, 6, "started")
    assert [one.numbness for one in there.drawings] == [("between_legs",)]
    less = History.of(made(taken(patient, without=frozenset({"medicine", "drawing"}))))
    assert (counted(less.entries), less.drawings) == ((), ())


def a_yes(patient: Patient) -> None:
    patient.gate(10, "full", CES1="yes")


def unsure_line(patient: Patient) -> None:
    patient.gate(10, daily="unsure")


def a_yes_that_was_seen(patient: Patient) -> None:
    patient.gate(10, "full", CES1="yes")
    patient.clear(11)


def seen_and_said_anew(patient: Patient) -> None:
    a_yes_that_was_seen(patient)
    patient.gate(13, "full", MOT1="unsure", CAN1="yes")


def three_numb_mornings(patient: Patient) -> None:
    for n in (14, 15, 16):
        patient.morning(n, numb="more")


def two_numb_mornings_and_a_third(patient: Patient) -> None:
    for n in (18, 19, 21):
        patient.morning(n, numb="more")


def a_soft_one(patient: Patient) -> None:
    patient.gate(8, "full", INFL="yes")


def a_flag_that_nobody_knows(patient: Patient) -> None:
    patient.gate(8, "full", NEW9="yes")


def nothing_more(patient: Patient) -> None:
    pass


@pytest.mark.parametrize(
    "also",
    [
        nothing_more, a_yes, unsure_line, a_yes_that_was_seen, seen_and_said_anew, three_numb_mornings,
        two_numb_mornings_and_a_third, a_soft_one, a_flag_that_nobody_knows,
    ],
)  # fmt: skip
def test_who_the_plan_is_for_and_what_holds_it_back_come_along(also: Any) -> None:
    patient = with_everything()
    also(patient)
    there, here = patient.history(), History.of(made(taken(patient)))
    for n in range(FIRST, LAST + 1):
        day = DAY_0 + timedelta(days=n)
        assert here.profile(day) == there.profile(day)
        assert here.programme(day) == there.programme(day)
        left, right = (gate_on(day, one, red_flags()) for one in (here, there))
        assert (left.lock, left.lasting) == (right.lock, right.lasting)


def test_an_operation_told_of_before_the_period_comes_along() -> None:
    patient = with_everything()
    patient.say(EpisodeMark, 3, time(12), start=DAY_0, operated=DAY_0 + timedelta(days=2))
    here = History.of(made(taken(patient)))
    assert here.episode_marks == patient.history().episode_marks


def test_what_is_settled_stays_at_home() -> None:
    patient = with_everything()
    a_yes_that_was_seen(patient)
    patient.say(Note, 11, time(13), text="not for this report")
    early = [line for line in taken(patient).lines if str(line["day"]) < "2026-03-22"]
    assert {line["kind"] for line in early} == {"profile", "programme"}


def test_how_many_days_are_missing_is_said() -> None:
    patient = with_everything()
    (notice,) = told(taken(patient), OnlyPart)
    early = [line for line in lines_of(patient) if str(line["day"]) < "2026-03-22"]
    assert notice == OnlyPart(date(2026, 3, 22), date(2026, 3, 31), len(early) - 2)
    with speaking("en"):
        assert f"{notice.entries} entries did not come along" in notice_in_words(notice)


def test_a_report_of_everything_gives_the_same_plan_and_lacks_nothing() -> None:
    patient = with_everything()
    found = taken(patient, 0)
    assert told(found, OnlyPart) == []
    copied = Patient()
    copied.entries += made(found)
    assert copied.plans(LAST) == patient.plans(LAST)


def test_what_was_left_out_is_named() -> None:
    patient = with_everything()
    found = taken(patient, without=frozenset({"profile", "programme"}))
    (notice,) = told(found, LeftOut)
    assert notice == LeftOut(("profile", "programme"))
    with speaking("en"):
        assert notice_in_words(notice).endswith("here: the profile and the therapist's programme.")
    early = [line for line in found.lines if str(line["day"]) < "2026-03-22"]
    assert [line["kind"] for line in early] == ["profile"]
    assert "side" not in early[0]


def test_a_crisis_answer_from_before_is_not_carried_along() -> None:
    patient = with_everything()
    patient.gate(10, "full", PSY1="yes", INFL="yes")
    text = render("json", report_of(patient, LAST, FIRST), "nb").decode()
    assert "INFL" in text
    assert "PSY1" not in text


@pytest.mark.parametrize(
    "outside", [None, 7, [], {}, {"entries": 7}, {"before": "x", "entries": [7, None]}, {"before": 9}]
)
def test_whatever_stands_outside_is_no_traceback(outside: object) -> None:
    patient = with_everything()
    document = json.loads(render("json", report_of(patient, LAST, FIRST), "nb"))
    document |= {"outside": outside, "without": [{}, 7, "x"], "summary": [], "period": "x"}
    found = read_file(json.dumps(document).encode(), HERE, name="report.json")
    assert len(found.lines) == len(document["entries"])
    assert not {OnlyPart, LeftOut, WasUnread}.intersection(map(type, found.notices))


def test_a_report_of_a_diary_with_an_unreadable_month_says_so() -> None:
    patient = with_everything()
    history = History.of(patient.entries, [Hidden("2026-03.json", DAY_0, DAY_0 + timedelta(days=5))])
    first, last = (DAY_0 + timedelta(days=n) for n in (0, LAST))
    facts = summary_of(history, lines_of(patient), red_flags(), catalogue(), first=first, last=last)
    found = read_file(render("json", facts, "nb"), HERE, name="report.json")
    assert told(found, WasUnread) == [WasUnread()]
