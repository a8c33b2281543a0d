"""Which numbers of a foreign diary are the leg and which the back."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeAlias, get_args

from ryggkompis.domain.text import shown
from ryggkompis.importers.errors import MapUnknownTarget, MapUnreadable

Target: TypeAlias = Literal["leg", "back"]
TARGETS: Final[tuple[Target, ...]] = get_args(Target)
"""The fields of a check-in that a foreign number can fill."""
Names: TypeAlias = Mapping[str, Target]
"""Name in the file, in small letters, to the field it fills."""


def parse_mapping(texts: Iterable[str]) -> Names:
    """Understand what stands after each ``--map``: ``Knee Pain=leg``.

    Raises:
        MapUnreadable, MapUnknownTarget: for the first that says nothing, or names no field.

    """
    names: dict[str, Target] = {}
    for text in texts:
        name, equals, wanted = text.rpartition("=")
        if not equals or not name.strip():
            raise MapUnreadable(text=shown(text))
        names[folded(name)] = _target(wanted)
    return names


def folded(name: str) -> str:
    """Give ``name`` so that case and blanks at its ends do not count."""
    return name.strip().casefold()


def _target(wanted: str) -> Target:
    for target in TARGETS:
        if folded(wanted) == target:
            return target
    raise MapUnknownTarget(target=shown(wanted.strip()), targets=", ".join(TARGETS))
