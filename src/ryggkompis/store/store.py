"""The journal on the disk: read it, put lines into it, and know when someone else has."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime

from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.problems import Problem
from ryggkompis.store import atomic, month_files
from ryggkompis.store.acts import current_act
from ryggkompis.store.errors import NotSaved, no_access, not_saved
from ryggkompis.store.inventory.found import Found
from ryggkompis.store.lines import (
    Line,
    by_month,
    day_of,
    id_of,
    is_hidden,
    rank,
    rev_of,
    standing,
    taken_back,
    union,
    view,
)
from ryggkompis.store.places import Places
from ryggkompis.store.reading import MonthRead, Reading, Signature, lost, names_in, read_month, signature
from ryggkompis.store.readme import introduce
from ryggkompis.store.remembered.strangers import told
from ryggkompis.store.saving import Desk, mend, save_month
from ryggkompis.store.seal import Seal
from ryggkompis.store.stamp import in_their_order, stamped


def utc_now() -> datetime:
    """Give the moment for ``saved``, which breaks ties and decides nothing else."""
    return datetime.fromtimestamp(time.time(), UTC)


class Store:
    """One patient's journal: a set of lines, one file a month."""

    def __init__(
        self,
        places: Places,
        *,
        lock_wait: float = 5.0,
        replace_wait: float = atomic.WAIT,
        now: Callable[[], datetime] = utc_now,
        seal: Seal | None = None,
    ) -> None:
        """Keep the ``places``; the waits are in seconds, and nothing is touched before it is asked for."""
        self.places = places
        self.seal = seal or Seal(places.key)
        self._lock_wait = lock_wait
        self._replace_wait = replace_wait
        self.now = now
        self._refusal: NotSaved | None = None
        self._opened: dict[str, MonthRead] | None = None

    @property
    def trouble(self) -> NotSaved | None:
        """Why nothing can be saved, as far as is known: the latest save failed, or no file can be made."""
        return self._refusal or no_access(self.places.journal)

    def read(self, since: date | None = None, until: date | None = None) -> Reading:
        """Read the entries from ``since`` to ``until``, both included, or raise NotReadable."""
        names = self._listing()
        first, last = str(since or date.min), str(until or date.max)
        months = [month for month in sorted(names.months) if first[:7] <= month <= last[:7]]
        lines, problems = self._lines(names, months)
        # Someone may have moved an entry between our looking there and here.
        gone = {str(line["moved"])[:7] for line in lines if "moved" in line}
        again = [month for month in sorted(gone) if first[:7] <= month <= last[:7]]
        lines += self._lines(self._listing(), again)[0] if again else []
        problems += told(self.places.journal, names)
        if since is None and until is None:
            problems += [*self._vanished(names), *lost(self.places, self.seal)]
        return Reading(tuple(line for line in view(lines) if first <= day_of(line) <= last), tuple(problems))

    def find(self, id_: str, day: date | None = None) -> Line | None:
        """Give the standing line of one entry; None when there is none, or it was deleted.

        Args:
            id_: of the entry.
            day: on which it is thought to be; if it is, no other month is read.

        """
        found = {}
        if day is not None:
            found = standing(self._lines(self._listing(), [str(day)[: len("YYYY-MM")]], {id_})[0])
        if id_ not in found or is_hidden(found[id_]):
            found = standing(self.history(id_))
        line = found.get(id_)
        return None if line is None or is_hidden(line) else line

    def history(self, id_: str) -> tuple[Line, ...]:
        """Give every line of one entry, also the deleted ones, from the first rev to the last."""
        names = self._listing()
        lines, _ = self._lines(names, sorted(names.months), {id_})
        return tuple(sorted((line for line in union(lines) if id_of(line) == id_), key=rank))

    def lines(self) -> tuple[Line, ...]:
        """Give every line of every entry, also the deleted ones, the ones of an entry by rev."""
        names = self._listing()
        lines, _ = self._lines(names, sorted(names.months))
        return tuple(sorted(union(lines), key=rank))

    def contents(self) -> tuple[month_files.MonthContent, ...]:
        """Give every file of every month that can be opened, as it is on the disk."""
        names = self._listing()
        return tuple(one for month in sorted(names.months) for one in self._month(names, month).files)

    @contextmanager
    def opening_once(self) -> Iterator[None]:
        """Open no month twice meanwhile, however often it is asked for."""
        self._opened = {}
        try:
            yield
        finally:
            self._opened = None

    def put(self, lines: Sequence[Mapping[str, object]]) -> tuple[Line, ...]:
        """Make ``lines`` durable, all of them, or raise NotSaved; putting the same again changes nothing.

        They are given back as they are stored: all of one act.

        A line that cannot be stored raises Refused or TextTooLong before anything is written.
        """
        known = (lambda: ()) if self.seal.is_blind else self.lines
        now, act = in_their_order(self.now(), lines, known), current_act()
        # All are checked before any is written: half of what was said is not what was said.
        new = [stamped(line, now, act) for line in lines]
        self._save(new, now)
        return tuple(new)

    def bring_back(self, lines: Sequence[Line]) -> None:
        """Make lines of a journal durable as they are, with the moment each was saved, or raise NotSaved."""
        # What is brought back takes the place of what is gone.
        self._save(list(lines), self.now(), may_replace=True)

    def repair(self) -> tuple[str, ...]:
        """Write every damaged month anew from what can be read, and name the months that could be.

        Each damaged file is first copied aside as it is. Raises NotSaved when one cannot be; what could be
        read before can be read after.
        """
        _lines, problems = self._lines(names := self._listing(), sorted(names.months))
        damaged = {one.file[: len("YYYY-MM")] for one in problems if one.what == "damaged"}
        try:
            return tuple(month for month in sorted(damaged) if mend(self._desk(self.now()), month))
        except OSError as error:
            raise not_saved(self.places.journal, error) from error

    def _save(self, new: Sequence[Line], now: datetime, *, may_replace: bool = False) -> None:
        if not new:
            return
        desk = self._desk(now) if may_replace else replace(self._desk(now), was_here=self._was_here)
        try:
            first = atomic.make_folder(desk.journal)
            # The new place first: should we die in between, the entry is in both, and the higher rev stands.
            for group in (new, self._left_behind(new)):
                for month, mine in by_month(group).items():
                    save_month(desk, month, mine)
        except OSError as error:
            self._refusal = not_saved(desk.journal, error)
            raise self._refusal from error
        self._refusal = None
        if first:
            introduce(self.places.data)

    def _desk(self, now: datetime) -> Desk:
        at = self.places
        return Desk(at.journal, at.backups, self.seal, now, self._lock_wait, self._replace_wait)

    def _was_here(self, month: str) -> bool:
        from ryggkompis.store.remembered.months import was_here  # noqa: PLC0415 - hardly ever needed

        return was_here(self.places, self.seal, month)

    def delete(self, id_: str) -> bool:
        """Take an entry back, durably; tell whether there was one. Its earlier lines stay in the file."""
        if (line := self.find(id_)) is None:
            return False
        self.put([taken_back(id_, rev_of(line), day_of(line))])
        return True

    def erase(self, id_: str) -> tuple[Found, ...]:
        """Erase an entry for good, durably, also from the copies here; give the files that still have it.

        The line that says so stays, and makes every copy that is read later drop the entry. Raises NotSaved.
        """
        if self.seal.is_blind:
            self.seal.have_key()  # what is written blindly lies beside a month that holds the entry still
        from ryggkompis.store.erasing import erase_from_copies, erased  # noqa: PLC0415 - hardly ever needed

        gone = self.put(erased(self.lines(), id_))
        return erase_from_copies(self.places, self.seal, gone)

    def signature(self) -> Signature:
        """Give a value that changes whenever a month does; cheap enough to ask for every other second."""
        return signature(self.places.journal)

    def _listing(self) -> month_files.Listing:
        return names_in(self.places, self.seal)

    def _lines(
        self, names: month_files.Listing, months: Iterable[str], ids: Collection[str] | None = None
    ) -> tuple[list[Line], list[Problem]]:
        found = [self._month(names, month, ids) for month in months]
        return [line for one in found for line in one.lines], [p for one in found for p in one.problems]

    def _month(self, names: month_files.Listing, month: str, ids: Collection[str] | None = None) -> MonthRead:
        if self._opened is None:
            return read_month(self.places, self.seal, names, month, ids)
        if month not in self._opened:
            self._opened[month] = read_month(self.places, self.seal, names, month)
        return self._opened[month]

    def _vanished(self, names: month_files.Listing) -> list[Problem]:
        from ryggkompis.store.remembered.months import missing_from  # noqa: PLC0415 - who only saves has no list

        return missing_from(self.places, self.seal, names)

    def _left_behind(self, new: Sequence[Line]) -> list[Line]:
        """Say in other months that an entry has moved, wherever an earlier line of it still shows."""
        # What is revised blindly was written a moment ago, and has not moved.
        if self.seal.is_blind or not (edited := {id_of(line): line for line in new if rev_of(line) > 1}):
            return []
        names = month_files.listing(self.places.journal, self.seal)
        for month, mine in by_month(list(edited.values())).items():
            # What stood is in the same month: then it has moved from nowhere, and no other need be read.
            lines, _ = self._lines(names, [month], set(map(id_of, mine)))
            stood = {id_of(line): rev_of(line) for line in view(lines)}
            edited = {id_: line for id_, line in edited.items() if stood.get(id_) != rev_of(line) - 1}
        left = []
        for month in sorted(names.months) if edited else ():
            lines, _ = self._lines(names, [month], edited.keys())
            for old in view(lines):
                line = edited.get(id_of(old))
                if line is not None and day_of(line)[:7] != month and rev_of(old) < rev_of(line):
                    gone: Line = {"id": id_of(old), "rev": rev_of(line), "day": day_of(old)}
                    left.append(gone | {"moved": day_of(line), "saved": line["saved"]})
        return left
