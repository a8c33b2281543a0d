"""Copies on this machine: a month before a day's first change, and conflict copies that were folded.

A copy is made of nothing but a file that could be read whole, replaces no other, and goes only when the
journal itself has every line of it.
"""

# ruff: noqa: PTH106, PTH114, PTH118, PTH119, PTH120, PTH208 - pathlib costs more than a whole save
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from ryggkompis.store import atomic, month_files
from ryggkompis.store.errors import not_saved
from ryggkompis.store.lines import Line, canonical, day_of
from ryggkompis.store.months import decode_month
from ryggkompis.store.places import Places
from ryggkompis.store.seal import ENDING, Seal, is_sealed

FOLDED: Final = "folded"
ASIDE: Final = "damaged"
"""Where a file that was mended, or that came in damaged, lies as it was found."""
_HEAD: Final = rb'\{"format": "ryggkompis/[0-9]+", "month": "(\d{4}-(?:0[1-9]|1[0-2]))"'
_DAY: Final = r"\d{4}-\d{2}-\d{2}"
_KEPT_DAYS: Final = 30
"""Every copy is kept so long; an older one, while it has something that the journal has not."""


def keep(backups: str, today: str, content: month_files.MonthContent, seal: Seal) -> bool:
    """Copy a month that could be read, once a day; tell whether it was copied now.

    A failure never stands in the way of a save.
    """
    if not month_files.is_whole(content):
        return False
    path, data = _as_kept(os.path.join(backups, today, content.name), content, seal)
    try:
        if os.path.lexists(path):
            return False
        atomic.make_folder(os.path.dirname(path))
        atomic.write_atomic(path, data)
    except OSError:
        return False
    return True


def newest(backups: str, month: str, seal: Seal) -> tuple[str, tuple[Line, ...]] | None:
    """Give the newest copy of ``month`` that can be read in full, with its day; None when there is none."""
    for day in reversed(days(backups)):
        lines = copied(backups, day, month, seal)
        if lines is not None:
            return day, lines
    return None


def days(backups: str) -> list[str]:
    """List the days, ``YYYY-MM-DD``, before whose first change something was copied; the oldest first."""
    try:
        return sorted(name for name in os.listdir(backups) if re.fullmatch(_DAY, name, re.ASCII))
    except OSError:
        return []


def copied(backups: str, day: str, month: str, seal: Seal) -> tuple[Line, ...] | None:
    """Give the lines of one copy; None when there is none that can be read in full."""
    found: tuple[Line, ...] | None = None
    for _name, content in _copies(os.path.join(backups, day), seal, month):
        if month_files.is_whole(content):
            found = (*(found or ()), *content.lines)
    return found


def months_at(backups: str, day: date, seal: Seal) -> Iterator[tuple[Line, ...]]:
    """Give each month as it was when ``day`` began; one that has not changed since, by its newest copy."""
    chosen: dict[str, str] = {}
    for kept in days(backups):
        for month in months(backups, kept, seal):
            if kept <= str(day) or chosen.get(month, "") < str(day):
                chosen[month] = kept
    found = (copied(backups, kept, month, seal) for month, kept in sorted(chosen.items()))
    yield from (lines for lines in found if lines is not None)


def months(backups: str, day: str, seal: Seal) -> list[str]:
    """List the months, ``YYYY-MM``, that were copied on ``day``."""
    try:
        return sorted(month_files.listing(os.path.join(backups, day), seal).months)
    except OSError:
        return []


def retire(backups: str, journal: str, content: month_files.MonthContent, seal: Seal) -> None:
    """Move a file that has been folded into its month out of the way, unless it has changed since."""
    path = os.path.join(journal, content.name)
    try:
        put_aside(os.path.join(backups, FOLDED), content, seal)
        # Two names of one file, or a link: leaving it costs nothing, for a union reads it once.
        if not os.path.islink(path) and month_files.file_state(path) == content.file_state:
            atomic.discard(path)
    except OSError:
        return


