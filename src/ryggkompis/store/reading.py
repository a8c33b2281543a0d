"""What months say, read as they lie on the disk now."""

from collections.abc import Collection
from typing import NamedTuple

from ryggkompis.domain.journal.problems import Problem
from ryggkompis.store import backups, month_files
from ryggkompis.store.errors import NotReadable, reason
from ryggkompis.store.lines import Line, union
from ryggkompis.store.places import Places
from ryggkompis.store.seal import Seal


class MonthRead(NamedTuple):
    """One month: its own file with those beside it, and its newest copy where they are not whole."""

    lines: list[Line]
    problems: list[Problem]
    files: tuple[month_files.MonthContent, ...] = ()
    """What was there."""


def names_in(places: Places, seal: Seal) -> month_files.Listing:
    """Read the names in the journal's folder, or raise NotReadable."""
    try:
        return month_files.listing(places.journal, seal)
    except OSError as error:
        raise NotReadable(path=places.journal, reason=reason(error)) from error


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
            found = [p._replace(backup=backup[0]) if p.file == own.name else p for p in found]
            lists.append(backup[1])
    there = tuple(content for content in contents if content.file_state is not None)
    return MonthRead(list(lists[0]) if len(lists) == 1 else union(*lists), found, there)
