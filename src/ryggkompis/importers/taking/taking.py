"""What an import would do to a journal, and doing it: what is new comes in, and what was wrong goes out."""

from collections.abc import Iterable
from datetime import date
from typing import Final, TypeAlias

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.importers.found import PROGRAM, Found
from ryggkompis.importers.notices import (
    AlreadyHere,
    BeforeStart,
    DayTaken,
    HigherStands,
    Notice,
    Revised,
    TakenOut,
)
from ryggkompis.importers.taking.correcting import Replaced, corrected, taken_over
from ryggkompis.importers.taking.sifting import as_known, recent, sorted_out, told_here, without
from ryggkompis.importers.taking.steps import as_whole_days, asked_about, days_with_more, revised_days
from ryggkompis.importers.taking.walks import counted_once
from ryggkompis.importers.understood import SameWalk
from ryggkompis.store.acts import (
    ORIGIN,
    current_act,
    gone_with,
    import_of,
    is_from_here,
    one_act,
    origin_of,
)
from ryggkompis.store.backups import set_aside
from ryggkompis.store.lines import (
    Line,
    content,
    day_of,
    id_of,
    is_hidden,
    rev_of,
    standing,
    view,
)
from ryggkompis.store.store import Store

MARK: Final = "without"
"""The key under which a line from a report names what it lost."""


class Also(Value):
    """What else is to come in, of what is left out where nobody asks for it."""

    taken_out: bool = False
    """What was taken out by hand."""
    beside: bool = False
    """What an earlier import of the same brought stays, though this one says something else."""
    many_steps: bool = False
    """Days of more steps than hardly anybody takes."""


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
    notices: tuple[Notice, ...]
    on: date
    replaced: tuple[Replaced, ...] = ()
    """Earlier imports that this one corrects, with what goes out."""
    covered: tuple[Line, ...] = ()
    """Walks of earlier imports that go out with what comes in, for a longer one has them."""
    goes_on: str | None = None
    """The import that this one goes on with: of the same file, read the same way."""

    @property
    def is_empty(self) -> bool:
        """Tell whether it would change nothing."""
        return not self.lines and not self.replaced

    @property
    def only_reason(self) -> type[Notice] | None:
        """Say why nothing comes in, where there is one reason for all of it."""
        why = [type(one) for one in self.notices if isinstance(one, _REASONS)]
        return why[0] if len(why) == 1 else None

    def put_into(self, store: Store) -> Done:
        """Make it durable, or raise NotSaved; what could not be understood is kept aside, and is not no."""
        before = _living(store)
        for name, data in self.found.unread:
            set_aside(store.places, store.seal, name, data)
        # An import that was cut short goes on as the same act, so that one undo takes all of it back.
        act = self.goes_on if self.goes_on and is_from_here(self.goes_on) else None
        with one_act(act):
            came = self.goes_on or current_act()
            gone = [gone_with(line, one.import_id) for one in self.replaced for line in one.lines]
            gone += [gone_with(line, came) for line in self.covered]
            store.put([*gone, *(self._stamped(line, came) for line in self.lines)])
        after = _living(store)
        added = sum(before.get(id_) != said for id_, said in after.items())
        return Done(added, sum(id_ not in after for id_ in before))

    def _stamped(self, line: Line, came: str) -> Line:
        if self.found.is_ours and PROGRAM not in line:
            return line
        origin: dict[str, object] = {"source": line[PROGRAM], "import_id": came, "on": str(self.on)}
        origin |= {"file": self.found.file} if self.found.file else {}
        origin |= {"names": dict(self.found.names)} if self.found.names else {}
        return {name: said for name, said in line.items() if name != PROGRAM} | {ORIGIN: origin}


_OfSome: TypeAlias = type[AlreadyHere | TakenOut | BeforeStart | Revised | HigherStands | DayTaken]
_REASONS: Final = (AlreadyHere, BeforeStart, DayTaken, HigherStands, TakenOut)


def _living(store: Store) -> dict[str, str]:
    return {id_of(line): content(line) for line in store.read().lines}


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
    found, unlikely = as_whole_days(found, lines, many_steps=also.many_steps)
    found = replace(found, lines=as_known(found.lines, lines))
    fresh, known, out = sorted_out(found.lines, lines, again=also.taken_out)
    replaced = () if also.beside else corrected(found, lines)
    over = taken_over(found, lines) if replaced else ()
    revised = [*over, *revised_days(without(known, over), lines)]
    young = recent(fresh, lines, today)
    own = told_here(young, lines)
    going = {id_of(line) for one in replaced for line in one.lines}
    single, covered = counted_once(without(young, own), lines, going)
    higher = days_with_more(known, lines)
    counted: tuple[tuple[_OfSome, int], ...] = (
        (AlreadyHere, len(known) - len(revised) - higher + len(young) - len(own) - len(single)),
        (TakenOut, out),
        (BeforeStart, len(fresh) - len(young)),
        (Revised, len(revised) - len(over)),
        (HigherStands, higher),
        (DayTaken, len(set(map(day_of, own)))),
    )
    told = (*(kind(n) for kind, n in counted if n), *map(asked_about, [unlikely] if unlikely else []))
    same = _same(found, lines, today)
    all_told = (*found.notices, *told, *([SameWalk(len(covered))] if covered else []))
    return Taking(found, (*single, *revised), all_told, today, replaced, tuple(covered), same)


def _of_ours(found: Found, lines: list[Line], today: date) -> Taking:
    mine = {id_of(line) for line in found.lines}
    stood = standing(line for line in lines if id_of(line) in mine)
    said = {content(line) for line in lines if id_of(line) in mine}
    fresh = [
        line
        for line in found.lines
        if id_of(line) not in stood or (MARK not in line and content(line) not in said)
    ]
    # What says less than stands adds nothing: it was changed since, or taken out.
    known = len(found.lines) - len(fresh)
    out = {id_ for id_, line in standing(found.lines).items() if id_ in stood and _is_out(line, stood[id_])}
    told: list[Notice] = [AlreadyHere(known)] if known else []
    told += [TakenOut(len(out))] if out else []
    return Taking(found, tuple(fresh), (*found.notices, *told), today)


def _is_out(mine: Line, stands: Line) -> bool:
    return not is_hidden(mine) and is_hidden(stands) and rev_of(mine) < rev_of(stands)


def _same(found: Found, journal: Iterable[Line], today: date) -> str | None:
    """Name today's import of the very same file, read the same way, which may have been cut short."""
    for line in view(journal) if found.file else ():
        said = origin_of(line)
        is_same = said.get("file") == found.file and (said.get("names") or {}) == dict(found.names)
        if is_same and said.get("on") == str(today):
            return import_of(line)
    return None
