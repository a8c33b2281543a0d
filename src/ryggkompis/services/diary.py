"""The patient's verbs: what is said, changed and taken back is returned only when it is on the disk."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any, Final, TypeVar

from ryggkompis.domain.base.days import EARLIEST
from ryggkompis.domain.base.text import clean
from ryggkompis.domain.base.value import asdict, replace
from ryggkompis.domain.journal.entries import CheckIn, Entry, Evening, Profile
from ryggkompis.domain.journal.gate import Clearance, Gate, stays
from ryggkompis.services.acts import Act, is_gone
from ryggkompis.services.checks import check_thresholds, explain
from ryggkompis.services.clock import EVENING, MORNING, NOON, Today
from ryggkompis.services.errors import (
    ChangedMeanwhile,
    FutureDay,
    NoSuchEntry,
    NothingToRedo,
    NothingToUndo,
    SafetyAnswerStays,
    TooLongAgo,
)
from ryggkompis.services.marks import others_changed
from ryggkompis.services.undo import Undone, latest, lines_of, taken_last, undone_of
from ryggkompis.store.acts import new_id
from ryggkompis.store.codec import decode, encode
from ryggkompis.store.errors import Refused
from ryggkompis.store.inventory.found import Found
from ryggkompis.store.lines import Line, id_of, is_hidden, next_rev, rev_of
from ryggkompis.store.store import Store

Said = TypeVar("Said", bound=Entry)
USUAL: Final[Mapping[type, time]] = {CheckIn: MORNING, Gate: MORNING, Clearance: NOON, Evening: EVENING}
"""When a thing is usually said; used for a day told about later."""


class Diary:
    """Writes what the patient says into the store."""

    def __init__(self, store: Store, today: Today) -> None:
        """Write into ``store``, about the day that ``today`` speaks of."""
        self._store = store
        self.today = today

    def on(self, day: date) -> "Diary":
        """Speak of another day."""
        return Diary(self._store, replace(self.today, chosen=day))

    def say(self, kind: type[Said], **said: Any) -> Said:  # noqa: ANN401 - the fields of ``kind``
        """Keep one entry.

        Raises:
            ExpectedError: a field is out of range, the day has not come, or it could not be saved.

        """
        entry = self.draft(kind, **said)
        self.add(entry)
        return entry

    def draft(self, kind: type[Said], **said: Any) -> Said:  # noqa: ANN401 - the fields of ``kind``
        """Make one entry without keeping it; ``add`` looks at its fields, and keeps it.

        Raises:
            ExpectedError: the day has not come.

        """
        self._check_day(self.today.day)
        at = self.today.moment(USUAL.get(kind, NOON))
        return kind(id=new_id(), day=self.today.day, at=at, tz=self.today.clock.zone, **_cleaned(said))

    def add(self, *entries: Entry) -> tuple[Line, ...]:
        """Keep entries made elsewhere, all or none, and give them as they are stored.

        An import brings its own ids and moments.

        Raises:
            ExpectedError: a field is out of range, or they could not be saved.

        """
        return self._store.put([_line(entry) for entry in entries])

    def revise(self, *entries: Entry) -> None:
        """Keep new entries and next revisions of old ones together, all or none."""
        old = {entry.id: self._store.find(entry.id) if entry.rev > 1 else None for entry in entries}
        self._store.put([_line(entry, over=old[entry.id]) for entry in entries])

    def find(self, id_: str) -> Entry:
        """Find a living entry by its id, or by the beginning of one.

        Raises:
            NoSuchEntry: when no entry, or more than one, has it.

        """
        found = [line for line in self._store.read().lines if str(line["id"]).startswith(id_.upper())]
        if len(found) != 1:
            raise NoSuchEntry(id=id_)
        return decode(found[0])

    def edit(self, id_: str, **changed: Any) -> Entry:  # noqa: ANN401 - the fields of the entry
        """Change an entry: the same id with the next revision; and other marks that say what it corrects.

        Raises:
            SafetyAnswerStays: for a safety answer that holds the plan back.

        """
        old = self.find(id_)
        self._refuse_safety(old)
        if "day" in changed:
            # The clock time stays: only the day was wrong.
            changed = {"at": old.at + (changed["day"] - old.day), **changed}
        new = revised(old, **changed)
        self._check_day(new.day)
        self.revise(new, *map(revised, others_changed(old, new, self._store.read().lines, self.today.real)))
        return new

    def undoable(self, id_: str | None = None) -> Act:
        """Find what taking back would take: the latest act, or the latest on that entry.

        Raises:
            NothingToUndo, NoSuchEntry, SafetyAnswerStays: when there is nothing that may be taken back.
            Refused: when only a newer version can read it.

        """
        lines = self._store.history(self.find(id_).id) if id_ is not None else self._store.lines()
        act = latest(lines, self._store.now())
        if act is None:
            raise NothingToUndo
        if not act.changes:
            for line in act.stays:
                decode(line)
            raise SafetyAnswerStays
        return act

    def redoable(self) -> Act:
        """Find what bringing back would bring: what was taken back or taken out last.

        Raises:
            NothingToRedo: when nothing was.

        """
        act = taken_last(self._store.lines(), self._store.now())
        if act is None:
            raise NothingToRedo
        return act

    def carry_out(self, act: Act) -> Undone:
        """Take ``act`` back, or bring it back; an edit goes back to what stood before it.

        Raises:
            ChangedMeanwhile: when another window has changed one of its entries since it was found.

        """
        revs = {id_of(line): rev_of(line) for line in self._store.lines()}
        if any(revs.get(id_of(change.about)) != change.rev for change in act.changes):
            raise ChangedMeanwhile
        undone = undone_of(act, self._store.lines(), self.today.real)
        self._store.put([*lines_of(act, self._store.lines(), self.today.real)])
        return undone

    def undo(self, id_: str | None = None) -> Undone:
        """Take back the latest act, or the latest on that entry, without asking."""
        return self.carry_out(self.undoable(id_))

    def redo(self) -> Undone:
        """Bring back what was taken back or taken out last, without asking."""
        return self.carry_out(self.redoable())

    def delete(self, id_: str) -> Entry:
        """Take an entry out whole, whatever edits it had, and give what it was.

        Raises:
            NoSuchEntry, SafetyAnswerStays: when it is not there, or may not be taken out.

        """
        self._refuse_safety(entry := self.find(id_))
        self._store.delete(entry.id)
        return entry

    def erase(self, id_: str) -> tuple[Found, ...]:
        """Erase an entry for good, also one that was taken out; give the files here that still have it.

        Args:
            id_: as ``to_erase`` gives it.

        """
        return self._store.erase(id_)

    def to_erase(self, beginning: str) -> tuple[str, Entry | None]:
        """Find the one entry whose id has this beginning, with what it says where that can be understood.

        Raises:
            NoSuchEntry: when no entry, or more than one, has it.
            SafetyAnswerStays: for a safety answer that holds the plan back.

        """
        lines = [line for line in self._store.lines() if id_of(line).startswith(beginning.upper())]
        if len({id_of(line) for line in lines}) != 1:
            raise NoSuchEntry(id=beginning)
        said = [line for line in lines if not is_hidden(line)]
        try:
            entry = decode(said[-1]) if said else None
        except Refused:
            entry = None
        self._refuse_safety(None if is_gone(lines[-1]) else entry)
        return id_of(lines[-1]), entry

    def _check_day(self, day: date) -> None:
        if day > self.today.real:
            raise FutureDay(day=day)
        if day < EARLIEST:
            raise TooLongAgo(day=day)

    @staticmethod
    def _refuse_safety(entry: Entry | None) -> None:
        if stays(entry):
            raise SafetyAnswerStays


def revised(entry: Said, **changed: Any) -> Said:  # noqa: ANN401 - the fields of ``entry``
    """Make the next revision of ``entry`` without keeping it; ``Diary.revise`` does."""
    return replace(entry, rev=next_rev(entry.rev), saved=None, **_cleaned(changed))


def _line(entry: Entry, over: Line | None = None) -> Line:
    """Write an entry as a line: here, and nowhere else, is it held to what its fields allow."""
    if isinstance(entry, Profile):
        check_thresholds(entry.thresholds)  # which no annotation can tell
    try:
        return encode(entry, over=over)
    except Refused:
        explain(entry)
        raise


def _cleaned(said: Mapping[str, Any]) -> dict[str, Any]:
    """Take control characters out of every text; a blank one is empty, and so refused."""
    return {name: _clean(value) for name, value in said.items()}


def _clean(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_clean(one) for one in value)
    return (clean(value) if value.strip() else "") if isinstance(value, str) else value


def said_of(entry: Entry) -> dict[str, Any]:
    """Give an entry's own fields, without the stamp every entry carries."""
    stamp = {"id", "rev", "day", "at", "tz", "saved", "origin", "kind"}
    return {name: value for name, value in asdict(entry).items() if name not in stamp}
