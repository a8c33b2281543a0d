"""The figures of a data file: ours must be sound, a therapist's own may be left out."""

from collections.abc import Iterator
from typing import Final

from pydantic import ValidationError

from ryggkompis.content.checking import read
from ryggkompis.content.errors import ContentError, OutsideError, StretchedError, UnderFloorError
from ryggkompis.content.reading import Document, KeyPath
from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.catalogue.figures import HEIGHT, WIDTH, Figure, faults

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


def figure_or_none(tree: object) -> Figure | None:
    """Read a therapist's figure; one that lacks a joint, or could not be drawn, is none."""
    if tree is None:
        return None
    try:
        figure = read(Figure, tree)
    except ValidationError:
        return None
    return None if faults(figure) else figure


def _figures(catalogue: Catalogue) -> Iterator[tuple[KeyPath, Figure]]:
    for i, measure in enumerate(catalogue.comfort):
        if measure.figure:
            yield ("comfort", i, "figure"), measure.figure
    for i, exercise in enumerate(catalogue.exercises):
        if exercise.figure:
            yield ("exercises", i, "figure"), exercise.figure
