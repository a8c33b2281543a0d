"""What has the focus is always seen, with colours and without; and the cursor of the terminal is there."""

from pathlib import Path

import pytest
from textual.widget import Widget

from tests.tui.screen_text import a_companion, an_app, known, reads

PAGES = {
    "1": "Walk 1",
    "2": "Pain in the morning",
    "3": "Relief positions",
    "4": "newest first",
    "6": "Language",
}


def look(screen: Widget) -> list[list[tuple[str, object]]]:
    """Give every character with its style."""
    return [
        [(segment.text, segment.style) for segment in strip]
        for strip in screen.app.screen._compositor.render_strips()
    ]


@pytest.mark.parametrize("no_color", [False, True], ids=["colours", "no colour"])
@pytest.mark.parametrize("page", PAGES)
async def test_the_focus_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, *, no_color: bool
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 40)) as pilot:
        await reads(pilot, "Walk 1")
        await pilot.press(page)
        await reads(pilot, PAGES[page])
        seen = []
        for widget in app.screen.focus_chain:
            widget.focus(scroll_visible=False)
            await pilot.pause()
            await pilot.pause()
            seen.append(look(app.screen))
        assert seen
        assert all(one != other for at, one in enumerate(seen) for other in seen[:at])
