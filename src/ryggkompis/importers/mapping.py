"""Which columns or names of a foreign file are what: the leg, the back, walks, steps, notes, an exercise."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final, Literal, TypeAlias, get_args

from ryggkompis.domain.base.text import shown
from ryggkompis.importers.errors import MapUnknownTarget, MapUnreadable

Target: TypeAlias = Literal["leg", "back"]
PAINS: Final[tuple[Target, ...]] = get_args(Target)
"""The fields of a check-in that a foreign number can fill."""
TARGETS: Final = (*PAINS, "walk", "steps", "note")
"""What a name can be; else it is the id of an exercise, or of a position for rest."""
Names: TypeAlias = Mapping[str, str]
"""Name in the file, in small letters, to what it is."""


def parse_mapping(texts: Iterable[str], exercises: Callable[[], Collection[str]] = tuple) -> Names:
    """Understand what stands after each ``--map``: ``Knee Pain=leg``.

    Args:
        texts: as they were written.
        exercises: gives the ids of the catalogue; asked only when something else than ``TARGETS`` is named.

    Raises:
        MapUnreadable, MapUnknownTarget: for the first that says nothing, or names no target.

    """
    names: dict[str, str] = {}
    for text in texts:
        name, equals, wanted = text.rpartition("=")
        if not equals or not name.strip():
            raise MapUnreadable(text=shown(text))
        names[folded(name)] = _target(wanted, exercises)
    return names


def pains(names: Names) -> dict[str, Target]:
    """Give the names that are numbers of pain."""
    return {name: pain for name, target in names.items() for pain in PAINS if pain == target}


def folded(name: str) -> str:
    """Give ``name`` so that case and blanks at its ends do not count."""
    return name.strip().casefold()


def _target(wanted: str, exercises: Callable[[], Collection[str]]) -> str:
    for target in TARGETS:
        if folded(wanted) == target:
            return target
    for id_ in exercises():
        if folded(wanted) == folded(id_):
            return id_
    raise MapUnknownTarget(target=shown(wanted.strip()), targets=", ".join(TARGETS))
