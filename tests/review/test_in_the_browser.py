"""The page in a real browser: read, answered to the end, saved, read back, and obeyed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from textual.color import Color

from tests.needs import needs
from tests.report.test_browser import CHROMIUM, NAMES, SCHEMES, ColorScheme
from tests.review.simulated import review
from tests.review.test_build_obeys import broken
from tests.review.test_verdicts import PLANS
from tests.tui.test_contrast import contrast
from tools.review import report
from tools.review.answers import Review, read, written
from tools.review.cases import cases
from tools.review.content import PARTS, items
from tools.review.page import page as written_page
from tools.review.verdicts import gathered

PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=800)
THUMB = 44
"""Pixels that a thumb hits."""
DOUBTS = frozenset({PLANS[0].id})
MINE = """() => [...document.querySelectorAll('.item:not([hidden])')].map(each => each.dataset.key)"""
READABLE = 4.5
LOOKS = """chosen => {
    const style = getComputedStyle(document.querySelector(chosen));
    return [style.color, style.backgroundColor].map(ink => ink.match(/\\d+/g).slice(0, 3).map(Number));
}"""
WORDS_OF_PICTURES = """() => [...document.querySelectorAll('svg')].map(
    each => each.getAttribute('role') === 'img' ? each.getAttribute('aria-label') : '')"""
HEIGHTS = """() => [...document.querySelectorAll('button, .choices label, select, input[type=text]')]
    .map(each => each.getBoundingClientRect().height).filter(height => height > 0)"""

pytestmark = needs(*NAMES)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("page") / "review.html"
    made.write_text(written_page(), encoding="utf-8")
    return made


@pytest.fixture
def phone(browser: Browser, file: Path) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(file.as_uri())
    yield page
    context.close()


@pytest.fixture
def desk(browser: Browser, file: Path) -> Iterator[Page]:
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(file.as_uri())
    yield page
    context.close()


def press(page: Page, key: str, field: str, value: object) -> None:
    """Press where a finger would; that each is seen and large enough is asked once, by a test of its own."""
    page.click(f'[data-key="{key}"] [data-field={field}][value="{value}"]', force=True)


def fill_plans(page: Page, given: Review) -> None:
    """Answer every plan; two touches each lead to the next one, and the last to the texts."""
    for case in cases():
        one = given.decisions[case.id]
        assert page.is_visible(f'[data-key="{case.id}"]')
        press(page, case.id, "answer", one.answer)
        if one.why:
            page.fill(f'[data-key="{case.id}"] input[type=text]', one.why)
        press(page, case.id, "sure", one.sure)
    assert page.is_visible("#texts")


def fill_texts(page: Page, given: Review) -> list[str]:
    """Answer one's part of the texts, and every course."""
    mine: list[str] = page.evaluate(MINE)
    for item in items():
        if item.sort == "course" and page.is_visible("#texts"):
            page.click("#texts [data-to=courses]")
        if item.key in mine:
            press(page, item.key, "answer", given.texts[item.key].answer)
    return mine


def save(page: Page, folder: Path, given: Review) -> Path:
    page.click("[data-step=end]")
    page.fill(".name", given.reviewer.name)
    page.select_option("select.role:visible", given.reviewer.role)
    with page.expect_download() as loading:
        page.click("#save")
    path = folder / loading.value.suggested_filename
    loading.value.save_as(path)
    assert page.inner_text(".told .file") == path.name
    return path


def test_filled_to_the_end_on_a_phone_it_is_read_back_and_the_build_obeys(
    phone: Page, tmp_path: Path
) -> None:
    given = review("careful", 1, DOUBTS)
    fill_plans(phone, given)
    mine = fill_texts(phone, given)
    assert len(mine) == sum(one.part == 0 for one in items()) + sum(
        one.part == read_part(phone) for one in items()
    )
    path = save(phone, tmp_path, given)
    assert path.name == "review-careful-1.json"
    came = read(path)
    assert (came.decisions, came.reviewer) == (given.decisions, given.reviewer)
    assert came.texts == {key: given.texts[key] for key in mine}
    assert broken(gathered(tmp_path)) == []
    other = tmp_path / "review-careful-2.json"
    other.write_bytes(written(review("careful", 2, DOUBTS)))
    (said,) = broken(gathered(tmp_path))
    assert said.startswith(f"Plan {PLANS[0].number} ")
    other.unlink()
    assert broken(gathered(tmp_path)) == []


