"""Days that could not be read, in every format: named, hatched or empty, and never a zero or a quiet day."""

import csv
import io
import json
import re

import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.hidden import Hidden
from ryggkompis.domain.journal.history import History
from ryggkompis.report.gather import summary_of
from ryggkompis.report.omit import Options, Rows
from ryggkompis.report.rendering import render
from ryggkompis.report.summary import Summary
from tests.domain.patient import Patient, catalogue, red_flags
from tests.report.journals import day, lines_of

GAP = Hidden("2026-03.json", day(10), day(19))
"""Ten days between thirty, of which nothing could be read."""
SAYS = {"en": "cannot be read", "nb": "kan ikke leses"}


@pytest.fixture
def found() -> Summary:
    patient = Patient()
    for n in (*range(10), *range(20, 30)):
        patient.morning(n, leg=6 if n < 10 else 2)
        patient.walk(n, 8)
    history = History.of(patient.entries, (GAP,))
    return summary_of(history, lines_of(patient), red_flags(), catalogue(), first=day(0), last=day(29))


def text(found: Summary, kind: str, language: Language = "en", rows: Rows = "days") -> str:
    return render(kind, found, language, Options(rows=rows)).decode("utf-8-sig")


@pytest.mark.parametrize("language", SAYS)
def test_the_page_names_them_first_and_hatches_them(found: Summary, language: Language) -> None:
    words = text(found, "md", language)
    assert words.index("2026-03.json") < words.index("## ", words.index("## ") + 1), "before anything else"
    assert "+ ? |" in words, "a week of which days are missing has no sum"
    drawn, _on_phone = re.findall(r"<svg.*?</svg>", text(found, "html", language), re.DOTALL)
    words = " ".join(re.findall(r"<text[^>]*>([^<]*)<", drawn))
    assert f"╱ {SAYS[language]}" in words, "the legend names the hatch"


def test_they_are_no_days_without_a_word(found: Summary) -> None:
    assert (found.coverage.logged, found.coverage.missing, found.coverage.unread) == (20, 0, 10)
    assert [(week.walks, week.unread) for week in found.walking.weeks] == [
        (7, 0), (3, 4), (1, 6), (7, 0), (2, 0),
    ]  # fmt: skip
    assert "Nothing was answered with yes or unsure" not in text(found, "md")
    assert "No safety question was answered" not in text(found, "md")


def test_a_table_and_a_program_read_that_they_are_unreadable(found: Summary) -> None:
    rows = [
        row
        for row in csv.DictReader(io.StringIO(text(found, "csv", rows="entries")))
        if row["kind"] == "unreadable"
    ]
    assert [row["day"] for row in rows] == [str(day(n)) for n in range(10, 20)]
    assert all(value == "" for row in rows for name, value in row.items() if name not in {"day", "kind"})
    unread = json.loads(text(found, "json"))["summary"]["unread"]
    assert [(one["file"], one["first"], one["last"]) for one in unread] == [
        (GAP.file, str(GAP.first), str(GAP.last))
    ]
    document = json.loads(text(found, "fhir"))
    absent = [e["resource"] for e in document["entry"] if "dataAbsentReason" in e["resource"]]
    assert len(absent) == 1
    assert GAP.file in json.dumps(absent[0])
