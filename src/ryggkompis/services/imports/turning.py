"""An import or a removal that is taken back, or brought back: its lists turn, and what stands follows."""

from collections.abc import Iterable, Sequence
from datetime import date

from ryggkompis.services.acts import REDONE, replayed
from ryggkompis.store.acts import GONE_WITH, ORIGIN, act_of, gone_with, import_of, settling
from ryggkompis.store.imports.known import Known, variant_of
from ryggkompis.store.imports.settling import NOBODY, Turn, changes, origin_of
from ryggkompis.store.imports.standing import standing_of
from ryggkompis.store.lines import BROUGHT, Line, day_of, id_of, is_hidden, next_rev, rev_of


def turned_back(act: str, mark: str, journal: Sequence[Line], made: Iterable[Line], on: date) -> list[Line]:
    """Give ``made`` and what else follows, where ``act`` is an import or a removal.

    Args:
        act: what is taken back, or brought back.
        mark: ``UNDONE`` or ``REDONE``.
        journal: every line of it.
        made: what is written of the entries of that act.
        on: the patient's day.

    """
    lines, known = list(made), Known(journal)
    lists = [line for one in known.lists.values() if (line := _turned(known.entries[id_of(one)], act, mark))]
    if not lists and known.claims.keys().isdisjoint(map(id_of, lines)):
        return lines
    before, after = Known([*journal, *lines]), Known([*journal, *lines, *lists])
    turn = Turn(known.claims, after.claims, str(import_of(lists[0])) if lists else act, on)
    written = {id_of(line): line for line in lines}
    mine = {id_ for id_ in written if id_ in turn.before or id_ in turn.after}
    stand = standing_of(before, turn.after, mine, NOBODY)
    for id_, to in (changes(before, turn) | {id_: stand.get(id_) for id_ in mine}).items():
        line, last = written.get(id_), known.entries[id_][-1]
        if to is not None:
            new = {**to.line, ORIGIN: origin_of(turn.after, id_, to)}
        elif is_hidden(line or last):
            continue
        else:
            new = gone_with(last, turn.cause)
        written[id_] = new | {"rev": rev_of(line) if line else next_rev(rev_of(last)), mark: act}
    of_imports = ORIGIN, GONE_WITH
    seen = (
        settling(line, on) if any(name in line for name in of_imports) else line for line in written.values()
    )
    return [*seen, *lists]


def weighed(journal: Iterable[Line], made: Iterable[Line]) -> tuple[bool, bool]:
    """Tell whether by the lines ``made`` imports come to have something, and whether they lose something."""
    before, after = _has(journal), _has(made)
    both = [(before.get(id_, set()), has) for id_, has in after.items()]
    return any(has - had for had, has in both), any(had - has for had, has in both)


def _has(lines: Iterable[Line]) -> dict[str, set[str]]:
    """Give the records of each list, as the last of its lines has them; an import that is out has none."""
    found: dict[str, set[str]] = {}
    for line in lines:
        if ORIGIN in line and is_hidden(line) and "kind" not in line:
            has = line.get(BROUGHT)
            found[id_of(line)] = {*has} if isinstance(has, dict) else set()
    return found


def is_same(line: Line, other: Line) -> bool:
    """Tell whether two lines say the same."""
    return variant_of(line) == variant_of(other)


def _turned(lines: Sequence[Line], act: str, mark: str) -> Line | None:
    """Give an import's list as it was before ``act``, or as that had made it; None where it is another."""
    done, taken = replayed(lines, _is_nothing)
    if mark == REDONE and taken and act_of(taken[-1][0]) == act:
        to: Line | None = taken[-1][1].line
    elif done and done[-1].act == act:
        to = done[-1].before
    else:
        return None
    last, has = lines[-1], {} if to is None or BROUGHT not in to else {BROUGHT: to[BROUGHT]}
    line: Line = {"id": id_of(last), "rev": next_rev(rev_of(last)), "day": day_of(last), "deleted": True}
    return line | {ORIGIN: last[ORIGIN], mark: act} | has


def _is_nothing(_line: Line | None) -> bool:
    """A list is always hidden: an import with nothing left is no list that is gone."""
    return False
