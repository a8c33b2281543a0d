"""On paper, in every journal: safety first and whole, nothing beside the page or over something else."""

import csv
import io
import json
import re
import shutil
import subprocess
from functools import cache
from html import unescape
from typing import Final, NamedTuple

import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.report.rendering import render
from ryggkompis.report.summary import Summary
from tests.needs import needs
from tests.report.all_sorts import JOURNALS
from tests.report.test_sheet import LANGUAGES, flat, pages

PERIOD: Final[dict[Language, str]] = {"nb": "Perioden", "en": "The period"}
"""The heading after the safety questions."""
MARGIN: Final = 13 / 25.4 * 72
"""Of the sides, in points."""
A4: Final = (595.28, 841.89)
MOST_NEAR: Final = 120
"""Words of a line and those around it."""
TOUCH: Final = 1.0
"""Points by which the boxes of two words may meet: letters are lower than their boxes."""


class Word(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    text: str


@cache
def facts(name: str) -> Summary:
    return JOURNALS[name]()


@cache
def paper(name: str, language: Language) -> bytes:
    return render("pdf", facts(name), language)


@cache
def words_on(name: str, language: Language) -> list[list[Word]]:
    """Give the words of each page, with the boxes they stand in."""
    shell = shutil.which("pdftotext") or ""
    told = subprocess.run(
        [shell, "-bbox", "-", "-"], input=paper(name, language), capture_output=True, check=True
    )
    number = r'"([-\d.]+)"'
    word = re.compile(rf"<word xMin={number} yMin={number} xMax={number} yMax={number}>(.*?)</word>")
    return [
        [Word(float(a), float(b), float(c), float(d), told) for a, b, c, d, told in word.findall(page)]
        for page in told.stdout.decode().split("<page ")[1:]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", JOURNALS)
def test_every_answer_of_yes_or_unsure_is_on_page_one_and_first(name: str, language: Language) -> None:
    first = flat(pages(paper(name, language))[0])
    places = []
    for one in facts(name).safety.raised:
        assert one.question is not None
        places.append(first.index(flat(one.question.in_(language))))
    assert places == sorted(places), "the gravest stands first"
    assert all(place < first.index(flat(PERIOD[language])) for place in places)


@needs("pdftotext")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", JOURNALS)
def test_nothing_is_printed_beside_the_page(name: str, language: Language) -> None:
    wide, high = A4
    for page in words_on(name, language):
        assert page
        assert [w for w in page if w.left < MARGIN - TOUCH or w.right > wide - MARGIN + TOUCH] == []
        assert [w for w in page if w.top < 0 or w.bottom > high] == []


@needs("pdftoppm")
@pytest.mark.parametrize("name", JOURNALS)
def test_there_is_no_ink_in_the_margins_and_none_that_a_grey_printer_loses(name: str) -> None:
    shell = shutil.which("pdftoppm") or ""
    command = [shell, "-r", "36", "-l", "3", "-"]
    drawn = subprocess.run(command, input=paper(name, "nb"), capture_output=True, check=True).stdout
    side, pages_seen = int(MARGIN / 2) - 1, 0
    while drawn:
        head = re.match(rb"P6\s(\d+)\s(\d+)\s255\s", drawn)
        assert head is not None
        wide, high = int(head[1]), int(head[2])
        page, drawn = drawn[head.end() :][: 3 * wide * high], drawn[head.end() + 3 * wide * high :]
        rows = [page[3 * wide * n : 3 * wide * (n + 1)] for n in range(high)]
        assert {*b"".join(row[: 3 * side] + row[-3 * side :] for row in rows)} == {255}
        assert {*b"".join((*rows[: side // 2], *rows[-(side // 2) :]))} == {255}, "no printer reaches there"
        assert page[::3] == page[1::3] == page[2::3], "it is black on white"
        pages_seen += 1
    assert pages_seen


@needs("pdftotext")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", JOURNALS)
def test_nothing_is_printed_over_something_else(name: str, language: Language) -> None:
    for page in words_on(name, language):
        # Only what begins within a few lines of each other can meet.
        lines = sorted(page, key=lambda word: word.top)
        near = (
            (one, other) for place, one in enumerate(lines) for other in lines[place + 1 : place + MOST_NEAR]
        )
        assert [pair for pair in near if _meet(*pair)] == []


def _meet(one: Word, other: Word) -> bool:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    # Lines stand closer than the boxes of their letters are high.
    return wide > TOUCH and high > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", JOURNALS)
@pytest.mark.parametrize("format_", ["html", "md", "txt"])
def test_the_answers_stand_first_in_every_other_page_and_nothing_folds_them_away(
    name: str, language: Language, format_: str
) -> None:
    told = render(format_, facts(name), language).decode()
    open_ = flat(unescape(told.partition("<details>")[0]).replace("\\", ""))
    first = open_.upper().index(flat(PERIOD[language]).upper())
    asked = [flat(one.question.in_(language)) for one in facts(name).safety.raised if one.question]
    places = [open_.index(question) for question in asked]
    assert places == sorted(places)
    assert all(place < first for place in places)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", JOURNALS)
def test_ids_are_unique_and_everything_that_names_has_its_name(name: str, language: Language) -> None:
    page = render("html", facts(name), language).decode()
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    named = {one for names in re.findall(r'aria-labelledby="([^"]*)"', page) for one in names.split()}
    assert named <= set(ids)
    assert page.count("<main>") == 1
    assert page.index("</main>") < page.index("<footer>")
    if "<details>" in page:
        assert page.index("<main>") < page.index("<details>") < page.index("</main>")


@pytest.mark.parametrize("format_", ["csv", "json", "fhir"])
@pytest.mark.parametrize("name", JOURNALS)
def test_a_program_is_told_every_answer_too(name: str, format_: str) -> None:
    told = render(format_, facts(name), "en").decode()
    within = {one.flag for one in facts(name).safety.answers}
    assert [flag for flag in within if flag not in told] == []


@pytest.mark.parametrize("name", JOURNALS)
def test_safety_is_the_first_fact_for_a_program_too(name: str) -> None:
    assert next(iter(json.loads(render("json", facts(name), "en"))["summary"])) == "safety"
    first, *_others = csv.reader(io.StringIO(render("csv", facts(name), "en").decode("utf-8-sig")))
    before = first[: first.index("Safety questions answered")]
    assert before in (["Day"], ["Day", "Not readable"])
    found = (one["resource"] for one in json.loads(render("fhir", facts(name), "en"))["entry"])
    told = next(one for one in found if one["resourceType"] != "Patient")
    assert "afety" in json.dumps(told)
