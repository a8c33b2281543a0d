"""Plain, calm words in both languages: easy to read, no promises, nothing a medical device would say."""

import re

import pytest

from ryggkompis.content.loading import load_catalogue, load_learn_cards, load_red_flags
from ryggkompis.domain.catalogue.catalogue import Language, RedFlag, Words
from ryggkompis.domain.catalogue.learn import LearnCard
from tests.content.lix import SENTENCE_END, WORD, lix
from tests.content.wording import LANGUAGES, card, instruction, words_in

CATALOGUE, RED_FLAGS, LEARN = load_catalogue(), load_red_flags(), load_learn_cards()
TEXTS = [
    *words_in(CATALOGUE, "exercises"),
    *words_in(RED_FLAGS, "red_flags"),
    *words_in(LEARN, "learn"),
]
ITEMS = (CATALOGUE.walk, *CATALOGUE.comfort, *CATALOGUE.exercises)

DEVICE_WORDS = {
    "nb": r"diagnos|\bbehandl(?:e|es|et|te|ing\w*)\b|kurer|lindr|overvåk|alarm|prognose|klinisk validert"
    r"|trykket på nerven",
    "en": r"diagnos|\btreat|\bcur(?:e|es|ed|ing)\b|\brelie[fv]|alleviat|monitor|alarm|prognos"
    r"|clinically validated|pressure on the nerve",
}
SCARY_WORDS = {
    "nb": r"ødelagt|utslitt|hopper ut|glir ut|utglid|lammet|kreves|blir frisk|garanter|helbred",
    "en": r"damage|worn|slipped|pops out|paraly|guarantee|\bheal(?:s|ed|ing)?\b",
}
DOSES = r"\d\s*(?:mg|milligram|tablett|tablet|dråper|drops)\b"


def test_every_text_is_there_in_both_languages() -> None:
    assert len(TEXTS) > 250
    assert [where for where, text in TEXTS if not text.nb.strip() or not text.en.strip()] == []
    # A short name may be the same word in both; a sentence may not.
    assert [where for where, text in TEXTS if text.nb == text.en] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unwanted", [DEVICE_WORDS, SCARY_WORDS], ids=["device", "scary"])
def test_no_text_uses_words_that_promise_or_frighten(unwanted: dict[str, str], language: Language) -> None:
    found = {
        where: hit[0]
        for where, text in TEXTS
        if (hit := re.search(unwanted[language], text.in_(language), re.IGNORECASE))
    }

    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_holds_a_dose_of_medicine(language: Language) -> None:
    """Invariant I15."""
    assert [where for where, text in TEXTS if re.search(DOSES, text.in_(language), re.IGNORECASE)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_an_instruction_is_easy_to_read(item: object, language: Language) -> None:
    assert lix(instruction(item, language)) <= 35  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("flag", RED_FLAGS.flags, ids=lambda flag: flag.id)
def test_a_card_is_easy_to_read(flag: RedFlag, language: Language) -> None:
    assert lix(card(flag, language)) <= 35


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("read", LEARN.cards, ids=lambda card: card.id)
def test_a_card_to_read_is_short_and_easy(read: LearnCard, language: Language) -> None:
    text = read.text.in_(language)
    assert len(WORD.findall(text)) <= 120
    assert lix(text) <= 40
    assert all(len(line) <= 60 for line in (read.drawing or "").splitlines())


STANDING = [
    CATALOGUE.stop_rule, RED_FLAGS.intro, RED_FLAGS.daily, RED_FLAGS.advice, RED_FLAGS.worse,
    RED_FLAGS.abroad, RED_FLAGS.examined,
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", STANDING)
def test_what_holds_for_all_is_easy_to_read(text: Words, language: Language) -> None:
    assert lix(text.in_(language)) <= 35


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_runs_on(language: Language) -> None:
    long = {
        (where, sentence)
        for where, text in TEXTS
        for sentence in SENTENCE_END.split(text.in_(language))
        if len(WORD.findall(sentence)) > 20
    }

    assert long == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_end_and_nothing_is_spaced_twice(language: Language) -> None:
    names = (".name", ".title")
    odd = [
        where
        for where, text in TEXTS
        if "  " in text.in_(language) or (text.in_(language)[-1] not in ".?" and not where.endswith(names))
    ]

    assert odd == []


def test_lix_counts_words_a_sentence_and_the_share_of_long_ones() -> None:
    assert lix("") == 0
    assert lix("113 116 117.") == 0
    assert lix("Gå en tur.") == 3
    assert lix("Gå en tur. Hvil litt.") == 2.5
    assert lix("Forsiktig nå!") == 2 + 50
    assert lix("Press opp 2.5 cm, og senk.") == 5  # the point within a number ends nothing
