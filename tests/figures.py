"""Figures made by hand, for tests."""

from ryggkompis.domain.catalogue.figures import Figure, Pose, Prop

LYING = Pose(
    head=(12, 8), neck=(20, 7), spine=(36, 6), hip=(52, 5),
    knees=((64, 24), (66, 24)), feet=((76, 3), (78, 3)),
    elbows=((30, 3), (32, 3)), hands=((42, 3), (44, 3)),
)  # fmt: skip
LIFTED = Pose(
    head=(12, 8), neck=(20, 7), spine=(34, 14), hip=(47, 22),
    knees=((68, 25), (70, 25)), feet=((76, 3), (78, 3)),
    elbows=((30, 3), (32, 3)), hands=((42, 3), (44, 3)),
)  # fmt: skip
STANDING = Pose(
    head=(40, 84), neck=(40, 74), spine=(40, 60), hip=(40, 46),
    knees=((40, 24), (42, 24)), feet=((40, 2), (44, 2)),
    elbows=((40, 60), (42, 60)), hands=((42, 46), (44, 46)),
)  # fmt: skip
BRIDGE = Figure(seconds=4, poses=(LYING, LIFTED))
STAND = Figure(
    seconds=6,
    props=(Prop(kind="wall", at=(30, 0), to=(30, 95)), Prop(kind="chair", at=(60, 0), to=(84, 24))),
    poses=(STANDING,),
)
