"""What is asked: everything is met, nothing gives a wrong plan away, and it fits a lunch hour."""

import re
from collections import Counter

import pytest

from ryggkompis.content.loading import load_learn_cards
from ryggkompis.domain.base.scales import CRISIS, SITES
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.plan.advice import ADVICE
from ryggkompis.domain.plan.rules import RULES
from ryggkompis.i18n.language import speaking
from ryggkompis.words.entry_names import choice_name
from ryggkompis.words.urgent import HELPLINES
from tools.review.cases import cases
from tools.review.choosing import met
from tools.review.content import EVERYBODY, LANGUAGES, PARTS, items
from tools.review.drawn import stories
from tools.review.morning import facts_in_words, plan_in_words
from tools.review.page import page
from tools.review.paper import letters_of, pdf
from tools.review.report import ROOT
from tools.review.told import CATALOGUE, FLAGS
from tools.review.twists import EDGES, FIRST_DAYS, Twist
from tools.review.verdicts import ENOUGH_WRONG
from tools.review.words import all_words, say
from tools.simulate.kinds import KINDS

SECONDS_A_PLAN = 40
SECONDS_A_COURSE = 15
WORDS_A_MINUTE = 240
BESIDE_THE_TABLE = {"P1", "START", "LESS", "PROGRAMME", "D5", "SOFT", "GATE", "OP"}
OURS = [case for case in cases() if not case.is_planted]


@pytest.fixture(scope="module")
def html() -> str:
    return page()


def all_met() -> set[str]:
    return {one for case in OURS for one in met(case.steps[-1], case.situation.kind)}


def test_each_rule_each_advice_and_each_safety_question_is_met() -> None:
    found = all_met()
    assert {rule.id for rule in RULES} <= found
    assert {rule for rule, _ in ADVICE} <= found
    assert {flag.id for flag in FLAGS.flags} <= found
    assert found >= BESIDE_THE_TABLE


def test_each_kind_of_patient_is_met_when_it_shows() -> None:
    assert {f"kind: {kind.name}" for kind in KINDS} <= all_met()


@pytest.mark.parametrize("edge", [*EDGES, *FIRST_DAYS], ids=lambda edge: edge.name)
def test_each_edge_is_met_on_its_own_side(edge: Twist) -> None:
    """If a rule has changed so that one is not: python -m tools.review choose, which loses every answer."""
    case = next(case for case in OURS if case.situation.why == edge.name)
    found = met(case.steps[-1], case.situation.kind)
    assert edge.wants <= found
    assert not edge.bars & found


