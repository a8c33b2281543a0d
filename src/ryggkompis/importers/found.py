"""What a file gave: lines for the journal, and what has to be told about them."""

from collections.abc import Iterable
from datetime import date, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.importers.notices import AlreadyHere, BeforeStart, DayTaken, Notice, Revised
from ryggkompis.store.backups import set_aside
from ryggkompis.store.lines import Line, content, day_of, id_of, next_rev, rev_of, union, view
from ryggkompis.store.store import Store

MARK: Final = "without"
"""The key under which a line from a report names what it lost."""

SOURCE: Final = "source"
"""The key under which a line made of another program's file names what it comes from."""

_ONE_A_DAY: Final = frozenset({"check_in", "walk"})
"""Of these what the patient said stands, and what a device has of the same day is left out."""

_WEEKS_BEFORE: Final = timedelta(weeks=12)
"""How far back walks count where nobody knows when the pain began."""

_STEPS_BEFORE: Final = timedelta(days=365)
"""How long before that steps are of use: as what was usual once."""


class Here(Value):
    """What an import has to know of where and when it happens."""

    today: date
    tz: str
    """The name of the patient's time zone."""
    offset: tzinfo
    """What to use where ``tz`` is no name that is known."""

    @property
    def zone(self) -> tzinfo:
        """The rules of the patient's time zone, summer time and all."""
        try:
            return ZoneInfo(self.tz)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return self.offset


class Found(Value):
    """Lines of the journal's own form, oldest first, and what is told about them."""

    lines: tuple[Line, ...]
    notices: tuple[Notice, ...]
    is_ours: bool
    """They were entries of Ryggkompis before; else they were made from another program's numbers."""
    unread: tuple[tuple[str, bytes], ...] = ()
    """Months of a journal, by their names, that could not be understood in full."""

    def and_also(self, other: "Found") -> "Found":
        """Put what another file, or another reading of the same, gave beside this."""
        if self.is_ours or other.is_ours:
            lines = union(self.lines, other.lines)  # with every edit, so that none is turned back
        else:
            lines = [*{str(line["id"]): line for line in (*self.lines, *other.lines)}.values()]
        notices, unread = (*self.notices, *other.notices), (*self.unread, *other.unread)
        return Found(tuple(lines), notices, self.is_ours, unread)

    def new_to(self, journal: Iterable[Line], today: date) -> "Found":
        """Leave out what a journal with these lines has, and say so.

        ``journal`` is every line, or only the standing ones; then earlier edits look new, and add nothing.
        An entry from a report that lost answers on its way out never touches the whole one, and a number from
        another program never replaces a check-in or a walk of the patient's own. Walks from before the pain
        began are no part of its course.
        """
        lines = list(journal)
        fresh = self._unknown_to(lines)
        told: list[Notice] = []
        if self.is_ours:
            if len(fresh) < len(self.lines):
                told.append(AlreadyHere(len(self.lines) - len(fresh)))
            return replace(self, lines=tuple(fresh), notices=(*self.notices, *told))
        revised = _revised(self.lines, lines)
        if known := len(self.lines) - len(fresh) - len(revised):
            told.append(AlreadyHere(known))
        recent = _recent(fresh, lines, today)
        if len(recent) < len(fresh):
            told.append(BeforeStart(len(fresh) - len(recent)))
        free = _free(recent, lines)
        if len(free) < len(recent):
            told.append(
                DayTaken(len({day_of(line) for line in recent}) - len({day_of(line) for line in free}))
            )
        if revised:
            told.append(Revised(len(revised)))
        return replace(self, lines=(*free, *revised), notices=(*self.notices, *told))

    def put_into(self, store: Store) -> None:
        """Make it durable, or raise NotSaved; what could not be understood is kept aside, and is not no."""
        for name, data in self.unread:
            set_aside(store.places, store.seal, name, data)
        store.put(self.lines)

    def _unknown_to(self, journal: list[Line]) -> list[Line]:
        mine = {id_of(line) for line in self.lines}
        known = {id_of(line) for line in journal if id_of(line) in mine}
        said = {content(line) for line in journal if id_of(line) in mine}
        return [
            line
            for line in self.lines
            if id_of(line) not in known or (self.is_ours and MARK not in line and content(line) not in said)
        ]


def _free(fresh: Iterable[Line], journal: Iterable[Line]) -> list[Line]:
    """Leave out what the patient has said already, on the same day and of the same kind."""
    taken = {
        (line.get("kind"), day_of(line))
        for line in view(journal)
        if line.get("kind") in _ONE_A_DAY and SOURCE not in line
    }
    return [line for line in fresh if (line.get("kind"), day_of(line)) not in taken]


def _recent(fresh: Iterable[Line], journal: Iterable[Line], today: date) -> list[Line]:
    """Leave out walks and exercises from before the pain began, and steps from long before that."""
    own = [line for line in view(journal) if SOURCE not in line]
    told = [str(line["onset"]) for line in own if line.get("kind") == "profile" and "onset" in line]
    began = date.fromisoformat(told[-1] if told else min(map(day_of, own), default=str(today)))
    if not told:
        began = min(began, today) - _WEEKS_BEFORE
    since = {"walk": began, "exercise": began, "comfort": began, "steps": began - _STEPS_BEFORE}
    return [line for line in fresh if day_of(line) >= str(since.get(str(line.get("kind")), date.min))]


def _revised(fresh: Iterable[Line], journal: Iterable[Line]) -> list[Line]:
    """Give the days of steps that have grown since they were imported, as the next revision."""
    known = {id_of(line): line for line in view(journal) if line.get("kind") == "steps"}
    return [
        line | {"rev": next_rev(rev_of(known[id_of(line)]))}
        for line in fresh
        if id_of(line) in known and _steps(line) > _steps(known[id_of(line)])
    ]


def _steps(line: Line) -> int:
    steps = line.get("steps")
    return steps if isinstance(steps, int) else 0
