"""Files of the journal's folder with a name that tells of no month: a month of ours may be among them."""

# ruff: noqa: PTH118 - pathlib costs more than a whole save
import os
import stat
from collections.abc import Collection
from typing import Final

from ryggkompis.domain.journal.problems import Problem
from ryggkompis.store import atomic
from ryggkompis.store.month_files import Listing, MonthContent, state_of
from ryggkompis.store.months import LIMIT, decode_month

_OURS: Final = b'{"format": "ryggkompis/'


def told(journal: str, names: Listing) -> list[Problem]:
    """Tell of the strangers: one that is a month whose name tells of none that is here hides what it says."""
    return [_told(journal, name, names.months) for name in names.strangers]


def _told(journal: str, name: str, months: Collection[str]) -> Problem:
    content = None if any(month in name for month in months) else _head(journal, name)
    if content is None:
        return Problem(name, "stranger")
    return Problem(name, "misnamed", changed=content.changed)


def _head(journal: str, name: str) -> MonthContent | None:
    """Read a file that begins as ours do; None where it is none of ours."""
    try:
        file = atomic.open_to_read(os.path.join(journal, name))
        try:
            about = os.fstat(file)
            head = os.read(file, len(_OURS)) if stat.S_ISREG(about.st_mode) else b""
            rest = os.read(file, LIMIT) if head == _OURS else b""
        finally:
            os.close(file)
    except OSError:
        return None
    if head != _OURS:
        return None
    return MonthContent(name, "foreign", decode_month(head + rest, "").lines, file_state=state_of(about))
