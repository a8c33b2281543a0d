"""What of a file is known to a journal under another id, and what stays out though it is new."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from ryggkompis.importers.found import PROGRAM, SOURCE
from ryggkompis.store.acts import ORIGIN
from ryggkompis.store.imports.days import CLOCK, UTC_CLOCK
from ryggkompis.store.imports.known import OF
from ryggkompis.store.lines import Line, day_of, id_of, view

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
    """Give ``lines`` as the journal has them, made where the clock was another.

    What tells its moment is the same wherever it is read, and a day of steps is summed anew.
    """
    elsewhere = {
        _said(line): line for line in journal if ORIGIN in line and "kind" in line and OF not in line
    }
    return tuple(
        line
        if line.get("kind") == "steps" or line.get(CLOCK) == UTC_CLOCK
        else _known_as(line, elsewhere.get(_said(line)))
        for line in lines
    )


def _said(line: Line) -> tuple[object, ...]:
    """Give what a line says, and the time on the wall at which it says so."""
    return (str(line.get("at"))[:_ON_THE_WALL], *map(line.get, _SAYS))


def _known_as(line: Line, known: Line | None) -> Line:
    if known is None or known.get("tz") == line.get("tz"):
        return line
    return line | {name: known[name] for name in ("id", "at", "tz")}


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
