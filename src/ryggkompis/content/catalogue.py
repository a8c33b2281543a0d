"""The exercises and the safety questions, read and checked."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ryggkompis.content.checking import checked
from ryggkompis.content.errors import (
    BackwardsError,
    MissingKeyError,
    NoAmountError,
    RepeatedIdError,
    UnknownFlagError,
)
from ryggkompis.content.figures import refuse_odd_figures, refuse_other_positions
from ryggkompis.content.files import data_file
from ryggkompis.content.reading import Document, KeyPath, read_yaml
from ryggkompis.domain.catalogue.catalogue import PHASES, Catalogue, Comfort, Exercise, RedFlags
from ryggkompis.domain.catalogue.learn import LearnCards


def read_catalogue(path: Path | None = None) -> Catalogue:
    """Read the exercises from ``path``, else those of the program."""
    document = read_yaml(path or data_file("exercises.yaml"))
    catalogue = checked(Catalogue, document)
    for phase in PHASES:
        if phase not in catalogue.phases:
            raise document.fault(MissingKeyError, ("phases", phase))
    refuse_same_ids(document, _ids(catalogue))
    refuse_odd_comfort(document, catalogue.comfort)
    refuse_odd_levels(document, catalogue.exercises)
    refuse_odd_figures(document, catalogue)
    refuse_other_positions(document, catalogue)
    return catalogue


def read_red_flags(path: Path | None = None) -> RedFlags:
    """Read the safety questions from ``path``, else those of the program."""
    document = read_yaml(path or data_file("red_flags.yaml"))
    red_flags = checked(RedFlags, document)
    refuse_same_ids(document, ((f.id, ("flags", i, "id")) for i, f in enumerate(red_flags.flags)))
    for i, id_ in enumerate(red_flags.strength.leads_to):
        if red_flags.flag(id_) is None:
            raise document.fault(UnknownFlagError, ("strength", "leads_to", i), id=id_)
    return red_flags


def read_learn_cards(path: Path | None = None) -> LearnCards:
    """Read the cards from ``path``, else those of the program."""
    document = read_yaml(path or data_file("learn.yaml"))
    cards = checked(LearnCards, document)
    refuse_same_ids(document, ((card.id, ("cards", i, "id")) for i, card in enumerate(cards.cards)))
    return cards


def refuse_same_ids(document: Document, ids: Iterable[tuple[str, KeyPath]]) -> None:
    """Refuse an id that is there already; letters count the same in both cases."""
    seen = set()
    for id_, place in ids:
        if id_.casefold() in seen:
            raise document.fault(RepeatedIdError, place, id=id_)
        seen.add(id_.casefold())


def refuse_odd_comfort(document: Document, comfort: Iterable[Comfort]) -> None:
    """Refuse a comfort measure whose shortest time is above its longest."""
    for i, measure in enumerate(comfort):
        if measure.minutes[0] > measure.minutes[1]:
            raise document.fault(BackwardsError, ("comfort", i, "minutes"))


def refuse_odd_levels(document: Document, exercises: Iterable[Exercise]) -> None:
    """Refuse a level that does not say how much."""
    for i, exercise in enumerate(exercises):
        for j, level in enumerate(exercise.levels):
            if level.reps is level.seconds is level.metres is None:
                raise document.fault(NoAmountError, ("exercises", i, "levels", j))


def _ids(catalogue: Catalogue) -> Iterator[tuple[str, KeyPath]]:
    yield catalogue.walk.id, ("walk", "id")
    yield from ((c.id, ("comfort", i, "id")) for i, c in enumerate(catalogue.comfort))
    yield from ((e.id, ("exercises", i, "id")) for i, e in enumerate(catalogue.exercises))
