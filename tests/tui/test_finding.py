"""The command search finds what can be done by its name in either language, and by other words."""

from pathlib import Path

import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.i18n.language import _
from ryggkompis.words.search_terms import OTHER_WORDS
from tests.cli.test_same_in_both import keys
from tests.tui.screen_text import LANGUAGES, a_companion, an_app, known, reads, screen_text, until

FOUND = {"angre": "Undo", "undo": "Undo", "piller": "Medicine", "legevakt": "Urgent", "kurve": "Progress"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("words", "label"), FOUND.items())
async def test_it_is_found_however_it_is_called(
    tmp_path: Path, language: Language, words: str, label: str
) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *words)
        await reads(pilot, _(label))


async def test_what_is_found_is_done(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language="nb")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"stand up")
        await reads(pilot, "Byttet stilling")
        await pilot.press("enter")
        await until(pilot, lambda: app.state.today.position_changes == 1)


async def test_words_that_fit_nothing_offer_nothing(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"qqxzzy")
        await until(pilot, lambda: "Medicine" not in screen_text(app))


def test_other_words_are_of_keys_that_there_are() -> None:
    assert OTHER_WORDS.keys() <= keys()
