"""The drawing itself: legs and back from behind and from the front, in four textures."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.drawing import Half, Place, Sort, place_of
from ryggkompis.pictures.body.outline import (
    BETWEEN,
    BOTTOM,
    FOLDS,
    SIDES,
    TOP,
    WIDEST,
    Side,
    across,
    region_at,
)
from ryggkompis.pictures.canvas import Canvas
from ryggkompis.pictures.glyphs import DOTS_HIGH, DOTS_WIDE, width_of
from ryggkompis.pictures.picture import Picture, Role, Row, Run, Size

_Dot: TypeAlias = tuple[int, int]
Marked: TypeAlias = Mapping[Place, tuple[Sort, ...]]
_BROADEST: Final = 1.8
"""So many times as broad as it is at most: in a low window its regions would be too narrow else."""
_BAND: Final = DOTS_HIGH
"""Dots down of one sort, where several are marked in one place."""
_ROLES: Final[Mapping[Sort, Role]] = {
    "pain": Role.LEG,
    "numbness": Role.BACK,
    "tingling": Role.BACK,
    "weakness": Role.LEG,
}


SAMPLES: Final[Mapping[Sort, str]] = {"pain": "⣿", "numbness": "⠭", "tingling": "⠡", "weakness": "⡇"}
"""A piece of each texture, for a legend."""


class Captions(NamedTuple):
    """What stands under the two sides, and the letters of left and right."""

    behind: str
    front: str
    left: str
    right: str


class _Map(Value):
    """Which dot is of which place, and which make the outline."""

    places: Mapping[_Dot, Place]
    outline: frozenset[_Dot]


def is_textured(sort: Sort, x: int, y: int) -> bool:
    """Tell whether a dot belongs to a sort's texture: full, lines across, few dots, lines down."""
    match sort:
        case "pain":
            return True
        case "numbness":
            return y % 2 == 0
        case "tingling":
            return (x % 2 == 0 and y % 4 == 0) or (x % 2 == 1 and y % 4 == 2)  # noqa: PLR2004 - dots of a cell
        case _:
            return x % 2 == 0


@lru_cache(maxsize=8)
def _mapped(size: Size) -> _Map:
    """Find the place of every dot for the room there is."""
    high = max(size.rows - 1, 1) * DOTS_HIGH
    down = high / (BOTTOM - TOP)
    room = size.cols // 2 * DOTS_WIDE
    wide = min(down * _BROADEST, max(room - 2, 1) / (2 * WIDEST))
    places: dict[_Dot, Place] = {}
    inside: set[_Dot] = set()
    folds: set[_Dot] = set()
    for number, side in enumerate(SIDES):
        middle = room * number + room // 2
        for y, x in product(range(high), range(room * number, room * (number + 1))):
            height, offset = TOP + (y + 0.5) / down, (x + 0.5 - middle) / wide
            found = across(side, height)
            if found is None or not found[0] <= abs(offset) <= found[1]:
                continue
            inside.add((x, y))
            if x == middle and any(top <= height <= bottom for top, bottom in FOLDS[side]):
                folds.add((x, y))
            region = region_at(side, abs(offset), height)
            if region is not None:
                places[x, y] = place_of(region, None if region == BETWEEN.region else _half(side, offset))
    edge = {dot for dot in inside if 0 < dot[1] < high - 1 and not inside.issuperset(_beside(*dot))}
    return _Map(places, frozenset(edge | folds))


def _beside(x: int, y: int) -> set[_Dot]:
    return {(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)}


def _half(side: Side, offset: float) -> Half:
    return "left" if (offset < 0) == (side == "behind") else "right"


