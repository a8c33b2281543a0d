"""How one goes from place to place on the drawn body, as the arrow keys do."""

from collections.abc import Iterator, Mapping
from typing import Final

from ryggkompis.domain.journal.drawing import Place
from ryggkompis.pictures.body.outline import Side

_ROWS: Final[Mapping[Side, tuple[tuple[Place, ...], ...]]] = {
    "behind": (
        ("back_left", "back_right"), ("buttock_left", "between_legs", "buttock_right"),
        ("thigh_back_left", "thigh_back_right"), ("calf_back_left", "calf_back_right"),
        ("foot_sole_left", "foot_sole_right"),
    ),
    "front": (
        (
            "thigh_outer_right", "thigh_front_right", "thigh_inner_right",
            "thigh_inner_left", "thigh_front_left", "thigh_outer_left",
        ),
        ("calf_outer_right", "calf_front_right", "calf_front_left", "calf_outer_left"),
        ("foot_outer_right", "foot_top_right", "foot_top_left", "foot_outer_left"),
        ("small_toes_right", "big_toe_right", "big_toe_left", "small_toes_left"),
    ),
}  # fmt: skip
"""The places of each side as they lie: rows from the top, each from left to right as it is drawn."""


def _spots() -> Iterator[tuple[Place, Side, int, int]]:
    for side, rows in _ROWS.items():
        for row, places in enumerate(rows):
            for col, place in enumerate(places):
                yield place, side, row, col


def moved(place: Place, across_by: int, down_by: int) -> Place:
    """Give the place beside another, or above or below it; past an edge of one side comes the other side."""
    _place, side, row, col = next(spot for spot in _spots() if spot[0] == place)
    rows = _ROWS[side]
    if down_by:
        other = rows[min(max(row + down_by, 0), len(rows) - 1)]
        return other[_scaled(col, len(rows[row]), len(other))]
    if 0 <= col + across_by < len(rows[row]):
        return rows[row][col + across_by]
    return _on_other_side(side, row, across_by)


def _scaled(col: int, many: int, other: int) -> int:
    """Find the column that lies above or below ``col`` of ``many`` in a row of ``other`` places."""
    return min(int((col + 0.5) / many * other), other - 1)


def _on_other_side(side: Side, row: int, across_by: int) -> Place:
    """Go on to the other side of the body, at about the same height."""
    heights = {"behind": (0, 0, 0, 1, 2), "front": (2, 3, 4, 4)}
    rows = _ROWS["front" if side == "behind" else "behind"]
    other = rows[heights[side][row]]
    return other[0 if across_by > 0 else -1]
