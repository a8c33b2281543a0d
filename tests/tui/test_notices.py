"""Where a notice lies: over no question, and over no card that says whom to call."""

from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ryggkompis.domain.journal.entries import Note
from ryggkompis.tui.app import Ryggkompis
from tests.tui.screen_text import a_companion, an_app, known, reads, screen_text, until

SIZES = [(40, 15), (80, 24)]
CALL = "116\N{NO-BREAK SPACE}117"


async def _draws_a_numb_buttock(pilot: Pilot[None]) -> None:
    await pilot.press("B")
    await reads(pilot, "low back, left: –")
    await pilot.press("down", "2", "enter")
    await reads(pilot, "Are you numb between your legs")


async def _says_yes(pilot: Pilot[None]) -> None:
    await pilot.press("y")
    await reads(pilot, "This is what you answered.")
    await pilot.press("1")
    await reads(pilot, CALL)


def _notices(app: Ryggkompis) -> int:
    return len(app.screen.query("Toast"))


@pytest.mark.parametrize("size", SIZES)
async def test_a_safety_question_that_follows_at_once_is_not_covered(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=size, notifications=True) as pilot:
        await _draws_a_numb_buttock(pilot)
        await pilot.pause()
        assert "Saved." not in screen_text(app)
        await _says_yes(pilot)
        assert "Saved." not in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_saved_beside_a_card_covers_none_of_its_words(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=size, notifications=True) as pilot:
        await _draws_a_numb_buttock(pilot)
        await _says_yes(pilot)
        card = screen_text(app).splitlines()[1:]
        await pilot.press("n")
        await reads(pilot, "Note")
        await pilot.press(*"tired", "enter")
        await until(pilot, partial(_notices, app))
        await reads(pilot, "Saved.", CALL)
        assert screen_text(app).splitlines()[1:] == card
    assert [one.text for one in a_companion(tmp_path).state().today.all(Note)] == ["tired"]
