"""A walk that an earlier import has, too: it counts once, and the longer stands."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from ryggkompis.importers.builder import NOON
from ryggkompis.importers.overlaps import Recorded, is_same
from ryggkompis.store.acts import ORIGIN
from ryggkompis.store.lines import Line, id_of, next_rev, rev_of, view


class Walks(NamedTuple):
    """What is new where each walk counts once."""

    fresh: list[Line]
    covered: list[Line]
    """What stands, and goes out for a longer one."""


def counted_once(fresh: Iterable[Line], journal: Iterable[Line], out: set[str]) -> Walks:
    """Leave out what a walk of an earlier import has already; a longer one is its next revision.

    Args:
        fresh: what is new.
        journal: the lines of the journal.
        out: ids of what goes out in the same act.

    """
    stands: dict[date, list[tuple[Recorded, Line]]] = {}
    for line in view(journal):
        if ORIGIN in line and id_of(line) not in out and (known := _recorded(line)) is not None:
            stands.setdefault(_day(known), []).append((known, line))
    once = Walks([], [])
    # The longest first, as within one file.
    for line in sorted(fresh, key=_longest_first):
        walk = _recorded(line)
        near = [] if walk is None else [one for by in (-1, 0, 1) for one in stands.get(_near(walk, by), ())]
        same = [one for one in near if walk is not None and is_same(walk, one[0])]
        if walk is None or not same:
            once.fresh.append(line)
        elif all(walk.minutes > its.minutes for its, _line in same):
            for one in same:
                stands[_day(one[0])].remove(one)
            (_its, longest), *rest = sorted(same, key=lambda one: -one[0].minutes)
            once.fresh.append(line | {"id": id_of(longest), "rev": next_rev(rev_of(longest))})
            once.covered.extend(line for _its, line in rest)
    return once


def _longest_first(line: Line) -> int:
    walk = _recorded(line)
    return -walk.minutes if walk else 0


def _recorded(line: Line) -> Recorded | None:
    """Give a walk that has a time; noon is what stands for none."""
    minutes, at = line.get("minutes"), line.get("at")
    if line.get("kind") != "walk" or not isinstance(minutes, int) or not isinstance(at, str):
        return None
    start = datetime.fromisoformat(at)
    return None if start.time() == NOON else Recorded(start, start, minutes, "", 0)


def _day(walk: Recorded) -> date:
    return walk.start.astimezone(UTC).date()


def _near(walk: Recorded, by: int) -> date:
    return _day(walk) + timedelta(days=by)
