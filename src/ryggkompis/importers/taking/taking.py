"""What an import would do to a journal, and doing it: what is new comes in, and what was wrong goes out."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, TypeAlias

from ryggkompis.domain.base.value import Value
from ryggkompis.importers.found import PROGRAM, Found
from ryggkompis.importers.notices import (
    AlreadyHere,
    BeforeStart,
    DayTaken,
    Erased,
    HigherStands,
    Notice,
    Revised,
    TakenOut,
)
from ryggkompis.importers.taking.correcting import Replaced
from ryggkompis.importers.taking.steps import asked_about, without_these
from ryggkompis.importers.taking.weighing import Also, Weighed, weighed
from ryggkompis.importers.understood import SameWalk
from ryggkompis.store.acts import ORIGIN, current_act, is_from_here, one_act
from ryggkompis.store.backups import set_aside
from ryggkompis.store.imports.days import steps_of
from ryggkompis.store.imports.known import Known, variant_of
from ryggkompis.store.imports.settling import settled
from ryggkompis.store.imports.standing import Stands
from ryggkompis.store.lines import Line, content, day_of, id_of, is_hidden, next_rev, rev_of, standing
from ryggkompis.store.store import Store

_NOT_YET: Final = "~"
"""Stands for the id of an import that is only looked at; every other comes before it."""
MARK: Final = "without"
"""The key under which a line from a report names what it lost."""


class Done(Value):
    """What an import has done, counted in the journal afterwards."""

    added: int
    """Entries that are there now and were not, or that say something else."""
    gone: int
    """Entries that were there, and were taken out."""


class Taking(Value):
    """What a file would add to a journal, and what it would replace."""

    found: Found
    lines: tuple[Line, ...]
    """What would be there and is not, or would say something else."""
    notices: tuple[Notice, ...]
    on: date
    also: Also = Also()
    replaced: tuple[Replaced, ...] = ()
    """Earlier imports that this one corrects, with what goes out."""
    covered: tuple[Line, ...] = ()
    """Walks of earlier imports that go out with what comes in, for a longer one has them."""
    is_remembered: bool = False
    """It has what the journal has, or has more of: should that be taken out, this stands."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing that can be seen would change."""
        return not self.lines and not self.replaced

    @property
    def only_reason(self) -> type[Notice] | None:
        """Say why nothing comes in, where there is one reason for all of it."""
        why = [type(one) for one in self.notices if isinstance(one, _REASONS)]
        return why[0] if len(why) == 1 else None

    def put_into(self, store: Store) -> Done:
        """Make it durable, or raise NotSaved; what could not be understood is kept aside, and is not no.

        What becomes of it is found anew: another window may have written meanwhile.
        """
        before = _living(store)
        for name, data in self.found.unread:
            set_aside(store.places, store.seal, name, data)
        journal = list(store.lines())
        if self.found.is_ours:
            store.put(_brought_here(_new_of_ours(self.found, journal), self))
        else:
            known = Known(journal)
            turn = weighed(self.found, known, self.on, self.also, current_act()).turn
            seen, hidden = settled(known, turn)
            # An import that was cut short goes on as the same act, so that one undo takes all of it back.
            with one_act(turn.cause if is_from_here(turn.cause) else None):
                store.put([*seen, *hidden])
        after = _living(store)
        added = sum(before.get(id_) != said for id_, said in after.items())
        return Done(added, sum(id_ not in after for id_ in before))


_OfSome: TypeAlias = type[AlreadyHere | TakenOut | Erased | BeforeStart | Revised | HigherStands | DayTaken]
_REASONS: Final = (AlreadyHere, BeforeStart, DayTaken, Erased, HigherStands, TakenOut)


def _living(store: Store) -> dict[str, str]:
    """Sum up what each entry says, whoever brought it."""
    return {id_of(line): variant_of(line) for line in store.read().lines}


