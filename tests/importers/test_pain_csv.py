"""Pain diaries of any program: what is taken, what is not, and that every row left out is told."""

from contextlib import suppress
from datetime import date, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.importers import notices
from ryggkompis.importers.errors import NothingLeft, OtherScale
from ryggkompis.importers.found import Here
from ryggkompis.importers.taking.taking import taking
from tests.importers.files import HERE, mornings, numbers, taken_in, told

LONG = "name,startday,startmonth,startyear,intensity,date\n"


def test_a_column_a_place_and_a_day_a_row() -> None:
    found = taken_in("date,Leg,Back\n2026-03-02,5,3\n2026-03-03,,0\n", "leg=leg", "back=back")
    assert numbers(found) == {"2026-03-02": (5, 3), "2026-03-03": (None, 0)}
    assert told(found, notices.Blank) == [notices.Blank(1)]


def test_a_norwegian_spreadsheet_with_semicolons_decimal_commas_and_a_byte_order_mark() -> None:
    text = "\ufeffDato;Vondt i beinet;Rygg æøå\r\n2.3.2026;3,5;2\r\n03.03.2026 07:15;4;\r\n"
    found = taken_in(text, "vondt i beinet=leg", "RYGG ÆØÅ = back")
    assert numbers(found) == {"2026-03-02": (4, 2), "2026-03-03": (4, None)}
    assert mornings(found)["2026-03-03"].at.isoformat() == "2026-03-03T07:15:00+01:00"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encodings_that_spreadsheets_write(encoding: str) -> None:
    data = "dato;Kjenner på såret\n2026-03-02;3\n".encode(encoding)
    assert numbers(taken_in(data, "kjenner på såret=leg")) == {"2026-03-02": (3, None)}


def test_lines_above_the_heading_are_passed_over() -> None:
    text = "# a clinic's export\n# date: ISO\nid,date,pain_level\nP1,2026-03-02,7\n"
    assert numbers(taken_in(text, "pain_level=back")) == {"2026-03-02": (None, 7)}


@pytest.mark.parametrize(
    ("values", "whole"),
    [(["3.5"], 4), (["2.5"], 3), (["2.4"], 2), (["3", "4"], 4), (["3.8", "2"], 3), (["0", "1", "0.2"], 0)],
)
def test_several_numbers_a_day_become_their_mean_and_a_half_goes_up(values: list[str], whole: int) -> None:
    rows = "".join(f"Knee,2,3,2026,{v},\n" for v in [*values])
    found = taken_in(LONG + rows, "Knee=leg")
    assert numbers(found) == {"2026-03-02": (whole, None)}
    assert bool(told(found, notices.Averaged)) == (len(values) > 1)


def test_a_row_said_twice_counts_once_and_is_told() -> None:
    found = taken_in(LONG + "Knee,2,3,2026,2,\nKnee,2,3,2026,2,\nKnee,2,3,2026,5,\n", "Knee=leg")
    assert numbers(found) == {"2026-03-02": (4, None)}
    assert told(found, notices.Repeated) == [notices.Repeated((3,))]


def test_what_is_left_out_is_told_with_its_lines() -> None:
    text = (
        "date,Leg\n2026-03-02,3\n2026-03-03,11\n2026-03-04,-1\n2026-02-30,3\n03/04/2026,3\n"
        "2026-12-24,3\n1876-01-01,3\n2026-03-05,bad\n2026-03-06,1e1\n2026-03-07,4\n2026-03-08,5\n"
    )
    found = taken_in(text, "leg=leg")
    assert sorted(numbers(found)) == ["2026-03-02", "2026-03-07", "2026-03-08"]
    assert told(found, notices.OutOfScale) == [notices.OutOfScale((3, 4))]
    assert told(found, notices.NoSuchDay) == [notices.NoSuchDay((5, 6, 8))]
    assert told(found, notices.NotYet) == [notices.NotYet((7,))]
    assert told(found, notices.NotANumber) == [notices.NotANumber((9, 10))]


def test_today_has_come() -> None:
    assert numbers(taken_in("date,Leg\n2026-11-22,3\n", "leg=leg")) == {"2026-11-22": (3, None)}


def test_a_time_on_another_day_is_not_believed_but_its_day_is() -> None:
    found = taken_in(LONG + "Knee,2,3,2026,4,2026-03-03 20:00:00\n", "Knee=leg")
    assert mornings(found)["2026-03-02"].at.isoformat() == "2026-03-02T12:00:00+01:00"
    assert told(found, notices.OtherDay) == [notices.OtherDay((2,))]


def test_a_time_in_the_night_after_belongs_to_the_day() -> None:
    found = taken_in(LONG + "Knee,2,3,2026,4,2026-03-03 01:30:00\n", "Knee=leg")
    assert mornings(found)["2026-03-02"].at.isoformat() == "2026-03-03T01:30:00+01:00"
    assert not told(found, notices.OtherDay)


