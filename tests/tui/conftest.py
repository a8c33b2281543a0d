"""The window is tried in English unless a test says otherwise, in colour, by somebody who looks first."""

from collections.abc import Iterator

import pytest
from textual.pilot import Pilot

from ryggkompis.i18n.language import use
from ryggkompis.tui.app import Ryggkompis

from .screen_text import until


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
