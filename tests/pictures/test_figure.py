"""A figure fills the room it is given, stands on its floor, and looks the same round after round."""

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.figures import Figure, Pose, Prop, PropKind
from ryggkompis.pictures.figure import figure_picture, poses_side_by_side
from ryggkompis.pictures.figure_svg import figure_svg
from ryggkompis.pictures.ink import plain
from ryggkompis.pictures.picture import Picture, Role, Size
from tests.figures import BRIDGE, LYING, STAND, STANDING, dots, with_face

SIZES = [Size(40, 12), Size(60, 18)]
ASTRIDE = Figure(seconds=4, poses=(replace(STANDING, knees=((40, 24), (49, 25)), feet=((40, 2), (49, 2))),))
PERSON = (Role.FIGURE, Role.FAR)
SVG = "{http://www.w3.org/2000/svg}"
POINTS = st.tuples(st.floats(-1000, 1000), st.floats(-1000, 1000))
PAIRS = st.tuples(POINTS, POINTS)
PROPS = st.builds(
    Prop,
    kind=st.sampled_from(
        ["chair", "wall", "pillow", "loop", "bottle", "bag", "heat", "breath", "arrow", "turn"]
    ),
    at=POINTS,
    to=POINTS,
)
POSES = st.builds(
    Pose, head=POINTS, neck=POINTS, spine=POINTS, hip=POINTS,
    knees=PAIRS, feet=PAIRS, elbows=PAIRS, hands=PAIRS, props=st.tuples(PROPS),
)  # fmt: skip
FIGURES = st.builds(
    Figure, seconds=st.just(4), props=st.just(()), poses=st.lists(POSES, min_size=1, max_size=4).map(tuple)
)


def roles(picture: Picture) -> set[Role | None]:
    return {run.role for row in picture.rows for run in row}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("figure", [BRIDGE, STAND])
def test_a_figure_fills_the_width_or_the_height(figure: Figure, size: Size) -> None:
    picture = figure_picture(figure, size, 0.5)
    lines = plain(picture).splitlines()
    body = [row for row in picture.rows if any(run.role is Role.FIGURE for run in row)]
    across = max(sum(len(run.text) for run in row[:-1]) for row in picture.rows)
    assert len(lines) == size.rows
    assert len(body) >= size.rows - 2 or across >= size.cols * 0.75


@pytest.mark.parametrize("size", SIZES)
def test_the_person_the_thing_and_the_floor_have_roles_of_their_own(size: Size) -> None:
    assert roles(figure_picture(STAND, size)) >= {Role.FIGURE, Role.PROP, Role.AXIS}


def test_the_far_limbs_have_a_role_of_their_own() -> None:
    apart = replace(STANDING, knees=((40, 24), (56, 26)), feet=((40, 2), (74, 14)))
    picture = figure_picture(Figure(seconds=4, poses=(apart,)), SIZES[1])
    assert max(x for x, _y in dots(picture, Role.FAR)) > max(x for x, _y in dots(picture, Role.FIGURE))


def test_in_dots_a_far_limb_stands_apart_from_a_near_one_even_where_both_are_one_colour() -> None:
    drawn = dots(figure_picture(ASTRIDE, SIZES[1]), Role.FIGURE, Role.FAR)
    # At the height of the calves: one leg, nothing, the other leg.
    row = sorted(x for x, y in drawn if y == 64)
    gaps = [right - left for left, right in pairwise(row) if right - left > 1]
    assert len(gaps) == 1


