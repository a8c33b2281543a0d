"""Figures made by hand, for tests."""

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.figures import Figure, Pose, Prop
from ryggkompis.pictures.picture import Picture, Role

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


def with_face(pose: Pose) -> Pose:
    """Give a pose a nose that points up, and feet."""
    (x, y), (near, far) = pose.head, pose.feet
    return replace(pose, nose=(x, y + 8), toes=((near[0] + 7, near[1]), (far[0] + 7, far[1])))


def dots(picture: Picture, *roles: Role) -> set[tuple[int, int]]:
    """Find the dots of a picture in braille, of some roles or of all."""
    found: set[tuple[int, int]] = set()
    for row, runs in enumerate(picture.rows):
        col = 0
        for run in runs:
            shown = run.text if run.role in (roles or tuple(Role)) else ""
            for at, char in enumerate(shown, col):
                bits = max(ord(char) - 0x2800, 0)
                found.update((2 * at + x, 4 * row + y) for x, y, bit in _DOTS if bits & bit)
            col += len(run.text)
    return found


_DOTS = [
    (x, y, bit) for y, bits in enumerate(((1, 8), (2, 16), (4, 32), (64, 128))) for x, bit in enumerate(bits)
]
BRIDGE = Figure(seconds=4, poses=(LYING, LIFTED))
STAND = Figure(
    seconds=6,
    props=(Prop(kind="wall", at=(30, 0), to=(30, 95)), Prop(kind="chair", at=(60, 0), to=(84, 24))),
    poses=(STANDING,),
)
