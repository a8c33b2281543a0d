"""The sheet: one A4 page whatever a patient wrote, and nothing of it lost."""

import io
import re
from datetime import time
from pathlib import Path
from typing import Any, Final

import pytest
from pypdf import PdfReader

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import Event, Note, Profile, Programme, Weekly
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.i18n.language import speaking
from ryggkompis.report.layout import one_page
from ryggkompis.report.layout import sheets as sheets_of
from ryggkompis.report.rendering import render
from ryggkompis.report.summary import Summary
from tests.domain.patient import Patient
from tests.report.journals import report_of, words_of

NOON = time(12)
DAYS = 182
LANGUAGES: Final[tuple[Language, ...]] = ("nb", "en")
LONG = "Jeg gikk en lengre tur enn jeg hadde tenkt og kjente det i leggen hele kvelden etterpå. " * 10
EVERYWHERE = "Żółć 😀👍🏽🏃‍♂️ مرحبا ≥ 日本語 한국어 🇳🇴 ﷽ e\u0301"


def told(what: str, n: int) -> str:
    return f"{what}-{n}: {LONG}"


def a_long_course() -> Patient:
    """Half a year in which everything happened, told at length."""
    names = tuple(f"{n} {LONG}"[:120] for n in range(3))
    patient = Patient(goals=names, side="left", therapist=LONG[:120], questions=names)
    for n in range(DAYS):
        patient.morning(n, leg=n % 11, back=(n + 5) % 11, site="foot", numb="more", sleep_wakes=n % 4,
                        flare=n % 5 == 0)  # fmt: skip
        patient.walk(n, 40)
        patient.exercise(n, f"E{n % 18 + 1:02}", "down")
        if n % 7 == 0:
            patient.gate(n, MOT1="unsure", CES1="yes")
            patient.say(Medicine, n, NOON, text=told("medisin", n))
            patient.say(Note, n, NOON, text=told("lapp", n))
            patient.say(Event, n, NOON, text=told("hendelse", n))
            patient.say(Weekly, n, NOON, goals=(n % 11, 4, 10), work="partly", worry=n % 11,
                        global_change=1, eased_by=told("lettet", n), wish=told("ønske", n))  # fmt: skip
            patient.say(Programme, n, NOON, name=LONG[:120], sha="ab" * 32)
    return patient


@pytest.fixture(scope="module")
def long_course() -> Summary:
    return report_of(a_long_course(), last=DAYS - 1)


