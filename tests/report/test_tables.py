"""The report for a spreadsheet: a row a day as somebody asks about it, or a row an entry as it is stored."""

import csv
import io
import re
from datetime import time

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import Note, Weekly
from ryggkompis.domain.journal.hidden import Hidden
from ryggkompis.domain.journal.history import History
from ryggkompis.report.gather import summary_of
from ryggkompis.report.omit import Options
from ryggkompis.report.records.cells import guarded
from ryggkompis.report.rendering import render
from ryggkompis.report.summary import Summary
from tests.domain.patient import Patient, catalogue, red_flags
from tests.report.journals import day, lines_of, report_of
from tests.report.test_formats import a_patient, hostile

NOON = time(12)
ENTRIES = Options(rows="entries")
BETWEEN: dict[Language, str] = {"nb": ";", "en": ","}


def cells(facts: Summary, language: Language = "en", options: Options | None = None) -> list[list[str]]:
    text = render("csv", facts, language, options or Options()).decode("utf-8-sig")
    return [*csv.reader(io.StringIO(text, newline=""), delimiter=BETWEEN[language], strict=True)]


def rows(facts: Summary, language: Language = "en", options: Options | None = None) -> list[dict[str, str]]:
    head, *found = cells(facts, language, options)
    assert len(set(head)) == len(head)
    return [dict(zip(head, row, strict=True)) for row in found]


def test_every_day_has_a_row_also_one_without_a_word() -> None:
    patient = Patient()
    patient.morning(1, leg=3)
    found = rows(report_of(patient, last=4))
    assert [row["Day"] for row in found] == [str(day(n)) for n in range(5)]
    assert [row["Leg pain now (0–10)"] for row in found] == ["", "3", "", "", ""]
    assert {row["Minutes walked"] for row in found} == {""}, "unknown is empty, and never 0"


def test_an_evening_without_a_walk_is_known_to_have_none() -> None:
    patient = Patient()
    patient.evening(0, walked=False)
    patient.walk(1, 10, further_down=True)
    patient.walk(1, 12, further_down=False)
    none, two = rows(report_of(patient, last=1))
    assert (none["Walks"], none["Minutes walked"]) == ("0", "0")
    assert (two["Walks"], two["Minutes walked"], two["Longest walk, minutes"]) == ("2", "22", "12")
    assert two["Further down the leg after a walk"] == "yes"


def test_a_day_says_what_a_therapist_asks_about() -> None:
    patient = Patient(goals=("tie shoes",), side="left")
    patient.gate(0, "full", MOT1="unsure", CES1="yes")
    patient.morning(0, gate=None, leg=6, site="foot", numb="more", morning="worse", sleep_wakes=3, flare=True)
    patient.evening(0, leg_avg=5, leg_worst=8, sit_longest="over_60")
    patient.exercise(0, "E01", "down")
    patient.clear(1)
    patient.say(Weekly, 1, NOON, goals=(3,), work="off", worry=7, global_change=-1, eased_by="heat")
    first, second = rows(report_of(patient, last=1))
    assert first["Safety questions that count as yes"].startswith("yes: Are you numb between your legs")
    assert first["Safety questions that count as yes"].endswith("(MOT1)"), "the most urgent first"
    assert (first["The pain reaches"], first["Numbness"]) == ("down to the foot", "more numb")
    assert (first["Times woken by pain (3 is 3 or more)"], first["Flare-up"]) == ("3", "yes")
    assert (first["Leg at its worst (0–10)"], first["Longest sitting"]) == ("8", "sat more than an hour")
    assert re.fullmatch(r".+ \(E01\): further down the leg", first["Exercises"])
    assert second["Seen by a doctor"] == "legevakten"
    assert (second["tie shoes (0–10)"], second["Work"], second["Afraid to move (0–10)"]) == (
        "3", "off work", "7",
    )  # fmt: skip
    assert second["What helped"] == "heat"


def test_safety_stands_first_and_has_its_columns_also_where_nothing_was_answered() -> None:
    head, *found = cells(report_of(Patient(), last=1))
    assert head == [
        "Day", "Safety questions answered", "Safety questions that count as yes", "Leg pain now (0–10)",
        "Back pain now (0–10)", "Minutes walked",
    ]  # fmt: skip
    assert [row[1:] for row in found] == [[""] * 5] * 2


def test_what_was_left_out_has_no_column() -> None:
    facts = report_of(a_patient(), last=29, without=frozenset({"medicine", "goals"}))
    head = cells(facts)[0]
    assert "Medicine" not in head
    assert "tie shoes (0–10)" not in head
    assert "Work" in head


