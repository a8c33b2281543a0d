"""``learn``: the cards to read, each with what it rests on."""

from collections.abc import Iterator

from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import facts, paragraphs, print_json
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.domain.catalogue.learn import LearnCard
from ryggkompis.i18n.language import _, current
from ryggkompis.words.learn import card_lines, evidence_lines, no_card


def learn_command(parser: Parser) -> Run:
    """Take the id of a card, words to look for, or neither for the list."""
    parser.shows("learn", _("list the cards"))
    parser.shows("learn walking", _("read one"))
    parser.shows(_("learn --search sleep"), _("only cards with this word"))
    parser.takes_word("id", kinds.card(), _("of a card, such as what or walking"))
    parser.takes_value("--search", kinds.text(_("WORDS")), _("only cards with these words"))
    parser.takes_json()
    return _learn


def _learn(here: Surroundings) -> int:
    cards = here.companion.learn_cards
    found = list(cards.search(here.said.search or "", current()))
    if here.said.id is not None:
        found = [card for card in cards.cards if card.id == here.said.id]
    if here.is_json:
        print_json({"cards": [_as_json(card) for card in found]})
    elif here.said.id is not None:
        _show(found[0], plain=here.is_plain)
    else:
        paragraphs(_list(found))
    return DONE


def _show(card: LearnCard, *, plain: bool) -> None:
    facts(card.title.in_(current()))
    facts()
    paragraphs((*card_lines(card, drawing=not plain), "", *evidence_lines(card)))


def _list(cards: list[LearnCard]) -> Iterator[str]:
    if not cards:
        yield no_card()
        return
    longest = max(len(card.id) for card in cards)
    for card in cards:
        yield f"  {card.id:<{longest}} {card.title.in_(current())}"
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
