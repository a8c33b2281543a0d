"""Every figure in the data can be made by a body and is drawn; a fault in one is told with its place."""

from pathlib import Path

import pytest

from ryggkompis.content.errors import ContentError
from ryggkompis.content.files import data_file
from ryggkompis.content.loading import load_catalogue
from ryggkompis.content.programme import load_programme
from ryggkompis.domain.catalogue.catalogue import Comfort, Exercise
from ryggkompis.domain.catalogue.figures import Figure, faults, pose_at
from ryggkompis.domain.catalogue.positions import POSITIONS, contradiction
from ryggkompis.domain.catalogue.ways import figures_of, way_of
from ryggkompis.pictures.figure import figure_picture, poses_side_by_side
from ryggkompis.pictures.picture import Size

CATALOGUE = load_catalogue()
EVERYTHING: tuple[Exercise | Comfort, ...] = (*CATALOGUE.comfort, *CATALOGUE.exercises)
DRAWN: list[tuple[str, Figure]] = [
    (f"{one.id}-{level}", figure) for one in EVERYTHING for level, figure in figures_of(one)
]
FIGURE = """\
    figure:
      seconds: 4
      props:
        - { kind: chair, at: [70, 0], to: [92, 24] }
      poses:
        - { head: [12, 8], neck: [20, 7], spine: [36, 6], hip: [52, 5], knees: [[64, 24], [66, 24]],
            feet: [[76, 3], [78, 3]], elbows: [[30, 3], [32, 3]], hands: [[42, 3], [44, 3]] }
"""
OURS = data_file("exercises.yaml").read_text(encoding="utf-8")
OWN = """\
name: Spring
exercises:
  - id: X1
    name: Hip lift
    how: Lift slowly.
    levels:
      - { sets: 1, reps: 6 }
"""


@pytest.mark.parametrize("figure", [figure for _, figure in DRAWN], ids=[name for name, _ in DRAWN])
def test_every_figure_of_ours_is_sound_and_is_drawn(figure: Figure) -> None:
    assert faults(figure) == ()
    count = len(figure.poses)
    assert [pose_at(figure, number / count) for number in range(count)] == list(figure.poses)
    for size in (Size(40, 12), Size(60, 18)):
        for picture in (figure_picture(figure, size), poses_side_by_side(figure, size)):
            assert picture.size == size
            assert any(run.role for row in picture.rows for run in row)


def with_figure(path: Path, old: str = "", new: str = "") -> Path:
    """Give the exercise E10 a figure, with a fault where ``old`` was."""
    assert old in FIGURE
    head, mark, tail = OURS.partition("  - id: E10\n")
    tail = "\n".join(_without_figure(tail))
    path.write_text(head + mark + FIGURE.replace(old, new, 1) + tail, encoding="utf-8")
    return path


def _without_figure(tail: str) -> list[str]:
    """Leave out the exercise's own figure: the key and what stands under it."""
    kept, inside, passed = [], False, False
    for line in tail.split("\n"):
        passed = passed or line.startswith("  - id:")
        inside = not passed and (line == "    figure:" or (inside and line.startswith("      ")))
        if not inside:
            kept.append(line)
    return kept


def test_a_figure_is_read(tmp_path: Path) -> None:
    exercise = load_catalogue(with_figure(tmp_path / "own.yaml")).exercise("E10")
    assert exercise is not None
    assert exercise.figure is not None
    assert exercise.figure.poses[0].knees == ((64, 24), (66, 24))
    assert exercise.figure.props[0].to == (92, 24)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("head: [12, 8], ", "", "poses.1.head: this is missing."),
        ("knees: [[64, 24], [66, 24]]", "knees: [[64, 24]]", "poses.1.knees.2: this is missing."),
        ("head: [12, 8]", "head: [12, 108]", "poses.1.head: this joint is off the picture"),
        ("feet: [[76, 3]", "feet: [[76, -3]", "poses.1.feet.1: this is under the floor."),
        ("hip: [52, 5]", "hip: [a, 5]", "poses.1.hip.1: this must be a whole number"),
        ("seconds: 4", "seconds: 60", "seconds: this must be 20 or less."),
        ("kind: chair", "kind: sofa", "props.1.kind: this must be one of chair, wall,"),
        ("at: [70, 0]", "from: [70, 0]", "props.1.from: this key is not known here."),
    ],
)
def test_a_fault_in_a_figure_of_ours_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = with_figure(tmp_path / "own.yaml", old, new)
    with pytest.raises(ContentError) as caught:
        load_catalogue(path)
    assert f"exercises.E10.figure.{said}" in str(caught.value)
    assert str(caught.value).startswith(f"{path}, line ")


@pytest.mark.parametrize(
    "figure",
    [
        FIGURE.replace("head: [12, 8], ", ""),
        FIGURE.replace("head: [12, 8]", "head: [12, 108]"),
        "    figure: none of that\n",
        "    figure: [1, { a: 2 }]\n",
    ],
)
def test_a_therapists_exercise_stays_usable_without_its_picture(tmp_path: Path, figure: str) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(OWN + figure, encoding="utf-8")
    (own,) = load_programme(path, CATALOGUE).own
    assert (own.id, own.figure, own.levels[0].reps) == ("X1", None, 6)


