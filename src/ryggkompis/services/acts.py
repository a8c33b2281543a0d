"""What was done to each entry, act after act, read from its lines.

Taking back is no act of its own: the lines it writes are marked with the act that they cancel. Bringing back
is marked too, and sets that act in force again. What else changes with it is no step of anything.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Final, TypeAlias

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.gate import stays
from ryggkompis.store.acts import ACT, GONE_WITH, SETTLED, act_of, begun, import_of
from ryggkompis.store.codec import decode
from ryggkompis.store.errors import Refused
from ryggkompis.store.lines import Line, day_of, id_of, next_rev, rev_of
from ryggkompis.store.stamp import as_saved

UNDONE: Final = "undone"
"""The key of a line that taking back has written: the act that was taken back, or only that it was."""
REDONE: Final = "redone"
"""The key of a line that bringing back has written: the act that had taken it back, or out, or only that."""
_OF_ITS_WRITING: Final = frozenset({ACT, "saved", GONE_WITH, SETTLED, UNDONE, REDONE})


class Step(Value):
    """What one act did to one entry: it was said, changed, or taken out."""

    act: str
    line: Line
    """What it wrote, the last of it."""
    before: Line | None
    """What stood before it; None when nothing did."""

    @property
    def took_out(self) -> bool:
        """Tell whether the entry was taken out."""
        return is_gone(self.line)


Taken: TypeAlias = list[tuple[Line, Step]]
"""What was taken back, each with the line that did so."""


class Entered(Value):
    """One entry: what was done to it, what was taken back of that, and where it stands."""

    done: list[Step]
    taken: Taken
    standing: Line


class Change(Value):
    """What taking back, or bringing back, would do to one entry."""

    about: Line
    """What the entry says where it is there: before, or afterwards."""
    to: Line | None
    """What stands then; None when nothing does."""
    rev: int
    """The revision that the entry has until then."""

    def line(self, mark: str, act: str) -> Line:
        """Give the line that makes the change, marked with ``mark`` and what it is done to."""
        stamp: Line = {"rev": next_rev(self.rev), mark: act}
        if is_gone(self.to):
            return {"id": id_of(self.about), "day": day_of(self.about), "deleted": True} | stamp
        assert self.to is not None  # noqa: S101 - told by is_gone
        return {name: value for name, value in self.to.items() if name not in _OF_ITS_WRITING} | stamp


class Act(Value):
    """One act that can be taken back or brought back, all of it that may be."""

    id: str
    saved: str
    """When it was written, or taken back; blank when that is not known."""
    changes: tuple[Change, ...]
    stays: tuple[Line, ...]
    """What is not taken back."""
    mark: str
    """``UNDONE`` or ``REDONE``: what it is to be."""
    is_back: bool = False
    """Something that was taken out will be there again."""
    is_overtaken: bool = False
    """Something else was done after it."""
    is_ahead: bool = False
    """It was written by a clock that was later than it is now."""


class When(Value, order=True):
    """The place of an act among the others: what a clock that was ahead has written comes before all else."""

    is_in_time: bool
    saved: str

    @property
    def is_ahead(self) -> bool:
        """Tell whether a clock that was later than it is now has written it."""
        return not self.is_in_time

    @classmethod
    def of(cls, saved: str, act: str, now: datetime) -> "When":
        """Place the act that was saved at ``saved``, as it is written, by the clock of ``now``."""
        # A safety answer is saved after every other whatever the clock says; its act tells when that was.
        if saved > as_saved(now) and (start := begun(act)) is not None:
            saved = as_saved(start)
        return cls(saved <= as_saved(now), saved)


def is_gone(line: Line | None) -> bool:
    """Tell whether nothing stands after ``line``."""
    return line is None or line.get("deleted") is True


def entries_of(lines: Iterable[Line]) -> Iterator[Entered]:
    """Replay what was done to each entry; one that is erased is left out."""
    entries: dict[str, dict[int, Line]] = {}
    for line in lines:
        # Of two lines that claim the same revision the later in rank stands.
        entries.setdefault(id_of(line), {})[rev_of(line)] = line
    for revs in entries.values():
        if not any(line.get("erased") is True for line in revs.values()):
            yield _replayed([revs[rev] for rev in sorted(revs)])


def _replayed(lines: list[Line]) -> Entered:
    done, taken = replayed(lines)
    return Entered(done, taken, lines[-1])


def replayed(
    lines: Iterable[Line], is_nothing: Callable[[Line | None], bool] = is_gone
) -> tuple[list[Step], Taken]:
    """Replay the lines of one id: give what was done, and what of that was taken back.

    Args:
        lines: in their order, each revision once.
        is_nothing: tells whether nothing stands after a line.

    """
    done: list[Step] = []
    taken: Taken = []
    for line in lines:
        if mark := line.get(UNDONE):
            by = act_of(line)
            if done and (mark is True or done[-1].act in {mark, by}) and (step := done.pop()).act != by:
                taken.append((line, step))  # what came in as taken back already was not taken back here
        elif not (mark := line.get(REDONE)) or not _redo(done, taken, line, mark):
            taken.clear()
            _do(done, line, is_nothing)
        if not done and not is_gone(line):
            # Another import has it, too, or what the mark cancels cannot be read: it can be taken back.
            done.append(Step(import_of(line) or act_of(line), line, None))
    return done, taken


def _redo(done: list[Step], taken: Taken, line: Line, mark: object) -> bool:
    """Set in force again what ``line`` brings back; tell whether its mark says what that is."""
    while mark is True and taken and taken[-1][1].took_out and not is_gone(line):
        taken.pop()  # an older version passed over what had taken something out
    if taken and mark in {True, act_of(taken[-1][0])}:
        done.append(taken.pop()[1])
    elif done and (done[-1].took_out if mark is True else done[-1].act == mark):
        done.pop()
    else:
        return mark is not True
    return True


def _do(done: list[Step], line: Line, is_nothing: Callable[[Line | None], bool]) -> None:
    """Add ``line`` to what was done; several lines of one act are one step."""
    act, last = act_of(line), done[-1] if done else None
    if last is not None and last.act == act:
        done[-1] = replace(last, line=line)
    else:
        done.append(Step(act, line, last.line if last else None))
    if is_nothing(line) and is_nothing(done[-1].before):
        done.pop()  # nothing was there that could be taken out


def is_kept(line: Line) -> bool:
    """Tell whether ``line`` is never taken back: a yes or unsure, and what only a newer version can read."""
    try:
        entry = decode(line)
    except Refused:
        return True
    return stays(entry)