def taking(found: Found, journal: Iterable[Line], today: date, also: Also | None = None) -> Taking:
    """Find what a journal with these lines has not, and say what is left out.

    An entry from a report that lost answers on its way out never touches the whole one, and a number from
    another program never replaces a check-in or a walk of the patient's own. Walks from before the pain
    began are no part of its course. What was taken out by hand stays out.

    Args:
        found: what the file gave.
        journal: every line of it, or only the standing ones; then what was taken out looks new.
        today: the patient's day.
        also: what is wanted that would be left out.

    """
    lines, also = list(journal), also or Also()
    if found.is_ours:
        return _of_ours(found, lines, today)
    known = Known(lines)
    new = weighed(found, known, today, also, _NOT_YET)
    come = [_as_written(known, id_, to) for id_, to in new.changes.items() if to is not None]
    going = {id_of(line) for one in new.replaced for line in one.lines}
    covered = [
        line
        for id_, to in new.changes.items()
        if to is None and id_ not in going and (line := known.stands(id_)) is not None
    ]
    told = [
        *without_these(found.notices, new.unlikely),
        *_told(new, known, len(found.lines), {id_of(line) for line in come}),
    ]
    told += [asked_about(new.unlikely)] if new.unlikely else []
    told += [SameWalk(len(covered))] if covered else []
    is_remembered = bool(new.turn.changed)
    return Taking(found, tuple(come), tuple(told), today, also, new.replaced, tuple(covered), is_remembered)


def _as_written(known: Known, id_: str, to: Stands) -> Line:
    lines = known.entries.get(id_, ())
    return to.line | {PROGRAM: to.program, "rev": next_rev(rev_of(lines[-1])) if lines else 1}


def _told(new: Weighed, known: Known, of_file: int, coming: set[str]) -> Iterator[Notice]:
    """Say what of a file does not come in as something new, and why."""
    kept = new.kept
    gone = {
        id_of(line) for some in (kept.early, kept.own, new.unlikely, kept.out, kept.erased) for line in some
    }
    rest = [line for line in kept.lines[:of_file] if id_of(line) not in gone]
    stands = {id_of(line): known.stands(id_of(line)) for line in rest}
    grown = sum(stands[id_of(line)] is not None for line in rest if id_of(line) in coming)
    here = [line for line in rest if id_of(line) not in coming | new.over]
    higher = sum(steps_of(line) < steps_of(stands[id_of(line)] or {}) for line in here)
    counted: tuple[tuple[_OfSome, int], ...] = (
        (AlreadyHere, len(here) - higher),
        (TakenOut, len(kept.out)),
        (Erased, len(kept.erased)),
        (BeforeStart, len(kept.early)),
        (Revised, grown),
        (HigherStands, higher),
        (DayTaken, len({day_of(line) for line in kept.own})),
    )
    return (kind(n) for kind, n in counted if n)


def _new_of_ours(found: Found, lines: Iterable[Line]) -> list[Line]:
    """Find what of our own entries a journal has not; what says less than stands adds nothing."""
    mine = {id_of(line) for line in found.lines}
    there = [line for line in lines if id_of(line) in mine]
    stood, said = standing(there), {content(line) for line in there}
    return [
        line
        for line in found.lines
        if id_of(line) not in stood or (MARK not in line and content(line) not in said)
    ]


def _of_ours(found: Found, lines: list[Line], today: date) -> Taking:
    fresh = _new_of_ours(found, lines)
    mine = {id_of(line) for line in found.lines}
    stood = standing(line for line in lines if id_of(line) in mine)
    # It was changed since, or taken out.
    known = len(found.lines) - len(fresh)
    out = {id_ for id_, line in standing(found.lines).items() if id_ in stood and _is_out(line, stood[id_])}
    told: list[Notice] = [AlreadyHere(known)] if known else []
    told += [TakenOut(len(out))] if out else []
    return Taking(found, tuple(fresh), (*found.notices, *told), today)


def _brought_here(lines: Iterable[Line], new: Taking) -> list[Line]:
    """Name the import in what another program's file beside our own entries gave."""
    origin: dict[str, object] = {"import_id": current_act(), "on": str(new.on)}
    origin |= {"file": new.found.file} if new.found.file else {}
    return [
        {name: said for name, said in line.items() if name != PROGRAM}
        | {ORIGIN: {"source": line[PROGRAM], **origin}}
        if PROGRAM in line
        else line
        for line in lines
    ]


def _is_out(mine: Line, stands: Line) -> bool:
    return not is_hidden(mine) and is_hidden(stands) and rev_of(mine) < rev_of(stands)