def test_a_therapists_figure_is_read(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(OWN + FIGURE, encoding="utf-8")
    (own,) = load_programme(path, CATALOGUE).own
    assert own.figure is not None
    assert own.figure.seconds == 4


def test_everything_that_is_done_has_a_figure_that_moves() -> None:
    """All 27: twenty exercises and seven comfort measures."""
    assert len(EVERYTHING) == 27
    assert [one.id for one in EVERYTHING if one.figure is None] == []
    assert [name for name, figure in DRAWN if not 2 <= len(figure.poses) <= 4] == []


def test_at_every_level_the_figure_is_in_the_position_that_is_said() -> None:
    for exercise in CATALOGUE.exercises:
        for number, level in enumerate(exercise.levels, 1):
            figure = way_of(exercise, number).figure
            assert figure is not None, (exercise.id, number)
            said = exercise.tags if level.positions is None else level.positions
            assert contradiction(figure, said) is None, (exercise.id, number)
    for measure in CATALOGUE.comfort:
        assert measure.figure is not None, measure.id
        assert contradiction(measure.figure, measure.tags) is None, measure.id


def test_everybody_has_a_face_and_feet() -> None:
    bare = [name for name, figure in DRAWN if any(not (pose.nose and pose.toes) for pose in figure.poses)]
    assert bare == []


def test_every_movement_says_in_which_position_it_is_done() -> None:
    assert [one.id for one in EVERYTHING if POSITIONS.isdisjoint(one.tags)] == []


def levels_of(id_: str, old: str, new: str) -> str:
    """Give our file with a change below the exercise ``id_``."""
    head, mark, tail = OURS.partition(f"  - id: {id_}\n")
    assert old in tail
    return head + mark + tail.replace(old, new, 1)


@pytest.mark.parametrize(
    ("id_", "old", "new", "said"),
    [
        (
            "E01",
            "positions: [SIT]",
            "positions: [STAND]",
            "exercises.E01.levels.3: figure and position (STAND",
        ),
        ("E01", "positions: [STAND]", "positions: [SIT]", "exercises.E01.levels.4: figure and position (SIT"),
        ("E01", "        positions: [SUPINE]\n", "", "exercises.E01.levels.1: figure and position (SIT"),
        ("E10", "[STR, SUPINE]", "[STR, KNEEL]", "exercises.E10.levels.1: figure and position (KNEEL"),
        ("E14", "[STR, SIT, STAND,", "[STR, STAND,", "exercises.E14.levels.1: figure and position (SIT"),
        ("E19", "[STR, STAND]", "[STR, SIT, STAND]", "exercises.E19.levels.1: figure and position (SIT"),
        ("A6", "[RELIEF, STAND, FLEX]", "[RELIEF, SIDE]", "comfort.A6: figure and position (SIDE"),
        # Who lies shows by the nose on which side.
        ("E10", "[STR, SUPINE]", "[STR, PRONE]", "exercises.E10.levels.1: figure and position (PRONE"),
        ("E03", "[EXT, PRONE]", "[EXT, SUPINE]", "exercises.E03.levels.1: figure and position (SUPINE"),
        ("E02", "[ROT, SUPINE]", "[ROT, SIDE]", "exercises.E02.levels.1: figure and position (SIDE"),
        ("A4", "[RELIEF, SIDE]", "[RELIEF, SUPINE]", "comfort.A4: figure and position (SUPINE"),
        ("E13", "[STR, SIDE]", "[STR, PRONE]", "exercises.E13.levels.1: figure and position (PRONE"),
        # By its tags an exercise is left out: a level may not kneel behind their back.
        ("E01", "positions: [SIT]", "positions: [KNEEL]", "levels.3.positions: this must be one of SIT, ST"),
    ],
)
def test_a_figure_that_shows_another_position_is_refused_by_exercise_and_level(
    tmp_path: Path, id_: str, old: str, new: str, said: str
) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(levels_of(id_, old, new), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_catalogue(path)
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"{path}, line ")


@pytest.mark.parametrize(
    ("id_", "said"),
    [("E07", "exercises.E07.levels.1: there is no figure"), ("A2", "comfort.A2: there is no f")],
)
def test_a_level_without_a_figure_is_refused(tmp_path: Path, id_: str, said: str) -> None:
    head, mark, tail = OURS.partition(f"  - id: {id_}\n")
    path = tmp_path / "own.yaml"
    path.write_text(head + mark + "\n".join(_without_figure(tail)), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_catalogue(path)
    assert said in str(caught.value)


def test_a_therapists_figure_in_another_position_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(OWN + "    tags: [STAND]\n" + FIGURE, encoding="utf-8")
    assert load_programme(path, CATALOGUE).own[0].figure is None
