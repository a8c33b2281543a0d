"""Erasing for good: one entry out of every month and copy on this machine, or everything that is here.

Of an erased entry a line stays that says so, and nothing of what it was: it makes every other machine, and
every copy that is read later, drop it too.
"""

# ruff: noqa: PTH106, PTH108, PTH118, PTH208 - pathlib costs more than a whole save
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress

from ryggkompis.store import atomic, backups, lock, month_files, months, readme
from ryggkompis.store.errors import not_saved
from ryggkompis.store.lines import Line, id_of, union
from ryggkompis.store.places import Places
from ryggkompis.store.remembered.files import erase_remembered
from ryggkompis.store.seal import Seal
from ryggkompis.store.sealing import alone


def erase_from_copies(places: Places, seal: Seal, line: Line) -> tuple[str, ...]:
    """Take the entry that ``line`` erases out of every copy here, and name the files that still have it.

    Raises:
        NotSaved: when a copy cannot be written anew; those before it are.

    """
    try:
        return tuple(
            os.path.join(place, content.name)
            for place in (places.journal, *backups.folders(places.backups))
            for content in _holding(place, seal, id_of(line))
            if place == places.journal or not _rewritten(place, content, seal, line)
        )
    except OSError as error:
        raise not_saved(places.backups, error) from error


def _holding(place: str, seal: Seal, id_: str) -> Iterator[month_files.MonthContent]:
    """Give every file of ``place`` that holds more of the entry than that it is erased."""
    names = month_files.listing(place, seal)
    for month in sorted(names.months):
        beside, own = month_files.read_month(place, month, names, seal)
        for content in (*beside, own):
            lines = [line for line in content.lines if id_of(line) == id_]
            if any(line.get("erased") is not True for line in lines) or _mentions(content, seal, id_):
                yield content


def _mentions(content: month_files.MonthContent, seal: Seal, id_: str) -> bool:
    """Tell whether the entry's id stands in a file that cannot be read whole."""
    if month_files.is_whole(content) or not content.raw:
        return False
    return f'"{id_}"'.encode() in (seal.open(content.raw) or b"")


def _rewritten(place: str, content: month_files.MonthContent, seal: Seal, line: Line) -> bool:
    """Write a copy anew without the entry; tell whether that could be done."""
    if month_files.is_whole(content):
        data = months.encode_month(content.name[: len("YYYY-MM")], union(content.lines, [line]))
    elif content.status == "damaged":
        raw = seal.open(content.raw) or b""
        data = b"\n".join(part for part in raw.split(b"\n") if f'"{id_of(line)}"'.encode() not in part)
    else:
        return False
    atomic.write_atomic(os.path.join(place, content.name), seal.close(data))
    return True


def erase_everything(places: Places) -> tuple[str, ...]:
    """Remove every file of ours; name what is left in our folders and is not ours.

    Raises:
        NotSaved, Busy: when a file cannot be removed; those before it are gone.

    """
    with alone(places):
        strangers = set(month_files.listing(places.journal, Seal("")).strangers)
        for name in os.listdir(places.journal):
            if name not in {*strangers, lock.NAME}:
                os.unlink(os.path.join(places.journal, name))
        for whole in (places.key, places.backups):
            with suppress(FileNotFoundError):
                shutil.rmtree(whole)
        erase_remembered(places)
        for path in (places.settings, places.own_keys, os.path.join(places.data, readme.NAME)):
            with suppress(FileNotFoundError):
                os.unlink(path)
    atomic.discard(os.path.join(places.journal, lock.NAME))
    for place in (places.journal, places.state, places.data):
        with suppress(OSError):  # there is something of somebody else's in it
            os.rmdir(place)
    return tuple(os.path.join(places.journal, name) for name in sorted(strangers))