def hang_together(drawn: set[tuple[int, int]]) -> bool:
    left = set(drawn)
    edge = {left.pop()}
    while edge:
        edge = {(x + dx, y + dy) for x, y in edge for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & left
        left -= edge
    return not left


@pytest.mark.parametrize("size", SIZES)
def test_in_dots_a_far_leg_joins_the_body_where_it_begins(size: Size) -> None:
    """A leg that stands loose beside a person is nobody's leg."""
    away = replace(STANDING, elbows=((30, 62), (30, 62)), hands=((20, 50), (20, 50)))
    for knee, foot in (((62, 40), (84, 38)), ((56, 26), (74, 14))):
        pose = replace(away, knees=((40, 24), knee), feet=((40, 2), foot))
        assert hang_together(dots(figure_picture(Figure(seconds=4, poses=(pose,)), size), *PERSON))


def test_in_dots_an_arm_before_the_body_is_seen() -> None:
    across = replace(LYING, elbows=((35, 6), (35, 6)), hands=((46, 6), (46, 6)))
    beside = replace(LYING, elbows=((15, 20), (15, 20)), hands=((5, 30), (5, 30)))
    drawn, whole = (
        dots(figure_picture(Figure(seconds=4, poses=(pose,)), Size(60, 18)), *PERSON)
        for pose in (across, beside)
    )
    assert [dot for dot in whole if dot not in drawn and between(drawn, dot)]


def between(drawn: set[tuple[int, int]], dot: tuple[int, int]) -> bool:
    """Whether a gap has the person above it and below it."""
    x, y = dot
    return (x, y - 1) in drawn and (x, y + 1) in drawn


def test_a_belly_rises_over_the_trunk_and_sinks_into_it() -> None:
    size = Size(60, 18)
    middle = LYING.spine[0]
    drawn = [
        dots(figure_picture(Figure(seconds=4, poses=(replace(LYING, belly=belly),)), size), *PERSON)
        for belly in (None, (middle, LYING.spine[1]), (middle, LYING.spine[1] + 9))
    ]
    assert drawn[0] == drawn[1] < drawn[2]


def test_a_band_round_the_thighs_is_drawn_over_them() -> None:
    loop = Prop(kind="loop", at=(28, 32), to=(52, 38))
    bare, with_loop = (
        ET.fromstring(figure_svg(Figure(seconds=4, props=props, poses=(STANDING,)), "", ""))
        for props in ((), (loop,))
    )
    inks = [[line.get("stroke") for line in root.iter(f"{SVG}polyline")] for root in (bare, with_loop)]
    floor = inks[0][0]
    assert inks[1] == [*inks[0], floor]


def test_in_dots_a_close_band_is_set_apart_and_a_taut_one_leaves_the_thigh_whole() -> None:
    size = Size(60, 18)
    whole = dots(figure_picture(Figure(seconds=4, poses=(LYING,)), size))
    left_open = []
    for wide in (2, 3):
        loop = Prop(kind="loop", at=(46, 0), to=(46 + wide, 16))
        left_open.append(whole - dots(figure_picture(Figure(seconds=4, props=(loop,), poses=(LYING,)), size)))
    assert left_open[0]
    assert not left_open[1]


def test_the_floor_goes_on_under_whoever_lies_on_it() -> None:
    size = Size(60, 18)
    picture = figure_picture(Figure(seconds=4, poses=(LYING,)), size)
    lowest = max(y for _x, y in dots(picture))
    assert {x for x, y in dots(picture) if y == lowest} >= set(range(1, size.cols * 2 - 1))


def test_on_the_side_the_lower_limbs_are_far_also_from_above() -> None:
    side = replace(with_face(ASTRIDE.poses[0]), nose=(56, 90))
    assert Role.FAR in roles(figure_picture(Figure(seconds=4, seen="above", poses=(side,)), SIZES[1]))


def test_from_above_both_sides_are_near() -> None:
    assert Role.FAR in roles(figure_picture(ASTRIDE, SIZES[0]))
    assert Role.FAR not in roles(figure_picture(replace(ASTRIDE, seen="above"), SIZES[0]))


@pytest.mark.parametrize("kind", ["arrow", "breath"])
def test_a_mark_says_which_way(kind: PropKind) -> None:
    """What goes in and what comes out, up or down, are two pictures."""
    ends = ((20.0, 50.0), (20.0, 26.0))
    shown = [
        Figure(seconds=4, props=(Prop(kind=kind, at=at, to=to),), poses=(LYING,))
        for at, to in (ends, ends[::-1])
    ]
    # The head of the arrow is what is broad.
    for figure, is_down in zip(shown, (True, False), strict=True):
        drawn = dots(figure_picture(figure, SIZES[0]), Role.PROP)
        middle = (min(y for _, y in drawn) + max(y for _, y in drawn)) / 2
        low, high = (
            max(xs) - min(xs)
            for xs in ([x for x, y in drawn if y > middle], [x for x, y in drawn if y < middle])
        )
        assert (low > high) is is_down


def test_the_poses_are_where_the_round_stops() -> None:
    size = SIZES[0]
    assert figure_picture(BRIDGE, size, 0.0) == figure_picture(BRIDGE, size, 1.0)
    assert figure_picture(BRIDGE, size, 0.0) != figure_picture(BRIDGE, size, 0.5)


def test_every_pose_stands_on_a_floor_of_its_own() -> None:
    rows = poses_side_by_side(BRIDGE, Size(30, 16)).rows
    floors = [row for row in rows if any(run.role is Role.AXIS for run in row)]
    assert len(floors) == len(BRIDGE.poses)


def test_without_unicode_it_is_still_a_picture() -> None:
    text = plain(figure_picture(BRIDGE, SIZES[0]).ascii())
    assert text.isascii()
    assert text.strip()


def test_on_a_console_without_braille_it_is_a_picture_of_blocks() -> None:
    """They cover what the dots cover."""
    picture = figure_picture(BRIDGE, SIZES[0])
    blocks = plain(picture.blocks())
    assert set(blocks) <= set(" \n▀▄█▌▐─")
    shown = [[bool(char.strip()) for char in line] for line in blocks.splitlines()]
    assert shown == [[bool(char.strip()) for char in line] for line in plain(picture).splitlines()]
    assert [len(run.text) for row in picture.blocks().rows for run in row] == [
        len(run.text) for row in picture.rows for run in row
    ]


@settings(max_examples=50)
@given(FIGURES, st.integers(1, 60), st.integers(1, 20), st.floats(0, 1))
def test_no_figure_and_no_room_is_too_odd_to_draw(figure: Figure, cols: int, rows: int, phase: float) -> None:
    size = Size(cols, rows)
    assert len(figure_picture(figure, size, phase).rows) == rows
    assert len(poses_side_by_side(figure, size).rows) == rows


def test_an_svg_says_what_it_shows_and_runs_nothing() -> None:
    root = ET.fromstring(figure_svg(BRIDGE, 'A <b> & "c"', "<script>x</script>\x1b"))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == 'A <b> & "c"'
    assert root.findtext(f"{SVG}desc") == "<script>x</script>"
    assert len(root.findall(f".//{SVG}circle")) == len(BRIDGE.poses)
    assert not root.findall(f".//{SVG}script")


def test_a_face_has_a_nose_and_an_eye_from_the_side_and_two_eyes_from_ahead() -> None:
    side = Figure(seconds=4, poses=(with_face(LYING),))
    ahead = Figure(seconds=4, poses=(replace(with_face(LYING), nose=LYING.head),))
    heads = [
        [c.get("r") for c in ET.fromstring(figure_svg(f, "", "")).iter(f"{SVG}circle")] for f in (side, ahead)
    ]
    assert heads == [["6", "0.9"], ["6", "0.9", "0.9"]]
    size = Size(60, 18)
    assert figure_picture(side, size) != figure_picture(ahead, size)
    # An eye is left open, so it is seen in dots as well.
    blank = replace(side, poses=(replace(side.poses[0], nose=None),))
    filled, open_ = (dots(figure_picture(figure, size)) for figure in (blank, side))
    assert filled - open_
