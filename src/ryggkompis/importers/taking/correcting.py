"""Which earlier imports a file corrects: the same file, or the same days of the same program, mapped anew."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ryggkompis.domain.base.value import Value
from ryggkompis.importers.found import PROGRAM, Found
from ryggkompis.importers.mapping import folded
from ryggkompis.importers.notices import NotMapped
from ryggkompis.store.acts import import_of, origin_of, source_of
from ryggkompis.store.lines import Line, day_of, id_of, next_rev, rev_of, view


class Replaced(Value):
    """What of one earlier import goes out."""

    import_id: str
    source: str
    on: date
    """When it came in."""
    lines: tuple[Line, ...]


def taken_over(found: Found, journal: Iterable[Line]) -> tuple[Line, ...]:
    """Give what an earlier import brought and this file, mapped otherwise, says just the same."""
    mine = {id_of(line): line for line in found.lines}
    there = _left_out(found)
    return tuple(
        mine[id_of(line)] | {"rev": next_rev(rev_of(line))}
        for line in view(journal)
        if id_of(line) in mine
        and (origin_of(line).get("names") or {}) != dict(found.names)
        and (_is_of_file(line, found) or _is_mapped_anew(line, found.names, there))
    )


def corrected(found: Found, journal: Iterable[Line]) -> tuple[Replaced, ...]:
    """Find what earlier imports brought that this file, as it is read now, says otherwise."""
    groups: dict[str, list[Line]] = {}
    programs = {line.get(PROGRAM) for line in found.lines}
    days = {day_of(line) for line in found.lines}
    mine = {id_of(line) for line in found.lines}
    # A walk that was longer than that of another import goes under the id of that.
    walks = {_walked(line) for line in found.lines} - {None}
    there = _left_out(found)
    for line in view(journal):
        came = import_of(line)
        is_said = id_of(line) in mine or _walked(line) in walks
        if came is None or is_said or source_of(line) not in programs:
            continue
        if _is_of_file(line, found) or (day_of(line) in days and _is_mapped_anew(line, found.names, there)):
            groups.setdefault(came, []).append(line)
    return tuple(_replaced(came, lines) for came, lines in groups.items())


def _walked(line: Line) -> tuple[object, object] | None:
    return (line.get("at"), line.get("minutes")) if line.get("kind") == "walk" else None


def _replaced(came: str, lines: list[Line]) -> Replaced:
    said = origin_of(lines[0])
    return Replaced(came, str(said["source"]), date.fromisoformat(str(said["on"])), tuple(lines))


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
