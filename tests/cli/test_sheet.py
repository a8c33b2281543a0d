"""``sheet``: today's plan for the wall, opened and read back."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader

from ryggkompis.content.loading import load_catalogue, load_red_flags
from ryggkompis.domain.base.scales import CRISIS
from ryggkompis.domain.catalogue.catalogue import Language
from tests.cli.conftest import Shell


class _Ids(HTMLParser):
    """Collects the ids of a page, and what is described by them."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.named: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:
            if name == "id":
                self.ids.append(str(value))
            if name == "aria-labelledby":
                self.named += str(value).split()


@pytest.fixture
def planned(either: Shell) -> Shell:
    either("profile", "--exclusions", "none", "--tolerance", "9")
    either("checkin", "--leg", "3", "--flags", "none")
    return either


def read(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.mark.parametrize("large", [(), ("--large",)])
def test_the_plan_the_figures_the_stop_rule_and_the_numbers_are_on_it(
    planned: Shell, tmp_path: Path, large: tuple[str, ...]
) -> None:
    plan = planned("plan", "--json").facts
    assert planned("sheet", "plan.pdf", *large).status == 0
    text = read(tmp_path / "plan.pdf")
    language: Language = "nb" if planned.language == "nb" else "en"
    catalogue = load_catalogue()
    for planned_exercise in plan["exercises"]:
        exercise = catalogue.exercise(planned_exercise["id"])
        assert exercise is not None
        assert exercise.name.in_(language) in text
    for id_ in plan["comfort"]:
        relief = catalogue.relief(id_)
        assert relief is not None
        assert relief.name.in_(language) in text
    assert f"{sum(plan['walks'])}" in text
    assert "".join(catalogue.stop_rule.in_(language).split()) in "".join(text.split())
    assert text.count("113 nå" if language == "nb" else "113 now") == 1
    assert len(re.findall(r"(?<!\d)113(?!\d)", text)) == 4, "twice on page one, and on a walk"
    assert "116 117" in text


@pytest.mark.parametrize("large", [(), ("--large",)])
def test_page_one_is_what_is_needed_at_a_glance(
    planned: Shell, tmp_path: Path, large: tuple[str, ...]
) -> None:
    plan = planned("plan", "--json").facts
    planned("sheet", "plan.pdf", *large)
    page, catalogue = PdfReader(tmp_path / "plan.pdf").pages[0], load_catalogue()
    text, language = "".join(page.extract_text().split()), planned.language
    names = [one.name for dose in plan["exercises"] if (one := catalogue.exercise(dose["id"]))]
    for told in (*names, catalogue.stop_rule):
        assert "".join((told.nb if language == "nb" else told.en).split()) in text
    assert "113" in text
    assert "116117" in text


def test_it_names_nothing_that_is_not_on_paper_and_nothing_for_no_living_room(
    planned: Shell, tmp_path: Path
) -> None:
    crisis = load_red_flags().flag(CRISIS)
    assert crisis is not None
    for name in ("plan.pdf", "plan.html"):
        planned("sheet", name)
    text = read(tmp_path / "plan.pdf") + unescape((tmp_path / "plan.html").read_text(encoding="utf-8"))
    for word in ("Akutt", "Urgent", crisis.question.nb, crisis.question.en):
        assert word not in text


def test_large_letters_take_more_room_and_nothing_is_cut_off(planned: Shell, tmp_path: Path) -> None:
    planned("sheet", "a.pdf")
    planned("sheet", "b.pdf", "--large")
    small, large = PdfReader(tmp_path / "a.pdf"), PdfReader(tmp_path / "b.pdf")
    assert len(large.pages) > len(small.pages)
    for reader in (small, large):
        assert {tuple(map(round, page.mediabox[2:])) for page in reader.pages} == {(595, 842)}


def test_every_figure_of_the_page_is_named_by_itself(planned: Shell, tmp_path: Path) -> None:
    planned("sheet", "plan.html")
    text = (tmp_path / "plan.html").read_text(encoding="utf-8")
    parser = _Ids()
    parser.feed(text)
    assert len(parser.named) >= 4
    assert sorted(parser.ids) == sorted(set(parser.ids))
    assert set(parser.named) <= set(parser.ids)
    assert "<script" not in text


def test_the_same_plan_gives_the_same_bytes(planned: Shell, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        planned("sheet", name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_under_a_lock_there_is_no_sheet(either: Shell, tmp_path: Path) -> None:
    either("checkin", "--leg", "3", "--flags", "CES1")
    said = either("sheet", "plan.pdf")
    assert (said.status, said.out) == (1, "")
    assert "2026" in said.err
    assert not (tmp_path / "plan.pdf").exists()


@pytest.mark.parametrize("name", ["plan.docx", "plan", "nowhere/plan.pdf", "."])
def test_a_name_that_cannot_be_is_refused_in_a_sentence(planned: Shell, name: str) -> None:
    said = planned("sheet", name)
    assert (said.status, said.out) == (2, "")
    assert said.err.strip()


def test_a_file_that_is_there_is_replaced_only_when_that_is_said(planned: Shell, tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text("mine")
    assert planned("sheet", "p.html").status == 2
    assert (tmp_path / "p.html").read_text(encoding="utf-8") == "mine"
    assert planned("sheet", "p.html", "--force").status == 0
