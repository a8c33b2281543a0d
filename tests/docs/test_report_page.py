"""The page about the report says where page one answers ten questions, and page one does."""

import io
import re
from pathlib import Path
from typing import Final

import pytest
from pypdf import PdfReader

from ryggkompis.report.gather import summary_of
from ryggkompis.report.periods import days_in
from ryggkompis.report.rendering import render
from tools.pictures import patient

PAGE: Final = Path(__file__).parents[2] / "docs" / "report.md"
ROW: Final = re.compile(r"^\| (?P<asked>[^|]+\?) \| (?P<where>[^|]+) \| “(?P<told>[^|]+)” \|$", re.MULTILINE)
ROWS: Final = [row.groupdict() for row in ROW.finditer(PAGE.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def page_one(tmp_path_factory: pytest.TempPathFactory) -> str:
    companion, _places = patient(str(tmp_path_factory.mktemp("demo")))
    history, _problems = companion.read()
    days = days_in("episode", history, companion.today.day)
    found = summary_of(
        history,
        companion.store.read().lines,
        companion.flags,
        companion.catalogue,
        first=days.first,
        last=days.last,
        shown=companion.shown(),
    )
    return flat(PdfReader(io.BytesIO(render("pdf", found, "en"))).pages[0].extract_text())


def flat(text: str) -> str:
    return "".join(text.split())


def test_there_are_ten_questions() -> None:
    assert len(ROWS) == 10


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["asked"])
def test_page_one_of_the_demo_answers_them(row: dict[str, str], page_one: str) -> None:
    assert flat(row["where"]) in page_one
    assert flat(row["told"]) in page_one