def body_picture(
    marked: Marked, size: Size, captions: Captions, at: Place | None = None, *, is_pale: bool = False
) -> Picture:
    """Draw what is ``marked``, with the place ``at`` pointed at; pale as what was marked before."""
    canvas, found = Canvas(size), _mapped(size)
    canvas.dots(found.outline, Role.GRID if is_pale else Role.FAR)
    for place, sorts in marked.items():
        own = [dot for dot, one in found.places.items() if one == place]
        # A toe may have no dot inside its outline.
        dots = [dot for dot in own if dot not in found.outline] or own
        for sort in sorts:
            role = Role.MUTED if is_pale else _ROLES[sort]
            canvas.dots([dot for dot in dots if _is_of(sort, sorts, *dot)] or own, role)
    if at is not None:
        _point_at(canvas, [dot for dot, one in found.places.items() if one == at])
    _write(canvas, captions)
    return canvas.picture()


def side_by_side(bodies: Sequence[tuple[str, Picture]], size: Size) -> Picture:
    """Put bodies beside each other, each under its day."""
    heads = Canvas(Size(size.cols, 1))
    rows: list[Row] = [()] * (size.rows - 1)
    col = 0
    for head, body in bodies:
        heads.text(col + 1, 0, head)
        rows = [row + more for row, more in zip(rows, body.rows, strict=True)]
        col += body.size.cols
    spare = (Run(" " * (size.cols - col)),) if col < size.cols else ()
    return Picture(size, (*heads.rows(), *(row + spare for row in rows)))


def with_legend(picture: Picture, named: Mapping[Sort, str]) -> Picture:
    """Put a line under ``picture`` that names each texture."""
    line, col = Canvas(Size(picture.size.cols, 1)), 0
    for sort, name in named.items():
        told = f"{SAMPLES[sort] * 2} {name}"
        line.text(col, 0, told)
        col += width_of(told) + 2
    return Picture(Size(picture.size.cols, picture.size.rows + 1), (*picture.rows, *line.rows()))


def words_alone(size: Size, words: str) -> Picture:
    """Give a picture that says that there is nothing to draw."""
    canvas = Canvas(size)
    canvas.text(0, size.rows // 2, words, Role.MUTED)
    return canvas.picture()


def _is_of(sort: Sort, sorts: tuple[Sort, ...], x: int, y: int) -> bool:
    return sorts[y // _BAND % len(sorts)] == sort and is_textured(sort, x, y)


def _point_at(canvas: Canvas, dots: Collection[_Dot]) -> None:
    """Draw a rim around a place, and lay a ground behind it."""
    own = set(dots)
    around = [(a, b) for a in (-1, 0, 1) for b in (-1, 0, 1)]
    rim = {(x + a, y + b) for x, y in own for a, b in around} - own
    canvas.dots(rim, Role.TEXT)
    for col, row in {(x // DOTS_WIDE, y // DOTS_HIGH) for x, y in own}:
        canvas.ground(col, row, Role.STRONG)


def _write(canvas: Canvas, captions: Captions) -> None:
    half, row = canvas.size.cols // 2, canvas.size.rows - 1
    for number, words in enumerate((captions.behind, captions.front)):
        sides = (captions.left, captions.right) if number == 0 else (captions.right, captions.left)
        line = f"{sides[0]}  {words}  {sides[1]}"
        if width_of(line) >= half:
            # The letters of the two sides would meet.
            line = f"{sides[0]} {words} {sides[1]}"
        canvas.text(number * half + max(half - width_of(line), 0) // 2, row, line, Role.MUTED)


def place_at(size: Size, col: int, row: int, at: Place | None = None) -> Place | None:
    """Give the place that a cell is of; of several the smallest, or the next where one stands ``at`` one."""
    places = _mapped(size).places
    left, top = col * DOTS_WIDE, row * DOTS_HIGH
    dots = product(range(left, left + DOTS_WIDE), range(top, top + DOTS_HIGH))
    area = Counter(places.values())
    # In a low window a cell holds more than one: a second click means the other.
    found = sorted({places[dot] for dot in dots if dot in places}, key=lambda one: (area[one], one))
    if at in found:
        return found[(found.index(at) + 1) % len(found)]
    return found[0] if found else None
