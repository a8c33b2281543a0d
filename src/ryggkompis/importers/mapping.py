"""Which columns or names of a foreign file are what: the day, the leg, walks, steps, an exercise."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final, Literal, TypeAlias, get_args

from ryggkompis.domain.base.text import shown
from ryggkompis.i18n.language import current
from ryggkompis.importers.errors import MapTwice, MapUnknownTarget, MapUnreadable

Target: TypeAlias = Literal["leg", "back"]
PAINS: Final[tuple[Target, ...]] = get_args(Target)
"""The fields of a check-in that a foreign number can fill."""
ROLES: Final = ("day", "time", "name", "value")
"""What a column can be that says nothing alone: each row's day, time, whose number it is, and the number."""
IGNORED: Final = "ignore"
OFFERED: Final = (*PAINS, "steps", "walk", "note", "medicine")
"""What somebody is asked to choose from, name by name."""
ASKED_ABOUT: Final = 20
"""Names that are asked about; the others are left out."""
TARGETS: Final = (*OFFERED, *ROLES, IGNORED)
"""What a column or a name can be; else it is the id of an exercise, or of a position for rest."""
_IN_BOKMAAL: Final[Mapping[str, str]] = {
    "leg": "bein",
    "back": "rygg",
    "steps": "skritt",
    "walk": "tur",
    "note": "notat",
    "medicine": "medisin",
    "day": "dag",
    "time": "tid",
    "name": "navn",
    "value": "verdi",
    IGNORED: "utelat",
}
_ALSO: Final[Mapping[str, str]] = {
    "ben": "leg",
    "beinet": "leg",
    "gåtur": "walk",
    "date": "day",
    "dato": "day",
}
"""Other words for the same."""
_TYPED: Final = re.compile(r"\s*(?P<map>\S.*?=\s*[^,;=]+?)\s*(?:[,;]|$)")
"""One of several on a line: a comma may stand in the name, and never in what it is."""
Names: TypeAlias = Mapping[str, str]
"""Name in the file, in small letters, to what it is."""


def parse_mapping(texts: Iterable[str], exercises: Callable[[], Collection[str]] = tuple) -> Names:
    """Understand what stands after each ``--map``: ``Knee Pain=leg``, in either language.

    Args:
        texts: as they were written.
        exercises: gives the ids of the catalogue; asked only when something else than ``TARGETS`` is named.

    Raises:
        MapUnreadable, MapUnknownTarget, MapTwice: for the first that says nothing, names no target, or says
            of a name something else than the one before.

    """
    names: dict[str, str] = {}
    for text in texts:
        name, equals, wanted = text.rpartition("=")
        if not equals or not name.strip():
            raise MapUnreadable(text=shown(text))
        target = _target(wanted, exercises)
        if names.setdefault(folded(name), target) != target:
            raise MapTwice(name=shown(name.strip()))
    return names


def typed_maps(line: str) -> list[str]:
    """Take a line apart on which several stand with commas between: ``Leg, left=leg, Back=back``."""
    maps, place = [], 0
    while found := _TYPED.match(line, place):
        maps.append(found["map"])
        place = found.end()
    rest = line[place:].strip(" ,;")
    return [*maps, rest] if rest else maps


def target_word(target: str) -> str:
    """Name a target as it is typed in the language spoken; an exercise by its id."""
    return _IN_BOKMAAL.get(target, target) if current() == "nb" else target


def as_map(name: str, target: str) -> str:
    """Write what a name is as ``--map`` takes it."""
    return f"{name}={target_word(target)}"


def pains(names: Names) -> dict[str, Target]:
    """Give the names that are numbers of pain."""
    return {name: pain for name, target in names.items() for pain in PAINS if pain == target}


def meanings(names: Names) -> Names:
    """Give the names that say something: without the columns that only belong to others, and the ignored."""
    return {name: target for name, target in names.items() if target not in (*ROLES, IGNORED)}


def folded(name: str) -> str:
    """Give ``name`` so that case and blanks at its ends do not count."""
    return name.strip().casefold()


def _target(wanted: str, exercises: Callable[[], Collection[str]]) -> str:
    word = folded(wanted)
    known = {**_ALSO, **{said: target for target, said in _IN_BOKMAAL.items()}}
    if word in TARGETS or word in known:
        return known.get(word, word)
    for id_ in exercises():
        if word == folded(id_):
            return id_
    raise MapUnknownTarget(target=shown(wanted.strip()), targets=", ".join(map(target_word, TARGETS)))
