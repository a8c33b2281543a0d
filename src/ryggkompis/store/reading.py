"""What months say, read as they lie on the disk now; and what a repair could not save of them."""

# ruff: noqa: PTH100, PTH118 - pathlib costs more than a whole save
import os
import re
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from typing import Final, TypeAlias

from ryggkompis.domain.base.days import EARLIEST
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.problems import Problem
from ryggkompis.store import backups, month_files
from ryggkompis.store.errors import NotReadable
from ryggkompis.store.lines import Line, id_of, rev_of, union
from ryggkompis.store.places import Places
from ryggkompis.store.seal import Seal, is_sealed

_ID: Final = rb'"id": ?"([^"]+)"'
_REV: Final = rb'"rev": ?([0-9]+)\b'
_SAYS_NOTHING: Final = (
    rb"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?"
    rb'|\], "sum": "[0-9a-f]+"\},?|\{"format": "ryggkompis/1", "month": "[0-9-]+", .*\['
)
"""What git writes between two sides, and the first and last line of a month: with them no entry is lost."""
_END: Final = rb'\], "sum": "[0-9a-f]+"\}\s*$'
_UNOPENED: Final = frozenset({"missing", "unreadable", "away"})


Signature: TypeAlias = tuple[tuple[str, int, int, int], ...]


class Reading(Value):
    """What could be read, and what could not."""

    lines: tuple[Line, ...]
    """The standing line of every entry, by day, moment and id; deleted ones are left out."""
    problems: tuple[Problem, ...]


class MonthRead(Value):
    """One month: its own file with those beside it, and its newest copy where they are not whole."""

    lines: list[Line]
    problems: list[Problem]
    files: tuple[month_files.MonthContent, ...] = ()
    """What was there."""


def names_in(places: Places, seal: Seal) -> month_files.Listing:
    """Read the names in the journal's folder, or raise NotReadable, or Closed where all is sealed."""
    try:
        names = month_files.listing(places.journal, seal)
    except OSError as error:
        raise NotReadable(path=places.journal, reason=error) from error
    if not seal.is_on and any(_lies_sealed(places.journal, name) for name in names.sealed):
        # The months of a locked journal have come without its key: that is no open one with a stranger in it.
        seal.have_key()
    return names


def _lies_sealed(journal: str, name: str) -> bool:
    """Tell whether a file that is called so is sealed, too; what cannot be read may be."""
    if month_files.is_evicted(name):
        return True
    try:
        data = month_files.read_whole(os.path.join(journal, name))
    except OSError:
        return True
    return data is not None and is_sealed(data)


def read_month(
    places: Places, seal: Seal, names: month_files.Listing, month: str, ids: Collection[str] | None = None
) -> MonthRead:
    """Read a whole month; one that cannot be read in full is helped out by its newest backup."""
    beside, own = month_files.read_month(places.journal, month, names, seal, ids)
    contents = (*beside, own)
    found = [problem for content in contents for problem in content.problems]
    lists = [content.lines for content in contents]
    if own.status != "missing" and not month_files.is_whole(own):
        backup = backups.newest(places.backups, month, seal)
        if backup is not None:
            found = [replace(p, backup=backup[0]) if p.file == own.name else p for p in found]
            lists.append(backup[1])
    opened = (content for content in contents if content.status not in _UNOPENED)
    there = tuple(content for content in opened if content.file_state is not None)
    return MonthRead(list(lists[0]) if len(lists) == 1 else union(*lists), found, there)


def signature(journal: str) -> Signature:
    """Give a value that changes whenever a month does; none is opened."""
    found = []
    try:
        with os.scandir(journal) as entries:
            for entry in entries:
                if not entry.name.startswith((".", "~")):
                    about = entry.stat()
                    # The inode too: replaced within one tick, a file has the same time.
                    found.append((entry.name, about.st_ino, about.st_size, about.st_mtime_ns))
    except OSError as error:
        return ((type(error).__name__, error.errno or 0, 0, 0),)
    return tuple(sorted(found))


def placed(
    refused: Sequence[tuple[Problem, Line]], contents: Callable[[], Iterable[month_files.MonthContent]]
) -> list[Problem]:
    """Name the file that a line really stands in, where the day that it gives cannot be that of one."""
    files = [*contents()] if any(map(_tells_no_file, refused)) else []
    return [
        next((replace(one, file=file.name) for file in files if line in file.lines), one)
        if _tells_no_file((one, line))
        else one
        for one, line in refused
    ]


def _tells_no_file(refused: tuple[Problem, Line]) -> bool:
    return not month_files.is_month(refused[0].file) or refused[0].file < EARLIEST.isoformat()


def lost(places: Places, seal: Seal) -> list[Problem]:
    """Tell of each line that no repair could read or find elsewhere: the damaged file is kept."""
    folder = os.path.join(places.backups, backups.ASIDE)
    try:
        kept = month_files.contents(folder, seal)
    except NotADirectoryError:  # whatever lay there is no more
        return []
    except OSError:
        # Whose line may be in it nobody knows, so a yes may be.
        return [Problem(os.path.abspath(folder), "unreadable")]
    found = (one for content in kept for one in _lost(places, seal, content))
    return [*dict.fromkeys(found)]


def _lost(places: Places, seal: Seal, kept: month_files.MonthContent) -> list[Problem]:
    month = kept.name[: len("YYYY-MM")]
    _beside, own = month_files.read_month(places.journal, month, names_in(places, seal), seal)
    saved = {(id_of(line).encode(), str(rev_of(line)).encode()) for line in own.lines}
    data = (seal.open(kept.raw) or b"").split(b"\n")
    found = [
        replace(one, file=month_files.month_file(month), what="lost")
        for one in kept.problems
        if one.hides and (one.line is None or not _is_kept(data[one.line - 1], saved))
    ]
    if kept.status == "damaged" and not found and not re.search(_END, seal.open(kept.raw) or b""):
        # It was cut off, and nobody knows what stood behind.
        found = [Problem(month_files.month_file(month), "lost", changed=kept.changed)]
    return found


def _is_kept(text: bytes, saved: Container[tuple[bytes, bytes] | None]) -> bool:
    """Tell whether a damaged line says nothing, or what stands elsewhere."""
    return re.fullmatch(_SAYS_NOTHING, text) is not None or _named(text) in saved


def _named(text: bytes) -> tuple[bytes, bytes] | None:
    """Read the id and the rev of a damaged line."""
    id_, rev = re.search(_ID, text), re.search(_REV, text)
    return (id_[1], rev[1]) if id_ and rev else None
