"""Cards to read: one idea each, with what it rests on, in the order in which they are offered."""

from typing import Annotated, Final, Literal, TypeAlias

from msgspec import Meta

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Language, Words

Moment: TypeAlias = Literal["flare", "night", "sitting", "worry"]
"""When a card fits better than the next in the row."""
OPERATION_EVERY: Final = 2
"""Days between two cards about an operation."""
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
    also: Annotated[str, Meta(max_length=200)] = ""
    """Other words that people look for it by, in both languages; never shown."""
    drawing: Annotated[str, Meta(min_length=1, max_length=1000)] | None = None
    """Characters without words, at most 60 wide."""
    when: tuple[Moment, ...] = ()
    only_when: Literal["operated"] | None = None
    """Offered only while an operation heals, one every few days; anybody can find and read it."""

    @property
    def words(self) -> str:
        """All that it says, in both languages: whoever looks for it knows it by one word of it."""
        said = (self.title, self.text, self.evidence)
        return " ".join((self.id, self.also, *(text for one in said for text in (one.nb, one.en)))).casefold()


class LearnCards(Value, kw_only=True):
    """All cards, in the order in which they are offered."""

    cards: Annotated[tuple[LearnCard, ...], Meta(min_length=1, max_length=100)]

    def search(self, words: str, language: Language) -> tuple[LearnCard, ...]:
        """Find the cards with every one of ``words``; those that have them in the title come first."""
        found = [card for card in self.cards if _occur(words, card.words)]
        return tuple(sorted(found, key=lambda card: not _occur(words, card.title.in_(language).casefold())))

    def for_day(
        self, day: int, moments: frozenset[Moment] = frozenset(), since_operation: int | None = None
    ) -> LearnCard | None:
        """Choose the card of the ``day``-th day, from 1: one that fits the moment, else the next in the row.

        None when all have been offered. In between, who was operated on ``since_operation`` days ago gets
        the cards about that, again and again while it heals: what they say is worth more than once.
        """
        fitting = (card for card in self.cards if moments.intersection(card.when))
        everybody = [card for card in self.cards if card.only_when is None]
        row = everybody[day - 1] if 0 < day <= len(everybody) else None
        return next(fitting, self._after_operation(since_operation) or row)

    def _after_operation(self, days: int | None) -> LearnCard | None:
        cards = [card for card in self.cards if card.only_when == "operated"]
        if days is None or days % OPERATION_EVERY or not cards:
            return None
        return cards[days // OPERATION_EVERY % len(cards)]


def _occur(words: str, text: str) -> bool:
    return all(word in text for word in words.casefold().split())
