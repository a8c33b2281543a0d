"""Which earlier imports a file corrects: the same file, or the same days of the same program, mapped anew."""

from collections.abc import Iterator, Mapping
from datetime import date

from ryggkompis.domain.base.value import Value
from ryggkompis.importers.found import PROGRAM, Found
from ryggkompis.importers.mapping import folded
from ryggkompis.importers.notices import NotMapped
from ryggkompis.store.acts import ORIGIN, origin_of
from ryggkompis.store.imports.known import Known
from ryggkompis.store.lines import Line, day_of, id_of


class Replaced(Value):
    """What of one earlier import goes out."""

    import_id: str
    source: str
    on: date
    """When it came in."""
    lines: tuple[Line, ...]
    """What of it stands, and goes."""
    ids: tuple[str, ...] = ()
    """All of it that goes, also what did not stand."""


def corrected(found: Found, known: Known) -> tuple[tuple[Replaced, ...], dict[str, set[str]]]:
    """Find what earlier imports brought that this file, as it is read now, says otherwise.

    Also what it says just the same, mapped otherwise: that comes from this file from now on. It is given by
    its id, with the imports that have it no longer.
    """
    groups: dict[str, list[Line]] = {}
    over: dict[str, set[str]] = {}
    programs = {line.get(PROGRAM) for line in found.lines}
    days = {day_of(line) for line in found.lines}
    mine = {id_of(line) for line in (*found.lines, *found.beside)}
    walks = {_walked(line) for line in (*found.lines, *found.beside)} - {None}
    zones = {line.get("tz") for line in found.lines}
    there = _left_out(found)
    for id_, claims in known.claims.items():
        variants = known.variants(id_) if any(one.program in programs for one in claims.values()) else {}
        for came, claim in claims.items():
            if claim.program not in programs or (line := variants.get(claim.variant)) is None:
                continue
            line = line | {ORIGIN: claim.origin}
            is_otherwise = (claim.origin.get("names") or {}) != dict(found.names)
            # From another zone the same file says the same, on another clock.
            is_of_file = _is_of_file(line, found) and (is_otherwise or line.get("tz") in zones)
            is_anew = _is_mapped_anew(line, found.names, there)
            if id_ in mine or _walked(line) in walks:
                if id_ in mine and is_otherwise and (is_of_file or is_anew):
                    over.setdefault(id_, set()).add(came)
            elif is_of_file or (day_of(line) in days and is_anew):
                groups.setdefault(came, []).append(line)
    return tuple(_replaced(came, lines, known) for came, lines in groups.items()), over


def _walked(line: Line) -> tuple[object, object] | None:
    return (line.get("at"), line.get("minutes")) if line.get("kind") == "walk" else None


def _replaced(came: str, lines: list[Line], known: Known) -> Replaced:
    said = origin_of(lines[0])
    stands = tuple(line for line in lines if known.stands(id_of(line)) is not None)
    on = date.fromisoformat(str(said["on"]))
    return Replaced(came, str(said["source"]), on, stands, tuple(map(id_of, lines)))


def _is_of_file(line: Line, found: Found) -> bool:
    return bool(found.file) and origin_of(line).get("file") == found.file


def _left_out(found: Found) -> frozenset[str]:
    """Give the names that the file has and that are now said to be nothing."""
    told = (one.named for one in found.notices if isinstance(one, NotMapped))
    return frozenset(folded(name) for named in told for name, _times in named)


def _is_mapped_anew(line: Line, names: Mapping[str, str], there: frozenset[str]) -> bool:
    """Tell whether what ``line`` was made of is now said to be something else, or it is made of that.

    Of a table that has no such name ``line`` was not made: then both are right.
    """
    said = origin_of(line).get("names")
    if not isinstance(said, Mapping) or not names:
        return False
    for target in _targets(line):
        before = {name for name, meant in said.items() if meant == target}
        now = {name for name, meant in names.items() if meant == target}
        is_otherwise = any(names.get(name, target) != target for name in before)
        if before and (is_otherwise or (now and not now & before and there & before)):
            return True
    return False


def _targets(line: Line) -> Iterator[str]:
    """Name what a line was mapped to."""
    kind = line.get("kind")
    if kind == "check_in":
        yield from (name for name in ("leg", "back") if name in line)
    else:
        yield str(line.get("exercise") or line.get("comfort") or kind)
