"""``learn``: the cards to read, each with what it rests on."""

from collections.abc import Iterator

from ryggkompis.cli.output import facts, paragraphs, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.base.errors import (
    N_,
    ExpectedError,
)
from ryggkompis.domain.catalogue.learn import LearnCard
from ryggkompis.i18n.language import _, current
from ryggkompis.words.learn import card_lines, evidence_lines, no_card


class NoSuchCard(ExpectedError):
    """An id that no card to read has."""

    says = N_("There is no card {id}. There are: {known}.")


def learn_command(parser: Parser) -> Run:
    """Take the id of a card, words to look for, or neither for the list."""
    parser.add_argument("id", nargs="?", metavar="ID", help=_("of a card, such as what or walking"))
    parser.add_argument("--search", metavar=_("WORDS"), help=_("only cards with these words"))
    parser.takes_json()
    return _learn


def _learn(here: Surroundings) -> int:
    cards = here.companion.learn_cards
    found = list(cards.search(here.said.search or "", current()))
    if here.said.id is not None:
        card = cards.card(here.said.id)
        if card is None:
            raise NoSuchCard(id=here.said.id, known=", ".join(one.id for one in cards.cards))
        found = [card]
    if here.is_json:
        print_json({"cards": [_as_json(card) for card in found]})
    elif here.said.id is not None:
        _show(found[0], plain=here.is_plain)
    else:
        paragraphs(_list(found), plain=here.is_plain)
    return DONE


def _show(card: LearnCard, *, plain: bool) -> None:
    facts(card.title.in_(current()))
    facts()
    paragraphs((*card_lines(card, drawing=not plain), "", *evidence_lines(card)), plain=plain)


def _list(cards: list[LearnCard]) -> Iterator[str]:
    if not cards:
        yield no_card()
        return
    for card in cards:
        yield f"  {card.id:<10} {card.title.in_(current())}"
    yield ""
    yield _("“ryggkompis learn {id}” shows one of them.").format(id=cards[0].id)


def _as_json(card: LearnCard) -> dict[str, object]:
    language = current()
    return {
        "id": card.id,
        "title": card.title.in_(language),
        "text": card.text.in_(language),
        "evidence": card.evidence.in_(language),
        "source": card.source,
        "convention": card.convention,
    }
