"""Imports of other programs' files: which there are, and taking one out again."""

from collections.abc import Iterable, Iterator
from datetime import date

from ryggkompis.domain.base.value import Value
from ryggkompis.services.acts import is_kept
from ryggkompis.services.imports.errors import NoSuchImport, NothingBroughtIn
from ryggkompis.store.acts import GONE_WITH, gone_with, import_of, origin_of
from ryggkompis.store.lines import Line, day_of, id_of, is_hidden, next_rev, rank, rev_of, view
from ryggkompis.store.store import Store


class Imported(Value):
    """What is left in the journal of one import."""

    id: str
    source: str
    """The program whose file it was."""
    on: date
    """When it came in."""
    entries: int
    first: date
    last: date


def imports(lines: Iterable[Line]) -> tuple[Imported, ...]:
    """List the imports that something is left of, the oldest first."""
    groups: dict[str, list[Line]] = {}
    for line in view(lines):
        if (came := import_of(line)) is not None:
            groups.setdefault(came, []).append(line)
    found = (_imported(came, group) for came, group in groups.items())
    return tuple(sorted(found, key=lambda one: (one.on, one.id)))


def _imported(came: str, lines: list[Line]) -> Imported:
    said, days = origin_of(lines[0]), [date.fromisoformat(day_of(line)) for line in lines]
    on = date.fromisoformat(str(said.get("on", min(days))))
    return Imported(came, str(said.get("source")), on, len(lines), min(days), max(days))


def find_import(lines: Iterable[Line], beginning: str) -> Imported:
    """Find the one import whose id begins so.

    Raises:
        NoSuchImport, NothingBroughtIn: when none has it, or more than one.

    """
    known = imports(lines)
    found = [one for one in known if beginning and one.id.startswith(beginning.upper())]
    if len(found) != 1:
        raise NoSuchImport(id=beginning) if known else NothingBroughtIn
    return found[0]


def take_out(store: Store, imported: Imported) -> int:
    """Take a whole import out, and count in the journal what is gone, or says what it said before.

    A yes or unsure stays: no program but this one makes any, so somebody has written it there by hand.

    Raises:
        NotSaved: when it could not be written.

    """
    before = _standing(store)
    store.put([*_without(store.lines(), imported.id)])
    after = _standing(store)
    return sum(after.get(id_) != rev for id_, rev in before.items())


def _without(lines: Iterable[Line], came: str) -> Iterator[Line]:
    """Give the lines that take an import out; what it had revised goes back to what stood before it."""
    entries: dict[str, list[Line]] = {}
    gone: set[object] = {came}
    for line in sorted(lines, key=rank):
        entries.setdefault(id_of(line), []).append(line)
        gone.add(line.get(GONE_WITH))
    # What was said here has no import, and what was brought back has not gone.
    gone -= {None, *(import_of(said[-1]) for said in entries.values() if not is_hidden(said[-1]))} - {came}
    for said in entries.values():
        stands = said[-1]
        if is_hidden(stands):
            # A walk of another import for which this one had a longer; of its own nothing is brought back.
            had = said[-2] if stands.get(GONE_WITH) == came and len(said) > 1 else stands
            if not is_hidden(had) and import_of(had) not in gone:
                yield _again(had, stands, came)
            continue
        if import_of(stands) != came or is_kept(stands):
            continue
        # Where nothing stood before it, or what stood has gone with its own import, nothing is brought back.
        before = next((line for line in reversed(said) if import_of(line) not in gone), None)
        if before is None or is_hidden(before):
            yield gone_with(stands, came)
        else:
            yield _again(before, stands, came)


def _again(line: Line, over: Line, came: str) -> Line:
    return line | {"rev": next_rev(rev_of(over)), GONE_WITH: came}


def _standing(store: Store) -> dict[str, int]:
    return {id_of(line): rev_of(line) for line in store.read().lines}