def read_part(page: Page) -> int:
    part: int = page.evaluate("() => JSON.parse(localStorage.getItem('ryggkompis-review')).part")
    assert 1 <= part <= PARTS
    return part


@pytest.mark.parametrize("kind", ["average", "tired", "contrary"])
def test_the_other_kinds_fill_it_at_a_desk_in_english(desk: Page, tmp_path: Path, kind: str) -> None:
    given = review(kind, 1)
    desk.click("[data-language=en]")
    fill_plans(desk, given)
    save(desk, tmp_path, given)
    found = gathered(tmp_path)
    (voice,) = found.voices
    assert voice.review.decisions == given.decisions
    assert voice.review.language == "en"
    assert (voice.is_tired, voice.judges_plans) == (kind != "average", kind == "average")
    assert broken(found) == []


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_first_plan_is_in_view_at_once_and_nothing_is_too_wide(
    browser: Browser, file: Path, size: ViewportSize
) -> None:
    page = browser.new_page(viewport=size)
    did: list[str] = []
    page.on("request", lambda request: did.append(request.url))
    page.on("console", lambda message: did.append(message.text))
    page.on("pageerror", lambda error: did.append(str(error)))
    page.goto(file.as_uri())
    first = page.locator(".case:visible")
    assert first.count() == 1
    drawing = first.locator("svg").bounding_box()
    assert drawing is not None
    assert drawing["y"] + drawing["height"] < size["height"]
    for step in ("plans", "texts", "courses", "end"):
        page.click(f"[data-step={step}]")
        assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
        assert min(page.evaluate(HEIGHTS)) >= THUMB
    assert did == [file.as_uri()]
    page.close()


def test_what_is_half_filled_is_there_on_the_next_day(phone: Page) -> None:
    first, second = cases()[:2]
    press(phone, first.id, "answer", "too_little")
    press(phone, first.id, "sure", 2)
    phone.fill(f'[data-key="{second.id}"] input[type=text]', "later")
    phone.reload()
    assert phone.inner_text("[data-step=plans] small") == f"1/{len(cases())}"
    assert phone.is_visible(f'[data-key="{second.id}"]')
    assert phone.input_value(f'[data-key="{second.id}"] input[type=text]') == "later"
    phone.click(f'[data-key="{second.id}"] .back')
    assert phone.is_checked(f'[data-key="{first.id}"] [value=too_little]')


def test_what_was_answered_of_another_version_of_a_plan_is_asked_again(phone: Page) -> None:
    first = cases()[0]
    press(phone, first.id, "answer", "safe")
    phone.evaluate(
        "() => localStorage.setItem('ryggkompis-review',"
        f" localStorage.getItem('ryggkompis-review').replaceAll('{first.digest}', '000000000000'))"
    )
    phone.reload()
    assert phone.inner_text("[data-step=plans] small") == f"0/{len(cases())}"


def test_somebody_who_changes_an_answer_stays_where_they_are(desk: Page) -> None:
    first = cases()[0]
    press(desk, first.id, "answer", "safe")
    press(desk, first.id, "sure", 3)
    desk.click(f'[data-key="{cases()[1].id}"] .back')
    press(desk, first.id, "answer", "seen")
    assert desk.is_visible(f'[data-key="{first.id}"]')


def test_the_next_plan_begins_at_the_top_wherever_was_pressed(phone: Page) -> None:
    first, second = cases()[:2]
    press(phone, first.id, "answer", "safe")
    press(phone, first.id, "sure", 3)
    drawing = phone.locator(f'[data-key="{second.id}"] svg').bounding_box()
    assert drawing is not None
    assert 0 <= drawing["y"] < PHONE["height"] / 2


