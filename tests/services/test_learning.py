"""The card of the day: one a day in their order, and the one that fits when something is new."""

from datetime import date, timedelta

import pytest

from ryggkompis.content.loading import load_learn_cards
from ryggkompis.domain.journal.entries import CheckIn, Entry, Evening, Weekly
from ryggkompis.domain.journal.history import History
from ryggkompis.services.learn import card_of_day
from tests.services.entries import said

CARDS = load_learn_cards()
START = date(2026, 3, 2)
LATER = START + timedelta(days=9)


def card_on(day: date, *entries: Entry) -> str | None:
    card = card_of_day(CARDS, History.of((said(CheckIn, START), *entries)), day, START)
    return card.id if card else None


def test_each_day_has_its_own_until_all_are_read() -> None:
    days = [START + timedelta(days=n) for n in range(len(CARDS.cards) + 1)]
    assert [card_on(day) for day in days] == [*(card.id for card in CARDS.cards), None]
    assert CARDS.cards[0].id == "what"


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