def test_a_crisis_answer_is_in_no_row() -> None:
    patient = Patient()
    patient.gate(0, PSY1="yes", MOT1="unsure")
    for options in (Options(), ENTRIES):
        text = str(cells(report_of(patient, last=1), "en", options))
        assert "MOT1" in text
        assert "PSY1" not in text
        assert "harm" not in text


def test_a_mean_is_written_as_the_spreadsheet_of_the_language_reads_it() -> None:
    facts = report_of(a_patient(), last=29)
    assert rows(facts, "en")[6]["Leg, mean of 7 days"] == "6.7"
    assert rows(facts, "nb")[6]["Bein, snitt av 7 dager"] == "6,7"


def test_norwegian_excel_sees_columns_and_letters_at_once() -> None:
    facts = report_of(a_patient(), last=2)
    data = render("csv", facts, "nb")
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n2026-03-02;hele listen;" in data
    assert render("csv", facts, "nb", Options(bom=True)) == data


def test_english_keeps_to_the_rfc_and_has_a_mark_on_request() -> None:
    facts = report_of(hostile(), last=1)
    data = render("csv", facts, "en")
    assert data.endswith(b"\r\n")
    assert not data.startswith(b"\xef\xbb\xbf")
    assert render("csv", facts, "en", Options(bom=True)) == b"\xef\xbb\xbf" + data
    assert len({len(row) for row in cells(facts)}) == 1


def test_days_that_cannot_be_read_are_told_and_not_quiet() -> None:
    patient = Patient()
    patient.walk(0, 10)
    gaps = [Hidden("2026-03.json", day(2), day(3)), Hidden("2026-03.json", day(0), day(0), is_one_line=True)]
    facts = summary_of(
        History.of(patient.entries, gaps),
        lines_of(patient),
        red_flags(),
        catalogue(),
        first=day(0),
        last=day(4),
    )
    found = rows(facts)
    assert [row["Not readable"] for row in found] == ["part of it", "", "the whole day", "the whole day", ""]


def test_a_day_of_endless_notes_stays_in_its_cell() -> None:
    patient = Patient()
    for _ in range(20):
        patient.say(Note, 0, NOON, text="x" * 4_000)
    (row,) = rows(report_of(patient, last=0))
    assert 31_000 < len(row["Note"]) <= 32_767
    assert row["Note"].endswith(" …")


def test_two_years_have_as_many_rows_as_days() -> None:
    patient = a_patient()
    assert len(rows(report_of(patient, last=729))) == 730


@pytest.mark.parametrize("language", ["nb", "en"])
def test_an_entry_has_a_row_with_units_in_the_heading(language: Language) -> None:
    patient = a_patient()
    found = rows(report_of(patient, last=29), language, ENTRIES)
    assert len(found) == len(patient.entries)
    mornings = [row for row in found if row["kind"] == "check_in"]
    assert mornings[0]["day"] == "2026-03-02"
    assert mornings[0]["time (local)"] == "08:00"
    assert mornings[0]["leg (0-10)"] == "7"
    walks = [row for row in found if row["kind"] == "walk"]
    assert walks[0]["minutes (minutes)"] == "10"
    assert walks[0]["leg (0-10)"] == ""


@pytest.mark.parametrize(("language", "written"), [("nb", "2,5"), ("en", "2.5")])
def test_a_number_of_a_newer_version_stays_a_number(language: Language, written: str) -> None:
    facts = report_of(a_patient(), last=0)
    facts = replace(facts, lines=({**facts.lines[0], "depth": 2.5, "steep": True},))
    (row,) = rows(facts, language, ENTRIES)
    assert (row["depth"], row["steep"]) == (written, "yes")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+47 123", "'+47 123"),
        ("-3", "-3"),
        ("+1,5", "+1,5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ('"=1', "'\"=1"),
        (";=1", "';=1"),
        ("\t=1", " =1"),
        ("\r=1", "�=1"),
        ("\n=1", "'\n=1"),
        ("2 = 2", "2 = 2"),
        ("", ""),
    ],
)
def test_a_formula_becomes_text_and_a_number_stays_one(text: str, cell: str) -> None:
    assert guarded(text) == cell


@pytest.mark.parametrize("options", [Options(), ENTRIES])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_no_cell_begins_like_a_formula(language: Language, options: Options) -> None:
    for row in cells(report_of(hostile(), last=1), language, options):
        assert not any(cell.startswith(("=", "@", "+")) for cell in row)
