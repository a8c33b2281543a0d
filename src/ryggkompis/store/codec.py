"""Entries as lines and back, checked against the domain's own types."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from operator import attrgetter
from typing import Final, cast

from msgspec import ValidationError, convert, to_builtins

from ryggkompis.domain.base.days import EARLIEST, LONG_AGO
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.base.thresholds import those_that_may_be
from ryggkompis.domain.base.value import defaults, names, replace
from ryggkompis.domain.journal.entries import KINDS, Entry, Profile
from ryggkompis.domain.journal.problems import Problem
from ryggkompis.store.acts import ACT, GONE_WITH, SETTLED
from ryggkompis.store.errors import UNKNOWN_KIND, Refused
from ryggkompis.store.lines import Line

_KNOWN: Final = frozenset(name for kind in KINDS for name in names(kind))
_MARKS: Final = frozenset({ACT, GONE_WITH, SETTLED, "deleted", "erased", "moved", "redone", "undone"})
_FIRST_DAYS: Final = (
    ("day", EARLIEST),
    *((name, LONG_AGO) for name in ("onset", "next_visit", "start", "end", "operated", "cleared")),
)
"""Every day that an entry can name, and the first that it can be."""
_BY_KIND: Final[Mapping[object, type[Entry]]] = {defaults(kind)["kind"]: kind for kind in KINDS}
_DAYS_OF: Final = {
    kind: tuple((name, first) for name, first in _FIRST_DAYS if name in names(kind)) for kind in KINDS
}
_MISSING: Final = r"missing required field `(\w+)`"


def encode(entry: Entry, over: Mapping[str, object] | None = None) -> Line:
    """Write ``entry`` as a line without its unknowns; keys of ``over`` that we do not know are kept.

    Raises Refused for what could not be read back: making an entry alone checks nothing.
    """
    # Any mapping will do for answers.
    line = cast("Line", _said(to_builtins(entry, enc_hook=dict)))
    decode(line)
    kept = {name: value for name, value in (over or {}).items() if name not in _KNOWN | _MARKS}
    return {**kept, **line}


def _said(value: object) -> object:
    """Leave out what is unknown, however deep."""
    if isinstance(value, dict):
        return {name: _said(part) for name, part in value.items() if part is not None}
    return [_said(part) for part in value] if isinstance(value, list | tuple) else value


def decode(line: Mapping[str, object]) -> Entry:
    """Read one line; raise Refused, naming the field at fault. Keys that are not known are ignored."""
    said = line.get("kind")
    if not isinstance(said, str):
        raise _refused(line, "kind", "Expected `str`")
    kind = _BY_KIND.get(said)
    if kind is None:
        raise _refused(line, "kind", UNKNOWN_KIND)
    try:
        entry = _read(line, kind)
    except ValidationError as error:
        raise _refused(line, *_fault(str(error), line)) from error
    for name, first in _DAYS_OF[kind]:
        day = getattr(entry, name)
        if day is not None and day < first:
            raise _refused(line, name, f"Expected a day from {first} on")
    if isinstance(entry, Profile):
        # A file can be edited by anybody, and a limit beyond its bounds would let a load rise too soon.
        return replace(entry, thresholds=those_that_may_be(entry.thresholds))
    return entry


def decode_all(lines: Iterable[Line]) -> tuple[list[tuple[Line, Entry]], list[tuple[Problem, Line]]]:
    """Read many lines, those of a kind in one go: what could be read of them, and what could not and why."""
    same: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        same[str(line.get("kind"))].append(line)
    entries, refused = list[tuple[Line, Entry]](), list[tuple[Problem, Line]]()
    for said, alike in same.items():
        if (read := _ordinary(said, alike)) is not None:
            entries += zip(alike, read, strict=True)
            continue
        for line in alike:
            try:
                entries.append((line, decode(line)))
            except Refused as fault:
                refused.append((fault.problem, line))
    return entries, refused


def _ordinary(said: str, lines: list[Line]) -> list[Entry] | None:
    """Read lines of one kind; None where one is not as we write it, so that each must be looked at."""
    kind = _BY_KIND.get(said)
    if kind is None or kind is Profile:
        return None
    try:
        entries = convert(lines, list[kind])  # type: ignore[valid-type]
    except ValidationError:
        return None
    are_days = (
        min(filter(None, map(attrgetter(name), entries)), default=first) >= first
        for name, first in _DAYS_OF[kind]
    )
    return entries if all(are_days) else None


def _read(line: Mapping[str, object], kind: type[Entry]) -> Entry:
    """Make an entry of a line as we write it, else as people and their tools do: “4”, 4.0, “08:15+01:00”."""
    try:
        return convert(line, kind)
    except ValidationError:
        return convert({**line, **dict(_moments(line))}, kind, strict=False)


def _moments(line: Mapping[str, object]) -> Iterator[tuple[str, datetime]]:
    for name in ("at", "saved"):
        with suppress(ValueError, TypeError):
            yield name, datetime.fromisoformat(cast("str", line.get(name)))


def _fault(said: str, line: Mapping[str, object]) -> tuple[str, str]:
    """Take the place and the reason out of what msgspec says: “… - at `$.goals[1]`”."""
    reason, _at, place = said.partition(" - at `$")
    if missing := re.search(_MISSING, reason):
        place = f"{place.rstrip('`')}.{missing[1]}"
    steps = [step for step in re.split(r"[.\[\]`]+", place) if step]
    if "[...]" in place:
        steps = [steps[0], _odd_key(line, steps[0])]
    return ".".join(steps) or "kind", reason


def _odd_key(line: Mapping[str, object], field: str) -> str:
    """Find the key whose value is at fault in a mapping; msgspec does not name it."""
    said = cast("Mapping[str, object]", line[field])
    return next((key for key, value in said.items() if not _is_entry({**line, field: {key: value}})), "")


def _is_entry(line: Line) -> bool:
    try:
        _read(line, _BY_KIND[line["kind"]])
    except ValidationError:
        return False
    return True


def _refused(line: Mapping[str, object], field: str, reason: str) -> Refused:
    return Refused(
        id=shown(str(line.get("id"))), day=shown(str(line.get("day"))), field=shown(field), reason=reason
    )
