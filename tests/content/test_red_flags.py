"""The safety questions that come with the program."""

import re

import pytest

from ryggkompis.content.loading import load_red_flags
from ryggkompis.domain.catalogue.catalogue import RedFlag
from ryggkompis.words.urgent import crisis_card

RED_FLAGS = load_red_flags()
ORDER = (
    "CES1 CES2 CES3 CES4 CES5 CES6 CES7 MOT1 MOT2 MOT3 INF1 FRA1 CAN1 CAN3 CAN2 VAS1 VAS2 VAS3 VAS4 MED1 "
    "PSY1 AGE1 AGE2 INFL INFL2"
)
NUMBER = {"113": "113", "116117_now": "116 117", "116117_today": "116 117"}

each_flag = pytest.mark.parametrize("flag", RED_FLAGS.flags, ids=lambda flag: flag.id)


def test_all_questions_are_asked_in_the_order_of_the_list() -> None:
    assert [flag.id for flag in RED_FLAGS.flags] == ORDER.split()


def test_only_a_few_do_not_hold_the_plan_back() -> None:
    assert [flag.id for flag in RED_FLAGS.flags if flag.lock == "soft"] == [
        "CAN2", "PSY1", "AGE1", "AGE2", "INFL", "INFL2",
    ]  # fmt: skip


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
    assert flag.say.nb.startswith("Jeg har fått påvist prolaps i korsryggen, og nå ")
    assert flag.say.en.startswith("I have a known disc herniation, and now ")


@each_flag
def test_a_card_calls_nothing_by_the_name_of_an_illness(flag: RedFlag) -> None:
    """It can be serious and must be checked; what it is, others decide."""
    assert "alvorlig" in flag.why.nb
    assert "serious" in flag.why.en
    assert "du har " not in flag.why.nb.lower()
    assert "you have " not in flag.why.en.lower()
    assert flag.why.nb.count(".") == flag.why.en.count(".") == (1 if flag.id != "PSY1" else 3)


@each_flag
def test_a_question_says_where_it_comes_from(flag: RedFlag) -> None:
    assert flag.source.startswith("https://") or flag.source == "General knowledge, not read at the source."


def test_every_red_card_advises_against_driving_and_names_the_last_resort() -> None:
    for part in ("Ikke kjør", "bilde av denne siden", "ring 113"):
        assert part in f"{RED_FLAGS.advice.nb} {RED_FLAGS.worse.nb}"
    for part in ("not drive", "this page", "call 113"):
        assert part in f"{RED_FLAGS.advice.en} {RED_FLAGS.worse.en}"
    assert "113" not in RED_FLAGS.advice.nb + RED_FLAGS.advice.en, "said apart, so that it can be said once"


def test_strength_is_looked_at_left_against_right_where_it_is_safe() -> None:
    strength = RED_FLAGS.strength

    assert strength.leads_to == ("MOT1", "MOT2")
    for part in ("benken", "dårlig dag"):
        assert part in strength.intro.nb
    for part in ("worktop", "bad day"):
        assert part in strength.intro.en
    assert all(w in s.en for w, s in zip(("heels", "toes", "chair"), strength.steps, strict=True))


def test_nobody_is_left_alone_at_night() -> None:
    """First the two who answer day and night, then a human word (clinical-3 2.2)."""
    words = [line.text.replace("\N{NO-BREAK SPACE}", " ") for line in crisis_card(RED_FLAGS)]

    assert words[:2] == ["Mental Helse  116 123", "Kirkens SOS  22 40 00 40"]
    flag = RED_FLAGS.flag("psy1")
    assert flag is not None
    assert "alene" in flag.why.nb
    assert "alone" in flag.why.en
    for number in ("113", "116 117"):
        assert number in flag.call.nb
        assert number in flag.call.en


def test_progressing_weakness_does_not_wait() -> None:
    found = {flag.id: flag.action for flag in RED_FLAGS.flags}
    assert {found[id_] for id_ in ("MOT1", "MOT2", "MOT3")} == {"116117_now"}


@pytest.mark.parametrize("other", ["CES3", "CES4", "CES5"])
def test_numb_between_the_legs_is_113_beside_bladder_or_bowels(other: str) -> None:
    assert RED_FLAGS.action(["CES1"]) == "116117_now"
    assert RED_FLAGS.action(["CES1", other]) == "113"
    assert RED_FLAGS.action([other, "CES1"]) == "113"


def test_the_most_urgent_of_all_answers_decides() -> None:
    assert RED_FLAGS.action(["CAN1", "INF1", "CES2"]) == "116117_now"
    assert [flag.id for flag in RED_FLAGS.by_urgency(["CAN1", "VAS1", "INF1", "CES1", "CES5"])] == [
        "CES5", "VAS1", "CES1", "INF1", "CAN1",
    ]  # fmt: skip
    assert RED_FLAGS.action(["FROM_A_NEWER_VERSION"]) is None


def test_of_a_question_that_was_split_the_graver_half_keeps_its_id() -> None:
    graver = {"CAN1": "red", "VAS2": "red", "AGE1": "soft", "INFL": "soft"}
    assert {id_: RED_FLAGS.flag(id_).lock for id_ in graver} == graver  # type: ignore[union-attr]
    assert "vekt" in RED_FLAGS.flag("CAN1").question.nb  # type: ignore[union-attr]
    assert RED_FLAGS.flag("CAN2").lock == "soft"  # type: ignore[union-attr]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_pain_is_called_pain(language: str) -> None:
    words = " ".join(f"{f.question.in_(language)} {f.call.in_(language)}" for f in RED_FLAGS.flags)  # type: ignore[arg-type]
    for odd in ("sore", "pass water", "kjent prolaps", "det vonde"):
        assert odd not in words.lower()
