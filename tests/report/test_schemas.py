"""What is written is what the schemas say, and the schemas say what another program needs to know."""

import json
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker

from ryggkompis.content.files import data_file
from ryggkompis.content.programme import template
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.history import History
from ryggkompis.report.gather import summary_of
from ryggkompis.report.rendering import render
from ryggkompis.store.codec import encode
from ryggkompis.store.lines import taken_back, union
from ryggkompis.store.months import encode_month
from tests.domain.patient import Patient, catalogue, red_flags
from tests.examples import examples
from tests.report.anything import ENTRIES, FIRST, LAST
from tests.report.journals import lines_of, report_of
from tests.report.test_formats import a_patient, hostile
from tests.report.test_sheet import LANGUAGES


@cache
def checker(name: str) -> Draft202012Validator:
    schema = json.loads(data_file(f"schema/{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def faults(name: str, document: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in checker(name).iter_errors(document)]


def a_report(patient: Patient, language: Language = "nb", first: int = 0, last: int = 29) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(render("json", report_of(patient, last, first), language))
    return made


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("patient", [Patient, a_patient, hostile])
def test_a_report_is_as_its_schema_says(patient: Any, language: Language) -> None:
    assert faults("report", a_report(patient(), language)) == []
    assert faults("report", a_report(patient(), language, first=20)) == []


@settings(derandomize=True, max_examples=examples(20))
@given(ENTRIES)
def test_whatever_is_said_is_as_the_schemas_say(entries: list[Entry]) -> None:
    lines = [encode(entry) for entry in entries]
    history = History.of(entries)
    facts = summary_of(history, lines, red_flags(), catalogue(), first=FIRST, last=LAST)
    assert faults("report", json.loads(render("json", facts, "en"))) == []
    assert faults("journal", json.loads(encode_month("2026-03", union(lines)))) == []


def test_a_month_with_what_was_taken_back_and_what_is_newer_is_as_its_schema_says() -> None:
    first, *rest = lines_of(a_patient())
    gone = taken_back(str(first["id"]), 1, str(first["day"]))
    newer = {**rest[-1], "id": "N", "kind": "dream", "of": "walking", "depth": None}
    assert faults("journal", json.loads(encode_month("2026-03", [first, gone, *rest, newer]))) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("leg", 11), ("leg", "7"), ("site", "knee"), ("day", "2026-02-30"), ("id", "a/b"), ("rev", 0)],
)
def test_a_month_that_is_not_as_we_write_it_is_found(name: str, value: object) -> None:
    line = {**lines_of(a_patient())[2], name: value}
    assert line["kind"] == "check_in"
    assert faults("journal", json.loads(encode_month("2026-03", [line])))


def test_the_programme_to_fill_in_is_as_its_schema_says() -> None:
    filled = yaml.safe_load(template())
    assert faults("programme", filled) == []
    assert faults("programme", filled | {"walk_minutes": 500, "wolk": 1})


def test_what_nobody_logged_is_null_and_never_zero() -> None:
    patient = Patient()
    patient.morning(1, leg=3)
    facts = a_report(patient, last=9)["summary"]
    assert {(week["walks"], week["minutes"]) for week in facts["walking"]["weeks"]} == {(None, None)}
    assert facts["walking"]["longest"] is facts["walking"]["further_down"] is None
    assert facts["sleep"]["woken"] is facts["sleep"]["often"] is None
    assert facts["exercising"]["days"] is None


def test_a_week_with_walks_counts_them() -> None:
    patient = Patient()
    patient.walk(0, 10)
    patient.walk(1, 12)
    (week, *_later) = a_report(patient, last=9)["summary"]["walking"]["weeks"]
    assert (week["walks"], week["minutes"]) == (2, 22)
