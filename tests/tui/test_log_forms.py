"""Forms ask what the entries' own types hold, and understand what a patient types."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.content.loading import load_catalogue
from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.value import names
from ryggkompis.domain.journal.drawing import Drawing
from ryggkompis.domain.journal.entries import KINDS, CheckIn, Entry, ExerciseDone, Profile, Programme, Weekly
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.i18n.language import speaking
from ryggkompis.services.errors import EmptyText, FutureDay, OutOfRange, TooMuchText
from ryggkompis.services.questions.answers import understood, written
from ryggkompis.services.questions.errors import (
    NeedsAnswer,
    NotADay,
)
from ryggkompis.services.questions.form import WITHOUT_FORM, changed, form_of, known_of
from ryggkompis.services.questions.kinds import Day, Number, OneOf, Some, Text, a_day

CATALOGUE = load_catalogue()
PAIN = Number(label="Leg", low=0, high=10)
NOTE = Text(is_needed=True, limit=12)
LISTS = {"goal 0": "goals", "goal 1": "goals", "goal 2": "goals", "question 0": "questions"}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in WITHOUT_FORM])
def test_every_field_that_a_patient_may_write_is_asked_for(kind: type[Entry]) -> None:
    stamp = {"id", "rev", "day", "at", "tz", "saved", "kind", "origin"}
    asked = {LISTS.get(one.key, one.key) for one in form_of(kind, CATALOGUE, ("drive",))}
    asked = {field for field in asked if not field.startswith("question ")}
    assert asked == set(names(kind)) - stamp - {"thresholds"}


@pytest.mark.parametrize("kind", [Gate, Programme, Drawing])
def test_safety_answers_programmes_and_drawings_have_no_form(kind: type[Entry]) -> None:
    assert form_of(kind, CATALOGUE) == ()


def test_a_field_is_asked_for_as_what_it_is() -> None:
    asked = {one.key: one.answer for one in (*form_of(CheckIn, CATALOGUE), *form_of(Profile, CATALOGUE))}
    leg, wakes, onset, careful = asked["leg"], asked["sleep_wakes"], asked["onset"], asked["sensitivities"]
    assert isinstance(leg, Number)
    assert (leg.low, leg.high) == (0, 10)
    assert isinstance(wakes, OneOf)
    assert [choice.value for choice in wakes.choices] == [0, 1, 2, 3]
    assert isinstance(onset, Day)
    assert isinstance(careful, Some)
    exercise = form_of(ExerciseDone, CATALOGUE)[0].answer
    assert isinstance(exercise, OneOf)
    assert not exercise.can_skip
    assert len(exercise.choices) == 20


def test_a_week_asks_for_each_activity_by_its_name() -> None:
    with speaking("en"):
        form = form_of(Weekly, CATALOGUE, ("tie shoes", "[b]drive"), 3)
    goals = [one for one in form if one.key in LISTS]
    assert [one.words for one in goals] == ["tie shoes (0–10)", "[b]drive (0–10)", "Activity 3 (0–10)"]
    assert [one.key for one in goals] == ["goal 0", "goal 1", "goal 2"]


def test_only_what_was_changed_is_written_and_a_list_is_written_whole() -> None:
    form = form_of(Weekly, CATALOGUE, ("shoes", "drive"))
    known = known_of({"goals": (3, None), "worry": 2, "wish": None})
    assert changed(form, known, known) == {}
    assert changed(form, known, {**known, "goal 1": 4}) == {"goals": (3, 4)}
    assert changed(form, known, {**known, "goal 0": None, "worry": None}) == {
        "goals": (None, None),
        "worry": None,
    }
    profile = form_of(Profile, CATALOGUE)
    named = known_of({"goals": ("shoes", "drive"), "sensitivities": ()})
    assert changed(profile, named, {**named, "goal 0": None, "sensitivities": None}) == {"goals": ("drive",)}


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
        understood(a_day(is_needed=True), " ")


@pytest.mark.parametrize(
    "text", ["2026-03-02", "2026-3-2", "02.03.2026", "2.3.2026", "2/3/26", "2. 3. 2026", "2 3 2026"]
)
def test_a_day_may_be_written_in_many_ways(text: str) -> None:
    assert understood(a_day(), text) == date(2026, 3, 2)


@pytest.mark.parametrize(
    "text", ["31.02.2026", "2026-13-01", "0000-01-01", "today", "2.3", "x" * 400, "٢.3.2026"]
)
def test_what_is_no_day_is_refused_without_repeating_a_page(text: str) -> None:
    with pytest.raises(NotADay) as refused:
        understood(a_day(), text)
    assert len(str(refused.value)) < 200


@settings(derandomize=True, max_examples=200)
@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["nb", "en"]))
def test_a_day_in_the_form_is_understood_as_the_same_day(day: date, language: str) -> None:
    with speaking("nb" if language == "nb" else "en"):
        assert understood(a_day(), written(day)) == day


@settings(derandomize=True, max_examples=300)
@given(st.text(max_size=40))
def test_whatever_is_typed_is_understood_or_refused_in_a_sentence(text: str) -> None:
    for ask in (PAIN, NOTE, a_day(is_needed=True)):
        try:
            value = understood(ask, text)
        except ExpectedError as error:
            assert str(error)  # noqa: PT017 - any of them will do
        else:
            assert value is None or value != ""


@pytest.mark.parametrize("field", ["onset", "operated"])
def test_a_day_that_has_not_come_is_refused_where_it_is_asked(field: str) -> None:
    asked, today = a_day(field, has_been=True), date(2026, 3, 2)
    assert understood(asked, "2026-03-02", today) == today
    with pytest.raises(FutureDay):
        understood(asked, "2026-03-03", today)
