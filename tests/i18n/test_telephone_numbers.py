"""A telephone number is never broken at the end of a line, in whatever sentence it stands."""

from collections.abc import Iterator
from datetime import date

import pytest

from ryggkompis.content.loading import load_catalogue, load_learn_cards
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.plan.concerns import ReachesFurther, SuddenRelief
from ryggkompis.i18n.language import use
from ryggkompis.words.about import about_the_program
from ryggkompis.words.concerns import concern_in_words
from ryggkompis.words.learn import card_lines
from ryggkompis.words.today import clock, hurting
from ryggkompis.words.today.exercises import in_full

CATALOGUE = load_catalogue()


def told() -> Iterator[str]:
    """Give what names a number beside the pages that are about nothing else."""
    yield concern_in_words(SuddenRelief(8, 2))
    yield concern_in_words(ReachesFurther(date(2026, 3, 2)))
    yield from (line.text for line in about_the_program())
    yield from (line.text for line in hurting.no_position())
    yield clock.a_walk("", 10, CATALOGUE).caution
    yield from (line.text for line in in_full(CATALOGUE.walk, CATALOGUE))
    for card in load_learn_cards().cards:
        yield from card_lines(card, drawing=True)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_no_sentence_lets_a_number_break(language: Language) -> None:
    use(language)
    said = [*told()]
    assert [words for words in said if "116 1" in words] == []
    assert sum("116\N{NO-BREAK SPACE}1" in words for words in said) >= 5
