"""Cards to read: found by a word, read one after another, with what they rest on on a key."""

from pathlib import Path

import pytest

from ryggkompis.content.loading import load_learn_cards
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import CheckIn
from ryggkompis.tui.screens.learn import CardPage, LearnPage
from tests.tui.screen_text import LANGUAGES, SIZES, a_companion, an_app, known, reads, screen_text, until

CARDS = load_learn_cards()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_a_card_is_found_read_and_asked_what_it_rests_on(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path, language=language)
    card = next(card for card in CARDS.cards if card.id == "heat")
    async with app.run_test(size=size) as pilot:
        await pilot.press("K")
        await until(pilot, lambda: isinstance(app.screen, LearnPage))
        await reads(pilot, CARDS.cards[0].title.in_(language))
        await pilot.press(*card.title.in_(language).lower())
        await reads(pilot, card.title.in_(language))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, CardPage))
        await reads(pilot, card.text.in_(language)[:30])
        assert "Cochrane" not in screen_text(app)
        await pilot.press("e", *["pagedown"] * 4)
        await reads(pilot, "Cochrane")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: not isinstance(app.screen, LearnPage))


async def test_the_arrows_go_through_the_cards(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("K", "down", "enter")
        await reads(pilot, CARDS.cards[1].title.en)
        await pilot.press("right")
        await reads(pilot, CARDS.cards[2].title.en)
        await pilot.press("left", "left")
        await reads(pilot, CARDS.cards[0].title.en, "~~~~")


async def test_words_that_no_card_has_say_so_and_enter_does_nothing(tmp_path: Path) -> None:
    known(a_companion(tmp_path))
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("K", *"xyzzy")
        await reads(pilot, "No card has these words.")
        await pilot.press("enter")
        assert isinstance(app.screen, LearnPage)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_today_offers_the_card_of_the_day(tmp_path: Path, language: Language) -> None:
    known(a_companion(tmp_path)).diary.say(CheckIn, leg=3)
    app = an_app(tmp_path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await reads(pilot, CARDS.cards[0].title.in_(language))
