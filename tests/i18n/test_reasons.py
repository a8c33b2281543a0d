"""Every reason and every concern a plan can have is a sentence in both languages."""

from datetime import date
from typing import Any, get_args

import pytest
from msgspec.structs import fields

from ryggkompis.domain.base.scales import Because
from ryggkompis.domain.catalogue.catalogue import Language
from ryggkompis.domain.plan import concerns, reasons
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
    "datetime.date | None": date(2026, 3, 9),
    "tuple[str, ...]": ("CES1",),
    str(Because | None): "fear",
}


def sample(kind: type, day: date = date(2026, 3, 9)) -> Any:
    values = SAMPLE | {"date": day, "datetime.date | None": day}
    return kind(
        **{
            field.name: values[
                field.type.__name__ if field.type in {int, bool, str, date, float} else str(field.type)
            ]
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


def test_a_worse_morning_names_the_number_and_what_is_usual() -> None:
    with speaking("en"):
        words = reason_in_words(reasons.WorseMorning(leg=6, usual=4.0, said=True))
    assert words.startswith("The leg is at 6 this morning, usually 4.")


def test_a_worse_morning_without_a_number_says_who_said_so() -> None:
    with speaking("en"):
        words = reason_in_words(reasons.WorseMorning(leg=None, usual=None, said=True))
    assert words.startswith("You say that this morning is worse.")


def test_an_exercise_is_named_by_its_name() -> None:
    with speaking("en"):
        assert reason_in_words(reasons.NewExercise("E07"), {"E07": "Seated slider"}.__getitem__).startswith(
            "Seated slider is new today."
        )
