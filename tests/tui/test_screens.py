"""Every page as it is seen, small, usual and large, in both languages: what changes here is meant to.

`pytest tests/tui/test_screens.py --snapshot-update` takes them anew; read the difference before it is kept.
"""

import shutil
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import use
from ryggkompis.services.clock import Today
from ryggkompis.services.companion import Companion
from ryggkompis.store.places import Places
from ryggkompis.store.settings import Settings
from ryggkompis.store.store import Store
from ryggkompis.tui.app import Ryggkompis
from ryggkompis.tui.screens.report import ReportPage
from tests.tui.screen_text import CONTENT, LANGUAGES, places, screen_text, until
from tools.pictures import StandingClock, patient

SIZES = {"small": (40, 15), "usual": (80, 24), "large": (120, 40)}
PAGES: dict[str, tuple[str, ...]] = {
    "today": (),
    "check-in": ("i",),
    "why": ("w",),
    "progress": ("2",),
    "exercises": ("3",),
    "log": ("4",),
    "bring-in": ("4", "i"),
    "report": ("5",),
    "settings": ("6",),
    "limits": ("6", "t"),
    "learn": ("K",),
    "card": ("K", "down", "enter"),
    "session": ("g",),
    "counted": ("g", "enter"),
    "urgent": ("exclamation_mark",),
    "help": ("question_mark",),
}
"""The keys that lead to each page, from Today."""


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The weeks of the demo's patient, lived once in each language."""
    folder = tmp_path_factory.mktemp("lived")
    for language in LANGUAGES:
        use(language)
        patient(str(folder / language))
    return folder


@pytest.fixture
def companion(lived: Path, tmp_path: Path, language: Language) -> Companion:
    """The patient whose mother tongue is ``language``."""
    use(language)
    folder = shutil.copytree(lived / language, tmp_path / "lived")
    return Companion(Store(places(folder)), CONTENT, Today(StandingClock()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", PAGES)
async def test_the_page_looks_as_it_did(
    companion: Companion, snapshot: SnapshotAssertion, page: str, size: str
) -> None:
    app = Ryggkompis(companion, Settings(motion=False), Places("/home/kari", "/home/kari/state"))
    async with app.run_test(size=SIZES[size]) as pilot:
        for key in PAGES[page]:
            await pilot.press(key)
            await _settled(pilot)
        await _settled(pilot)
        seen = screen_text(app)
        assert "\x1b" not in seen
        assert all(len(line) <= SIZES[size][0] for line in seen.splitlines())
        assert seen == snapshot


async def _settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way any more."""
    app = pilot.app
    await until(pilot, lambda: not isinstance(app.screen, ReportPage) or app.screen.summary is not None)
    await pilot.pause()
    await pilot.pause()
