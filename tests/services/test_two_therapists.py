"""Two therapists whose programmes hold together: the stricter holds, is told, and is asked where none is."""

from datetime import timedelta
from pathlib import Path

import pytest

from ryggkompis.services.companion import Companion
from ryggkompis.services.programme import keeping
from ryggkompis.services.questions.kinds import OneOf
from ryggkompis.services.questions.programme import ANOTHER, in_use, programme
from tests.services.test_programme import Answers, tell
from tests.tui.screen_text import TODAY, a_companion, known


@pytest.fixture
def companion(tmp_path: Path) -> Companion:
    return known(a_companion(tmp_path))


@pytest.mark.parametrize(("is_new", "days"), [(None, ("mon",)), (False, ("mon",)), (True, ("tue",))])
def test_where_they_share_no_day_it_is_asked_and_unanswered_no_day_is_added(
    companion: Companion, is_new: object, days: tuple[str, ...]
) -> None:
    tell(companion, name="Kari", days=("mon",))
    answers: Answers = {"name": "Ola", "both": True, "days": ("tue",), "which_days": is_new}
    asked = {one.key: one for one in programme(keeping.before(companion, ANOTHER), answers)}
    choices = asked["which_days"].answer
    assert isinstance(choices, OneOf)
    assert [one.label for one in choices.choices] == ["Kari: Monday", "Ola: Tuesday"]
    assert asked["holds"].hint == f"Exercises on: {'Tuesday' if is_new else 'Monday'}."
    told = tell(companion, ANOTHER, **answers)
    assert told is not None
    assert told.days == days


@pytest.mark.parametrize(
    ("earlier", "answers", "holds"),
    [
        ({"days": ("mon", "wed")}, {"days": ("wed", "fri")}, "Exercises on: Wednesday."),
        ({"days": ("mon",)}, {}, "Exercises on: Monday."),
        ({"walk": 20}, {"walk": 30}, "Walking: 20 minutes a day at most."),
    ],
)
def test_it_is_told_what_holds(companion: Companion, earlier: Answers, answers: Answers, holds: str) -> None:
    tell(companion, name="Kari", **earlier)
    before = keeping.before(companion, ANOTHER)
    asked = {one.key: one for one in programme(before, {"name": "Ola", "both": True, **answers})}
    assert asked["holds"].hint == holds
    assert "which_days" not in asked
    same = {one.key for one in programme(before, {"name": "Ola", "both": True, **earlier})}
    assert "holds" not in same, "where they say the same there is nothing to tell"
    assert "holds" not in {one.key for one in programme(before, {"name": "Ola", "both": False, **answers})}


def test_of_two_last_days_none_is_lost_and_the_first_is_asked_about(companion: Companion) -> None:
    first, last = TODAY + timedelta(days=6), TODAY + timedelta(days=21)
    tell(companion, name="Kari", until=last, note="Rest.")
    answers: Answers = {"name": "Ola", "both": True, "until": first}
    asked = {one.key: one for one in programme(keeping.before(companion, ANOTHER), answers)}
    ends = ["Kari: until 25 March 2026.", "Ola: until 10 March 2026."]
    assert asked["holds"].hint.splitlines()[:-1] == ends
    told = tell(companion, ANOTHER, **answers)
    assert told is not None
    assert (told.until, told.note) == (first, f"{' '.join(ends)} Rest.")


def test_a_note_that_leaves_no_room_for_the_last_days_is_kept_whole(companion: Companion) -> None:
    tell(companion, name="Kari", until=TODAY, note="a" * 3990)
    told = tell(companion, ANOTHER, name="Ola", both=True)
    assert told is not None
    assert told.note == "a" * 3990


def test_they_are_named_as_a_sentence_does(companion: Companion) -> None:
    tell(companion, name="Kari", walk=20)
    told = tell(companion, ANOTHER, name="Ola", both=True)
    assert told is not None
    (asked,) = in_use(told, TODAY)
    assert asked.words == "You follow what Kari and Ola told you. What is new?"
    assert isinstance(asked.answer, OneOf)
    labels = [one.label for one in asked.answer.choices]
    assert labels[0] == "Kari and Ola changed something"
    assert labels[-1] == "all that Kari and Ola said is over", "the end of one is not the end of both"


def test_who_somebody_is_makes_no_two_of_them(companion: Companion) -> None:
    told = tell(companion, name="Kari, the physio", walk=20)
    assert told is not None
    assert in_use(told, TODAY)[0].words == "You follow what Kari, the physio told you. What is new?"
