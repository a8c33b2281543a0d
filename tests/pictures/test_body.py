"""The drawn body: every mark can be seen, and the four sorts are told apart without a colour."""

from itertools import combinations

import pytest

from ryggkompis.domain.journal.drawing import PLACES, SORTS, Place
from ryggkompis.pictures.body.drawn import SAMPLES, Captions, body_picture
from ryggkompis.pictures.ink import legible, legible_text, plain
from ryggkompis.pictures.picture import Size

WORDS = Captions("bakfra", "forfra", "V", "H")
SIZES = [Size(40, 10), Size(38, 16), Size(52, 17)]
"""As in a window of 40×15, and of 80×24 with the last drawing beside it and without."""


@pytest.mark.parametrize("size", SIZES)
def test_every_mark_and_every_place_pointed_at_can_be_seen(size: Size) -> None:
    bare = plain(body_picture({}, size, WORDS))
    for place in PLACES:
        assert plain(body_picture({}, size, WORDS, place)) != bare, place
        for sort in SORTS:
            assert plain(body_picture({place: (sort,)}, size, WORDS)) != bare, (place, sort)


@pytest.mark.parametrize("size", SIZES)
def test_the_sorts_differ_without_a_colour_where_there_is_room(size: Size) -> None:
    large: tuple[Place, ...] = ("back_left", "buttock_right", "thigh_back_left", "calf_back_right")
    for place in large:
        for one, other in combinations(SORTS, 2):
            first, second = ({place: (sort,)} for sort in (one, other))
            assert plain(body_picture(first, size, WORDS)) != plain(body_picture(second, size, WORDS))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("terminal", "has_unicode"), [("xterm", True), ("linux", True), ("xterm", False)])
def test_every_terminal_draws_each_sort_as_its_legend_does(
    size: Size, terminal: str, *, has_unicode: bool
) -> None:
    place: Place = "buttock_left"
    samples = {sort: legible_text(SAMPLES[sort], terminal, has_unicode=has_unicode) for sort in SORTS}
    assert len({*samples.values()}) == len(SORTS)
    bare = plain(legible(body_picture({}, size, WORDS), terminal, has_unicode=has_unicode))
    for sort, sample in samples.items():
        drawn = legible(body_picture({place: (sort,)}, size, WORDS), terminal, has_unicode=has_unicode)
        assert plain(drawn).count(sample) > bare.count(sample), (sort, sample)


def test_left_is_left_from_behind_and_right_from_the_front() -> None:
    size = Size(52, 17)
    behind = plain(body_picture({"buttock_left": ("pain",)}, size, WORDS)).splitlines()
    front = plain(body_picture({"big_toe_left": ("pain",)}, size, WORDS)).splitlines()
    bare = plain(body_picture({}, size, WORDS)).splitlines()

    def middle(lines: list[str]) -> float:
        cols = [
            col
            for line, old in zip(lines, bare, strict=True)
            for col, char in enumerate(line)
            if not (col < len(old) and old[col] == char)
        ]
        return sum(cols) / len(cols)

    assert middle(behind) < 13
    assert middle(front) > 39
