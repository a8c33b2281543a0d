"""What a file brings beside what is known already, and what would stand then."""

from collections.abc import Iterable, Mapping
from datetime import date

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.importers.found import PROGRAM, Found
from ryggkompis.importers.taking.correcting import Replaced, corrected
from ryggkompis.importers.taking.sifting import as_known, recent, told_here, without
from ryggkompis.store.imports.days import steps_of
from ryggkompis.store.imports.known import Claim, Claims, Known, variant_of
from ryggkompis.store.imports.settling import Turn, changes, with_claims
from ryggkompis.store.imports.standing import Stands
from ryggkompis.store.lines import Line, day_of, id_of

UNLIKELY = 100_000
"""More steps than this in a day are asked about."""


class Also(Value):
    """What else is to come in, of what is left out where nobody asks for it."""

    taken_out: bool = False
    """What was taken out by hand."""
    beside: bool = False
    """What an earlier import of the same brought stays, though this one says something else."""
    many_steps: bool = False
    """Days of more steps than hardly anybody takes."""


class Kept(Value):
    """What a file has, and what of it is kept out."""

    lines: tuple[Line, ...]
    """All of it, under the ids that the journal has for it; first what the file itself would let stand."""
    early: tuple[Line, ...]
    """What is from before what the diary is about."""
    own: tuple[Line, ...]
    """What the patient has told already."""
    out: tuple[Line, ...]
    """What was taken out by hand, and stays out."""
    erased: tuple[Line, ...]
    """What was erased, and never comes back."""
    again: frozenset[str]
    """What was taken out by hand, and is to come in again, by its id."""
    fits: tuple[Line, ...]
    """What is remembered: it stands, unless it is out by hand or another import has more of it."""


class Weighed(Value):
    """What becomes of what a file has."""

    kept: Kept
    unlikely: tuple[Line, ...]
    """Days of more steps than hardly anybody takes, as they would be."""
    replaced: tuple[Replaced, ...]
    over: frozenset[str]
    """What an earlier import says just the same, mapped otherwise."""
    turn: Turn
    changes: Mapping[str, Stands | None]


def weighed(found: Found, known: Known, today: date, also: Also, came: str) -> Weighed:
    """Weigh a file against a journal.

    Args:
        found: what it gave, which is another program's.
        known: the journal.
        today: the patient's day.
        also: what is wanted that would be left out.
        came: the import's id, where it does not go on with an earlier one.

    """
    kept = _kept(found, known, today, also)
    mine = replace(found, lines=kept.lines, beside=())
    replaced, over = ((), {}) if also.beside else corrected(mine, known)
    over = over if replaced else {}
    gone = {id_: {one.import_id} for one in replaced for id_ in one.ids} | over
    # What comes back comes from this import alone: it raises nothing today.
    gone |= {id_: {*known.claims.get(id_, ())} for id_ in kept.again}
    known.tell(map(_told, kept.fits))
    cause = _goes_on(found, known.claims, kept.fits, today) or came
    new = {
        id_of(line): _claim(line, found, cause, today)
        for line in kept.fits
        if not known.is_erased(id_of(line))
    }
    has = _of_the_same_file(known.claims, found)
    new = {id_: one for id_, one in new.items() if id_ in gone or one.variant not in has.get(id_, ())}
    turn = Turn(known.claims, with_claims(known.claims, new, gone), cause, today, kept.again)
    changed = changes(known, turn)
    unlikely = () if also.many_steps else _unlikely(known, changed)
    if unlikely:
        ids = set(map(id_of, unlikely))
        new = {id_: one for id_, one in new.items() if id_ not in ids}
        turn = replace(turn, after=with_claims(known.claims, new, gone))
        changed = changes(known, turn)
    going = {id_ for id_, to in changed.items() if to is None}
    out = (replace(one, lines=tuple(line for line in one.lines if id_of(line) in going)) for one in replaced)
    return Weighed(kept, unlikely, tuple(filter(_goes, out)), frozenset(over), turn, changed)


def _goes(one: Replaced) -> bool:
    return bool(one.lines)


def _kept(found: Found, known: Known, today: date, also: Also) -> Kept:
    lines = as_known((*found.lines, *found.beside), known.lines)
    young = recent(lines, known.lines, today)
    own = told_here(young, known.lines)
    fits = without(young, own)
    out = [line for line in fits if known.is_out(id_of(line))]
    erased = [line for line in out if known.is_erased(id_of(line))]
    out = without(out, erased)
    again = out if also.taken_out else []
    out = without(out, again)
    # What is only remembered beside the rest is not told of.
    mine = set(map(id_of, lines[: len(found.lines)]))
    early, taken, by_hand, gone = (
        tuple(line for line in some if id_of(line) in mine)
        for some in (without(lines, young), own, out, erased)
    )
    return Kept(lines, early, taken, by_hand, gone, frozenset(map(id_of, again)), tuple(fits))


def _told(line: Line) -> Line:
    return {name: value for name, value in line.items() if name != PROGRAM}


def _claim(line: Line, found: Found, came: str, today: date) -> Claim:
    origin: dict[str, object] = {"source": line[PROGRAM], "import_id": came, "on": str(today)}
    origin |= {"file": found.file} if found.file else {}
    origin |= {"names": dict(found.names)} if found.names else {}
    return Claim(variant_of(_told(line)), origin)


def _of_the_same_file(claims: Claims, found: Found) -> dict[str, set[str]]:
    """Give what imports of the very same file, read the same way, have of each record: twice is once."""
    has: dict[str, set[str]] = {}
    for id_, mine in claims.items():
        for claim in mine.values():
            if _is_same_file(claim.origin, found):
                has.setdefault(id_, set()).add(claim.variant)
    return has


def _goes_on(found: Found, claims: Claims, lines: Iterable[Line], today: date) -> str | None:
    """Name today's import of the very same file, which may have been cut short; from elsewhere it is new."""
    todays = {
        came
        for mine in claims.values()
        for came, claim in mine.items()
        if _is_same_file(claim.origin, found) and claim.origin.get("on") == str(today)
    }
    for line in lines if todays else ():
        mine = claims.get(id_of(line), {})
        todays -= {came for came in todays & mine.keys() if mine[came].variant != variant_of(_told(line))}
    return min(todays, default=None)


def _is_same_file(origin: Mapping[str, object], found: Found) -> bool:
    """Tell whether an import was of the very same file, and read the same way."""
    is_file = bool(found.file) and origin.get("file") == found.file
    return is_file and (origin.get("names") or {}) == dict(found.names)


def _unlikely(known: Known, changed: Mapping[str, Stands | None]) -> tuple[Line, ...]:
    """Give the days of more steps than hardly anybody takes; not those that the journal has."""
    steps = (to.line for to in changed.values() if to is not None and to.line["kind"] == "steps")
    many = (
        line for line in steps if steps_of(line) > max(UNLIKELY, steps_of(known.stands(id_of(line)) or {}))
    )
    return tuple(sorted(many, key=day_of))
