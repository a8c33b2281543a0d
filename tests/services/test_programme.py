"""What the therapist said, by answers: the same programme as a file gives, and back to a file again."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.content.programme import template
from ryggkompis.domain.base.text import clean
from ryggkompis.domain.base.value import asdict
from ryggkompis.domain.base.weekdays import WEEKDAYS
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.domain.journal.stamp import Stamp
from ryggkompis.services.companion import Companion
from ryggkompis.services.programme import keeping
from ryggkompis.services.programme.errors import NoProgramme
from ryggkompis.services.programme.visits import read_programme, use_programme
from ryggkompis.services.questions.kinds import Text, Told
from ryggkompis.services.questions.own_exercise import AVOIDED, MOVES
from ryggkompis.services.questions.programme import ANOTHER, CHANGE, programme
from tests.tui.screen_text import TODAY, a_companion, known, later

Answers = dict[str, object]
IDS = [f"E{n:02}" for n in range(1, 21)]
STAMP = {*Stamp.__struct_fields__, "kind"}


def said_by(entry: Programme) -> dict[str, Any]:
    """Everything but when it was said, and as which entry."""
    return {field: value for field, value in asdict(entry).items() if field not in STAMP}


def tell(companion: Companion, what: object = None, **answers: object) -> Programme | None:
    before = keeping.before(companion, what)
    named = {key.replace("_", " ", 2) if key[:4] == "own_" else key: one for key, one in answers.items()}
    return keeping.tell(companion, before, {**keeping.known(companion, before), **named})


@pytest.fixture
def companion(tmp_path: Path) -> Companion:
    return known(a_companion(tmp_path))


words = st.text(min_size=1, max_size=80).map(lambda text: clean(text).strip()).filter(bool)
lists = st.lists(st.sampled_from(IDS), unique=True, max_size=8).map(tuple)


@st.composite
def answered(draw: st.DrawFn) -> Answers:
    """Anything that the questions take."""
    own: Answers = {}
    for n in range(draw(st.integers(0, 3))):
        own |= {
            f"own {n}": True,
            f"own {n} name": draw(words),
            f"own {n} how": draw(st.none() | words),
            f"own {n} sets": draw(st.integers(1, 5)),
            f"own {n} reps": draw(st.integers(1, 20)),
            f"own {n} seconds": draw(st.none() | st.integers(1, 300)),
            f"own {n} per_day": draw(st.none() | st.integers(1, 5)),
            f"own {n} moves": draw(st.lists(st.sampled_from(MOVES), unique=True).map(tuple)),
            f"own {n} figure": draw(st.none() | st.sampled_from(IDS).map(lambda id_: (id_,))),
        }
    return own | {
        "name": draw(words),
        "required": draw(lists),
        "barred": draw(lists),
        "avoid": draw(st.lists(st.sampled_from(sorted(AVOIDED)), unique=True, max_size=2).map(tuple)),
        "do": draw(st.sampled_from((None, True, False))),
        "days": draw(st.lists(st.sampled_from(WEEKDAYS), unique=True).map(tuple)),
        "walk": draw(st.none() | st.integers(4, 40)),
        "until": draw(st.none() | st.dates(TODAY, date(2030, 1, 1))),
        "note": draw(st.none() | words),
    }


@settings(deadline=None, max_examples=40)
@given(answers=answered())
def test_what_is_told_and_written_to_a_file_is_used_as_the_same(answers: Answers) -> None:
    with TemporaryDirectory() as folder:
        companion = a_companion(Path(folder))
        told = tell(companion, **{key: value for key, value in answers.items() if value is not None})
        assert told is not None
        file = Path(folder) / "for the clinic.yaml"
        file.write_bytes(keeping.as_file(companion, told))
        assert use_programme(companion, read_programme(companion, file)) is None, "it is followed already"
        elsewhere = a_companion(Path(folder) / "elsewhere")
        used = use_programme(elsewhere, read_programme(elsewhere, file))
        assert used is not None
        assert said_by(used) == said_by(told)
        assert not set(told.required) & set(told.barred), "the stricter holds"
        stands = keeping.stands(a_companion(Path(folder)))
        assert stands is not None
        assert said_by(stands) == said_by(told)


def test_an_own_exercise_has_its_words_its_dose_and_a_figure(companion: Companion) -> None:
    told = tell(
        companion, name="Kari", own_0=True, own_0_name="Hip lift", own_0_how="Slowly.", own_0_sets=3,
        own_0_reps=8, own_0_per_day=2, own_0_figure=("E10",),
    )  # fmt: skip
    assert told is not None
    (own,) = told.own
    (level,) = own.levels
    assert (own.name.en, own.cue.nb, level.sets, level.reps, level.per_day) == (
        "Hip lift",
        "Slowly.",
        3,
        8,
        2,
    )
    assert own.figure is not None
    shown = companion.catalogue.exercise("E10")
    assert shown is not None
    assert own.figure in {shown.figure, *(one.figure for one in shown.levels)}


def test_what_is_to_be_avoided_leaves_its_exercises_out_and_stands_in_the_note(companion: Companion) -> None:
    told = tell(companion, name="Kari", avoid=("KNEEL",), note="Call me.")
    assert told is not None
    kneeling = {one.id for one in companion.catalogue.exercises if "KNEEL" in one.tags}
    assert set(told.barred) == kneeling
    assert told.note == "Avoid kneeling. Call me."


@pytest.mark.parametrize(("slip", "required", "barred"), [(None, (), ("E05",)), (True, ("E05",), ())])
def test_asked_for_and_left_out_is_left_out_unless_it_was_a_slip(
    companion: Companion, slip: object, required: tuple[str, ...], barred: tuple[str, ...]
) -> None:
    answers: Answers = {"name": "Kari", "required": ("E05",), "barred": ("E05",)}
    asked = [one.key for one in programme(keeping.before(companion), answers)]
    assert "do" in asked
    told = tell(companion, **answers, do=slip)
    assert told is not None
    assert (told.required, told.barred) == (required, barred)


def test_what_the_patient_does_not_tolerate_is_told_and_stays_out(tmp_path: Path) -> None:
    companion = known(a_companion(tmp_path), sensitivities=("flex",))
    asked = programme(keeping.before(companion), {"name": "Kari", "required": ("E05",)})
    (told,) = (one for one in asked if isinstance(one.answer, Told))
    assert "Single knee to chest" in told.hint
    tell(companion, name="Kari", required=("E05",))
    assert "E05" not in {exercise.id for exercise in companion.state().plan.exercises}


def test_under_a_lock_it_is_kept_and_said_to_wait(companion: Companion) -> None:
    companion.diary.say(Gate, scope="full", answers=companion.full_answers({"CES1": "yes"}))
    (told,) = (one for one in programme(keeping.before(companion), {}) if isinstance(one.answer, Told))
    assert "Nothing is planned just now" in told.hint
    assert tell(companion, name="Kari", required=("E05",)) is not None
    assert companion.state().plan.is_empty


def test_the_same_told_twice_is_once(companion: Companion) -> None:
    assert tell(companion, name="Kari", walk=20, days=("mon",)) is not None
    assert tell(companion, CHANGE) is None
    assert tell(companion, CHANGE, name="Kari", walk=20) is None
    history, _problems = companion.read()
    assert len(history.programmes) == 1


def test_a_change_keeps_all_that_was_not_changed(companion: Companion, tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(template(), encoding="utf-8")
    first = use_programme(companion, read_programme(companion, tmp_path / "p.yaml"))
    told = tell(companion, CHANGE, walk=16)
    assert first is not None
    assert told is not None
    left = {"text", "sha", "walk_ceiling"}
    now, before = ({k: v for k, v in said_by(one).items() if k not in left} for one in (told, first))
    assert now == before, "the two levels of their own exercise as well"
    assert (first.walk_ceiling, told.walk_ceiling) == (6, 2)


def test_of_two_therapists_the_stricter_holds(companion: Companion) -> None:
    tell(companion, name="Kari", walk=20, required=("E01", "E05"), days=("mon", "wed"), until=TODAY)
    told = tell(
        companion, ANOTHER, name="Ola", both=True, walk=30, barred=("E05",), required=("E10",),
        days=("wed", "fri"), note="Rest.",
    )  # fmt: skip
    assert told is not None
    assert told.name == "Kari, Ola"
    assert (told.required, told.barred, told.days) == (("E01", "E10"), ("E05",), ("wed",))
    assert told.walk_ceiling == 4
    assert told.until == TODAY, "that is when it is asked about"
    assert told.note == "Kari: until 4 March 2026. Rest."


def test_of_two_no_more_is_asked_than_one_programme_can_hold(companion: Companion) -> None:
    eleven = {f"own {n}": True for n in range(11)} | {f"own {n} name": f"Lift {n}" for n in range(11)}
    doses = {f"own {n} reps": 3 for n in range(11)}
    first = keeping.before(companion)
    keeping.tell(companion, first, {"name": "Kari", "note": "a" * 3000, **eleven, **doses})
    before, answers = keeping.before(companion, ANOTHER), dict[str, object](name="Ola", both=True)
    answers |= {"own 0": True, "own 0 name": "Reach", "own 0 reps": 3}
    asked = {one.key: one.answer for one in programme(before, answers)}
    assert "own 1" not in asked
    note = asked["note"]
    assert isinstance(note, Text)
    both = keeping.tell(companion, before, {**answers, "note": "b" * note.limit})
    assert both is not None
    assert len(both.own) == 12
    assert both.name == "Kari, Ola"
    assert tell(companion, ANOTHER, name="Ola", both=True) is None, "nobody is named twice"


def test_where_no_more_of_their_own_fit_it_is_said_where_the_rest_goes(
    companion: Companion,
) -> None:
    answers: dict[str, object] = {f"own {n}": True for n in range(12)}
    asked = {one.key: one for one in programme(keeping.before(companion), answers)}
    assert "in the note" in asked["own full"].hint
    del answers["own 11"]
    assert "own full" not in {one.key for one in programme(keeping.before(companion), answers)}


def test_only_the_new_one_takes_the_place_of_the_old(companion: Companion) -> None:
    tell(companion, name="Kari", walk=20)
    told = tell(companion, ANOTHER, name="Ola", both=False, required=("E01",))
    assert told is not None
    assert (told.name, told.walk_ceiling, told.required) == ("Ola", None, ("E01",))


def test_where_two_therapists_differ_it_is_told(companion: Companion) -> None:
    tell(companion, name="Kari", required=("E05",))
    before = keeping.before(companion, ANOTHER)
    asked = programme(before, {"name": "Ola", "both": True, "barred": ("E05",)})
    (told,) = (one for one in asked if isinstance(one.answer, Told))
    assert "It is left out." in told.hint


def test_it_goes_on_until_another_day_with_all_that_it_says(companion: Companion) -> None:
    first = tell(companion, name="Kari", walk=20, until=TODAY)
    until = TODAY + timedelta(days=30)
    now = keeping.go_on(companion, until)
    assert first is not None
    assert now.until == until
    assert f"until: {until}" in now.text
    assert (now.name, now.walk_ceiling) == (first.name, first.walk_ceiling)


def test_an_end_needs_something_to_end(companion: Companion, tmp_path: Path) -> None:
    with pytest.raises(NoProgramme):
        keeping.end(companion)
    tell(companion, name="Kari", walk=20)
    assert keeping.end(companion).over is True
    assert keeping.stands(companion) is None
    assert keeping.stands(a_companion(tmp_path, later(days=3))) is None
    assert tell(companion, name="Kari", walk=20) is not None, "it can be followed again"


def test_an_entry_without_its_text_can_be_written_too(companion: Companion, tmp_path: Path) -> None:
    told = tell(companion, name="Kari", walk=20, own_0=True, own_0_name="Lift", own_0_sets=1, own_0_reps=5)
    assert told is not None
    without = companion.diary.say(Programme, **{**said_by(told), "text": ""})
    (tmp_path / "p.yaml").write_bytes(keeping.as_file(companion, without))
    elsewhere = a_companion(tmp_path / "elsewhere")
    entry = use_programme(elsewhere, read_programme(elsewhere, tmp_path / "p.yaml"))
    assert entry is not None
    used = said_by(entry)
    assert {**used, "text": "", "sha": ""} == {**said_by(without), "sha": ""}
