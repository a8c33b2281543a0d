"""Figures move from pose to pose with limbs that keep their length, and what no body can do is named."""

from math import dist
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.figures import LIMBS, Fault, Figure, Pose, Prop, faults, joints, pose_at
from tests.figures import BRIDGE, LIFTED, LYING, STAND, STANDING, with_face

PHASES = st.floats(0, 1, exclude_max=True)


def limb_lengths(pose: Pose) -> list[float]:
    def ends(name: str, side: int) -> tuple[float, float]:
        found = getattr(pose, name)
        x, y = found[side] if isinstance(found[0], tuple) else found
        return x, y

    seen = [(near, far) for near, far in LIMBS if getattr(pose, far)]
    return [dist(ends(near, side), ends(far, side)) for near, far in seen for side in (0, 1)]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_each_pose_is_reached_exactly_and_in_order(count: int) -> None:
    poses = (LYING, LIFTED, STANDING, LYING)[:count]
    figure = Figure(seconds=4, poses=poses)
    assert [pose_at(figure, number / count) for number in range(count)] == list(poses)
    assert pose_at(figure, 1.0) == poses[0]


def test_the_way_back_is_the_way_there() -> None:
    there, back = pose_at(BRIDGE, 0.25), pose_at(BRIDGE, 0.75)
    for (_place, one), (_same, other) in zip(joints(there), joints(back), strict=True):
        assert one == pytest.approx(other)


def test_a_pose_is_left_gently() -> None:
    start, middle = (pose_at(BRIDGE, at + 0.01).hip[1] - pose_at(BRIDGE, at).hip[1] for at in (0, 0.25))
    assert 0 < start < middle / 3


@given(PHASES)
def test_feet_that_stand_stay_and_limbs_keep_their_length(phase: float) -> None:
    pose = pose_at(BRIDGE, phase)
    assert pose.feet == LYING.feet
    assert all(y >= 0 for _place, (_x, y) in joints(pose))
    for length, one, other in zip(*map(limb_lengths, (pose, LYING, LIFTED)), strict=True):
        assert min(one, other) * 0.85 <= length <= max(one, other) * 1.15


def test_a_thing_that_is_held_moves_along() -> None:
    low, high = (Prop(kind="bag", at=(50, y), to=(60, y + 10)) for y in (0, 20))
    figure = Figure(seconds=4, poses=(replace(LYING, props=(low,)), replace(LYING, props=(high,))))
    assert pose_at(figure, 0).props == (low,)
    assert pose_at(figure, 0.25).props == (Prop(kind="bag", at=(50, 10), to=(60, 20)),)


def test_nose_and_toes_move_along() -> None:
    faced = Figure(seconds=4, poses=tuple(with_face(pose) for pose in BRIDGE.poses))
    for phase in (0, 0.2, 0.25, 0.7):
        pose = pose_at(faced, phase)
        assert pose.nose is not None
        assert pose.toes is not None
        assert dist(pose.head, pose.nose) == pytest.approx(8)
        assert [dist(foot, toes) for foot, toes in zip(pose.feet, pose.toes, strict=True)] == [7, 7]
    half = Figure(seconds=4, poses=(faced.poses[0], LIFTED))
    assert (pose_at(half, 0.25).nose, pose_at(half, 0.25).toes) == (None, None)


def test_from_above_a_length_says_nothing() -> None:
    """A bent knee points at whoever looks."""
    short = replace(LYING, knees=((54, 24), (56, 24)))
    figure = Figure(seconds=4, poses=(LYING, short))
    assert {fault.what for fault in faults(figure)} == {"length"}
    assert faults(replace(figure, seen="above")) == ()


@pytest.mark.parametrize("figure", [BRIDGE, STAND])
def test_a_sound_figure_has_no_fault(figure: Figure) -> None:
    assert faults(figure) == ()


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"head": (161, 8)}, Fault("outside", ("poses", 1, "head"))),
        ({"elbows": ((30, -1), (32, 3))}, Fault("outside", ("poses", 1, "elbows", 0))),
        ({"hands": ((42, 3), (44, -1))}, Fault("floor", ("poses", 1, "hands", 1))),
        ({"feet": ((79, -1), (78, 3))}, Fault("floor", ("poses", 1, "feet", 0))),
        ({"knees": ((64, 24), (52, 40))}, Fault("length", ("poses", 1, "knees", 1), "hip")),
    ],
)
def test_what_no_body_can_do_is_named(wrong: dict[str, Any], fault: Fault) -> None:
    figure = replace(BRIDGE, poses=(LYING, replace(LYING, **wrong)))
    assert fault in faults(figure)
