"""What was done to each entry, act after act, read from its lines.

Taking back is no act of its own: the lines it writes are marked, and cancel the act before them. Bringing
back is marked too, and sets that act in force again.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.gate import stays
from ryggkompis.store.acts import act_of
from ryggkompis.store.codec import decode
from ryggkompis.store.errors import Refused
from ryggkompis.store.lines import Line, id_of, rev_of

UNDONE: Final = "undone"
"""The key that marks a line as what taking back has written."""
REDONE: Final = "redone"
"""The key that marks a line as what bringing back has written."""


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


class Entered(Value):
    """One entry: what was done to it, what was taken back of that, and where it stands."""

    done: list[Step]
    taken: list[tuple[Line, Step]]
    """Each with the line that took it back."""
    standing: Line


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
    done: list[Step] = []
    taken: list[tuple[Line, Step]] = []
    for line in lines:
        if line.get(UNDONE):
            step = done.pop() if done else None
            # A deletion that is taken back is not brought back: bringing back never takes anything away.
            # And what an import brought in as taken back already was not taken back here.
            if step is not None and not step.took_out and step.act != act_of(line):
                taken.append((line, step))
        elif line.get(REDONE) and taken:
            done.append(taken.pop()[1])
        elif line.get(REDONE) and done and done[-1].took_out:
            done.pop()
        else:
            taken.clear()
            _do(done, line)
    standing = lines[-1]
    if not done and not is_gone(standing):
        # What the mark cancels cannot be read; what stands can be taken back all the same.
        done.append(Step(act_of(standing), standing, None))
    return Entered(done, taken, standing)


def _do(done: list[Step], line: Line) -> None:
    """Add ``line`` to what was done; several lines of one act are one step."""
    act, last = act_of(line), done[-1] if done else None
    if last is not None and last.act == act:
        done[-1] = replace(last, line=line)
    else:
        done.append(Step(act, line, last.line if last else None))
    if is_gone(line) and is_gone(done[-1].before):
        done.pop()  # nothing was there that could be taken out


def is_kept(line: Line) -> bool:
    """Tell whether ``line`` is never taken back: a yes or unsure, and what only a newer version can read."""
    try:
        entry = decode(line)
    except Refused:
        return True
    return stays(entry)
