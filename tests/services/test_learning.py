"""The card of the day: one a day in their order, and the one that fits when something is new."""

from datetime import date, timedelta

import pytest

from ryggkompis.content.loading import load_learn_cards
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.journal.entries import CheckIn, Entry, Evening, Weekly
from ryggkompis.domain.journal.episode_mark import EpisodeMark
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.operation import operation_on
from ryggkompis.services.learn import card_of_day
from tests.services.entries import said

CARDS = load_learn_cards()
START = date(2026, 3, 2)
LATER = START + timedelta(days=9)


def card_on(day: date, *entries: Entry) -> str | None:
    history = History.of((said(CheckIn, START), *entries))
    card = card_of_day(CARDS, history, day, START, operation_on(history.episode_marks, day))
    return card.id if card else None


def test_each_day_has_its_own_until_all_are_read() -> None:
    everybody = [card.id for card in CARDS.cards if card.only_when is None]
    days = [START + timedelta(days=n) for n in range(len(everybody) + 1)]
    assert [card_on(day) for day in days] == [*everybody, None]
    assert everybody[0] == "what"


def test_after_an_operation_its_cards_come_every_other_day_for_twelve_weeks() -> None:
    mark = said(EpisodeMark, START, start=START, operated=START)
    found = [card_on(START + timedelta(days=n), mark) for n in range(86)]
    about = [card.id for card in CARDS.cards if card.only_when == "operated"]
    assert found[:8:2] == about
    assert found[82] in about
    assert found[1] == "danger"
    assert found[84] is None


@pytest.mark.parametrize(
    ("entry", "card"),
    [
        (said(CheckIn, LATER, flare=True), "flare"),
        (said(CheckIn, LATER, sleep_wakes=2), "sleep"),
        (said(Evening, LATER - timedelta(days=1), sit_longest="over_60"), "position"),
        (said(Weekly, LATER, worry=8), "fear"),
    ],
    ids=["flare", "night", "sitting", "worry"],
)
def test_what_is_new_brings_its_card_once(entry: Entry, card: str) -> None:
    assert card_on(LATER, entry) == card
    assert card_on(LATER) != card
    assert card_on(LATER + timedelta(days=1), entry) != card


def test_what_is_not_told_is_no_moment() -> None:
    assert card_on(LATER, said(CheckIn, LATER, sleep_wakes=None)) == card_on(LATER)
    assert card_on(LATER, said(Weekly, LATER, worry=3)) == card_on(LATER)


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize(
    ("word", "card"),
    [
        ("søvn", "sleep"),
        ("Sleep", "sleep"),
        ("operasjon", "surgery"),
        ("jobb", "work"),
        ("redd", "fear"),
        ("medisin", "medicine"),
        ("MR", "mri"),
        ("oppblussing", "flare"),
        ("heat", "heat"),
    ],
)
def test_a_card_is_found_by_a_word_of_either_language(word: str, card: str, language: Language) -> None:
    assert card in {found.id for found in CARDS.search(word, language)}