def test_what_was_planned_and_how_it_is_answered_are_on_a_phone_at_once(phone: Page) -> None:
    first = cases()[0]
    plan = phone.locator(f'[data-key="{first.id}"] .plan li:visible').first.bounding_box()
    verdict = phone.locator(f'[data-key="{first.id}"] .verdict').bounding_box()
    assert plan is not None
    assert verdict is not None
    assert plan["y"] + plan["height"] <= verdict["y"]
    assert verdict["y"] + verdict["height"] <= PHONE["height"]
    press(phone, first.id, "answer", "safe")
    sure = phone.locator(f'[data-key="{first.id}"] .sure').bounding_box()
    assert sure is not None
    assert sure["y"] + sure["height"] <= verdict["y"], "a second touch must not fall on it"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_answer_that_was_chosen_can_be_seen(browser: Browser, file: Path, scheme: ColorScheme) -> None:
    page = browser.new_page(viewport=PHONE, color_scheme=scheme)
    page.goto(file.as_uri())
    press(page, cases()[0].id, "answer", "safe")
    chosen = page.evaluate(LOOKS, f'[data-key="{cases()[0].id}"] [value=safe] + span')
    other = page.evaluate(LOOKS, f'[data-key="{cases()[0].id}"] [value=too_much] + span')
    page.close()
    ink, ground = (Color(*rgb) for rgb in chosen)
    assert contrast(ink, ground) >= READABLE
    assert chosen[1] != other[1]


def test_every_picture_has_words_in_the_language_that_is_read(desk: Page) -> None:
    heard: dict[str, list[str]] = {}
    for language in ("en", "nb"):
        desk.click(f"[data-language={language}]:visible")
        heard[language] = desk.evaluate(WORDS_OF_PICTURES)
    assert len(heard["nb"]) == len(cases()) + sum(bool(item.texts["nb"].figure) for item in items())
    assert all(nb and en and nb != en for nb, en in zip(heard["nb"], heard["en"], strict=True))
    last = cases()[1].situation.days[-1]
    assert f"last {last.leg}, between" in heard["en"][1]


def test_on_a_phone_the_answers_are_in_reach_before_the_plan_is_read_to_its_end(phone: Page) -> None:
    first = cases()[0]
    box = phone.locator(f'[data-key="{first.id}"] .verdict').bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= PHONE["height"]


def test_it_opens_again_where_one_was(phone: Page) -> None:
    phone.click("[data-step=courses]")
    phone.reload()
    assert phone.is_visible("#courses")
    assert not phone.is_visible("#plans")


def test_nothing_is_saved_before_it_is_known_who_answers(desk: Page) -> None:
    desk.click("[data-step=end]")
    desk.click("#save")
    assert desk.is_visible(".need")
    assert not desk.is_visible(".told")


def test_a_text_that_is_fine_asks_for_no_words_and_another_does(phone: Page) -> None:
    first, second = (item.key for item in items()[:2])
    phone.click("[data-step=texts]")
    for key, answer in ((first, "fine"), (second, "change")):
        press(phone, key, "answer", answer)
    assert not phone.is_visible(f'[data-key="{first}"] .line')
    phone.fill(f'[data-key="{second}"] input[type=text]', "a word")
    press(phone, second, "answer", "fine")
    assert phone.is_visible(f'[data-key="{second}"] .line'), "what was written is never hidden"


def test_hostile_words_are_words(desk: Page, tmp_path: Path) -> None:
    given = review("careful", 1)
    hostile = '<img src=x onerror="alert(1)"> [a](javascript:b) | `c` \u202eback'
    press(desk, cases()[0].id, "answer", "too_much")
    desk.fill(f'[data-key="{cases()[0].id}"] input[type=text]', hostile)
    desk.click("[data-step=end]")
    desk.fill(".idea", hostile)
    path = save(desk, tmp_path, given)
    assert read(path).idea == hostile
    page = report.document(gathered(tmp_path))
    assert "<img" not in page
    assert "](javascript" not in page
    assert "\u202e" not in page


def test_without_scripts_it_says_that_paper_remains(browser: Browser, file: Path) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert "PDF" in page.inner_text("noscript")
    assert not page.is_visible("#save")
    assert page.locator(".case:visible").count() == len(cases())
    context.close()
