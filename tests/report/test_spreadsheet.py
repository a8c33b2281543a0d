"""A real spreadsheet opens the table: days are days, numbers are numbers, and a note stays a note."""

import subprocess
from collections.abc import Iterator
from datetime import time
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import Note
from ryggkompis.report.omit import Options
from ryggkompis.report.rendering import render
from tests.needs import needs
from tests.report.journals import report_of
from tests.report.test_formats import a_patient, hostile

pytestmark = needs("soffice")

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
LOCALES: dict[Language, str] = {"nb": "59,34,76,1,,1044,false,true", "en": "44,34,76,1,,1033,false,true"}
"""What the dialog of LibreOffice proposes: separator, quotes, UTF-8, language; special numbers are found."""
NOTE = 'æøå, "a; b" 😀 مرحبا'


def opened(data: bytes, language: Language, folder: Path) -> list[list[tuple[str, str]]]:
    """Open ``data`` in LibreOffice and give each cell as its type and what it holds; formulas are told."""
    (folder / "table.csv").write_bytes(data)
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "fods",
            f"--infilter=CSV:{LOCALES[language]}", "--outdir", str(folder), str(folder / "table.csv"),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    tree = ET.parse(folder / "table.fods")
    return [[*_cells(row)] for row in tree.iter(f"{TABLE}table-row")]


def _cells(row: ET.Element) -> Iterator[tuple[str, str]]:
    for cell in row.iter(f"{TABLE}table-cell"):
        kind = "formula" if cell.get(f"{TABLE}formula") else cell.get(f"{OFFICE}value-type", "")
        held = (
            cell.get(f"{OFFICE}date-value") or cell.get(f"{OFFICE}value") or "".join(cell.itertext()).strip()
        )
        yield from [(kind, held)] * int(cell.get(f"{TABLE}number-columns-repeated", "1"))


@pytest.mark.parametrize("language", LOCALES)
def test_a_table_of_days_is_one_in_libreoffice(language: Language, tmp_path: Path) -> None:
    patient = a_patient()
    patient.say(Note, 6, time(12), text=NOTE)
    head, *rows = opened(render("csv", report_of(patient, last=29), language), language, tmp_path)
    rows = rows[:30]
    assert [row[0] for row in rows] == [("date", f"2026-03-{n:02d}") for n in range(2, 32)]
    leg = 3
    assert rows[6][leg] == ("float", "6")
    mean = next(n for n, (_kind, name) in enumerate(head) if "7 da" in name)
    assert rows[6][mean][0] == "float"
    assert rows[6][mean][1].startswith("6.7")
    assert ("string", NOTE) in rows[6]
    assert all(kind != "formula" for row in rows for kind, _held in row)


@pytest.mark.parametrize("rows", ["days", "entries"])
@pytest.mark.parametrize("language", LOCALES)
def test_no_word_of_a_patient_is_calculated(language: Language, rows: str, tmp_path: Path) -> None:
    patient = hostile()
    for said in ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", '"=1+1', ";=1+1", "=HYPERLINK(1)"):
        patient.say(Note, 0, time(12), text=said)
    options = Options(rows="days" if rows == "days" else "entries")
    found = opened(render("csv", report_of(patient, last=1), language, options), language, tmp_path)
    assert {kind for row in found for kind, _held in row} <= {"", "string", "float", "date", "time"}
    assert any("HYPERLINK(1)" in held for row in found for kind, held in row if kind == "string")
