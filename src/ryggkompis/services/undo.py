"""What was done to the journal, one act after the other, so that the latest can be taken back.

Taking back is no act of its own: the line it writes is marked, and cancels the act before it. So taking back
twice takes back two acts.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from ryggkompis.store.lines import Line, id_of, rev_of

UNDONE: Final = "undone"
"""The key that marks a line as what taking back has written."""


class Act(NamedTuple):
    """One thing that was done to an entry: it was said, changed, or taken out."""

    line: Line
    """What it wrote."""
    before: Line | None
    """What stood before it; None when nothing did."""
    rev: int
    """The highest revision that the entry has."""

    @property
    def took_out(self) -> bool:
        """Tell whether the entry was taken out."""
        return is_gone(self.line)


def is_gone(line: Line | None) -> bool:
    """Tell whether nothing stands after ``line``."""
    return line is None or line.get("deleted") is True


def latest(lines: Iterable[Line]) -> Act | None:
    """Find the latest act that has not been taken back; None when there is none.

    Args:
        lines: every line of the entries that are meant, also of those taken out, each entry's by rank.

    """
    entries: dict[str, dict[int, Line]] = {}
    for line in lines:
        # Of two lines that claim the same revision the later in rank stands.
        entries.setdefault(id_of(line), {})[rev_of(line)] = line
    acts = filter(None, (_last([revs[rev] for rev in sorted(revs)]) for revs in entries.values()))
    return max(acts, key=_when, default=None)


def _last(lines: Sequence[Line]) -> Act | None:
    """Find the last act on one entry; one that is erased has none any more."""
    if any(line.get("erased") is True for line in lines):
        return None
    acts: list[Line] = []
    for line in lines:
        if not line.get(UNDONE):
            acts.append(line)
        elif acts:
            acts.pop()
    standing = lines[-1]
    if not acts:
        # What the mark cancels cannot be read; what stands can be taken back all the same.
        return None if is_gone(standing) else Act(standing, None, rev_of(standing))
    return Act(acts[-1], acts[-2] if len(acts) > 1 else None, rev_of(standing))


def _when(act: Act) -> tuple[str, str]:
    saved: Mapping[str, object] = act.line
    return str(saved.get("saved", "")), id_of(act.line)