def test_times_with_and_without_an_offset_can_stand_on_one_day() -> None:
    rows = "Knee,2,3,2026,4,2026-03-02T09:00:00Z\nKnee,2,3,2026,6,2026-03-02 08:00:00\n"
    found = taken_in(LONG + rows, "Knee=leg")
    assert [(line["at"], line["leg"]) for line in found.lines] == [
        ("2026-03-02T08:00:00+01:00", 6), ("2026-03-02T09:00:00Z", 4),
    ]  # fmt: skip


def test_the_same_number_in_the_morning_and_in_the_evening_is_two_answers() -> None:
    found = taken_in(
        "Dato;Tid;Bein\n03.11.2026;08:00;3\n03.11.2026;8 pm;3\n03.11.2026;8:00 PM;3\n", "bein=bein"
    )
    assert [line["at"] for line in found.lines] == ["2026-11-03T08:00:00+01:00", "2026-11-03T20:00:00+01:00"]


def test_an_impossible_time_is_not_believed() -> None:
    found = taken_in(LONG + "Knee,2,3,2026,4,0001-01-01 00:00:00\n", "Knee=leg")
    assert mornings(found)["2026-03-02"].at.hour == 12


def test_a_zone_that_nobody_knows_falls_back_on_the_offset() -> None:
    here = Here(date(2026, 11, 22), "Nowhere/None", timezone(timedelta(hours=2)))
    found = taken_in("date,Leg\n2026-03-02,3\n", "leg=leg", here=here)
    assert mornings(found)["2026-03-02"].at.isoformat() == "2026-03-02T12:00:00+02:00"


def test_a_year_without_end_is_no_year() -> None:
    found = taken_in(f"{LONG}Knee,2,3,2026,4,\nKnee,2,3,{'9' * 30},4,\n", "Knee=leg")
    assert told(found, notices.NoSuchDay) == [notices.NoSuchDay((3,))]


def test_short_and_long_rows_do_no_harm() -> None:
    found = taken_in(
        "date,Leg,Back\n2026-03-02,3\n\n2026-03-03,1,2,3,4\n2026-03-04\n", "leg=leg", "back=back"
    )
    assert numbers(found) == {"2026-03-02": (3, None), "2026-03-03": (1, 2)}


def test_two_names_can_fill_one_place() -> None:
    found = taken_in("date,Calf,Thigh\n2026-03-02,3,6\n", "calf=leg", "thigh=leg")
    assert numbers(found) == {"2026-03-02": (5, None)}


def test_a_diary_on_another_scale_is_refused_rather_than_misread() -> None:
    with pytest.raises(OtherScale) as caught:
        taken_in("date,Leg\n2026-03-02,45\n2026-03-03,60\n2026-03-04,8\n", "leg=leg")
    assert "2 of 3" in str(caught.value)


def test_a_diary_without_one_usable_line_is_refused() -> None:
    with pytest.raises(NothingLeft) as caught:
        taken_in("date,Leg\n2026-13-02,3\n,4\n", "leg=leg")
    assert "2026-13-02" in str(caught.value)


def test_the_same_day_said_the_same_way_is_the_same_entry_wherever_it_stands() -> None:
    one = taken_in("date,Leg\n2026-03-02,3\n", "leg=leg")
    other = taken_in("dato;Bein;x\n1.3.2026;9;1\n2.3.2026;3,2;2\n", "bein=leg")
    assert one.lines[0]["id"] == other.lines[1]["id"]
    assert one.lines[0]["id"] != other.lines[0]["id"]


def test_a_check_in_of_the_patient_is_never_replaced() -> None:
    found = taken_in("date,Leg\n2026-03-02,3\n2026-03-03,4\n", "leg=leg")
    own = {"id": "OWN", "rev": 1, "day": "2026-03-02", "kind": "check_in"}
    walk = {"id": "WALK", "rev": 1, "day": "2026-03-03", "kind": "walk"}
    less = taking(found, [own, walk], HERE.today)
    assert [line["day"] for line in less.lines] == ["2026-03-03"]
    assert told(less, notices.DayTaken) == [notices.DayTaken(1)]


def test_a_thousand_bytes_of_a_name_are_no_trouble() -> None:
    with pytest.raises(ExpectedError) as caught:
        taken_in(f"date,{'x' * 1000}\x9b31m\n2026-03-02,3\n")
    assert len(str(caught.value)) < 300
    assert "\x9b" not in str(caught.value)


@settings(derandomize=True, max_examples=200)
@given(st.text(max_size=300) | st.text(alphabet='date,;\n"0123.-Leg ', max_size=300))
def test_any_text_is_either_taken_in_or_refused_in_a_sentence(text: str) -> None:
    data = ("date,Leg\n" + text).encode("utf-8", "surrogatepass")
    with suppress(ExpectedError):
        found = taken_in(data, "leg=leg")
        assert all(entry.day <= HERE.today for entry in mornings(found).values())
        assert all(entry.leg is not None for entry in mornings(found).values())
