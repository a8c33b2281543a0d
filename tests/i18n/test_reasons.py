"""Every reason and every concern a plan can have is a sentence in both languages."""

from datetime import date
from typing import Any, get_args

import pytest
from msgspec.structs import fields

from ryggkompis.domain.base.scales import Because
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.plan import concerns, reasons
from ryggkompis.domain.plan.facts.mornings import Sign, Worse
from ryggkompis.i18n.language import speaking
from ryggkompis.words.concerns import concern_in_words
from ryggkompis.words.reasons import reason_in_words

SAMPLE: dict[str, Any] = {
    "int": 5,
    "int | None": 6,
    "float": 4.5,
    "float | None": 4.5,
    "bool": False,
    "str": "E07",
    "date": date(2026, 3, 9),
    "tuple[str, ...]": ("CES1",),
    str(Because | None): "fear",
    "Worse": Worse(("leg",), 6, 4.5, 3, 3.0),
}


def sample(kind: type, day: date = date(2026, 3, 9)) -> Any:
    values = SAMPLE | {"date": day}
    return kind(
        **{
            field.name: values[field.type.__name__ if isinstance(field.type, type) else str(field.type)]
            for field in fields(kind)
        }
    )


@pytest.mark.parametrize("kind", get_args(reasons.Reason), ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("month", range(1, 13))
def test_no_reason_ends_in_two_full_stops_whatever_its_month(kind: type, month: int) -> None:
    """Norwegian writes “24. nov.”, and a sentence may end there."""
    with speaking("nb"):
        words = reason_in_words(sample(kind, date(2026, month, 24)))
    assert ".." not in words


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("kind", get_args(reasons.Reason), ids=lambda kind: kind.__name__)
def test_every_reason_is_a_whole_sentence(kind: type, language: Language) -> None:
    with speaking(language):
        words = reason_in_words(sample(kind))
    assert words.endswith(".")
    assert "{" not in words


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("kind", get_args(concerns.Concern), ids=lambda kind: kind.__name__)
def test_every_concern_is_a_whole_sentence(kind: type, language: Language) -> None:
    with speaking(language):
        words = concern_in_words(sample(kind))
    assert words.endswith(".")
    assert "{" not in words


LEG = "The leg is at 6 this morning, usually 4."
BACK = "The back is at 7 this morning, usually 3."
SITE = "The pain reaches further down the leg than it has lately."
WORD = "You say that this morning is worse."


@pytest.mark.parametrize(
    ("signs", "begins"),
    [
        (("leg",), [LEG]),
        (("back",), [BACK]),
        (("site",), [SITE]),
        (("leg", "back", "site", "word"), [LEG, BACK, SITE]),
        # The leg is part of the word: one point more is not enough by itself.
        (("word",), [WORD, LEG]),
    ],
)
def test_a_worse_morning_names_what_was_worse_and_nothing_else(
    signs: tuple[Sign, ...], begins: list[str]
) -> None:
    worse = Worse(signs, 6, 4.0, 7, 3.0)
    with speaking("en"):
        for reason in (reasons.WorseMorning(worse), reasons.InFlare(2, worse, said=False)):
            words = reason_in_words(reason)
            assert words.startswith(" ".join(begins))
            assert [one for one in (LEG, BACK, SITE, WORD) if one in words and one not in begins] == []


def test_a_worse_morning_without_a_number_says_who_said_so() -> None:
    with speaking("en"):
        words = reason_in_words(reasons.WorseMorning(Worse(("word",), None, None, None, None)))
    assert words.startswith(f"{WORD} After")


def test_an_exercise_is_named_by_its_name() -> None:
    with speaking("en"):
        assert reason_in_words(reasons.NewExercise("E07"), {"E07": "Seated slider"}.__getitem__).startswith(
            "Seated slider is new today."
        )
