"""How an exercise is done at one level: what the level does not say itself, its exercise says."""

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.catalogue.catalogue import Comfort, Exercise, Words
from ryggkompis.domain.catalogue.figures import Figure
from ryggkompis.domain.catalogue.positions import POSITIONS, Position, positions_of


class Way(Value):
    """Where one begins, what one does, and how it looks."""

    start: Words
    cue: Words
    how: Words
    figure: Figure | None
    positions: frozenset[Position]
    """What it is done in; none where nobody says so."""

    @property
    def begins(self) -> frozenset[Position]:
        """What it may begin in: of several, the one that its first pose shows."""
        figure = self.figure
        return self.positions & positions_of(figure, figure.poses[0]) if figure else self.positions


def way_of(exercise: Exercise, level: int) -> Way:
    """Give how ``exercise`` is done at ``level``, counted from 1."""
    said = exercise.levels[level - 1]
    return Way(
        start=said.start or exercise.start,
        cue=said.cue or exercise.cue,
        how=said.how,
        figure=said.figure or exercise.figure,
        positions=POSITIONS.intersection(exercise.tags if said.positions is None else said.positions),
    )


def figures_of(movement: Exercise | Comfort) -> tuple[tuple[int, Figure], ...]:
    """Give each figure of a movement once, with the first level that it belongs to."""
    if isinstance(movement, Comfort):
        return ((1, movement.figure),) if movement.figure else ()
    found: dict[Figure, int] = {}
    for level in range(1, len(movement.levels) + 1):
        figure = way_of(movement, level).figure
        if figure:
            found.setdefault(figure, level)
    return tuple((level, figure) for figure, level in found.items())
