"""What another program's file gives beside numbers of pain: steps, walks, exercises and notes."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final, NamedTuple

from ryggkompis.domain.base.days import EARLIEST
from ryggkompis.domain.base.fields import fields_of
from ryggkompis.domain.base.text import clean
from ryggkompis.domain.journal.entries import ComfortDone, Entry, ExerciseDone, Note, Walk
from ryggkompis.domain.journal.steps import Steps
from ryggkompis.importers import notices
from ryggkompis.importers.errors import NothingCounted, TooMany
from ryggkompis.importers.found import SOURCE, Found, Here
from ryggkompis.importers.notices import LineNotice, Notice
from ryggkompis.store.codec import encode
from ryggkompis.store.lines import Line

MOST: Final = 50_000
"""Entries of one file."""
NOON: Final = time(12)
"""The moment of a day whose numbers came without one."""
_ID_BYTES: Final = 16
_RELIEF: Final = "A"
"""The ids of positions for rest begin with it."""


def made_id(*said: object) -> str:
    """Make an id of what is said, so that saying it again is the same entry."""
    # From what was said, not from chance: the same file twice gives the same ids, and so nothing new.
    text = "/".join(map(str, said))
    return base64.b32encode(hashlib.sha256(text.encode()).digest()[:_ID_BYTES]).decode().rstrip("=")


class Where(NamedTuple):
    """Where something stands in the file, and what it is about."""

    line: int
    at: datetime | date | None
    """The moment, or only the day; None when there is no real one."""
    source: str
    """The device or program, or the name it has there."""


@dataclass
class Builder:
    """Gathers what one file gives, and makes entries of it."""

    file: str
    """As it may be shown."""
    here: Here
    rows: int = 0
    _steps: dict[tuple[date, str], int] = field(default_factory=dict)
    _made: dict[str, Line] = field(default_factory=dict)
    _faults: dict[type[LineNotice], list[int]] = field(default_factory=dict)
    not_done: int = 0

    def steps(self, line: int, day: date | None, source: str, count: int | None) -> None:
        """Add steps to what ``source`` counted on ``day``."""
        if count is None or count < 0:
            self.fault(notices.NotANumber, line)
        elif day is not None and self._is_real(line, day):
            key = (day, _name(source))
            self._steps[key] = self._steps.get(key, 0) + count
            self._check_size(len(self._steps))
        elif day is None:
            self.fault(notices.NoSuchDay, line)

    def walk(self, where: Where, minutes: float | None) -> None:
        """Keep one walk; less than half a minute is none."""
        whole = None if minutes is None else int(minutes + 0.5)
        if whole is None or not 0 <= whole <= fields_of(Walk)["minutes"].span[-1]:
            self.fault(notices.NotANumber, where.line)
        elif whole:
            self._keep(where, ("walk", whole), lambda stamp: Walk(**stamp, minutes=whole))

    def practice(self, where: Where, exercise: str) -> None:
        """Keep that an exercise was done, or a position for rest was taken."""
        if exercise.startswith(_RELIEF):
            self._keep(where, (exercise,), lambda stamp: ComfortDone(**stamp, comfort=exercise))
        else:
            self._keep(where, (exercise,), lambda stamp: ExerciseDone(**stamp, exercise=exercise))

    def note(self, where: Where, text: str, said: object = None) -> None:
        """Keep a remark; ``said`` is what makes it the same the next time, where that is not its text."""
        text = clean(text).strip()[: fields_of(Note)["text"].longest]
        if text:
            self._keep(where, ("note", said or text), lambda stamp: Note(**stamp, text=text))

    def fault(self, kind: type[LineNotice], line: int) -> None:
        """Remember a line that cannot be used."""
        self._faults.setdefault(kind, []).append(line)

    def found(self, *told: Notice) -> Found:
        """Make the entries.

        Raises:
            NothingCounted: when there are none.

        """
        # A day of none is a device in a drawer, not a day without a step.
        worn = {key: steps for key, steps in self._steps.items() if steps}
        counted = [self._counted(day, source, steps) for (day, source), steps in sorted(worn.items())]
        lines = sorted((*self._made.values(), *counted), key=lambda line: (str(line["day"]), str(line["at"])))
        if not lines:
            raise NothingCounted(file=self.file)
        first, last = (date.fromisoformat(str(lines[end]["day"])) for end in (0, -1))
        read = notices.Read(self.rows, len(lines), first, last)
        return Found(tuple(lines), (read, *told, *self._told(worn)), is_ours=False)

    def _told(self, worn: dict[tuple[date, str], int]) -> list[Notice]:
        days = [day for day, _source in worn]
        sources = dict.fromkeys(source for _day, source in worn)
        told: list[Notice] = [
            notices.Counted(name, sum(source == name for _day, source in worn)) for name in sources
        ]
        if several := len(days) - len(set(days)):
            told.append(notices.SeveralSources(several))
        if unworn := {day for day, _source in self._steps} - set(days):
            told.append(notices.NotWorn(len(unworn)))
        if self.not_done:
            told.append(notices.NotDone(self.not_done))
        return [*told, *(kind(tuple(lines)) for kind, lines in self._faults.items())]

    def _counted(self, day: date, source: str, steps: int) -> Line:
        at = datetime.combine(day, NOON, self.here.zone)
        entry = Steps(
            # Without the number: a day that has grown since is the next revision of the same entry.
            id=made_id("steps", day, source),
            day=day,
            at=at,
            tz=self.here.tz,
            steps=min(steps, fields_of(Steps)["steps"].span[-1]),
            source=source,
        )
        return encode(entry)

    def _keep(self, where: Where, said: tuple[object, ...], make: Callable[[dict[str, Any]], Entry]) -> None:
        if where.at is None:
            self.fault(notices.NoSuchDay, where.line)
            return
        moment = where.at if isinstance(where.at, datetime) else datetime.combine(where.at, NOON)
        if not self._is_real(where.line, moment.date()):
            return
        moment = moment if moment.tzinfo else moment.replace(tzinfo=self.here.zone)
        id_ = made_id(moment.isoformat(), *said)
        entry = make({"id": id_, "day": moment.date(), "at": moment, "tz": self.here.tz})
        if id_ in self._made:
            self.fault(notices.Repeated, where.line)
        self._made[id_] = encode(entry) | {SOURCE: _name(where.source)}
        self._check_size(len(self._made))

    def _is_real(self, line: int, day: date) -> bool:
        if day < EARLIEST:
            self.fault(notices.NoSuchDay, line)
        elif day > self.here.today:
            self.fault(notices.NotYet, line)
        return EARLIEST <= day <= self.here.today

    def _check_size(self, entries: int) -> None:
        if entries > MOST:
            raise TooMany(file=self.file, limit=MOST)


def _name(source: str) -> str:
    return " ".join(clean(source).split())[: fields_of(Steps)["source"].longest] or "?"
