"""A plain month in a locked journal: every page says that the lock is not finished; one key finishes it."""

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ryggkompis.domain.catalogue.catalogue import Language
from tests.store.journals import everything, home, on_disk, write_month
from tests.store.locked import lock, locked_store, open_seal
from tests.tui.screen_text import LANGUAGES, SIZES, a_companion, an_app, known, reads, screen_text, until

SAYS = {
    "en": "The lock is not finished: 2025-03.json lies open. Press L to finish it.",
    "nb": "Låsingen er ikke ferdig: 2025-03.json ligger åpent. Trykk L for å fullføre den.",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_every_page_says_it_and_one_key_finishes_it(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    known(a_companion(tmp_path))
    lock(tmp_path)
    late = write_month(tmp_path, [on_disk("LATE", text="plainly")])
    app = an_app(tmp_path, language=language, seal=open_seal(tmp_path))
    is_not = SAYS[language]
    async with app.run_test(size=size) as pilot:
        for page in "123456":
            await pilot.press(page)
            await until(pilot, lambda: is_not in " ".join(screen_text(app).split()))
        await pilot.press("L")
        await until(pilot, lambda: is_not not in " ".join(screen_text(app).split()))
        assert not late.exists()
    assert b"plainly" not in b"".join(everything(tmp_path).values())


async def test_a_month_that_comes_while_the_window_is_open_is_said(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    lock(tmp_path)
    app = an_app(tmp_path, seal=open_seal(tmp_path))
    async with app.run_test(size=(80, 60), notifications=True) as pilot:
        await reads(pilot, "Today")
        assert SAYS["en"] not in screen_text(app)
        await offers_to_finish(pilot, is_offered=False)
        await pilot.press("L")
        write_month(tmp_path, [on_disk("LATE")])
        app.look_again()
        await reads(pilot, SAYS["en"])
        await offers_to_finish(pilot, is_offered=True)
        await pilot.press("L")
        await reads(pilot, "The lock is finished")


async def test_without_the_key_it_is_said_that_what_is_saved_lies_in_the_open(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    lock(tmp_path)
    app = an_app(tmp_path, seal=open_seal(tmp_path))
    async with app.run_test(size=(80, 60), notifications=True) as pilot:
        await reads(pilot, "Today")
        assert "the key is not here" not in screen_text(app)
        shutil.rmtree(home(tmp_path).key)
        app.reload()
        await reads(pilot, "the key is not here")


async def offers_to_finish(pilot: Pilot[None], *, is_offered: bool) -> None:
    """Look into the help: the key is listed while there is something to finish."""
    await pilot.press("question_mark")
    await reads(pilot, "Draw anew")
    assert ("Finish the lock" in screen_text(pilot.app)) is is_offered
    await pilot.press("escape")
    await until(pilot, lambda: "Draw anew" not in screen_text(pilot.app))


async def test_what_was_noted_in_the_shell_is_folded_by_the_window(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    lock(tmp_path)
    before = len(list((tmp_path / "journal").glob("2*")))
    app = an_app(tmp_path, seal=open_seal(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, "Today")
        locked_store(tmp_path, None).put([on_disk("NEW", day=str(app.state.day))])
        assert len(list((tmp_path / "journal").glob("2*"))) == before + 1
        app.look_again()
        await until(pilot, lambda: len(list((tmp_path / "journal").glob("2*"))) == before)
