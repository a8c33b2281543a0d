"""What of a file is new to a journal, what is known, and what stays out though it is new."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from ryggkompis.importers.found import PROGRAM, SOURCE
from ryggkompis.store.acts import GONE_WITH, ORIGIN
from ryggkompis.store.lines import Line, day_of, id_of, is_hidden, next_rev, rev_of, standing, view

_ONE_A_DAY: Final = frozenset({"check_in", "walk"})
"""Of these what the patient said stands, and what a device has of the same day is left out."""
_WEEKS_BEFORE: Final = timedelta(weeks=12)
"""How far back walks count where nobody knows when the pain began."""
_STEPS_BEFORE: Final = timedelta(days=365)
"""How long before that steps are of use: as what was usual once."""
_ON_THE_WALL: Final = len("2026-11-02T08:00:00")
_SAYS: Final = ("kind", "day", "minutes", "text", "leg", "back", "exercise", "comfort", "source")
_FOREIGN: Final = frozenset({SOURCE, PROGRAM, ORIGIN})
"""Keys of which a line that was said here has none."""


def as_known(lines: Iterable[Line], journal: Iterable[Line]) -> tuple[Line, ...]:
    """Give ``lines`` under the ids that the journal has for them, made where the clock is another."""
    ids, elsewhere = set[str](), dict[tuple[object, ...], Line]()
    for line in journal:
        ids.add(id_of(line))
        if ORIGIN in line:
            elsewhere[_said(line)] = line
    return tuple(
        _known_as(line, None if id_of(line) in ids else elsewhere.get(_said(line))) for line in lines
    )


def _said(line: Line) -> tuple[object, ...]:
    """Give what a line says, and the time on the wall at which it says so."""
    return (str(line.get("at"))[:_ON_THE_WALL], *map(line.get, _SAYS))


def _known_as(line: Line, known: Line | None) -> Line:
    if known is None or known.get("tz") == line.get("tz"):
        return line
    return line | {name: known[name] for name in ("id", "at", "tz")}


def sorted_out(
    lines: Iterable[Line], journal: list[Line], *, again: bool
) -> tuple[list[Line], list[Line], int]:
    """Give what is new, what is known, and how many were taken out by hand and stay out."""
    found = tuple(lines)
    mine = {id_of(line) for line in found}
    stood = standing(line for line in journal if id_of(line) in mine)
    fresh, known, out = list[Line](), list[Line](), 0
    for line in found:
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


def _is_own(line: Mapping[str, object]) -> bool:
    return _FOREIGN.isdisjoint(line)


def told_here(fresh: Iterable[Line], journal: Iterable[Line]) -> list[Line]:
    """Give what the patient has said already, on the same day and of the same kind."""
    own = (line for line in view(journal) if line.get("kind") in _ONE_A_DAY and _is_own(line))
    taken = {(line.get("kind"), day_of(line)) for line in own}
    return [line for line in fresh if (line.get("kind"), day_of(line)) in taken]


def recent(fresh: Iterable[Line], journal: Iterable[Line], today: date) -> list[Line]:
    """Leave out walks and exercises from before the pain began, and steps from long before that."""
    own = [line for line in view(journal) if _is_own(line)]
    told = [str(line["onset"]) for line in own if line.get("kind") == "profile" and "onset" in line]
    began = date.fromisoformat(told[-1] if told else min(map(day_of, own), default=str(today)))
    if not told:
        began = min(began, today) - _WEEKS_BEFORE
    since = {"walk": began, "exercise": began, "comfort": began, "steps": began - _STEPS_BEFORE}
    return [line for line in fresh if day_of(line) >= str(since.get(str(line.get("kind")), date.min))]


def without(lines: Iterable[Line], others: Iterable[Line]) -> list[Line]:
    """Give ``lines`` that are not among the ``others``."""
    ids = {id_of(line) for line in others}
    return [line for line in lines if id_of(line) not in ids]