def put_aside(place: str, content: month_files.MonthContent, seal: Seal) -> None:
    """Copy a file as it is into the folder ``place``, durably and replacing nothing, or raise OSError."""
    kept, data = _as_kept(os.path.join(place, content.name), content, seal)
    if os.path.lexists(kept):
        kept = os.path.join(place, f"{content.name[:7]}.{os.urandom(8).hex()}.json{ENDING * is_sealed(data)}")
    atomic.make_folder(place)
    atomic.write_atomic(kept, data)
    if content.file_state is not None:
        # Whatever it says was said before it was last changed, and not before it was copied.
        changed = content.file_state[3]
        os.utime(kept, ns=(changed, changed))


def set_aside(places: Places, seal: Seal, name: str, data: bytes) -> None:
    """Keep a month from elsewhere that could not be read whole, once: what it says more stays unknown.

    Raises:
        NotSaved: when it cannot be kept.

    """
    given = data
    if is_sealed(given):
        # Kept as it is, its key would be asked for at every reading.
        data = (seal.open(given) if seal.is_on else None) or b""
    month = _month_of(name, data)
    if not month:
        return  # it is no month of ours
    place = os.path.join(places.backups, ASIDE)
    here = (kept for folder in (place, places.journal) for _name, kept in _copies(folder, seal, month))
    if any(kept.status != "missing" and (kept.raw == given or seal.open(kept.raw) == data) for kept in here):
        return
    try:
        put_aside(place, month_files.MonthContent(month_files.month_file(month), "damaged", raw=data), seal)
    except OSError as error:
        raise not_saved(place, error) from error


def _month_of(name: str, data: bytes) -> str:
    """Tell which month a file is, by its head, its name or its lines; empty where nothing says so."""
    called = os.path.basename(name)
    if head := re.match(_HEAD, data):
        return head[1].decode()
    if month_files.is_month(called):
        return called[: len("YYYY-MM")]
    return min((day_of(line)[: len("YYYY-MM")] for line in decode_month(data, "").lines), default="")


def thin_out(backups: str, journal: str, today: date, seal: Seal) -> None:
    """Remove copies older than a month of which the journal has every line, but each month's newest."""
    with suppress(OSError):
        whole: dict[str, set[str]] = {}
        for day, month in list(_superseded(backups, str(today - timedelta(_KEPT_DAYS)), seal)):
            if month not in whole:
                whole[month] = _texts_of(journal, month, seal)
            for name, content in _copies(os.path.join(backups, day), seal, month):
                if month_files.is_whole(content) and set(map(canonical, content.lines)) <= whole[month]:
                    atomic.discard(os.path.join(backups, day, name))
            with suppress(OSError):  # there are other months in it
                os.rmdir(os.path.join(backups, day))


def _superseded(backups: str, before: str, seal: Seal) -> Iterator[tuple[str, str]]:
    """Give the day and month of every copy that is old, and not the newest of its month."""
    later: set[str] = set()
    for day in reversed(days(backups)):
        for month in months(backups, day, seal):
            if month in later and day < before:
                yield day, month
            later.add(month)


def _texts_of(journal: str, month: str, seal: Seal) -> set[str]:
    beside, own = month_files.read_month(journal, month, month_files.listing(journal, seal), seal)
    readable = (content for content in (*beside, own) if month_files.is_whole(content))
    return {canonical(line) for content in readable for line in content.lines}


def _copies(place: str, seal: Seal, month: str) -> Iterator[tuple[str, month_files.MonthContent]]:
    """Read every copy of ``month`` in the folder ``place``, sealed or not."""
    try:
        beside, own = month_files.read_month(place, month, month_files.listing(place, seal), seal)
    except OSError:
        return
    yield from ((content.name, content) for content in (own, *beside))


def _as_kept(path: str, content: month_files.MonthContent, seal: Seal) -> tuple[str, bytes]:
    """Give the path and the bytes of a copy: where the journal is locked, nothing is copied in the open."""
    if seal.is_on and not is_sealed(content.raw):
        return path + seal.ending, seal.close(content.raw)
    return path, content.raw