def test_a_few_plans_are_wrong_and_nobody_can_tell_by_their_place() -> None:
    places = [case.number for case in cases() if case.is_planted]
    assert len(places) == 10
    assert places[0] > 3
    assert places[ENOUGH_WRONG - 1] <= 12, "whoever stops early has met enough of them to be believed"
    assert max(Counter((place - 1) // 10 for place in places).values()) <= 2


def test_every_wrong_plan_is_another_than_the_rules_make() -> None:
    for case in cases():
        right = case.steps[-1].standing
        assert not case.is_planted or right.is_stopped or case.plan.walk_minutes != right.planned[-1]


def test_the_page_says_nothing_of_which_plans_are_wrong(html: str) -> None:
    frame = '<article class="case" data-key="[0-9a-f]{6}" data-nb="[0-9a-f]{12}" data-en="[0-9a-f]{12}">'
    assert len(re.findall(frame, html)) == len(cases())
    assert "planted" not in html
    assert html.count("data-nb=") == len(cases()) + len(items()) + 1


def test_it_fits_a_lunch_hour() -> None:
    longest = max(words_of(part, language) for part in range(1, PARTS + 1) for language in LANGUAGES)
    texts = longest / WORDS_A_MINUTE
    assert texts <= 11
    plans = len(cases()) * SECONDS_A_PLAN / 60
    courses = len(stories()) * SECONDS_A_COURSE / 60
    assert plans + texts + courses < 60


def words_of(part: int, language: Language) -> int:
    mine = [item for item in items() if item.part in {EVERYBODY, part} and item.sort != "course"]
    return sum(item.texts[language].words for item in mine)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_can_be_read_in_its_forty_seconds(language: Language) -> None:
    """Half a minute of reading at most, and for most of them half of that."""
    with speaking(language):
        lengths = sorted(
            len(" ".join((*facts_in_words(case), *plan_in_words(case))).split()) for case in cases()
        )
    assert lengths[-1] <= 0.75 * WORDS_A_MINUTE
    assert lengths[len(lengths) // 2] <= WORDS_A_MINUTE / 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_plan_is_reached_within_half_a_minute(language: Language) -> None:
    """Nothing is pressed before it, and what stands before it is short."""
    with speaking(language):
        assert len(say("intro", n=len(cases())).split()) <= WORDS_A_MINUTE / 2


def test_everything_is_said_in_both_languages() -> None:
    for name, both in all_words().items():
        assert set(both) == set(LANGUAGES), name
        assert set(re.findall(r"{\w+}", both["nb"])) == set(re.findall(r"{\w+}", both["en"])), name
        assert '"' not in both["nb"]
        assert "“" not in both["nb"]


def test_every_text_of_the_program_is_asked_about() -> None:
    asked = {item.key for item in items()}
    assert {f"question:{flag.id}" for flag in FLAGS.flags} <= asked
    assert {f"exercise:{one.id}" for one in CATALOGUE.exercises} <= asked
    assert len(asked) == len(items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_says_what_it_rests_on_in_its_own_words_or_by_its_source(language: Language) -> None:
    for card in load_learn_cards().cards:
        text = next(item.texts[language] for item in items() if item.key == f"card:{card.id}")
        rests_on = card.evidence.in_(language) if card.source == "-" else card.source
        assert rests_on in text.source


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_to_talk_to_stands_beside_the_question_about_not_wanting_to_live(language: Language) -> None:
    (text,) = [item.texts[language] for item in items() if item.id == CRISIS]
    assert all(number in text.lines[0].replace("\xa0", " ") for _, number in HELPLINES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_it_is_the_same_every_time(language: Language) -> None:
    assert pdf(language).startswith(b"%PDF")


def test_only_answers_stand_beside_a_plan_that_can_be_meant_there(html: str) -> None:
    """Nobody is asked whether a call is too much, or whether somebody must be seen who is sent already."""
    asked = {
        case.number: re.findall(f'name="answer-{case.id}" data-field="answer" value="([a-z_]+)"', html)
        for case in cases()
    }
    for case in cases():
        plan, beside = case.plan, asked[case.number]
        assert [*letters_of(case).values()] == beside
        assert beside[0] == "safe"
        assert ("seen" in beside) == (plan.lock is None)
        if plan.lock is not None:
            is_113 = "113" in " ".join(plan_in_words(case)[:2])
            assert beside == (["safe", "too_much"] if is_113 else ["safe", "too_much", "too_little"])
        assert ("too_much" in beside) == (not plan.is_excluded and not plan.is_closed)
    assert {len(beside) for beside in asked.values()} == {2, 3, 4}


def test_the_letters_give_the_number_of_plans_and_half_a_page() -> None:
    for language in LANGUAGES:
        letter = (ROOT / "docs" / f"invitation.{language}.md").read_text(encoding="utf-8")
        assert f" {len(cases())} " in letter
        assert len(letter.split()) < 320


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_plan_says_is_said_once_and_as_the_patient_has_it(language: Language) -> None:
    """Whom to call stands there once; and beneath an answer about not wanting to live stands no exercise."""
    with speaking(language):
        for case in cases():
            plan = plan_in_words(case)
            assert len({line.rpartition(", ")[0] or line for line in plan}) == len(plan), case.number
            if case.steps[-1].facts.gate.is_crisis and not case.is_planted:
                assert say("plan_nothing_else") not in plan
                assert not any(one.name.in_(language) in line for one in CATALOGUE.exercises for line in plan)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pain_that_has_come_further_down_is_told_with_where_it_was_before(language: Language) -> None:
    """Also where nothing was said of it for days: a warning stands on answers, which the reviewer sees."""
    with speaking(language):
        found = [case for case in cases() if any(one.rule == "R9" for one in case.plan.advice)]
        assert any(case.situation.days[-1].site is None for case in found)
        for case in found:
            lower, higher = [
                SITES.index(site)
                for line in facts_in_words(case)
                for site in SITES
                if choice_name("site", site) in line
            ]
            assert lower > higher, case.number
