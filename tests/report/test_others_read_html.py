"""The HTML pages of every journal as checkers find them that are not ours: Nu, html-validate and axe-core."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, sync_playwright

from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.report.rendering import render
from ryggkompis.report.sheet import wall
from tests.needs import PACKAGES, needs
from tests.report.all_sorts import JOURNALS
from tests.report.test_browser import CHROMIUM, NAMES, PHONE, ColorScheme
from tests.report.test_sheet import LANGUAGES
from tests.tui.screen_text import a_companion, known

UNSEEN: Final = "Inline style violates Content Security Policy"
"""Nu does not count the hash that allows the style; that it is applied, the tests in the browser see."""
WIDE: Final = 794


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every journal's page and a sheet for the wall, in both languages."""
    folder, made = tmp_path_factory.mktemp("pages"), []
    for name, journal in JOURNALS.items():
        facts = journal()
        for language in LANGUAGES:
            file = folder / f"{name.replace(' ', '-')}.{language}.html"
            file.write_bytes(render("html", facts, language))
            made.append(file)
    companion = known(a_companion(folder / "diary"))
    companion.diary.say(CheckIn, leg=4, back=3, site="calf", morning="same", flare=False)
    for language in LANGUAGES:
        for is_large in (False, True):
            file = folder / f"sheet-{is_large}.{language}.html"
            file.write_bytes(wall("html", companion.state(), language, is_large=is_large))
            made.append(file)
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@needs("java")
@needs("vnu-jar")
def test_the_nu_checker_finds_nothing(files: list[Path]) -> None:
    jar = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    # It writes what it finds where errors stand, and ends with 1.
    done = subprocess.run(
        [shutil.which("java") or "", "-jar", jar, "--format", "json", *files],
        capture_output=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    found = json.loads(done.stderr)["messages"]
    other = [one for one in found if not one["message"].startswith(UNSEEN)]
    assert other == []
    assert len(found) == len(files), "it read every page"


@needs("node")
@needs("html-validate")
def test_html_validate_finds_nothing(files: list[Path]) -> None:
    program = PACKAGES / "html-validate" / "bin" / "html-validate.mjs"
    done = subprocess.run(
        [shutil.which("node") or "", program, "--formatter", "json", *files],
        capture_output=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    assert json.loads(done.stdout) == []


@needs(*NAMES)
@needs("axe-core")
@pytest.mark.parametrize(("width", "scheme"), [(PHONE, "dark"), (WIDE, "light")])
def test_axe_finds_nothing(files: list[Path], browser: Browser, width: int, scheme: ColorScheme) -> None:
    axe = (PACKAGES / "axe-core" / "axe.min.js").read_text("utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found: dict[str, list[Any]] = {}
    for file in files:
        page.goto(file.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
        page.evaluate(axe)
        told = page.evaluate("axe.run({ resultTypes: ['violations'] })")
        assert told["passes"]
        if told["violations"]:
            found[file.name] = [(one["id"], one["nodes"][0]["html"]) for one in told["violations"]]
    page.close()
    assert found == {}
