"""Forms ask what the entries' own types hold, and understand what a patient types."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.content.loading import load_catalogue
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.value import names
from ryggkompis.domain.journal.entries import (
    KINDS,
    CheckIn,
    Entry,
    ExerciseDone,
    Gate,
    Profile,
    Programme,
    Weekly,
)
from ryggkompis.i18n.language import speaking
from ryggkompis.services.answers import read_day, understood, written
from ryggkompis.services.asks import Number, Pick, Text, Ticks, When, asks_of, the_day
from ryggkompis.services.errors import EmptyText, NeedsAnswer, NotADay, OutOfRange, TooMuchText

CATALOGUE = load_catalogue()
PAIN = Number(field="leg", label="Leg", low=0, high=10)
NOTE = Text(field="text", label="Text", is_needed=True, limit=12)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {Gate, Programme}])
def test_every_field_that_a_patient_may_write_is_asked_for(kind: type[Entry]) -> None:
    stamp = {"id", "rev", "day", "at", "tz", "saved", "kind"}
    asked = {ask.field for ask in asks_of(kind, CATALOGUE, ("drive",))}
    assert asked == set(names(kind)) - stamp - {"thresholds"}


@pytest.mark.parametrize("kind", [Gate, Programme])
def test_safety_answers_and_programmes_have_no_form(kind: type[Entry]) -> None:
    assert asks_of(kind, CATALOGUE) == ()


def test_a_field_is_asked_for_as_what_it_is() -> None:
    asks = {ask.key: ask for ask in (*asks_of(CheckIn, CATALOGUE), *asks_of(Profile, CATALOGUE))}
    leg, wakes, onset, careful = asks["leg"], asks["sleep_wakes"], asks["onset"], asks["sensitivities"]
    assert isinstance(leg, Number)
    assert (leg.low, leg.high) == (0, 10)
    assert isinstance(wakes, Pick)
    assert [value for value, _name in wakes.choices] == [0, 1, 2, 3]
    assert isinstance(onset, When)
    assert isinstance(careful, Ticks)
    exercise = asks_of(ExerciseDone, CATALOGUE)[0]
    assert isinstance(exercise, Pick)
    assert exercise.is_needed
    assert len(exercise.choices) == 20


def test_a_week_asks_for_each_activity_by_its_name() -> None:
    with speaking("en"):
        asks = asks_of(Weekly, CATALOGUE, ("tie shoes", "[b]drive"), 3)
    goals = [ask for ask in asks if ask.field == "goals"]
    assert [ask.label for ask in goals] == ["tie shoes", "[b]drive", "Activity 3"]
    assert [ask.key for ask in goals] == ["goals-0", "goals-1", "goals-2"]


@pytest.mark.parametrize(("text", "value"), [("", None), ("  ", None), ("0", 0), ("007", 7), (" 10 ", 10)])
def test_blank_is_unknown_and_zero_is_zero(text: str, value: int | None) -> None:
    assert understood(PAIN, text) == value


@pytest.mark.parametrize("text", ["11", "-1", "4.5", "four", "٣", "9" * 5000, "1e1", "0x1"])
def test_what_is_no_number_within_the_range_is_refused_by_name(text: str) -> None:
    with pytest.raises(OutOfRange) as refused:
        understood(PAIN, text)
    assert refused.value.values["field"] == "Leg"
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("text", "fault"), [("", EmptyText), ("\n \x00", EmptyText), ("thirteen char", TooMuchText)]
)
def test_a_text_that_is_needed_is_neither_empty_nor_endless(text: str, fault: type[ExpectedError]) -> None:
    with pytest.raises(fault):
        understood(NOTE, text)


def test_a_day_cannot_be_left_blank() -> None:
    with pytest.raises(NeedsAnswer):
        understood(the_day(), " ")


@pytest.mark.parametrize(
    "text", ["2026-03-02", "2026-3-2", "02.03.2026", "2.3.2026", "2/3/26", "2. 3. 2026", "2 3 2026"]
)
def test_a_day_may_be_written_in_many_ways(text: str) -> None:
    assert read_day(text) == date(2026, 3, 2)


@pytest.mark.parametrize(
    "text", ["31.02.2026", "2026-13-01", "0000-01-01", "today", "2.3", "x" * 400, "٢.3.2026"]
)
def test_what_is_no_day_is_refused_without_repeating_a_page(text: str) -> None:
    with pytest.raises(NotADay) as refused:
        read_day(text)
    assert len(str(refused.value)) < 200


@settings(derandomize=True, max_examples=200)
@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["nb", "en"]))
def test_a_day_in_the_form_is_understood_as_the_same_day(day: date, language: str) -> None:
    with speaking("nb" if language == "nb" else "en"):
        assert read_day(written(day)) == day


@settings(derandomize=True, max_examples=300)
@given(st.text(max_size=40))
def test_whatever_is_typed_is_understood_or_refused_in_a_sentence(text: str) -> None:
    for ask in (PAIN, NOTE, the_day()):
        try:
            value = understood(ask, text)
        except ExpectedError as error:
            assert str(error)  # noqa: PT017 - any of them will do
        else:
            assert value is None or value != ""
