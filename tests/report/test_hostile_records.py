"""Two hostile years as other programs read them: whole, well formed, and with every yes in them."""

import csv
import io
import json
from datetime import time
from functools import cache

import fhirkit
import pytest

from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import Event, Note, Weekly
from ryggkompis.domain.journal.hidden import Hidden
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.report.gather import summary_of
from ryggkompis.report.omit import Options
from ryggkompis.report.rendering import render
from ryggkompis.report.summary import Summary
from tests.domain.patient import Patient, catalogue, red_flags
from tests.report.journals import HOSTILE, day, lines_of
from tests.report.test_schemas import faults
from tests.report.test_sheet import LANGUAGES

NOON = time(12)
WEEKS = 104
FLAGS = tuple(flag.id for flag in red_flags().flags if flag.id != "PSY1")[:20]
BAD_DAY = 600
UNBROKEN = "ø" * 4_000
RIGHT_TO_LEFT = "مرحبا \u202e עברית 😀"
NO_WIDTH = "a\u200bb\u200d\ufeff\u2060c\u00adx"
GAP = Hidden("2026-09.json", day(200), day(229))


@cache
def two_years() -> Summary:
    """A row of bad days among calm ones: a month cannot be read, and the last day has twenty flags."""
    patient = Patient(goals=(RIGHT_TO_LEFT, NO_WIDTH, "g" * 120), side="both", therapist="=1+1" + "x" * 100)
    for n in range(0, WEEKS * 7, 3):
        if day(n) not in GAP:
            patient.morning(n, leg=n % 11, site="foot")
            patient.walk(n, 10)
    answers: dict[str, Answer] = {id_: "yes" if n % 2 else "unsure" for n, id_ in enumerate(FLAGS)}
    patient.gate(BAD_DAY, "full", **answers)
    for n, text in enumerate((UNBROKEN, RIGHT_TO_LEFT, NO_WIDTH, HOSTILE, ";", '"', "\n\n", "'")):
        for kind in (Note, Medicine, Event):
            patient.say(kind, BAD_DAY + n, NOON, text=text)
        patient.exercise(BAD_DAY + n, text.strip()[:100] or "E01", "down")
        patient.say(Weekly, BAD_DAY + n, NOON, goals=(3, None, 0), eased_by=text, wish=text)
    return summary_of(
        History.of(patient.entries, [GAP]), lines_of(patient), red_flags(), catalogue(),
        first=day(0), last=day(WEEKS * 7 - 1),
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_is_as_its_schema_says_and_has_every_yes(language: Language) -> None:
    document = json.loads(render("json", two_years(), language))
    assert faults("report", document) == []
    (bad,) = (
        line for line in document["entries"] if line["kind"] == "gate" and "yes" in str(line["answers"])
    )
    assert {flag for flag, said in bad["answers"].items() if said != "no"} == set(FLAGS)
    assert {said["flag"] for said in document["summary"]["safety"]["answers"]} == set(FLAGS)
    texts = [line["text"] for line in document["entries"] if line["kind"] == "note"]
    assert texts[:4] == [UNBROKEN, RIGHT_TO_LEFT, NO_WIDTH, HOSTILE], "as they were said"


@pytest.mark.parametrize("rows", [Options(), Options(rows="entries")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_of_a_table_has_all_its_cells(language: Language, rows: Options) -> None:
    text = render("csv", two_years(), language, rows).decode("utf-8-sig")
    found = [
        *csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "nb" else ",", strict=True)
    ]
    assert {len(row) for row in found} == {len(found[0])}
    assert not any(cell.startswith(("=", "+", "@", "\t")) for row in found for cell in row)
    if rows == Options():
        assert len(found) == WEEKS * 7 + 1
        bad = found[BAD_DAY + 1]
        assert all(f"({flag})" in " ".join(bad) for flag in FLAGS)
        assert max(len(cell) for row in found for cell in row) <= 32_767
        assert sum(bool(row[1]) for row in found[1:]) == GAP.last.toordinal() - GAP.first.toordinal() + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_fhir_stays_valid_and_has_every_flag(language: Language) -> None:
    text = render("fhir", two_years(), language).decode()
    bundle = json.loads(text)
    for entry in bundle["entry"]:
        assert list(fhirkit.validate(json.dumps(entry["resource"]))) == []
    told = " ".join(
        entry["resource"]["valueString"]
        for entry in bundle["entry"]
        if "red-flag" in str(entry["resource"].get("code"))
    )
    assert all(f"({flag})" in told for flag in FLAGS)
    assert any("unreadable" in str(entry["resource"].get("code")) for entry in bundle["entry"])
