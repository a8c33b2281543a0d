"""Erasing for good: one entry out of every file and copy on this machine, or everything that is here.

Of an erased entry a line stays that says so, and nothing of what it was: it makes every other machine, and
every copy that is read later, drop it too. What is not gone is named, and nothing else is called erased.
"""

# ruff: noqa: PTH106, PTH108, PTH113, PTH114, PTH118, PTH120, PTH208 - pathlib costs more than a whole save
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from ryggkompis.store import atomic, lock, month_files, months
from ryggkompis.store.imports.known import OF
from ryggkompis.store.inventory.found import Found, folders, inventory
from ryggkompis.store.inventory.looking import sweep
from ryggkompis.store.lines import BROUGHT, Line, day_of, id_of, next_rev, rev_of, union
from ryggkompis.store.places import Places
from ryggkompis.store.seal import Seal
from ryggkompis.store.sealing import alone

_MONTH: Final = len("YYYY-MM")


def erased(journal: Iterable[Line], id_: str) -> list[Line]:
    """Give the lines that erase an entry, and what imports say of it beside."""
    gone: dict[str, list[Line]] = {}
    for line in journal:
        if id_of(line) == id_ or line.get(OF) == id_:
            gone.setdefault(id_of(line), []).append(line)
    # In every month an entry has been in: each file must be able to drop it by itself.
    return [
        {"id": one, "rev": next_rev(max(map(rev_of, lines))), "day": day, "erased": True}
        for one, lines in gone.items()
        for day in {day_of(line)[:_MONTH]: day_of(line) for line in lines}.values()
    ]


def erase_from_copies(places: Places, seal: Seal, lines: Iterable[Line]) -> tuple[Found, ...]:
    """Take the entries that ``lines`` erase out of every copy here, and give the files that still have one.

    Raises:
        NotSaved, Busy: when the disk can take no change at all; the journal itself has dropped it.

    """
    with alone(places):
        held = (
            one
            for line in {id_of(line): line for line in lines}.values()
            for one in _still_holding(places, seal, line)
        )
        return (*sweep(places), *dict.fromkeys(held))


def _still_holding(places: Places, seal: Seal, line: Line) -> Iterator[Found]:
    for found in tuple(inventory(places)):
        if found.what in {"temp", "writing", "lock", "key", "settings", "readme", "remembered"}:
            continue
        if found.what == "closed" or (found.what == "away" and day_of(line)[:_MONTH] in found.name):
            yield found
        elif found.what == "folder":
            yield from (one for one in _files_in(found) if _mentions(one.path, seal, id_of(line)))
        elif _mentions(found.path, seal, id_of(line)) and not _is_without(found, seal, line):
            yield found


def _files_in(folder: Found) -> Iterator[Found]:
    for place, _folders, names in os.walk(folder.path):
        yield from (Found(os.path.join(place, name), "stray") for name in sorted(names))


def _mentions(path: str, seal: Seal, id_: str) -> bool:
    """Tell whether the entry's id stands in a file, or it cannot be told."""
    try:
        data = month_files.read_whole(path)
    except OSError:
        return True
    opened = None if data is None else seal.open(data)
    return os.path.isfile(path) if opened is None else id_.encode() in opened


def _is_without(found: Found, seal: Seal, line: Line) -> bool:
    """Tell whether a file holds no more of the entry than that it is erased, now that it was written anew."""
    content = _content_of(found, seal)
    if month_files.is_whole(content) and not any(_tells(one, id_of(line)) for one in content.lines):
        return True
    # A month is written by a save alone, and what we have not made is not written at all.
    if found.what in {"month", "target"} or not found.is_ours:
        return False
    with suppress(OSError):
        return _is_rewritten(found.path, content, seal, line)
    return False


def _tells(line: Line, id_: str) -> bool:
    """Tell whether ``line``, or the list of an import, says more of the entry than that it is erased."""
    has = line.get(BROUGHT)
    return line.get("erased") is not True if id_of(line) == id_ else isinstance(has, dict) and id_ in has


def _content_of(found: Found, seal: Seal) -> month_files.MonthContent:
    return month_files.read_file(os.path.dirname(found.path), found.name, seal, found.name[:_MONTH])


def _is_rewritten(path: str, content: month_files.MonthContent, seal: Seal, line: Line) -> bool:
    """Write a copy anew without the entry; tell whether that could be done."""
    if month_files.is_whole(content):
        month = day_of(content.lines[0])[:_MONTH]
        data = months.encode_month(month, union(content.lines, [line]))
    elif content.status == "damaged":
        raw = seal.open(content.raw) or b""
        data = b"\n".join(part for part in raw.split(b"\n") if id_of(line).encode() not in part)
    else:
        return False
    atomic.write_atomic(path, seal.close(data))
    return True


def erase_everything(places: Places) -> tuple[Found, ...]:
    """Remove every file of ours; give what is left: what is not ours, and what the disk did not let go.

    Raises:
        NotSaved, Busy: when nothing can be removed at all.

    """
    with alone(places):
        listed = tuple(found for found in inventory(places) if found.what != "lock")
        left = tuple(found for found in listed if not found.is_ours or not _is_removed(found.path))
        ours = folders(places)
    atomic.discard(os.path.join(places.journal, lock.NAME))
    for folder in (*ours, places.data):
        with suppress(OSError):  # there is something of somebody else's in it
            _remove_folder(folder)
    return left


def _remove_folder(folder: str) -> None:
    """Remove an empty folder of ours, or the link that stands for it; where that leads is not ours."""
    if not os.path.islink(folder):
        os.rmdir(folder)
    elif not os.listdir(folder):
        os.unlink(folder)


def _is_removed(path: str) -> bool:
    try:
        os.unlink(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
