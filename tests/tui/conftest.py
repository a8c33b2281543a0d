"""The window is tried in English unless a test says otherwise, in colour, by somebody who looks first."""

from collections.abc import Iterator

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.pilot import Pilot

from ryggkompis.i18n.language import use
from ryggkompis.tui.app import Ryggkompis
from tests.tui.screen_text import until

_read_sheet = Stylesheet._parse_rules
_sheets: dict[tuple[object, ...], list[RuleSet]] = {}


def _read_sheet_once(  # noqa: PLR0917 - as Textual calls it
    sheet: Stylesheet,
    css: str,
    read_from: CSSLocation,
    is_default_rules: bool = False,
    tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    about = (css, read_from, is_default_rules, tie_breaker, scope)
    key = (*about, frozenset(sheet._variables.items()))
    if key not in _sheets:
        _sheets[key] = _read_sheet(sheet, *about)
    return _sheets[key]


@pytest.fixture(scope="session", autouse=True)
def _style_sheets_are_read_once() -> Iterator[None]:
    """Textual reads all its style sheets for each window, in a fifth of the time a test takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", _read_sheet_once)
        yield


@pytest.fixture(autouse=True)
def _as_everyone_sees_it(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("NO_COLOR", raising=False)
    use("en")
    yield
    use("en")


@pytest.fixture(autouse=True)
def _looking_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for the screen before each key: one that comes earlier does not count."""
    press = Pilot.press

    async def look_and_press(pilot: Pilot[None], *keys: str) -> None:
        app = pilot.app
        for key in keys:
            await until(pilot, lambda: not isinstance(app, Ryggkompis) or app.turns.is_open)
            await press(pilot, key)

    monkeypatch.setattr(Pilot, "press", look_and_press)
