"""Where it hurts, what was taken, and what makes it worse or better: in every format, and in words."""

import json
import re
from collections.abc import Iterator
from datetime import date, time
from html import unescape
from typing import Any, Final

import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.drawing import Drawing
from ryggkompis.domain.journal.entries import Programme, Weekly
from ryggkompis.domain.journal.medicine import Medicine, OwnMedicine
from ryggkompis.report.rendering import render
from tests.domain.patient import Patient
from tests.report.journals import report_of, words_of
from tests.report.test_sheet import LANGUAGES, flat

NOON: Final = time(12)
PAGES: Final = ("pdf", "html", "txt", "md")
TABLETS: Final = "Ibux 200 mg"
WEEKS: Final = 6


def felt() -> Patient:
    """Somebody whose pain draws back, who takes less and less, and whom sitting no longer hurts."""
    patient = Patient(side="left")
    for n in range(7 * WEEKS):
        patient.morning(n, leg=4)
        for _tablet in range(WEEKS - n // 7 if n % 7 < 3 else 0):
            patient.say(Medicine, n, NOON, text=TABLETS, name=TABLETS)
    patient.say(Drawing, 0, NOON, pain=("back_left", "calf_outer_left"), numbness=("big_toe_left",))
    patient.say(Drawing, 20, NOON, pain=("thigh_outer_left",), tingling=("small_toes_left",))
    patient.say(Drawing, 40, NOON, pain=("back_left",), weakness=("foot_top_left",))
    patient.say(OwnMedicine, 0, NOON, name=TABLETS, most=6, apart=6)
    patient.say(OwnMedicine, 41, NOON, name=TABLETS, turn="stopped")
    patient.say(Weekly, 6, NOON, worsens=("sitting", "coughing"), eases=("heat",))
    patient.say(Weekly, 34, NOON, worsens=("coughing",), eases=("heat", "walking"))
    return patient


SAID: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        "Pain, left: low back and outer calf; numb, left: big toe.",
        "Pain, left: low back; weak, left: top of the foot.",
        "Ibux 200 mg: on 18 of 42 days of which something is known, at most 6 in a day.",
        "18 · 15 · 12 · 9 · 6 · 3.",
        "Ibux 200 mg, stopped taking it.",
        "Makes it worse: coughing or sneezing. Since 8 March no more: sitting for a while.",
        "Eases it: warmth and going for a walk. Since 8 March new: going for a walk.",
    ),
    "nb": (
        "Smerte, venstre: korsryggen og utsiden av leggen; nummen, venstre: stortåa.",
        "Smerte, venstre: korsryggen; svak, venstre: oversiden av foten.",
        "Ibux 200 mg: 18 av 42 dager det er notert noe om, høyst 6 på én dag.",
        "18 · 15 · 12 · 9 · 6 · 3.",
        "Ibux 200 mg, sluttet med den.",
        "Gjør det verre: å hoste eller nyse. Ikke lenger siden 8. mars: å sitte en stund.",
        "Gjør det bedre: varme og å gå. Nytt siden 8. mars: å gå.",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_", PAGES)
def test_every_page_says_where_it_hurts_what_was_taken_and_what_makes_it_worse(
    format_: str, language: Language
) -> None:
    page = words_of(format_, render(format_, report_of(felt(), last=41), language))
    plain = flat(unescape(re.sub(r"<svg.*?</svg>|<[^>]*>|[\\*]", "", page, flags=re.DOTALL)))
    assert [said for said in SAID[language] if flat(said) not in plain] == []


ORDERED: Final[dict[Language, str]] = {
    "en": "Kari · at most 24 minutes of walking a day · without Bridge · always with Pelvic tilt · Monday"
    " · until 1 May 2026",
    "nb": "Kari · høyst 24 minutter gange om dagen · uten Seteløft · alltid med Bekkenvipp · mandag"
    " · til 1. mai 2026",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_", [*PAGES, "csv", "fhir"])
def test_what_the_therapist_said_stands_there_and_the_last_word_of_a_day_alone(
    format_: str, language: Language
) -> None:
    patient = felt()
    patient.say(Programme, 30, NOON, name="Taken back", sha="a")
    said: dict[str, Any] = {"walk_ceiling": 6, "barred": ("E10",), "required": ("E01",), "days": ("mon",)}
    said |= {"until": date(2026, 5, 1), "note": "Call me. " * 60}
    patient.say(Programme, 30, NOON, name="Kari", sha="b", **said)
    page = flat(words_of(format_, render(format_, report_of(patient, last=41), language)).replace("\\", ""))
    assert flat(ORDERED[language]) in page
    assert flat("Taken back") not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_first_and_latest_stand_side_by_side_and_whoever_sees_no_picture_is_told(language: Language) -> None:
    page = render("html", report_of(felt(), last=41), language).decode()
    found = re.search(r'<svg[^>]*aria-labelledby="body-title body-desc".*?</svg>', page, re.DOTALL)
    assert found is not None
    assert all(said in found[0].partition("</desc>")[0] for said in SAID[language][:2])
    days = {"en": ("2 Mar 2026", "11 Apr 2026"), "nb": ("02.03.2026", "11.04.2026")}[language]
    drawn = unescape(re.sub(r"<[^>]*>", "", found[0].partition("</desc>")[2]))
    first, latest = (flat(drawn).index(flat(day)) for day in days)
    assert first < latest
    # It is read in grey: no colour of its own.
    assert set(re.findall(r'fill="([^"]*)"', found[0])) == {"currentColor"}


@pytest.mark.parametrize("format_", ["html", "txt", "md", "csv", "json", "fhir"])
def test_nobody_is_told_of_a_nerve_root(format_: str) -> None:
    told = render(format_, report_of(felt(), last=41), "en").decode()
    assert re.findall(r"\b[LS][1-5]\b|[Dd]ermatom", told) == []


def test_the_table_has_it_day_by_day() -> None:
    head, first, *_others = render("csv", report_of(felt(), last=41), "en").decode().splitlines()
    assert all(one in head for one in ("Where it hurts", "Makes it worse", "Eases it", "Medicine"))
    assert f"{TABLETS} × 6" in first
    assert "numb, left: big toe" in first


def test_a_program_is_told_in_codes_that_others_know() -> None:
    bundle = json.loads(render("fhir", report_of(felt(), last=41), "en"))
    found = [one["resource"] for one in bundle["entry"]]
    drawn = [one for one in found if _code(one) == "drawing"]
    assert [one["effectiveDateTime"] for one in drawn] == ["2026-03-02", "2026-03-22", "2026-04-11"]
    parts = {part["code"]["coding"][0]["code"]: part["valueString"] for part in drawn[0]["component"]}
    assert parts == {"22253000": "low back, left; outer calf, left", "44077006": "big toe, left"}
    taken = next(one for one in found if one["resourceType"] == "MedicationStatement")
    assert taken["medicationCodeableConcept"]["text"] == TABLETS
    assert "dosage" not in taken
    assert {"worsens", "eases", "event"} <= {_code(one) for one in found}


def _code(resource: dict[str, Any]) -> str:
    known = resource.get("code", {})
    return str(known["coding"][0]["code"]) if isinstance(known, dict) and "coding" in known else ""


def test_the_facts_are_in_json_beside_the_entries() -> None:
    facts = json.loads(render("json", report_of(felt(), last=41), "en"))["summary"]
    assert [one["day"] for one in facts["drawings"]] == ["2026-03-02", "2026-03-22", "2026-04-11"]
    assert facts["drawings"][0]["numbness"] == ["big_toe_left"]
    assert [week["times"] for week in facts["medicine_use"][0]["weeks"]] == [18, 15, 12, 9, 6, 3]
    assert facts["worsens"]["gone"] == ["sitting"]
    assert facts["medicines"] == [], "what is counted is not told twice"


@pytest.mark.parametrize("format_", [*PAGES, "csv", "json", "fhir"])
def test_what_is_left_out_is_nowhere(format_: str) -> None:
    without = frozenset({"drawing", "medicine"})
    page = words_of(format_, render(format_, report_of(felt(), last=41, without=without), "en"))
    assert [word for word in ("Ibux", "outer calf", "big toe", "big_toe") if word in page] == []


def test_who_drew_once_has_one_body_and_no_drawing_has_none() -> None:
    patient = Patient(side="left")
    patient.morning(0)
    assert "body-title" not in render("html", report_of(patient, last=6), "en").decode()
    patient.say(Drawing, 3, NOON)
    page = render("html", report_of(patient, last=6), "en").decode()
    assert "<b>5 Mar 2026:</b> Nothing marked." in page


def test_many_weeks_are_told_four_together_and_gaps_are_no_zero() -> None:
    patient = Patient(side="left")
    for n in _known_days(140):
        patient.say(Medicine, n, NOON, text=TABLETS, name=TABLETS)
    page = words_of("txt", render("txt", report_of(patient, last=139), "en"))
    # The last four weeks are unknown but for their first day, and those before hold one a day.
    told = " ".join(page.split())
    assert "28 days, the latest last: 28 · 28 · – · 28 · (1)." in told
    assert "of more than half of the days nothing is known" in told


def _known_days(last: int) -> Iterator[int]:
    return (n for n in range(last) if not 56 <= n < 84 and n <= 112)
