"""The months of a journal that something needs, and no others.

Every month is looked at. One that lies as it did when it was last read, and had no fault, need not be opened
to know what of it reaches further. All others are opened, and the list is brought up to date.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from itertools import chain

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.problems import Problem
from ryggkompis.domain.journal.reaching import NOTHING, Reach, month_of, reach_of
from ryggkompis.store.acts import SETTLED
from ryggkompis.store.codec import decode, decode_all
from ryggkompis.store.errors import Refused
from ryggkompis.store.lines import Line, day_of, id_of, living, rev_of
from ryggkompis.store.month_files import MonthContent
from ryggkompis.store.places import Places
from ryggkompis.store.reading import MonthRead, lost, names_in, placed, read_month
from ryggkompis.store.remembered.months import (
    VERSION,
    KnownFile,
    KnownMonth,
    digest,
    lying_months,
    own_files,
    read_known,
    told_missing,
    vanished,
    write_known,
)
from ryggkompis.store.remembered.strangers import told
from ryggkompis.store.seal import Seal

_YYYY_MM = len("YYYY-MM")


class Needed(Value):
    """What the months that were asked for say, and what is not as it should be with any month."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


class NeededMonths:
    """One journal as it lies there now."""

    def __init__(self, places: Places, seal: Seal) -> None:
        """Look at every month; none is opened before it is needed."""
        self._places, self._seal = places, seal
        self._names = names_in(places, seal)
        self._known = read_known(places, seal)
        self._lying = lying_months(places, seal, self._names)
        self._new = {month for month, files in self._lying.items() if not self._known.has(month, files)}
        self._opened: dict[str, MonthRead] = {}
        self._moved: list[Line] = []
        self._said: dict[str, list[Entry]] | None = None
        # By its place in memory: every line that was read is kept for as long as this is.
        self._decoded: dict[int, Entry] = {}
        self._refused: dict[int, Problem] = {}

    @property
    def all(self) -> frozenset[str]:
        """Name every month that is here."""
        return frozenset(self._lying)

    @cached_property
    def reaches(self) -> Mapping[str, Reach]:
        """Tell of every month what reaches further than its own days."""
        self._open(self._new)
        # Where an entry has been in two months, one alone may say what the other has changed since.
        self._open(month for months in self._known.shared.values() if len(months) > 1 for month in months)
        if any(map(self._is_unsure, self._new)):
            self._open(self.all)
        said = self._by_month()
        return {
            month: reach_of(said[month])
            if month in self._opened
            else self._known.months[month].reach or NOTHING
            for month in self._lying
        }

    def read(self, months: Collection[str]) -> Needed:
        """Read ``months``; what is wrong with any other is told as well."""
        self._open(self.all.intersection(months))
        said = self._by_month()
        if any(_has_strays(month, read) for month, read in self._opened.items()):
            # A file holds days of other months, as when somebody renamed it: any month may be in any file.
            self._open(self.all)
            said = self._by_month()
            months = said.keys()
        problems = [one for _month, read in sorted(self._opened.items()) for one in read.problems]
        problems += told(self._places.journal, self._names)
        problems += [told_missing(self._known, month) for month in self._vanished]
        problems += lost(self._places, self._seal)
        problems += self._refused.values()
        entries = chain.from_iterable(said[month] for month in sorted(said) if month in months)
        return Needed(tuple(entries), tuple(problems))

    def this_morning(self, day: date) -> dict[str, Entry | None]:
        """Give what stood, as far as was read, of what imports and removals of ``day`` have changed."""
        lines = [line for read in self._opened.values() for line in read.lines]
        if not any(SETTLED in line for line in lines):
            return {}
        from ryggkompis.store.imports.morning import before_imports  # noqa: PLC0415 - most have imported nothing

        found: dict[str, Entry | None] = {}
        for id_, line in before_imports(lines, day).items():
            with suppress(Refused):
                found[id_] = None if line is None else decode(line)
        return found

    def remember(self, now: datetime, since: date | None = None) -> None:
        """Bring the list up to date, where it would be asked for what it does not know.

        Args:
            now: when what has vanished was missed, at the latest.
            since: months from this day on are read in any case; None where all are.

        """
        first = month_of(since) if since else ""
        is_looked_through = self._opened.keys() == self._lying.keys()
        missed = {month for month, one in self._known.months.items() if one.missed is not None}
        if missed == {*self._vanished} and not self._lying:
            return
        if not (
            self._known.is_new
            or missed != {*self._vanished}
            or self._known.misses(self._lying)
            or any(month < first for month in self._new)
            or (since and any(map(self._is_unsure, self._new)))
        ):
            return
        months = {month: self._known.months[month] for month in self._vanished}
        months |= {month: self._as_known(month) for month in self._lying}
        months = {month: replace(one, missed=self._missed(month, now)) for month, one in months.items()}
        shared = self._shared() if is_looked_through else self._known.shared
        known = replace(self._known, version=VERSION, months=months, shared=shared)
        if known != self._known:
            write_known(self._places, self._seal, known)

    @cached_property
    def _vanished(self) -> tuple[str, ...]:
        return vanished(self._known, self._lying, self._names.evicted)

    def _missed(self, month: str, now: datetime) -> datetime | None:
        """Tell since when a month is missed; None where it is here."""
        return (self._known.months[month].missed or now) if month in self._vanished else None

    def _open(self, months: Iterable[str]) -> None:
        for month in sorted({*months} & self._lying.keys() - self._opened.keys()):
            self._opened[month] = read_month(self._places, self._seal, self._names, month)
            self._said = None

    def _is_unsure(self, month: str) -> bool:
        """Tell whether a month that was opened has an entry of which another month may say more."""
        read, shared = self._opened[month], self._known.shared
        was = self._known.months.get(month)
        if read.problems and not (was is not None and was.is_at_fault):
            return True
        ids = _wandering(read.lines) | {id_of(line) for line in read.lines if id_of(line) in shared}
        return any(month not in shared.get(id_, ()) for id_ in ids)

    def _by_month(self) -> dict[str, list[Entry]]:
        """Give the entries that stand, by month, as far as what is opened tells."""
        if self._said is not None:
            return self._said
        found: dict[str, list[Entry]] = defaultdict(list)
        lines = [line for _month, read in sorted(self._opened.items()) for line in read.lines]
        stays = living(self._with_moved(lines))
        known = self._decoded.keys() | self._refused.keys()
        entries, refused = decode_all([line for line in stays if id(line) not in known])
        self._decoded.update({id(line): entry for line, entry in entries})
        ids = [id(line) for _problem, line in refused]
        self._refused.update(zip(ids, placed(refused, self._files), strict=True))
        for line in stays:
            if (entry := self._decoded.get(id(line))) is not None:
                found[day_of(line)[:_YYYY_MM]].append(entry)
        self._said = found
        return found

    def _files(self) -> Iterator[MonthContent]:
        return chain.from_iterable(read.files for read in self._opened.values())

    def _with_moved(self, lines: list[Line]) -> list[Line]:
        """Look again where an entry moved to between our looking there and where it was."""
        moved = [line for line in lines if "moved" in line]
        if not moved:
            return lines
        arrived = {(id_of(line), rev_of(line)) for line in lines if "moved" not in line}
        gone = {
            id_of(line): str(line["moved"])[:_YYYY_MM]
            for line in moved
            if (id_of(line), rev_of(line)) not in arrived
        }
        names = names_in(self._places, self._seal) if gone else self._names
        for month in sorted({*gone.values()} & names.months.keys()):
            read = read_month(self._places, self._seal, names, month, gone.keys())
            self._moved += (line for line in read.lines if id_of(line) in gone)
        return [*lines, *self._moved]

    def _as_known(self, month: str) -> KnownMonth:
        """Describe a month as it was read; one that was not opened lies as it is known."""
        was, read = self._known.months.get(month), self._opened.get(month)
        if was is not None and read is None:
            return was
        read = read or MonthRead([], [])
        files = [_file(content) for content in read.files]
        if was is not None and month in self._vanished:
            files += own_files(month, was.files)  # that it had one of its own is not forgotten
        is_refused = any(id(line) in self._refused for line in read.lines)
        is_at_fault = bool(read.problems) or is_refused or _has_strays(month, read)
        in_order = tuple(sorted(files, key=lambda file: file.name))
        return KnownMonth(in_order, self.reaches[month], is_at_fault=is_at_fault)

    def _shared(self) -> dict[str, tuple[str, ...]]:
        """Find every entry that is in several months, or does not begin where it is."""
        found: dict[str, set[str]] = defaultdict(set)
        wandering: set[str] = set()
        for month, read in self._opened.items():
            wandering |= _wandering(read.lines)
            for line in read.lines:
                found[id_of(line)].add(month)
        return {id_: tuple(sorted(m)) for id_, m in found.items() if len(m) > 1 or id_ in wandering}


def _file(content: MonthContent) -> KnownFile:
    """Describe a file as it was when it was read."""
    _device, inode, size, changed = content.file_state or (0, 0, 0, 0)
    return KnownFile(content.name, size, changed, inode, digest(content.raw))


def _wandering(lines: Collection[Line]) -> set[str]:
    """Name the entries whose first revision is not among ``lines``: they have come from somewhere."""
    return {*map(id_of, lines)} - {id_of(line) for line in lines if rev_of(line) == 1}


def _has_strays(month: str, read: MonthRead) -> bool:
    """Tell whether a month's file holds days of another."""
    # As we write it, a month is in the order of its days.
    ends = read.lines if read.problems else read.lines[:1] + read.lines[-1:]
    return any(day_of(line)[:_YYYY_MM] != month for line in ends)
