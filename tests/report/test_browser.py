"""The HTML page in a real browser: nothing fetched, nothing run, readable, and one sheet on paper."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal, TypeAlias

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import speaking
from ryggkompis.report.layout import one_page
from ryggkompis.report.rendering import render
from ryggkompis.report.summary import Summary
from tests.needs import needs
from tests.report.all_sorts import JOURNALS
from tests.report.journals import report_of
from tests.report.test_formats import a_patient, hostile
from tests.report.test_sheet import DAYS, LANGUAGES, a_long_course, flat

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM: Final = next(filter(None, map(shutil.which, NAMES)), None)
ColorScheme: TypeAlias = Literal["light", "dark"]
SCHEMES: Final[tuple[ColorScheme, ...]] = ("light", "dark")
PHONE: Final = 360

pytestmark = needs(*NAMES)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


class Opened:
    """A page in the browser, and all that it did beside being shown."""

    def __init__(self, browser: Browser, file: Path, width: int, scheme: ColorScheme) -> None:
        self.did: list[str] = []
        self.page: Page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        self.page.on("console", lambda message: self.did.append(message.text))
        self.page.on("pageerror", lambda error: self.did.append(str(error)))
        self.page.on("dialog", lambda dialog: self.did.append(dialog.message))
        self.page.on("request", lambda request: self.did.append(request.url))
        self.page.goto(file.as_uri())
        self.did.remove(file.as_uri())


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator["Open"]:
    one = Open(browser, tmp_path)
    yield one
    for each in one.pages:
        each.close()


LEAST_LETTERS: Final = 10
"""Pixels of a picture's letters."""


class Open:
    """Opens reports."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder, self.pages = browser, folder, list[Page]()

    def __call__(
        self, summary: Summary, language: Language = "nb", width: int = 794, scheme: ColorScheme = "light"
    ) -> Opened:
        file = self.folder / "report.html"
        file.write_bytes(render("html", summary, language))
        found = Opened(self.browser, file, width, scheme)
        self.pages.append(found.page)
        return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_asks_for_nothing_and_says_nothing(opened: Open, language: Language) -> None:
    assert opened(report_of(a_patient(), last=29), language).did == []


def test_what_a_patient_writes_is_shown_and_never_run(opened: Open) -> None:
    one = opened(report_of(hostile(), last=1), "en")
    assert one.did == []
    assert "<script>alert(1)</script>" in one.page.inner_text("body")
    assert one.page.locator("script").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_has_a_name_that_a_screen_reader_says(opened: Open, language: Language) -> None:
    summary = report_of(a_patient(), last=29)
    with speaking(language):
        made = one_page(summary)
    page = opened(summary, language).page
    said = page.locator("body").aria_snapshot()
    for section in made.sections:
        assert f'heading "{section.title}" [level=2]' in said
    assert page.get_by_role("img").count() == page.locator("svg:visible").count() > 0
    for number in range(page.get_by_role("img").count()):
        assert page.get_by_role("img").nth(number).aria_snapshot().removeprefix("- img").strip()
    assert page.locator("html").get_attribute("lang") == language
    assert "rowheader" in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_long", [False, True])
def test_on_paper_it_begins_with_safety_and_shows_every_section(
    opened: Open, language: Language, is_long: bool
) -> None:
    summary = report_of(a_long_course(), last=DAYS - 1) if is_long else report_of(a_patient(), last=29)
    with speaking(language):
        made = one_page(summary)
    page = opened(summary, language).page
    papers = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert {tuple(map(round, paper.mediabox[2:])) for paper in papers} == {(595, 842)}
    assert len(papers) <= 1 + is_long
    first = flat(papers[0].extract_text())
    assert first.index(flat(made.sections[0].title)) < first.index(flat(made.sections[1].title))
    text = "".join(flat(paper.extract_text()) for paper in papers)
    assert [section.title for section in made.sections if flat(section.title) not in text] == []
    assert flat(made.footer[-1]) in text


def test_what_was_cut_is_there_to_be_unfolded(opened: Open) -> None:
    page = opened(report_of(a_long_course(), last=DAYS - 1)).page
    assert not page.get_by_text("lapp-7: ").first.is_visible()
    page.locator("summary").click()
    assert page.get_by_text("lapp-7: ").first.is_visible()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_on_a_phone_nothing_is_wider_than_the_screen(opened: Open, scheme: ColorScheme) -> None:
    page = opened(report_of(a_long_course(), last=DAYS - 1), width=PHONE, scheme=scheme).page
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def test_a_phone_shows_the_whole_of_each_picture_in_letters_that_can_be_read(opened: Open) -> None:
    page = opened(JOURNALS["a rich half year"](), width=PHONE).page
    shown = page.locator("main > :not(details) svg:visible")
    assert shown.count() == len(["course", "bodies"])
    for number in range(shown.count()):
        one = shown.nth(number)
        box, of = one.bounding_box(), str(one.get_attribute("viewBox")).split()
        assert box is not None
        assert box["x"] + box["width"] <= PHONE
        assert 16 * box["width"] / float(of[2]) >= LEAST_LETTERS


@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_can_be_read_by_day_and_by_night(opened: Open, scheme: ColorScheme) -> None:
    page = opened(report_of(a_patient(), last=29), scheme=scheme).page
    ink, paper = (
        page.evaluate(f"getComputedStyle(document.documentElement).{which}")
        for which in ("color", "backgroundColor")
    )
    assert _contrast(ink, paper) > 7
    assert (_light(paper) < 0.5) == (scheme == "dark")


def _light(colour: str) -> float:
    """Give the relative luminance of “rgb(r, g, b)” (WCAG 2)."""
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)
