"""Entries as lines and back, checked by pydantic against the domain's own types; dear, so imported late."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Annotated, Final, NamedTuple, TypeAlias, cast

from pydantic import Discriminator, TypeAdapter, ValidationError

from ryggkompis.domain.entries import KINDS, Entry
from ryggkompis.domain.text import shown
from ryggkompis.store.errors import UNKNOWN_KIND, Refused
from ryggkompis.store.lines import Line

_KNOWN: Final = frozenset(field.name for kind in KINDS for field in fields(kind))
_MARKS: Final = frozenset({"deleted", "erased", "moved", "undone"})
_KINDS: Final = frozenset(field.default for kind in KINDS for field in fields(kind) if field.name == "kind")
_Any: TypeAlias = Annotated[Entry, Discriminator("kind")]
_ENTRY: Final[TypeAdapter[Entry]] = TypeAdapter(_Any)


class Decoded(NamedTuple):
    """The entries of a reading, and what could not become one."""

    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...]
    """Lines that no entry can be made of; they stay on the disk."""
    unknown: int
    """How many of the refused are of a kind that this version does not know."""


def encode(entry: Entry, over: Mapping[str, object] | None = None) -> Line:
    """Write ``entry`` as a line without its unknowns; keys of ``over`` that we do not know are kept.

    Raises Refused for what could not be read back: a dataclass alone checks nothing.
    """
    # Any mapping will do for answers, and pydantic would remark on it.
    plain = _ENTRY.dump_python(entry, mode="json", exclude_none=True, fallback=dict, warnings=False)
    line = cast("Line", plain)
    decode(line)
    kept = {name: value for name, value in (over or {}).items() if name not in _KNOWN | _MARKS}
    return {**kept, **line}


def decode(line: Mapping[str, object]) -> Entry:
    """Read one line; raise Refused, naming the field at fault. Keys that are not known are ignored."""
    kind = line.get("kind")
    if isinstance(kind, str) and kind not in _KINDS:
        raise _refused(line, "kind", UNKNOWN_KIND)
    try:
        entry = _ENTRY.validate_python(dict(line))
    except ValidationError as error:
        fault = error.errors(include_url=False, include_context=False, include_input=False)[0]
        place = [str(part) for part in fault["loc"] if part not in _KINDS]
        raise _refused(line, ".".join(place) or "kind", fault["msg"]) from error
    for name, value in line.items():
        # Pydantic would take true for the number 1.
        if isinstance(value, bool) and not isinstance(getattr(entry, name, value), bool):
            raise _refused(line, name, "Input should not be a boolean")
    for name, moment in (("at", entry.at), ("saved", entry.saved)):
        if moment is not None and moment.tzinfo is None:
            raise _refused(line, name, "Input should have an offset from UTC")
    return entry


def decode_all(lines: Iterable[Mapping[str, object]]) -> Decoded:
    """Read many lines; one that is no entry never stands in the way of the others."""
    entries: list[Entry] = []
    refused: list[Refused] = []
    for line in lines:
        try:
            entries.append(decode(line))
        except Refused as error:
            refused.append(error)
    unknown = sum(error.problem.what == "unknown_kind" for error in refused)
    return Decoded(tuple(entries), tuple(refused), unknown)


def _refused(line: Mapping[str, object], field: str, reason: str) -> Refused:
    return Refused(
        id=shown(str(line.get("id"))), day=shown(str(line.get("day"))), field=shown(field), reason=reason
    )
