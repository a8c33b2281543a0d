"""Every page in the smallest window it promises to fit, in one too small for anything, and back again."""

import re
from pathlib import Path

import pytest

from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import CheckIn, Walk
from ryggkompis.i18n.language import _
from tests.tui.screen_text import (
    LANGUAGES,
    a_companion,
    an_app,
    known,
    later,
    reads,
    screen_text,
    until,
)

SMALLEST, TOO_SMALL = (40, 15), (20, 5)
PAGES = {
    "progress": ("2", "Smerte om morgenen", "2 uker"),
    "exercises": ("3", "Gange", "i dag"),
    "log": ("4", "oppføringer", "Gåtur"),
    "settings": ("6", "Språk", "norsk (bokmål)"),
    "urgent": ("exclamation_mark", "Når trenger jeg hjelp nå?", "113"),
    "help": ("question_mark", "Hjelp", "På denne siden"),
}
"""The key of each page, and words that are to be seen there at once."""


@pytest.mark.parametrize(("key", "title", "words"), PAGES.values(), ids=PAGES)
async def test_a_page_fits_the_smallest_window_and_survives_a_smaller_one(
    tmp_path: Path, key: str, title: str, words: str
) -> None:
    companion = known(a_companion(tmp_path))
    companion.diary.say(CheckIn, leg=4, back=3)
    companion.diary.say(Walk, minutes=12, peak_leg=4)
    app = an_app(tmp_path, language="nb")
    async with app.run_test(size=SMALLEST) as pilot:
        await reads(pilot, "I dag")
        await pilot.press(key)
        await reads(pilot, title, words)
        assert max(map(len, screen_text(app).splitlines())) <= SMALLEST[0]
        await pilot.resize_terminal(*TOO_SMALL)
        await reads(pilot, "Vinduet er for lite.")
        await until(pilot, lambda: words not in screen_text(app))
        assert max(map(len, screen_text(app).splitlines())) <= TOO_SMALL[0]
        await pilot.resize_terminal(*SMALLEST)
        await reads(pilot, title, words)


ASKING = {
    "a question": ("i",),
    "a safety list": ("i", "u"),
    "a session": ("g",),
    "words": ("n",),
    "cards": ("K",),
    "an entry": ("4", "enter"),
    "words to look for": ("4", "slash"),
    "a file": ("4", "i"),
    "a picture": ("2", "s"),
    "the tour": ("T",),
    "the cover": (),
}
"""The keys that open what asks."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("keys", ASKING.values(), ids=ASKING)
async def test_the_key_for_help_is_always_in_sight(
    tmp_path: Path, language: Language, keys: tuple[str, ...]
) -> None:
    known(a_companion(tmp_path)).diary.say(Walk, minutes=12)
    clock = later(days=1)
    app = an_app(tmp_path, clock=clock, language=language)
    async with app.run_test(size=SMALLEST) as pilot:
        await reads(pilot, _("Today"))
        for key in keys:
            await pilot.press(key)
            await until(pilot, lambda: app.turns.is_open)
        if not keys:
            app.put_up_cover()
        await until(pilot, lambda: re.search(rf"(!|F2) {_('Urgent')}", screen_text(app)))
