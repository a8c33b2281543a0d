"""The FHIR bundle: what a validator accepts, with public codes, and no name of anybody."""

import json
from datetime import date, time
from typing import Any

import fhirkit
import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.gate import Clearance
from ryggkompis.report.rendering import render
from tests.domain.patient import Patient
from tests.report.journals import HOSTILE, report_of
from tests.report.test_formats import a_patient, hostile
from tests.report.test_sheet import LANGUAGES


def made(patient: Patient, language: Language = "nb", last: int = 29) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render("fhir", report_of(patient, last=last), language))
    return found


def resources(bundle: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == kind]


def coded(bundle: dict[str, Any], code: str) -> list[dict[str, Any]]:
    found = resources(bundle, "Observation")
    return [one for one in found if code in {coding["code"] for coding in one["code"]["coding"]}]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("patient", [a_patient, hostile, Patient])
def test_a_validator_finds_nothing_to_say(patient: Any, language: Language) -> None:
    text = render("fhir", report_of(patient(), last=29), language).decode()
    assert list(fhirkit.validate(text)) == []
    for entry in json.loads(text)["entry"]:
        assert list(fhirkit.validate(json.dumps(entry["resource"]))) == []


def test_a_validator_that_finds_nothing_would_find_something() -> None:
    bundle = made(a_patient())
    del coded(bundle, "72514-3")[0]["status"]
    assert list(fhirkit.validate(json.dumps(bundle)))


def test_pain_has_the_code_the_place_and_the_unit_of_the_field() -> None:
    scores = coded(made(a_patient()), "72514-3")
    mornings = [one for one in scores if len(one["code"]["coding"]) == 1]
    assert {one["status"] for one in scores} == {"final"}
    assert {one["bodySite"]["coding"][0]["code"] for one in mornings} == {"61685007", "37822005"}
    leg = [one for one in mornings if one["bodySite"]["coding"][0]["code"] == "61685007"]
    assert len(leg) == 30
    assert leg[0]["effectiveDateTime"] == "2026-03-02"
    assert leg[0]["valueQuantity"] == {
        "value": 7,
        "unit": "{score}",
        "system": "http://unitsofmeasure.org",
        "code": "{score}",
    }
    assert {one["code"]["coding"][0]["system"] for one in scores} == {"http://loinc.org"}


def test_walking_has_minutes_and_a_flare_its_days() -> None:
    bundle = made(a_patient())
    walked = coded(bundle, "55411-3")
    assert [one["valueQuantity"]["value"] for one in walked[:1]] == [10]
    assert {one["valueQuantity"]["code"] for one in walked} == {"min"}
    (flare,) = coded(bundle, "flare")
    assert flare["effectivePeriod"] == {"start": "2026-03-12", "end": "2026-03-13"}
    assert flare["valueBoolean"] is True


def test_our_own_codes_are_all_explained() -> None:
    bundle = made(a_patient())
    (system,) = resources(bundle, "CodeSystem")
    known = {concept["code"] for concept in system["concept"]}
    used = {
        coding["code"]
        for one in resources(bundle, "Observation")
        for part in (one, *one.get("component", ()))
        for coding in part["code"]["coding"]
        if coding["system"] == system["url"]
    }
    assert used
    assert used <= known


def test_a_medicine_is_what_was_written_and_nothing_is_concluded_from_it() -> None:
    (statement,) = resources(made(a_patient()), "MedicationStatement")
    assert statement["status"] == "unknown"
    assert statement["medicationCodeableConcept"] == {"text": "paracet, 1"}


def test_nobody_is_named_and_everything_is_about_the_same_patient() -> None:
    bundle = made(a_patient())
    (patient,) = resources(bundle, "Patient")
    assert patient.keys() == {"resourceType", "active", "id"}
    about = {
        one["subject"]["reference"]
        for one in (*resources(bundle, "Observation"), *resources(bundle, "MedicationStatement"))
    }
    assert about == {f"urn:uuid:{patient['id']}"}
    ids = [entry["fullUrl"] for entry in bundle["entry"]]
    assert len(ids) == len(set(ids))


