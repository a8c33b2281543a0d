"""The lines of an import or a removal: what comes, what goes, and what is remembered."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.store.acts import GONE_WITH, ORIGIN, gone_with, new_id, settling, source_of
from ryggkompis.store.imports.days import days_beside
from ryggkompis.store.imports.known import OF, Claim, Claims, Known, Owner, said, variant_of
from ryggkompis.store.imports.made_ids import made_id
from ryggkompis.store.imports.standing import Stands, standing_of
from ryggkompis.store.lines import BROUGHT, Line, day_of, id_of, next_rev, rev_of

NOBODY: frozenset[str] = frozenset()
_Lists: TypeAlias = dict[Owner, dict[str, Claim]]


class Turn(Value):
    """An import or a removal: the records that imports have before it, and after it."""

    before: Claims
    after: Claims
    cause: str
    """The import that comes or goes."""
    on: date
    """The patient's day."""
    again: frozenset[str] = NOBODY
    """What was taken out by hand, and is to come in again."""

    @property
    def changed(self) -> set[str]:
        """Name the records that an import has come to have, or has no longer."""
        return {id_ for id_ in {*self.before, *self.after} if self.after.get(id_) is not self.before.get(id_)}


def with_claims(claims: Claims, came: Mapping[str, Claim], gone: Mapping[str, Iterable[str]]) -> Claims:
    """Give the claims with those of one import, and without others.

    Args:
        claims: what imports have.
        came: the records of one import, by their ids.
        gone: the ids of imports that have a record no longer, by the id of that.

    """
    changed = {id_: dict(claims.get(id_, {})) for id_ in {*came, *gone}}
    for id_, imports in gone.items():
        for one in imports:
            changed[id_].pop(one, None)
    for id_, claim in came.items():
        changed[id_][str(claim.origin["import_id"])] = claim
    return {**claims, **changed}


def changes(known: Known, turn: Turn) -> dict[str, Stands | None]:
    """Find what says something else after ``turn``, and what that is; None where it is not there any more.

    Only what the turn itself changes: what was taken out by hand, and what it had covered, stays as it is.
    """
    touched = {id_ for id_ in turn.changed if _said(turn.before, id_) != _said(turn.after, id_)}
    # What comes to be known of a day may leave less to the day after it, where zones differ.
    steps = (line for id_ in touched for line in known.variants(id_).values() if line["kind"] == "steps")
    touched |= {id_ for line in steps if (id_ := days_beside(line, 1)) in turn.after or id_ in turn.before}
    was = standing_of(known, turn.before, touched, NOBODY)
    will = standing_of(known, turn.after, touched | turn.again, turn.again)
    ids = sorted({*was, *will})
    return {id_: will.get(id_) for id_ in ids if _shown(was.get(id_)) != _shown(will.get(id_))}


def _said(claims: Claims, id_: str) -> set[tuple[str, str]]:
    return {(claim.variant, claim.program) for claim in claims.get(id_, {}).values()}


def _shown(stands: Stands | None) -> tuple[Line, str] | None:
    return None if stands is None else (stands.shown, stands.program)


def settled(known: Known, turn: Turn) -> tuple[list[Line], list[Line]]:
    """Give the lines of ``turn``: those of what changes, and those that are hidden and remember the rest."""
    seen = [line for id_, to in changes(known, turn).items() for line in _change(known, turn, id_, to)]
    return seen, [*_variants(known, turn, seen), *lists(known, turn)]


def _change(known: Known, turn: Turn, id_: str, to: Stands | None) -> Iterator[Line]:
    stands = known.stands(id_)
    if to is None:
        if stands is not None:
            yield settling(gone_with(stands, turn.cause), turn.on)
        return
    if stands is not None and _shown(Stands(said(stands) | {"id": id_}, str(source_of(stands)))) == _shown(
        to
    ):
        return
    lines = known.entries.get(id_, ())
    line = to.line | {
        "rev": next_rev(rev_of(lines[-1])) if lines else 1,
        ORIGIN: origin_of(turn.after, id_, to),
    }
    yield settling(line, turn.on) if lines else line


def origin_of(claims: Claims, id_: str, to: Stands) -> Mapping[str, object]:
    """Name the import that an entry is said to come from: the first that has what it says."""
    mine = [claim for claim in claims[id_].values() if claim.program == to.program]
    same = [claim for claim in mine if claim.variant == variant_of(to.line)]
    # A day that has grown comes from the import that made it grow.
    # What was changed by hand is of no import any more, and keeps what it came with.
    inorder = sorted(
        same or mine or claims[id_].values(),
        key=lambda one: (str(one.origin.get("on")), str(one.origin["import_id"])),
    )
    return inorder[0 if same else -1].origin


def _variants(known: Known, turn: Turn, seen: Iterable[Line]) -> Iterator[Line]:
    """Keep what an import says of a record where no line says it yet."""
    new = {id_of(line): variant_of(line) for line in seen if ORIGIN in line}
    for id_ in sorted(turn.changed):
        written = dict(known.written(id_))
        for claim in turn.after.get(id_, {}).values():
            said_ = known.variants(id_).get(claim.variant)
            # What was erased nobody remembers.
            if said_ is None or claim.variant in written or claim.variant == new.get(id_):
                continue
            is_first = id_ not in known.entries and id_ not in new
            # By chance: should it be erased, its id tells nothing of what it said.
            place: Line = {"id": id_} if is_first else {"id": new_id(), OF: id_}
            hidden: Line = {"rev": 1, "deleted": True, GONE_WITH: turn.cause, ORIGIN: claim.origin}
            written[claim.variant] = said_
            yield said_ | hidden | place


def lists(known: Known, turn: Turn) -> Iterator[Line]:
    """Write the lists of the imports whose records have changed."""
    both = (turn.before, turn.after)
    imports = {one for id_ in turn.changed for claims in both for one in claims.get(id_, {})}
    imports = {
        one
        for one in imports
        if any(_has(turn.before, id_, one) != _has(turn.after, id_, one) for id_ in turn.changed)
    }
    before, after = (_by_owner(known, claims, imports) for claims in (turn.before, turn.after))
    for owner in sorted({*before, *after}, key=lambda one: (one.import_id, one.month, one.program)):
        has = after.get(owner, {})
        # An import of before there were lists has one of each month or of none.
        if has != before.get(owner, {}) or owner.import_id not in known.listed:
            yield _list(known, owner, has, before.get(owner, {}))


def _has(claims: Claims, id_: str, import_id: str) -> Claim | None:
    return claims.get(id_, {}).get(import_id)


def _by_owner(known: Known, claims: Claims, imports: set[str]) -> _Lists:
    found: _Lists = {}
    for id_, mine in claims.items():
        for came in imports & mine.keys():
            claim = mine[came]
            line = known.variants(id_).get(claim.variant)
            if line is not None:
                found.setdefault(Owner(came, claim.program, day_of(line)[:7]), {})[id_] = claim
    return found


def _list(known: Known, owner: Owner, has: Mapping[str, Claim], had: Mapping[str, Claim]) -> Line:
    last = known.lists.get(owner)
    claims = [*has.values(), *had.values()]
    ids = {id_: claim.variant for id_, claim in sorted(has.items())}
    line: Line = {"deleted": True, ORIGIN: claims[0].origin, BROUGHT: ids}
    if last is not None:
        return line | {"id": id_of(last), "rev": next_rev(rev_of(last)), "day": day_of(last)}
    day = min(day_of(known.variants(id_)[claim.variant]) for id_, claim in {**had, **has}.items())
    return line | {"id": made_id("import", owner.import_id, owner.program, owner.month), "rev": 1, "day": day}
