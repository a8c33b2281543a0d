"""The safety questions that come with the program."""

import re

import pytest

from ryggkompis.content.loading import load_red_flags
from ryggkompis.domain.catalogue.catalogue import RedFlag

RED_FLAGS = load_red_flags()
ORDER = "CES1 CES2 CES3 CES4 CES5 CES6 CES7 MOT1 MOT2 MOT3 INF1 FRA1 CAN1 VAS1 VAS2 MED1 PSY1 AGE1 INFL"
NUMBER = {"113": "113", "116117_now": "116 117", "116117_today": "116 117"}

each_flag = pytest.mark.parametrize("flag", RED_FLAGS.flags, ids=lambda flag: flag.id)


def test_all_questions_are_asked_in_the_order_of_the_list() -> None:
    assert [flag.id for flag in RED_FLAGS.flags] == ORDER.split()


def test_only_three_do_not_hold_the_plan_back() -> None:
    assert [flag.id for flag in RED_FLAGS.flags if flag.lock == "soft"] == ["PSY1", "AGE1", "INFL"]


@each_flag
def test_a_card_names_whom_to_call(flag: RedFlag) -> None:
    if number := NUMBER.get(flag.action):
        assert number in flag.call.nb
        assert number in flag.call.en
    else:
        assert "fastlegen" in flag.call.nb
        assert "GP" in flag.call.en


@each_flag
def test_a_card_says_the_same_numbers_in_both_languages(flag: RedFlag) -> None:
    assert sorted(re.findall(r"\d[\d ]*\d", flag.call.nb)) == sorted(re.findall(r"\d[\d ]*\d", flag.call.en))


@each_flag
def test_a_card_says_what_to_say_on_the_phone(flag: RedFlag) -> None:
    assert flag.say.nb.startswith("Jeg har kjent prolaps i korsryggen, og nå ")
    assert flag.say.en.startswith("I have a known disc herniation, and now ")


@each_flag
def test_a_card_calls_nothing_by_the_name_of_an_illness(flag: RedFlag) -> None:
    """It can be serious and must be checked; what it is, others decide."""
    assert "alvorlig" in flag.why.nb
    assert "serious" in flag.why.en
    assert "du har " not in flag.why.nb.lower()
    assert "you have " not in flag.why.en.lower()
    assert flag.why.nb.count(".") == flag.why.en.count(".") == 1


@each_flag
def test_a_question_says_where_it_comes_from(flag: RedFlag) -> None:
    assert flag.source.startswith("https://") or flag.source == "General knowledge, not read at the source."


def test_every_red_card_advises_against_driving_and_names_the_last_resort() -> None:
    for part in ("Ikke kjør", "denne siden", "ring 113"):
        assert part in RED_FLAGS.advice.nb
    for part in ("not drive", "this page", "call 113"):
        assert part in RED_FLAGS.advice.en


def test_strength_is_looked_at_left_against_right_where_it_is_safe() -> None:
    strength = RED_FLAGS.strength

    assert strength.leads_to == ("MOT1", "MOT2")
    for part in ("benken", "dårlig dag"):
        assert part in strength.intro.nb
    for part in ("worktop", "bad day"):
        assert part in strength.intro.en
    assert all(w in s.en for w, s in zip(("heels", "toes", "chair"), strength.steps, strict=True))


def test_nobody_is_left_alone_at_night() -> None:
    card = RED_FLAGS.flag("psy1")

    assert card is not None
    for number in ("113", "116 117", "116 123", "22 40 00 40"):
        assert number in card.call.nb
        assert number in card.call.en
    assert "alene" in card.why.nb
