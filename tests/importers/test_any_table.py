"""Any table: its days, its numbers and its names, as people and programs write them."""

from datetime import date

import pytest

from ryggkompis.domain.journal.entries import CheckIn, Note, Walk
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.i18n.language import speaking
from ryggkompis.importers import errors, notices, understood
from ryggkompis.importers.mapping import parse_mapping, typed_maps
from ryggkompis.importers.numbers import Numbers
from ryggkompis.importers.wording import notice_in_words
from tests.importers.files import made, numbers, real, steps, taken_in, text, told


@pytest.mark.parametrize(
    ("column", "is_whole", "read"),
    [
        (["1,773", "9,892"], True, [1773, 9892]),
        (["4.210", "11 665", "8 110"], True, [4210, 11665, 8110]),
        (["1\xa0773", "2\u202f001"], True, [1773, 2001]),
        (["1.234,5", "2.000"], False, [1234.5, 2000]),
        (["3,5", "4"], False, [3.5, 4]),
        (["3.5", "10"], False, [3.5, 10]),
        (["1,773,000", "1,773"], False, [1773000, 1773]),
        (["12345,678", "1,500"], False, [12345.678, 1.5]),
        (["1,2,3", "1e1", "x", ""], False, [None, None, None, None]),
    ],
)
def test_a_comma_or_a_point_means_what_the_whole_column_says(
    column: list[str], is_whole: bool, read: list[float | None]
) -> None:
    known = Numbers.of(column, is_whole=is_whole)
    assert [None if (n := known.read(said)) is None else float(n) for said in column] == read


def test_a_number_that_can_be_two_is_read_as_the_language_writes_it_and_said() -> None:
    with speaking("nb"):
        assert Numbers.of(["1,500"]).read("1,500") == 1.5
    with speaking("en"):
        assert Numbers.of(["1,500"]).read("1,500") == 1500
    found = text("Dato;Steg\n02.11.2026;4.210\n03.11.2026;8 110\n", "Steg=steps")
    assert steps(found) == {date(2026, 11, 2): 4210, date(2026, 11, 3): 8110}
    with speaking("en"):
        assert "In “Steg”, “4.210” was read as 4,210." in map(notice_in_words, found.notices)


