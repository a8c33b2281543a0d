"""The figures of a data file: ours must be sound, a therapist's own may be left out."""

from collections.abc import Collection, Iterator
from typing import Final

from pydantic import ValidationError

from ryggkompis.content.checking import read
from ryggkompis.content.errors import (
    ContentError,
    NoChoiceError,
    NoFigureError,
    OtherPositionError,
    OutsideError,
    StretchedError,
    UnderFloorError,
)
from ryggkompis.content.reading import Document, KeyPath
from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.catalogue.figures import HEIGHT, WIDTH, Figure, faults
from ryggkompis.domain.catalogue.positions import POSITIONS, contradiction
from ryggkompis.domain.catalogue.ways import way_of

_KINDS: Final[dict[str, type[ContentError]]] = {
    "outside": OutsideError,
    "floor": UnderFloorError,
    "length": StretchedError,
}


def refuse_odd_figures(document: Document, catalogue: Catalogue) -> None:
    """Refuse a figure that no body could make, naming its first fault."""
    for place, figure in _figures(catalogue):
        for fault in faults(figure):
            where = (*place, *fault.place)
            raise document.fault(_KINDS[fault.what], where, near=fault.near, width=WIDTH, height=HEIGHT)


def refuse_other_positions(document: Document, catalogue: Catalogue) -> None:
    """Refuse a movement, or a level, without a figure, or whose figure shows another position than is said.

    A level may only choose among the positions of its exercise: by them it is left out for a patient.
    """
    for i, exercise in enumerate(catalogue.exercises):
        for j, level in enumerate(exercise.levels):
            known = sorted(POSITIONS.intersection(exercise.tags))
            if not set(known).issuperset(level.positions or ()):
                odd = ("exercises", i, "levels", j, "positions")
                raise document.fault(NoChoiceError, odd, choices=", ".join(known))
    for place, figure, said in _done(catalogue):
        if figure is None:
            raise document.fault(NoFigureError, place)
        position = contradiction(figure, said)
        if position:
            raise document.fault(OtherPositionError, place, position=position)


def figure_or_none(tree: object, tags: Collection[str] = ()) -> Figure | None:
    """Read a therapist's figure; one that could not be drawn, or shows another position, is none."""
    if tree is None:
        return None
    try:
        figure = read(Figure, tree)
    except ValidationError:
        return None
    return None if faults(figure) or contradiction(figure, tags) else figure


def _figures(catalogue: Catalogue) -> Iterator[tuple[KeyPath, Figure]]:
    for i, measure in enumerate(catalogue.comfort):
        if measure.figure:
            yield ("comfort", i, "figure"), measure.figure
    for i, exercise in enumerate(catalogue.exercises):
        if exercise.figure:
            yield ("exercises", i, "figure"), exercise.figure
        for j, level in enumerate(exercise.levels):
            if level.figure:
                yield ("exercises", i, "levels", j, "figure"), level.figure


def _done(catalogue: Catalogue) -> Iterator[tuple[KeyPath, Figure | None, Collection[str]]]:
    """Give everything that is done in one way: where it is said, its figure and its positions."""
    for i, measure in enumerate(catalogue.comfort):
        yield ("comfort", i), measure.figure, measure.tags
    for i, exercise in enumerate(catalogue.exercises):
        for j in range(len(exercise.levels)):
            way = way_of(exercise, j + 1)
            yield ("exercises", i, "levels", j), way.figure, way.positions
