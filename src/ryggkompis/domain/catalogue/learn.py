"""Cards to read: one idea each, with what it rests on, in the order in which they are offered."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Language, Words

Moment: TypeAlias = Literal["flare", "night", "sitting", "worry"]
"""When a card fits better than the next in the row."""
Short: TypeAlias = Annotated[str, Meta(min_length=1, max_length=40)]


class LearnCard(Value, kw_only=True):
    """One idea, of at most 120 words."""

    id: Short
    title: Words
    text: Words
    evidence: Words
    """What it rests on."""
    source: Annotated[str, Meta(min_length=1, max_length=200)]
    """Where that was published; a dash where there is no one source."""
    convention: bool
    """It is custom, or our own choice, and no study says so."""
    drawing: Annotated[str, Meta(min_length=1, max_length=1000)] | None = None
    """Characters without words, at most 60 wide."""
    when: tuple[Moment, ...] = ()

    def holds(self, words: str, language: Language) -> bool:
        """Tell whether every one of ``words`` occurs in the card."""
        return _occur(words, f"{self.title.in_(language)} {self.text.in_(language)} {self.id}")


class LearnCards(Value, kw_only=True):
    """All cards, in the order in which they are offered."""

    cards: Annotated[tuple[LearnCard, ...], Meta(min_length=1, max_length=100)]

    def card(self, id_: str) -> LearnCard | None:
        """Find a card by its id, in small or large letters."""
        return next((card for card in self.cards if card.id.casefold() == id_.casefold()), None)

    def search(self, words: str, language: Language) -> tuple[LearnCard, ...]:
        """Find the cards with every one of ``words``; those that have them in the title come first."""
        found = [card for card in self.cards if card.holds(words, language)]
        return tuple(sorted(found, key=lambda card: not _occur(words, card.title.in_(language))))

    def for_day(self, day: int, moments: frozenset[Moment] = frozenset()) -> LearnCard | None:
        """Choose the card of the ``day``-th day, from 1: one that fits the moment, else the next in the row.

        None when all have been offered.
        """
        fitting = (card for card in self.cards if moments.intersection(card.when))
        row = self.cards[day - 1] if 0 < day <= len(self.cards) else None
        return next(fitting, row)


def _occur(words: str, text: str) -> bool:
    return all(word in text.casefold() for word in words.casefold().split())
