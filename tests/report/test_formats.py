"""Every format renders the same facts, and user text stays text."""

import json
import re
from datetime import UTC, datetime, time, timedelta

import pytest

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import CheckIn, Event, Note, Profile, Weekly
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.domain.journal.shown import Shown
from ryggkompis.report.errors import UnknownFormat
from ryggkompis.report.rendering import FORMATS, format_of, render
from tests.domain.patient import DAY_0, Patient
from tests.report.journals import HOSTILE, lines_of, report_of, words_of

NOON = time(12)
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def a_patient() -> Patient:
    patient = Patient(goals=("tie shoes",), side="left")
    for n in range(30):
        patient.morning(n, leg=7 - n // 5, sleep_wakes=n % 4, flare=n in {10, 11})
        patient.walk(n, 10 + n // 3)
        patient.exercise(n, "E01", "up")
    patient.say(Weekly, 7, NOON, goals=(3,), work="partly", worry=4, global_change=1)
    patient.say(Medicine, 8, NOON, text="paracet, 1")
    patient.say(Event, 9, NOON, text="new chair", event="other")
    return patient


def hostile() -> Patient:
    patient = Patient(goals=(HOSTILE[:100],), therapist=HOSTILE[:100])
    patient.say(Note, 0, NOON, text=HOSTILE)
    patient.say(Medicine, 0, NOON, text=HOSTILE)
    patient.say(Event, 0, NOON, text=HOSTILE)
    patient.say(Weekly, 0, NOON, goals=(3,))
    patient.exercise(0, HOSTILE[:100], "up")
    return patient


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_same_facts_give_the_same_bytes(format_: str, language: Language) -> None:
    facts = report_of(a_patient(), last=29)
    assert render(format_, facts, language) == render(format_, report_of(a_patient(), last=29), language)


def on_screen(day: int, version: str) -> Shown:
    first_at = datetime.combine(DAY_0, time(9), UTC)
    return Shown(DAY_0 + timedelta(days=day), version, False, 3, {}, first_at, 0)


@pytest.mark.parametrize("format_", [one for one in FORMATS if one in {"pdf", "html", "md", "txt"}])
def test_a_page_names_the_versions_of_the_rules_that_were_shown(format_: str) -> None:
    def told(*shown: Shown) -> str:
        facts = report_of(a_patient(), last=29, shown=shown)
        return " ".join(words_of(format_, render(format_, facts, "en")).split())

    sentence = "The plans of this period were shown under rules version 2 and 3."
    assert sentence in told(on_screen(3, "2"), on_screen(20, "3"))
    assert "shown under rules version 2." in told(on_screen(3, "2"))
    assert "shown under" not in told(on_screen(3, "3")) + told() + told(on_screen(40, "2"))


def test_facts_for_another_program_name_them_too() -> None:
    facts = report_of(a_patient(), last=29, shown=(on_screen(3, "2"), on_screen(20, "3")))
    summary = json.loads(render("json", facts, "en"))["summary"]
    assert (summary["rules_version"], summary["rules_shown"]) == ("3", ["2", "3"])


@pytest.mark.parametrize("format_", FORMATS)
def test_nothing_known_is_a_whole_document_too(format_: str) -> None:
    assert render(format_, report_of(Patient(), last=6), "en")


@pytest.mark.parametrize("format_", FORMATS)
def test_no_format_lets_a_control_character_out(format_: str) -> None:
    text = words_of(format_, render(format_, report_of(hostile(), last=1), "en"))
    assert not CONTROLS.search(text.replace("\r\n", "\n"))


@pytest.mark.parametrize("format_", FORMATS)
def test_no_format_tells_the_crisis_answer(format_: str) -> None:
    patient = Patient()
    patient.gate(0, PSY1="yes", MOT1="unsure")
    text = words_of(format_, render(format_, report_of(patient, last=1), "en"))
    assert "MOT1" in text
    assert "PSY1" not in text


def test_a_format_is_chosen_by_the_ending() -> None:
    names = (
        "Min rapport.MD",
        "a.csv",
        "b.c.json",
        "json",
        "æøå.fhir.json",
        "x.PDF",
        "x.html",
        "fhir",
        "a.txt",
    )
    assert [format_of(name) for name in names] == [
        "md", "csv", "json", "json", "fhir", "pdf", "html", "fhir", "txt",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["rapport.docx", "rapport", "md.", ""])
def test_an_ending_nobody_knows_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(UnknownFormat) as caught:
        format_of(name)
    assert ".pdf, .html, .md, .txt, .fhir.json, .csv, .json" in str(caught.value)


def test_the_page_puts_safety_first_and_the_means_beside_each_other() -> None:
    patient = a_patient()
    patient.gate(20, MOT1="unsure")
    page = render("md", report_of(patient, last=29), "en").decode()
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert headings[:3] == ["Safety questions", "The period", "Pain, 0 to 10"]
    assert "| Leg, at check-in | 6.7 (7 days) | 2.3 (7 days) | clearly less pain |" in page
    assert "**unsure**" in page
    assert "Self-reported and not validated" in page
    assert "Rules version" in page


def test_the_page_is_in_the_language_asked_for() -> None:
    facts = report_of(a_patient(), last=29)
    assert "mars 2026" in render("md", facts, "nb").decode()
    assert "2 March 2026" in render("md", facts, "en").decode()


def test_numbers_on_the_page_are_written_as_the_language_writes_them() -> None:
    page = render("md", report_of(a_patient(), last=29), "nb").decode()
    assert "6,7" in page
    assert "6.7" not in page


def test_no_measure_that_was_never_logged_has_a_row() -> None:
    page = render("md", report_of(a_patient(), last=29), "en").decode()
    assert "whole day" not in page


def test_the_page_says_what_was_left_out() -> None:
    page = render("md", report_of(a_patient(), last=29, without=frozenset({"medicine"})), "en").decode()
    assert "Left out by the patient: medicines." in page
    assert "paracet" not in page


def test_a_long_list_keeps_the_newest_and_says_how_many_came_before() -> None:
    patient = Patient()
    for n in range(40):
        patient.say(Note, n, NOON, text=f"note number {n}.")
    page = render("md", report_of(patient, last=40), "en").decode()
    assert "28 earlier ones" in page
    assert "note number 27." not in page
    assert "note number 28." in page
    assert "note number 39." in page


def test_the_last_five_days_of_more_numbness_are_named_and_all_are_counted() -> None:
    patient = Patient()
    for n in range(6):
        patient.morning(n, numb="more")
    page = render("md", report_of(patient, last=5), "en").decode()
    (line,) = [line for line in page.splitlines() if "More numbness on" in line]
    assert "on 6 days" in line
    assert [day for day in range(1, 10) if f"{day} Mar 2026" in line] == [3, 4, 5, 6, 7]


def test_markup_in_a_note_stays_text_on_the_page() -> None:
    page = render("md", report_of(hostile(), last=1), "en").decode()
    assert "<script>" not in page
    assert r"\<script\>" in page
    assert r"\*a\* \`b\` \| c / line 2" in page


def test_a_table_of_the_page_has_as_many_cells_in_every_row() -> None:
    page = render("md", report_of(hostile(), last=1), "en").decode()
    for block in re.split(r"\n\n", page):
        if block.startswith("|"):
            assert len({len(re.findall(r"(?<!\\)\|", row)) for row in block.splitlines()}) == 1


def test_json_holds_the_entries_as_stored_and_the_facts_beside_them() -> None:
    patient = a_patient()
    document = json.loads(render("json", report_of(patient, last=29), "en"))
    assert list(document) == ["format", "version", "period", "without", "entries", "outside", "summary"]
    assert (document["format"], document["version"]) == ("ryggkompis", 1)
    assert document["period"] == {"first": "2026-03-02", "last": "2026-03-31"}
    plain = [line for line in lines_of(patient) if line["kind"] != "gate"]
    assert [line for line in document["entries"] if line["kind"] != "gate"] == plain
    summary = document["summary"]
    assert summary["leg"]["change"]["is"] == "clearly_better"
    assert summary["leg"]["first"] == {"mean": pytest.approx(47 / 7), "n": 7}
    assert summary["coverage"] == {"days": 30, "logged": 30, "unread": 0}


def test_json_has_an_entry_a_line() -> None:
    text = render("json", report_of(a_patient(), last=29), "en").decode()
    assert sum(line.startswith('{"id": ') for line in text.splitlines()) == len(a_patient().entries)


def test_half_a_character_does_not_stop_a_report() -> None:
    patient = Patient()
    patient.say(CheckIn, 0, NOON, leg=3)
    facts = report_of(patient, last=0)
    line = facts.lines[0] | {"from_elsewhere": "\ud83d"}
    broken = replace(facts, lines=(line,))
    for format_ in FORMATS:
        assert render(format_, broken, "en")


def test_a_profile_alone_does_not_count_as_a_logged_day() -> None:
    patient = Patient()
    patient.say(Profile, 0, NOON, side="left")
    assert report_of(patient, last=0).coverage.logged == 0