@pytest.mark.parametrize(
    "day",
    [
        "2. november 2026", "2/11-2026", "2nd Nov 2026", "Nov 2, 2026", "02.11.2026", "2.11.26", "2026/11/02",
        "mandag 2. november 2026", "2026-11-02T00:00:00", "2. november 2026 kl. 08.15",
        "Nov 2, 2026, 8:15:00 AM",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(day: str) -> None:
    assert numbers(taken_in(f"Dato;Bein\n{day};3\n", "Bein=bein")) == {"2026-11-02": (3, None)}


def test_what_a_spreadsheet_says_of_its_separator_is_heeded() -> None:
    assert numbers(taken_in("sep=;\nDato;Bein\n02.11.2026;3\n", "Bein=leg")) == {"2026-11-02": (3, None)}


def test_a_column_with_a_comma_or_an_equals_sign_can_be_named() -> None:
    assert typed_maps("Bein, venstre=leg, Rygg = back") == ["Bein, venstre=leg", "Rygg = back"]
    assert typed_maps("a=b=leg; c=back") == ["a=b=leg", "c=back"]
    assert typed_maps("nonsense") == ["nonsense"]
    found = taken_in(
        "Dato;Bein, venstre;Rygg\n2026-11-20;3;4\n", *typed_maps("Bein, venstre=bein, Rygg=rygg")
    )
    assert numbers(found) == {"2026-11-20": (3, 4)}


def test_the_day_may_have_any_name_once_that_is_said() -> None:
    table = "Quand;Jambe\n20-11-2026;3\n"
    with pytest.raises(errors.MapDay) as caught:
        taken_in(table)
    assert "--map Quand=day" in str(caught.value)
    assert numbers(taken_in(table, "Quand=dag", "Jambe=bein")) == {"2026-11-20": (3, None)}
    with pytest.raises(errors.MapUnknownName):
        taken_in(table, "Når=day", "Jambe=leg")


def test_a_row_without_a_real_day_keeps_no_short_table_out() -> None:
    table = "Når;Bein\n2. november 2026;3\n31.02.2026;4\n4.11.26;5\n"
    with pytest.raises(errors.MapDay):
        taken_in(table)
    assert numbers(taken_in(table, "Når=dag", "Bein=bein")) == {
        "2026-11-02": (3, None),
        "2026-11-04": (5, None),
    }


def test_a_column_of_names_says_whose_the_numbers_are() -> None:
    table = (
        "hva,tall,når\nLeg pain,3,2026-11-20 08:00\nStress,9,2026-11-20 08:00\nLeg pain,3,2026-11-20 20:00\n"
    )
    maps = ("hva=name", "tall=value", "når=day", "Leg pain=leg")
    found = taken_in(table, *maps)
    assert [(line["at"], line["leg"]) for line in found.lines] == [
        ("2026-11-20T08:00:00+01:00", 3), ("2026-11-20T20:00:00+01:00", 3),
    ]  # fmt: skip


def test_a_column_that_holds_everything_cannot_be_the_leg() -> None:
    with pytest.raises(errors.MapOfNames) as caught:
        real("participant8_observations.csv", "intensity=leg")
    assert "Stress" in str(caught.value)
    with pytest.raises(errors.MapMissing) as missing:
        real("participant8_observations.csv")
    assert "=leg" not in str(missing.value)
    tired = made(real("participant8_observations.csv", "Tired=note"))
    assert {entry.text for entry in tired if isinstance(entry, Note)} == {"Tired: 0", "Tired: 1"}


def test_days_that_are_missing_are_taken_from_timestamps_that_other_rows_prove() -> None:
    found = real("participant8_pain.csv", "Leg pain=leg", "Low Back Pain=back")
    assert told(found, understood.DayFromTime) == [understood.DayFromTime(1480, -8, 918)]
    taken = [line for line in found.lines if line.get("leg") is not None]
    assert (len(taken), taken[0]["day"]) == (302, "2019-12-05")


def test_without_enough_proof_a_row_without_a_day_stays_without() -> None:
    head = "name,startday,startmonth,startyear,intensity,date\n"
    rows = "".join(f"Leg,{day},3,2026,3,2026-03-{day + 1:02} 02:00:00\n" for day in range(1, 11))
    found = taken_in(head + rows + "Leg,0,,0,3,2026-03-20 02:00:00\n", "Leg=leg")
    assert len(found.lines) == 10
    assert told(found, understood.DayFromTime) == []


def test_medicines_come_in_with_their_words_and_blanks_are_not_no() -> None:
    table = "date,Paracet,Bein\n2026-11-19,1 tablett,\n2026-11-20,,3\n"
    found = taken_in(table, "Paracet=medisin", "Bein=bein")
    assert [e.text for e in made(found) if isinstance(e, Medicine)] == ["Paracet: 1 tablett"]


def test_words_for_what_is_what_are_known_in_both_languages() -> None:
    assert parse_mapping(["a=dag", "b=tid", "c=navn", "d=verdi", "e=bein", "f=rygg", "g=skritt"]) == {
        "a": "day", "b": "time", "c": "name", "d": "value", "e": "leg", "f": "back", "g": "steps",
    }  # fmt: skip
    with pytest.raises(errors.MapTwice):
        parse_mapping(["Bein=leg", "bein=back"])
    with speaking("nb"), pytest.raises(errors.MapMissing) as caught:
        taken_in("dato;Vondt i beinet\n2026-11-20;3\n")
    assert "--map 'Vondt i beinet=bein'" in str(caught.value)


def test_remarks_that_begin_with_a_bracket_are_not_damaged() -> None:
    found = text("[2026-11-02 08:00] Vondt i beinet, 3 av 10.\nog mer\n\n[2026-11-03] Bedre\n")
    assert [(entry.day.isoformat(), entry.text) for entry in made(found) if isinstance(entry, Note)] == [
        ("2026-11-02", "Vondt i beinet, 3 av 10.\nog mer"), ("2026-11-03", "Bedre"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "came", "said"),
    [
        ("2026-11-02,3,0\n2026-11-03,4,0\n", [CheckIn, CheckIn], notices.NotDone(2)),
        ("2026-11-02,,10\n2026-11-03,,20\n", [Walk, Walk], notices.Blank(2)),
        ("2026-11-02,x,10\n2026-11-03,4,0\n", [CheckIn], notices.NotDone(1)),
    ],
)
def test_where_one_column_gives_nothing_the_others_come_in_and_that_is_said(
    rows: str, came: list[type], said: notices.Notice
) -> None:
    found = taken_in(f"date,Leg,Walked\n{rows}", "Leg=leg", "Walked=walk")
    assert [type(entry) for entry in made(found) if isinstance(entry, came[0])] == came
    assert said in found.notices
    assert not told(found, notices.NotThere)


def test_days_without_a_step_do_not_keep_the_pain_of_a_table_out() -> None:
    found = taken_in("date,Leg,Steps\n2026-11-02,3,0\n2026-11-03,4,0\n", "Leg=leg", "Steps=steps")
    assert len(made(found)) == 2
    assert told(found, notices.NotWorn) == [notices.NotWorn(2)]


def test_where_no_column_gives_anything_the_file_is_refused_and_why_is_said() -> None:
    with speaking("en"), pytest.raises(errors.NothingLeft, match="Not a number"):
        taken_in("date,Leg,Walked\n2026-11-02,x,0\n", "Leg=leg", "Walked=walk")