def test_the_patient_has_told_all_of_it() -> None:
    bundle = made(a_patient())
    (patient,) = resources(bundle, "Patient")
    ours = [{"reference": f"urn:uuid:{patient['id']}"}]
    assert all(one["performer"] == ours for one in resources(bundle, "Observation"))
    assert [one["informationSource"] for one in resources(bundle, "MedicationStatement")] == ours


def test_what_came_of_a_red_flag_stands_beside_it() -> None:
    patient = Patient()
    patient.gate(0, CES1="yes")
    patient.gate(2, MOT1="unsure")
    bundle = made(patient, "en", last=3)
    assert len(coded(bundle, "red-flag")) == 2
    (held,) = coded(bundle, "plan-held")
    assert (held["effectivePeriod"]["start"], held["valueString"]) == ("2026-03-02", "CES1, MOT1")
    assert [one["valueInteger"] for one in coded(bundle, "safety-asked")] == [2]
    patient.clear(3)
    patient.say(Clearance, 3, time(16), by="Dr Hansen", text="scan on Monday")
    after = made(patient, "en", last=3)
    assert coded(after, "plan-held") == []
    assert [one["valueString"] for one in coded(after, "clearance")] == ["legevakten", "Dr Hansen"]
    assert [one.get("note") for one in coded(after, "clearance")] == [None, [{"text": "scan on Monday"}]]
    assert len(coded(after, "red-flag")) == 2, "the flags stay"


@pytest.mark.parametrize(("language", "leg"), [("nb", "venstre bein"), ("en", "left leg")])
def test_the_side_and_when_it_began_are_told(language: Language, leg: str) -> None:
    patient = Patient(side="left", onset=date(2026, 2, 1))
    patient.morning(3, leg=4)
    bundle = made(patient, language)
    assert [one["valueString"] for one in coded(bundle, "side")] == [leg]
    assert [one["valueDateTime"] for one in coded(bundle, "onset")] == ["2026-02-01"]
    kept = json.loads(render("fhir", report_of(patient, last=29, without=frozenset({"profile"})), language))
    assert coded(kept, "side") == coded(kept, "onset") == []


def test_exercises_say_which_way_the_pain_went() -> None:
    patient = Patient()
    for n, response in enumerate(("up", "up", "down", "same", None)):
        patient.exercise(n, "E01", response)
        patient.walk(n, 10, further_down=response == "down")
    for n in range(14):
        patient.morning(n, leg=3, site="calf" if n < 7 else "buttock")
    bundle = made(patient, "en", last=13)
    (done,) = coded(bundle, "exercise")
    assert (done["valueInteger"], done["code"]["text"]) == (5, "Pelvic tilt (E01)")
    ways = {one["code"]["coding"][0]["code"]: one["valueInteger"] for one in done["component"]}
    assert ways == {"pain-towards-back": 2, "pain-same": 1, "pain-down-leg": 1}
    assert [one["valueInteger"] for one in coded(bundle, "walks-down-leg")] == [1]
    sites = [coded(bundle, code)[0]["valueString"] for code in ("lowest-site-first", "lowest-site")]
    assert sites == ["down to the calf", "down to the buttock"]


def test_two_patients_never_share_an_id() -> None:
    one, other = made(a_patient()), made(hostile())
    first = {entry["fullUrl"] for entry in one["entry"] if entry["resource"]["resourceType"] != "CodeSystem"}
    assert first.isdisjoint(entry["fullUrl"] for entry in other["entry"])


def test_a_crisis_answer_is_not_in_it() -> None:
    patient = Patient()
    patient.gate(0, PSY1="yes", MOT1="unsure")
    text = json.dumps(made(patient, last=1))
    assert "MOT1" in text
    assert "PSY1" not in text


def test_words_of_the_patient_stay_words() -> None:
    bundle = made(hostile(), last=1)
    (note,) = coded(bundle, "note")
    assert "<script>" in note["valueString"]
    assert HOSTILE not in note["valueString"], "what would steer a screen is made visible"