@pytest.fixture(scope="module")
def sheets(long_course: Summary) -> dict[Language, bytes]:
    """The long course as PDF in both languages."""
    return {language: render("pdf", long_course, language) for language in LANGUAGES}


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def flat(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_course_is_one_sheet_and_what_was_cut_stands_behind_it(
    long_course: Summary, sheets: dict[Language, bytes], language: Language
) -> None:
    with speaking(language):
        fullest, *_others = sheets_of(long_course)
    first, *rest = pages(sheets[language])
    for section in fullest.sections:
        assert flat(section.title) in flat(" ".join((first, *rest)))
    # Who it is, how it is and what is asked stand on the sheet whatever else there is.
    for section in (*fullest.sections[:4], fullest.sections[-1]):
        assert flat(section.title) in flat(first)
    assert flat(fullest.footer[-1]) in flat(first)
    assert rest


def test_what_was_cut_stands_in_full_in_the_appendix(
    long_course: Summary, sheets: dict[Language, bytes]
) -> None:
    with speaking("nb"):
        page = one_page(long_course)
    assert "Notater" in {section.title for section in page.appendix}
    appendix = re.sub(r"Side\d+av\d+", "", flat(" ".join(pages(sheets["nb"])[1:])))
    for what in ("medisin", "lapp", "hendelse", "lettet", "ønske"):
        for n in range(0, DAYS, 7):
            assert flat(told(what, n)) in appendix


def test_a_short_course_has_no_appendix() -> None:
    patient = Patient()
    patient.morning(0, leg=3)
    with speaking("en"):
        assert one_page(report_of(patient, last=3)).appendix == ()
    assert len(pages(render("pdf", report_of(patient, last=3), "en"))) == 1


def test_the_pdf_says_what_it_is_and_is_tagged_in_its_language(sheets: dict[Language, bytes]) -> None:
    reader = PdfReader(io.BytesIO(sheets["nb"]))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "nb"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    about = reader.xmp_metadata
    assert about is not None
    told = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert "<pdfaid:part>2</pdfaid:part>" in told
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in told
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Ryggkompis: 2. mars 2026")


def test_the_pictures_have_words_and_every_font_is_inside(sheets: dict[Language, bytes]) -> None:
    reader = PdfReader(io.BytesIO(sheets["en"]))
    assert "Pain from 0 to 10, morning by morning. Leg: " in " ".join(_alternatives(reader))
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            (inner,) = font.get_object()["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def _alternatives(reader: PdfReader) -> list[str]:
    found, seen, waiting = [], set(), [reader.trailer["/Root"]["/StructTreeRoot"]]  # type: ignore[index]
    while waiting:
        one = waiting.pop()
        key = getattr(one, "idnum", id(one))
        one = one.get_object()
        if key in seen or not isinstance(one, dict | list):
            continue
        seen.add(key)
        if isinstance(one, list):
            waiting += one
        else:
            found += [str(one["/Alt"])] if "/Alt" in one else []
            waiting += [one["/K"]] if "/K" in one else []
    return found


def test_the_sheet_is_read_from_top_to_bottom(long_course: Summary, sheets: dict[Language, bytes]) -> None:
    """The text comes out in the order in which a therapist reads it (clinical 3.5)."""
    with speaking("en"):
        titles = [section.title for section in one_page(long_course).sections]
    first = flat(pages(sheets["en"])[0])
    places = [first.index(flat(title)) for title in titles if flat(title) in first]
    assert places == sorted(places)
    assert titles[0] == "Safety questions"


@pytest.mark.parametrize("format_", ["pdf", "html", "md", "txt", "fhir"])
def test_words_of_every_script_arrive_or_are_replaced_visibly(format_: str) -> None:
    patient = Patient(goals=(EVERYWHERE,))
    patient.say(Note, 0, NOON, text=EVERYWHERE)
    patient.say(Weekly, 0, NOON, goals=(3,))
    patient.say(Weekly, 7, NOON, goals=(4,))
    text = words_of(format_, render(format_, report_of(patient, last=8), "nb"))
    assert "Żółć" in text
    assert "≥" in text
    if format_ == "pdf":
        assert "□□□" in text
        assert "□ står for et tegn" in text
    else:
        assert "日本語 한국어" in text
        assert "□" not in text


def test_a_page_whose_letters_are_all_there_says_nothing_of_it() -> None:
    patient = Patient()
    patient.say(Note, 0, NOON, text="Ærlig talt, 😀 – ≥ 3 km")
    assert "□" not in words_of("pdf", render("pdf", report_of(patient, last=1), "nb"))


@pytest.mark.parametrize(
    "markup",
    ["#set page(width: 1pt)", '#read("/etc/passwd")', "$x^2$ *bold* _it_ `raw` // gone", "#panic()",
     "= Heading", "</svg><script>alert(1)</script>", '\\u{41} \\ #eval("1")', "@preview/x:1.0.0 <label>"],
)  # fmt: skip
def test_nothing_a_patient_writes_is_read_as_markup(markup: str) -> None:
    patient = Patient(goals=(markup,), therapist=markup)
    patient.say(Note, 0, NOON, text=markup)
    patient.say(Weekly, 0, NOON, goals=(3,))
    patient.say(Weekly, 7, NOON, goals=(4,))
    summary = report_of(patient, last=8)
    text = flat(words_of("pdf", render("pdf", summary, "en")))
    assert flat(f"therapist: {markup}") in text
    assert "<script" not in render("html", summary, "en").decode()


def test_a_profile_that_was_left_out_takes_its_questions_only_when_asked() -> None:
    patient = Patient()
    patient.say(Profile, 0, NOON, questions=("May I ski?",), therapist="Kari")
    assert "May I ski?" in words_of("txt", render("txt", report_of(patient, last=1), "en"))
    hidden = report_of(patient, last=1, without=frozenset({"questions"}))
    text = words_of("txt", render("txt", hidden, "en"))
    assert "May I ski?" not in text
    assert "Kari" in text


def test_the_list_of_letters_fits_the_fonts() -> None:
    from tools.fonts import LIST, covered  # noqa: PLC0415 - a development tool

    assert LIST.read_text(encoding="ascii") == covered(), "run: python tools/fonts.py"


def test_the_fonts_bring_their_licences() -> None:
    folder = Path(__file__).parents[2] / "LICENSES"
    assert "Bitstream Vera" in (folder / "Bitstream-Vera.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL-1.1.txt").read_text(encoding="utf-8")
