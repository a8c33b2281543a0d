"""Imports of other programs' files: which there are, and taking one out again."""

from collections.abc import Iterable
from datetime import date

from ryggkompis.domain.base.value import Value
from ryggkompis.services.acts import is_kept
from ryggkompis.services.imports.errors import NoSuchImport, NothingBroughtIn
from ryggkompis.store.acts import gone_with, settling
from ryggkompis.store.imports.known import Claim, Known, variant_of
from ryggkompis.store.imports.settling import Turn, settled, with_claims
from ryggkompis.store.lines import Line, day_of, id_of
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


class Removed(Value):
    """What taking an import out has done, counted in the journal."""

    gone: int
    """Entries that are not there any more."""
    changed: int = 0
    """Entries that say something else: what other imports have of them."""
    returned: int = 0
    """Entries that are there again, as nothing covers them any more."""
    stays: int = 0
    """Entries that it had and that stay, since another import has them, too."""


def imports(lines: Iterable[Line]) -> tuple[Imported, ...]:
    """List the imports that something is left of, the oldest first; also what others have more of."""
    known, groups = Known(lines), dict[str, list[tuple[str, Claim]]]()
    for id_, mine in known.claims.items():
        for came, claim in mine.items() if not known.is_out(id_) else ():
            groups.setdefault(came, []).append((id_, claim))
    found = (_imported(known, came, group) for came, group in groups.items())
    return tuple(sorted(filter(None, found), key=lambda one: (one.on, one.id)))


def _imported(known: Known, came: str, has: list[tuple[str, Claim]]) -> Imported | None:
    stand = [line for id_, _claim in has if (line := known.stands(id_)) is not None]
    rest = (known.variants(id_).get(claim.variant) for id_, claim in has)
    days = [date.fromisoformat(day_of(line)) for line in stand or rest if line is not None]
    if not days:  # what it said is in no file that can be read
        return None
    origin = has[0][1].origin
    on = date.fromisoformat(str(origin.get("on", min(days))))
    return Imported(came, str(origin.get("source")), on, len(stand), min(days), max(days))


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


def take_out(store: Store, imported: Imported, on: date) -> Removed:
    """Take a whole import out: what stands is what would, had it never come in. It is counted afterwards.

    A yes or unsure stays: no program but this one makes any, so somebody has written it there by hand.

    Args:
        store: the journal.
        imported: what goes.
        on: the patient's day.

    Raises:
        NotSaved: when it could not be written.

    """
    before, came = _said(store), imported.id
    known = Known(store.lines())
    mine = [id_ for id_, claims in known.claims.items() if came in claims]
    turn = Turn(known.claims, with_claims(known.claims, {}, dict.fromkeys(mine, (came,))), came, on)
    seen, hidden = settled(known, turn)
    gone = [line for line in seen if not is_kept(known.stands(id_of(line)) or line)]
    # What somebody has changed by hand is no record of another import.
    gone += [
        settling(gone_with(line, came), on)
        for id_ in mine
        if known.is_edited(id_) and not turn.after[id_] and (line := known.stands(id_)) is not None
    ]
    store.put([*gone, *hidden])
    after = _said(store)
    shared = [id_ for id_ in mine if id_ in before and turn.after[id_]]
    stays = sum(after.get(id_) == before[id_] for id_ in shared)
    changed = sum(after[id_] != before[id_] for id_ in before.keys() & after.keys())
    return Removed(len(before.keys() - after.keys()), changed, len(after.keys() - before.keys()), stays)


def _said(store: Store) -> dict[str, str]:
    return {id_of(line): variant_of(line) for line in store.read().lines}
