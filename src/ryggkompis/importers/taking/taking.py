"""What an import would do to a journal, and doing it: what is new comes in, and what was wrong goes out."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.value import Value
from ryggkompis.importers.found import PROGRAM, SOURCE, Found
from ryggkompis.importers.notices import AlreadyHere, BeforeStart, DayTaken, Notice, Revised, TakenOut
from ryggkompis.importers.taking.correcting import Replaced, corrected, taken_over
from ryggkompis.importers.taking.walks import counted_once
from ryggkompis.store.acts import (
    GONE_WITH,
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
    next_rev,
    rev_of,
    standing,
    view,
)
from ryggkompis.store.store import Store

MARK: Final = "without"
"""The key under which a line from a report names what it lost."""
_ONE_A_DAY: Final = frozenset({"check_in", "walk"})
"""Of these what the patient said stands, and what a device has of the same day is left out."""
_WEEKS_BEFORE: Final = timedelta(weeks=12)
"""How far back walks count where nobody knows when the pain began."""
_STEPS_BEFORE: Final = timedelta(days=365)
"""How long before that steps are of use: as what was usual once."""
_FOREIGN: Final = frozenset({SOURCE, PROGRAM, ORIGIN})
"""Keys of which a line that was said here has none."""


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


_REASONS: Final = (AlreadyHere, BeforeStart, DayTaken, TakenOut)


def _living(store: Store) -> dict[str, str]:
    return {id_of(line): content(line) for line in store.read().lines}


def taking(
    found: Found, journal: Iterable[Line], today: date, *, again: bool = False, beside: bool = False
) -> Taking:
    """Find what a journal with these lines has not, and say what is left out.

    An entry from a report that lost answers on its way out never touches the whole one, and a number from
    another program never replaces a check-in or a walk of the patient's own. Walks from before the pain
    began are no part of its course. What was taken out by hand stays out.

    Args:
        found: what the file gave.
        journal: every line of it, or only the standing ones; then what was taken out looks new.
        today: the patient's day.
        again: bring in also what was taken out by hand.
        beside: leave what an earlier import of the same brought, though this one says something else.

    """
    lines = list(journal)
    if found.is_ours:
        return _of_ours(found, lines, today)
    fresh, known, out = _sorted(found, lines, again=again)
    replaced = () if beside else corrected(found, lines)
    over = taken_over(found, lines) if replaced else ()
    revised = [*over, *_revised([line for line in known if id_of(line) not in set(map(id_of, over))], lines)]
    recent = _recent(fresh, lines, today)
    free = _free(recent, lines)
    going = {id_of(line) for one in replaced for line in one.lines}
    single = [*counted_once(free, lines, going)]
    counted: tuple[tuple[type[AlreadyHere | TakenOut | BeforeStart | Revised], int], ...] = (
        (AlreadyHere, len(known) - len(revised) + len(free) - len(single)),
        (TakenOut, out),
        (BeforeStart, len(fresh) - len(recent)),
        (Revised, len(revised) - len(over)),
    )
    told: list[Notice] = [kind(n) for kind, n in counted if n]
    if len(free) < len(recent):
        own = set(map(id_of, recent)) - set(map(id_of, free))
        told.append(DayTaken(len(_days(line for line in recent if id_of(line) in own))))
    same = _same(found, lines, today)
    return Taking(found, (*single, *revised), (*found.notices, *told), today, replaced, same)


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


def _sorted(found: Found, journal: list[Line], *, again: bool) -> tuple[list[Line], list[Line], int]:
    """Give what is new, what is known, and how many were taken out by hand and stay out."""
    mine = {id_of(line) for line in found.lines}
    stood = standing(line for line in journal if id_of(line) in mine)
    fresh, known, out = list[Line](), list[Line](), 0
    for line in found.lines:
        stands = stood.get(id_of(line))
        if stands is None:
            fresh.append(line)
        elif not is_hidden(stands):
            known.append(line)
        elif stands.get("erased") is not True and (again or GONE_WITH in stands):
            fresh.append(line | {"rev": next_rev(rev_of(stands))})
        else:
            out += 1
    return fresh, known, out


def _same(found: Found, journal: Iterable[Line], today: date) -> str | None:
    """Name today's import of the very same file, read the same way, which may have been cut short."""
    for line in view(journal) if found.file else ():
        said = origin_of(line)
        is_same = said.get("file") == found.file and (said.get("names") or {}) == dict(found.names)
        if is_same and said.get("on") == str(today):
            return import_of(line)
    return None


def _days(lines: Iterable[Line]) -> set[str]:
    return {day_of(line) for line in lines}


def _is_own(line: Mapping[str, object]) -> bool:
    return _FOREIGN.isdisjoint(line)


def _free(fresh: Iterable[Line], journal: Iterable[Line]) -> list[Line]:
    """Leave out what the patient has said already, on the same day and of the same kind."""
    own = (line for line in view(journal) if line.get("kind") in _ONE_A_DAY and _is_own(line))
    taken = {(line.get("kind"), day_of(line)) for line in own}
    return [line for line in fresh if (line.get("kind"), day_of(line)) not in taken]


def _recent(fresh: Iterable[Line], journal: Iterable[Line], today: date) -> list[Line]:
    """Leave out walks and exercises from before the pain began, and steps from long before that."""
    own = [line for line in view(journal) if _is_own(line)]
    told = [str(line["onset"]) for line in own if line.get("kind") == "profile" and "onset" in line]
    began = date.fromisoformat(told[-1] if told else min(map(day_of, own), default=str(today)))
    if not told:
        began = min(began, today) - _WEEKS_BEFORE
    since = {"walk": began, "exercise": began, "comfort": began, "steps": began - _STEPS_BEFORE}
    return [line for line in fresh if day_of(line) >= str(since.get(str(line.get("kind")), date.min))]


def _revised(known: Iterable[Line], journal: Iterable[Line]) -> list[Line]:
    """Give the days of steps that have grown since they were imported, as the next revision."""
    stands = {id_of(line): line for line in view(journal) if line.get("kind") == "steps"}
    return [
        line | {"rev": next_rev(rev_of(stands[id_of(line)]))}
        for line in known
        if id_of(line) in stands and _steps(line) > _steps(stands[id_of(line)])
    ]


def _steps(line: Line) -> int:
    steps = line.get("steps")
    return steps if isinstance(steps, int) else 0
