"""A card to read, as lines: its drawing, its text, and what it rests on."""

from collections.abc import Iterator
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.catalogue.learn import LearnCard
from ryggkompis.i18n.language import _, current
from ryggkompis.words.urgent import unbroken

CARDS: Final = N_("Cards to read")
"""What the cards are called, before it is said in a language."""
_NO_SOURCE: Final = "-"


def no_card() -> str:
    """Say that a search found none."""
    return _("No card has these words.")


def card_lines(card: LearnCard, *, drawing: bool) -> Iterator[str]:
    """Give the card's own text, with its drawing where one can be seen."""
    if drawing and card.drawing:
        yield from card.drawing.splitlines()
        yield ""
    for place, paragraph in enumerate(unbroken(card.text.in_(current())).splitlines()):
        if place:
            yield ""
        yield paragraph


def evidence_lines(card: LearnCard) -> Iterator[str]:
    """Say what a card rests on."""
    yield _("What it rests on: {evidence}").format(evidence=card.evidence.in_(current()))
    if card.convention:
        yield _("This is custom or our own choice: no study says so.")
    if card.source != _NO_SOURCE:
        yield _("Source: {source}").format(source=card.source)
