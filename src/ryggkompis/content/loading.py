"""The exercises, the safety questions and the cards: the program's own, or those of another file."""

from typing import TYPE_CHECKING

from ryggkompis.content.compiled import compiled
from ryggkompis.domain.catalogue.catalogue import Catalogue, RedFlags
from ryggkompis.domain.catalogue.learn import LearnCards

if TYPE_CHECKING:
    from pathlib import Path


def load_catalogue(path: "Path | None" = None) -> Catalogue:
    """Read the exercises from ``path``, else those of the program."""
    ready = None if path else compiled("exercises", Catalogue)
    if ready is not None:
        return ready
    from ryggkompis.content.catalogue import read_catalogue  # noqa: PLC0415 - YAML and pydantic are dear

    return read_catalogue(path)


def load_red_flags(path: "Path | None" = None) -> RedFlags:
    """Read the safety questions from ``path``, else those of the program."""
    ready = None if path else compiled("red_flags", RedFlags)
    if ready is not None:
        return ready
    from ryggkompis.content.catalogue import read_red_flags  # noqa: PLC0415 - YAML and pydantic are dear

    return read_red_flags(path)


def load_learn_cards(path: "Path | None" = None) -> LearnCards:
    """Read the cards from ``path``, else those of the program."""
    ready = None if path else compiled("learn", LearnCards)
    if ready is not None:
        return ready
    from ryggkompis.content.catalogue import read_learn_cards  # noqa: PLC0415 - YAML and pydantic are dear

    return read_learn_cards(path)
