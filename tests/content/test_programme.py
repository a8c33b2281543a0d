"""A therapist's programme: what may be said, and every fault in one line with its place."""

from pathlib import Path

import pytest

from ryggkompis.content.errors import ContentError
from ryggkompis.content.loading import load_catalogue
from ryggkompis.content.programme import load_programme, template
from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.i18n.errors import word

FULL = """\
name: Spring
note: Call me.
walk_minutes: 24
barred: [E03]
required: [e01]
days: [mon, thu]
exercises:
  - id: X1
    name: Hip lift
    how: { nb: Løft rolig., en: Lift slowly. }
    tags: [STR]
    levels:
      - { sets: 1, reps: 6 }
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "p.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_a_therapist_may_say_is_read(tmp_path: Path, catalogue: Catalogue) -> None:
    read = load_programme(written(tmp_path, FULL), catalogue)
    assert (read.name, read.note, read.walk_ceiling) == ("Spring", "Call me.", 6)
    assert (read.barred, read.required, read.days) == (("E03",), ("E01",), ("mon", "thu"))
    assert read.text == FULL
    (own,) = read.own
    assert (own.id, own.name.nb, own.name.en, own.cue.nb) == ("X1", "Hip lift", "Hip lift", "Løft rolig.")
    assert own.levels[0].reps == 6


def test_a_name_is_enough(tmp_path: Path, catalogue: Catalogue) -> None:
    read = load_programme(written(tmp_path, "name: Only a name\n"), catalogue)
    assert (read.walk_ceiling, read.barred, read.own) == (None, (), ())


@pytest.mark.parametrize(("minutes", "level"), [(4, -2), (7, -2), (8, -1), (11, -1), (12, 0), (40, 12)])
def test_a_limit_may_lie_below_level_0(
    tmp_path: Path, catalogue: Catalogue, minutes: int, level: int
) -> None:
    text = FULL.replace("walk_minutes: 24", f"walk_minutes: {minutes}")
    assert load_programme(written(tmp_path, text), catalogue).walk_ceiling == level


def test_the_template_is_a_programme(tmp_path: Path, catalogue: Catalogue) -> None:
    assert load_programme(written(tmp_path, template()), catalogue).walk_ceiling == 6


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("walk_minutes: 24", "walk_minutes: 300", "line 3: walk_minutes: this must be 40 or less."),
        ("walk_minutes: 24", "walk_minutes: 3", "line 3: walk_minutes: this must be 4 or more."),
        ("walk_minutes: 24", "walk_minutes: none", "line 3: walk_minutes: this must be a whole number"),
        ("barred: [E03]", "barred: [E99]", "line 4: barred.1: E99 is no exercise."),
        ("barred: [E03]", "barred: [E03, E01]", "line 5: required.1: E01 is barred as well."),
        ("days: [mon, thu]", "days: [monday]", "line 6: days.1: this must be one of"),
        ("note:", "notes:", "line 2: notes: this key is not known here."),
        ("name: Spring", "", "line 2: name: this is missing."),
        ("id: X1", "id: E05", "line 8: exercises.E05.id: the id E05 is taken already."),
        ("{ sets: 1, reps: 6 }", "{ sets: 1 }", "line 13: exercises.X1.levels.1: say how much"),
        ("{ sets: 1, reps: 6 }", "{ sets: 9, reps: 6 }", "this must be 5 or less."),
        (
            "how: { nb: Løft rolig., en: Lift slowly. }",
            "how: { nb: Løft rolig. }",
            "exercises.X1.how.en: this is",
        ),
        ("tags: [STR]", "tags: [STRONG]", "line 11: exercises.X1.tags.1: this must be one of"),
        ("walk_minutes: 24", "until: soon", "line 3: until: this must be a day, like 2026-12-31."),
        ("walk_minutes: 24", "until: 2026-13-01", "line 3: until: this must be a day"),
        ("name: Spring", "name: &a Spring", "line 1: name: write the value out"),
    ],
)
def test_every_fault_is_told_with_its_line_and_field(
    tmp_path: Path, catalogue: Catalogue, old: str, new: str, said: str
) -> None:
    assert old in FULL
    with pytest.raises(ContentError) as caught:
        load_programme(written(tmp_path, FULL.replace(old, new, 1)), catalogue)
    sentence = word(caught.value)
    assert said in sentence
    assert "\n" not in sentence


def test_a_programme_that_bars_everything_is_refused(tmp_path: Path, catalogue: Catalogue) -> None:
    every = ", ".join(e.id for e in catalogue.exercises)
    with pytest.raises(ContentError, match="bars every exercise"):
        load_programme(written(tmp_path, f"name: x\nbarred: [{every}]\n"), catalogue)


def test_a_huge_file_is_refused_before_it_is_parsed(tmp_path: Path, catalogue: Catalogue) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    with pytest.raises(ContentError, match="larger than 256 kB"):
        load_programme(path, catalogue)


def test_a_yaml_bomb_is_refused(tmp_path: Path, catalogue: Catalogue) -> None:
    bomb = "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nname: [*b, *b, *b]\n"
    with pytest.raises(ContentError, match="write the value out"):
        load_programme(written(tmp_path, bomb), catalogue)


def test_a_last_day_and_the_figure_of_an_exercise_are_read(tmp_path: Path, catalogue: Catalogue) -> None:
    text = FULL.replace("walk_minutes: 24", "until: 2026-12-31").replace("tags: [STR]", "figure: e10")
    read = load_programme(written(tmp_path, text), catalogue)
    assert str(read.until) == "2026-12-31"
    assert read.own[0].figure is not None


def test_a_figure_in_another_position_than_is_said_is_left_out(tmp_path: Path, catalogue: Catalogue) -> None:
    text = FULL.replace("tags: [STR]", "figure: E10\n    tags: [STAND]")
    assert load_programme(written(tmp_path, text), catalogue).own[0].figure is None


def test_forty_exercises_are_told_in_one_sentence(tmp_path: Path, catalogue: Catalogue) -> None:
    own = "".join(
        f"  - {{ id: X{n}, name: Lift, how: Slowly., levels: [{{ sets: 1, reps: 5 }}] }}\n" for n in range(40)
    )
    with pytest.raises(ContentError) as caught:
        load_programme(written(tmp_path, f"name: Many\nexercises:\n{own}"), catalogue)
    sentence = word(caught.value)
    assert "12" in sentence
    assert "\n" not in sentence
