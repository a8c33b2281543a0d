"""What other programs' files give beside numbers of pain: steps, walks, exercises, notes and medicines."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from ryggkompis.domain.base.days import EARLIEST
from ryggkompis.domain.base.fields import fields_of
from ryggkompis.domain.base.text import clean
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import ComfortDone, Entry, ExerciseDone, Note, Walk
from ryggkompis.domain.journal.medicine import Medicine
from ryggkompis.domain.journal.overlaps import Recorded, once
from ryggkompis.domain.journal.steps import Steps
from ryggkompis.importers import notices, understood
from ryggkompis.importers.counts import StepCounts
from ryggkompis.importers.errors import TooMany
from ryggkompis.importers.faults import Asked, Faults, why_nothing
from ryggkompis.importers.found import PROGRAM, SOURCE, TABLE, Found, Here
from ryggkompis.importers.notices import LineNotice, Notice
from ryggkompis.importers.where import Where
from ryggkompis.store.codec import encode
from ryggkompis.store.imports.days import CLOCK, UTC_CLOCK
from ryggkompis.store.imports.made_ids import made_id
from ryggkompis.store.imports.standing import LASTED, NOON
from ryggkompis.store.lines import Line

MOST: Final = 50_000
"""Entries of one file."""
_MOST_STEPS: Final = fields_of(Steps)["steps"].span[-1]
_RELIEF: Final = "A"
"""The ids of positions for rest begin with it."""


@dataclass
class Builder:
    """Gathers what one file or all files of an archive give, and makes entries of it."""

    file: str
    """As it may be shown."""
    here: Here
    rows: int = 0
    inner: str = ""
    """The file of an archive that is being read."""
    program: str = TABLE
    """Whose file is being read."""
    _programs: dict[str, str] = field(default_factory=dict)
    """The program of each source."""
    _counts: StepCounts = field(default_factory=StepCounts)
    _walks: list[Recorded] = field(default_factory=list)
    _made: dict[str, Line] = field(default_factory=dict)
    _faults: Faults = field(default_factory=Faults)
    _also: list[Notice] = field(default_factory=list)
    asked: Asked = field(default_factory=Asked)
    not_done: int = 0
    blank: int = 0
    """Empty cells: unknown, and not “no”."""

    def steps(self, where: Where, count: int | None, seconds: float | None = None, said: str = "") -> None:
        """Keep what was counted in ``seconds`` from a moment; without them it is the sum of a day."""
        if count is None or count < 0:
            self.fault(notices.NotANumber, where.line, said)
            return
        moment = self._real(where, said)
        if moment is None:
            return
        source = self._source(where)
        if seconds is None:
            self._counts.whole(moment.date(), source, count)
        else:
            is_utc = isinstance(where.at, datetime) and where.at.tzinfo is not None
            self._counts.part(moment, seconds, source, count, is_utc=is_utc)
        if self._counts.is_endless:
            raise TooMany(file=self.file, limit=MOST)

    def walk(self, where: Where, minutes: float | None, end: datetime | None = None, said: str = "") -> None:
        """Keep one walk; less than half a minute is none. It may have ended later, with rests in it."""
        whole = None if minutes is None else int(minutes + 0.5)
        if whole is None or whole < 0:
            self.fault(notices.NotANumber, where.line, said)
        elif whole > fields_of(Walk)["minutes"].span[-1]:
            self.fault(understood.TooLongWalk, where.line, said or str(whole))
        elif whole and (start := self._real(where, said)):
            if isinstance(where.at, datetime):
                self._source(where)
                last = end or start + timedelta(minutes=whole)
                last = last if last.tzinfo else last.replace(tzinfo=self.here.zone)
                is_utc = where.at.tzinfo is not None
                self._walks.append(Recorded(start, last, whole, where.source, where.line, is_utc))
            else:
                self._said(where, ("walk", whole), lambda stamp: Walk(**stamp, minutes=whole))
            self._check_size(len(self._walks))

    def practice(self, where: Where, exercise: str) -> None:
        """Keep that an exercise was done, or a position for rest was taken."""
        if exercise.startswith(_RELIEF):
            self._said(where, (exercise,), lambda stamp: ComfortDone(**stamp, comfort=exercise))
        else:
            self._said(where, (exercise,), lambda stamp: ExerciseDone(**stamp, exercise=exercise))

    def note(self, where: Where, text: str, said: object = None) -> None:
        """Keep a remark; ``said`` is what makes it the same the next time, where that is not its text."""
        text = clean(text).strip()[: fields_of(Note)["text"].longest]
        if text:
            self._said(where, ("note", said or text), lambda stamp: Note(**stamp, text=text))

    def medicine(self, where: Where, text: str) -> None:
        """Keep what was taken, in the words of the file."""
        text = clean(text).strip()[: fields_of(Medicine)["text"].longest]
        if text:
            self._said(where, ("medicine", text), lambda stamp: Medicine(**stamp, text=text))

    def tell(self, notice: Notice) -> None:
        """Remember what else has to be told."""
        self._also.append(notice)

    @property
    def is_empty(self) -> bool:
        """Nothing was found, and nothing that cannot be used either."""
        has_more = self._faults.has_any or self.asked.others
        return not (self._made or self._walks or self._counts.has_any or has_more)

    def fault(self, kind: type[LineNotice], line: int, said: str = "") -> None:
        """Remember a line that cannot be used, and what stands in it."""
        self._faults.add(kind, line, said, self.inner)

    def joined(self, felt: Found | None) -> Found:
        """Make the entries, and put what was made of the answers beside them.

        Raises:
            NothingCounted, NothingLeft, NothingUsable, OtherActivitiesOnly: when there is neither.

        """
        standing, same = once(self._walks)
        lines, told = self._entries(standing)
        told += [understood.SameWalk(len(same))] if same else []
        if lines:
            first, last = (date.fromisoformat(str(lines[end]["day"])) for end in (0, -1))
            read = notices.Read(self.rows, len(lines), first, last)
            made = {str(line["id"]) for line in lines}
            beside = {str(line["id"]): line for line in map(self._walk, reversed(same))}
            remembered = tuple(line for id_, line in beside.items() if id_ not in made)
            counted = Found(tuple(lines), (read, *told), is_ours=False, beside=remembered)
            return counted if felt is None else felt.and_also(counted).as_one_reading()
        if felt is None:
            left_out = (*self._faults.told(), *(one for one in self._also if isinstance(one, LineNotice)))
            raise why_nothing(self.file, left_out, self.asked)
        return replace(felt, notices=(*felt.notices, *told))

    def _entries(self, standing: Iterable[Recorded]) -> tuple[list[Line], list[Notice]]:
        for walk in standing:
            self._keep(self._walk(walk), walk.line)
        days = dict(self._counts.days())
        # A day of none is a device in a drawer, not a day without a step.
        worn = {key: steps for key, steps in days.items() if 0 < steps <= _MOST_STEPS}
        for (day, source), steps in days.items():
            if steps > _MOST_STEPS:
                self.fault(understood.TooMuchToWalk, 0, f"{day}: {steps} ({source})")
        counted = [self._counted(day, source, steps) for (day, source), steps in worn.items()]
        lines = sorted((*self._made.values(), *counted), key=lambda line: (str(line["day"]), str(line["at"])))
        unworn = {day for (day, _source), steps in days.items() if not steps} - {day for day, _source in worn}
        kept = Counter(
            (line[SOURCE], str(line.get("exercise") or line.get("comfort") or line["kind"])) for line in lines
        )
        asked = self.asked.told(lambda name, target: kept[_name(name), target])
        return lines, [*asked, *self._also, *self._told(worn, unworn)]

    def _told(self, worn: dict[tuple[date, str], int], unworn: set[date]) -> list[Notice]:
        days = [day for day, _source in worn]
        sources = dict.fromkeys(source for _day, source in worn)
        told: list[Notice] = [
            notices.Counted(name, sum(source == name for _day, source in worn)) for name in sources
        ]
        if several := len(days) - len(set(days)):
            told.append(notices.SeveralSources(several))
        if self._counts.twice:
            told.append(understood.DayTwice(len(self._counts.twice)))
        if unworn:
            told.append(notices.NotWorn(len(unworn)))
        if self.blank:
            told.append(notices.Blank(self.blank))
        if self.not_done:
            told.append(notices.NotDone(self.not_done))
        return [*told, *self._faults.told()]

    def _counted(self, day: date, source: str, steps: int) -> Line:
        return self._counts.line(day, source, steps, self.here) | {PROGRAM: self._programs[source]}

    def _source(self, where: Where) -> str:
        """Name what counted, and remember whose file it stood in."""
        source = _name(where.source)
        self._programs.setdefault(source, self.program)
        return source

    def _walk(self, walk: Recorded) -> Line:
        """Make an entry of a walk that has a time, and remember when it ended: there may be rests in it."""
        id_, day = made_id(walk.start.isoformat(), "walk", walk.minutes), walk.start.date()
        entry = Walk(id=id_, day=day, at=walk.start, tz=self.here.tz, minutes=walk.minutes)
        clock: Line = {CLOCK: UTC_CLOCK} if walk.is_utc else {}
        return encode(entry) | self._whose(walk.source) | {LASTED: round(walk.lasted.total_seconds())} | clock

    def _said(self, where: Where, said: tuple[object, ...], make: Callable[[dict[str, Any]], Entry]) -> None:
        moment = self._real(where)
        if moment is None:
            return
        id_ = made_id(moment.isoformat(), *said)
        entry = make({"id": id_, "day": moment.date(), "at": moment, "tz": self.here.tz})
        self._keep(encode(entry) | self._whose(self._source(where)), where.line)

    def _keep(self, line: Line, number: int) -> None:
        id_ = str(line["id"])
        if id_ in self._made:
            self.fault(notices.Repeated, number)
        self._made[id_] = line
        self._check_size(len(self._made))

    def _whose(self, source: str) -> Line:
        name = _name(source)
        return {SOURCE: name, PROGRAM: self._programs[name]}

    def _real(self, where: Where, said: str = "") -> datetime | None:
        """Give the moment with its offset; None, remembered, for what is no day that has been."""
        if where.at is None or where.day < EARLIEST:
            self.fault(notices.NoSuchDay, where.line, where.said or said)
            return None
        if where.day > self.here.today:
            self.fault(notices.NotYet, where.line, where.said or str(where.day))
            return None
        moment = where.at if isinstance(where.at, datetime) else datetime.combine(where.at, NOON)
        return moment if moment.tzinfo else moment.replace(tzinfo=self.here.zone)

    def _check_size(self, entries: int) -> None:
        if entries > MOST:
            raise TooMany(file=self.file, limit=MOST)


@lru_cache(maxsize=256)
def _name(source: str) -> str:
    return " ".join(clean(source).split())[: fields_of(Steps)["source"].longest] or "?"
