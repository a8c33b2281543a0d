"""Copies on this machine: a month before a day's first change, and conflict copies that were folded."""

# ruff: noqa: PTH114, PTH118, PTH120, PTH208 - pathlib costs more than a whole save
import os
import re
from typing import Final

from ryggkompis.store import atomic, folder
from ryggkompis.store.lines import Line

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FOLDED: Final = "folded"


def keep(backups: str, today: str, content: folder.Content) -> None:
    """Copy a month that could be read, once a day; a failure never stands in the way of a save."""
    if not folder.is_whole(content):
        return
    path = os.path.join(backups, today, content.name)
    try:
        if not os.path.lexists(path):
            atomic.make_folder(os.path.dirname(path))
            atomic.write_atomic(path, content.data)
    except OSError:
        return


def newest(backups: str, month: str) -> tuple[str, tuple[Line, ...]] | None:
    """Give the newest copy of ``month`` that can be read in full, with its day; None when there is none."""
    try:
        days = sorted(filter(_DAY.fullmatch, os.listdir(backups)), reverse=True)
    except OSError:
        return None
    nothing_beside = folder.Listing({}, (), (), frozenset())
    for day in days:
        _, content = folder.read_month(os.path.join(backups, day), month, nothing_beside)
        if folder.is_whole(content):
            return day, content.lines
    return None


def retire(backups: str, journal: str, content: folder.Content) -> None:
    """Move a file that has been folded into its month out of the way, unless it has changed since."""
    path = os.path.join(journal, content.name)
    kept = os.path.join(backups, _FOLDED, content.name)
    try:
        if os.path.lexists(kept):
            kept = f"{kept}.{os.urandom(4).hex()}"
        atomic.make_folder(os.path.dirname(kept))
        atomic.write_atomic(kept, content.data)
        # Two names of one file, or a link: leaving it costs nothing, for a union reads it once.
        if not os.path.islink(path) and folder.seen(path) == content.seen:
            atomic.discard(path)
    except OSError:
        return
