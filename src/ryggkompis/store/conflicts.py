"""What was changed by other hands: in an editor, by a flipped bit, or on two machines at the same time."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Literal, NamedTuple

from ryggkompis.store import backups, month_files
from ryggkompis.store.lines import Line, canonical, content, id_of, rank, rev_of
from ryggkompis.store.store import Store


class Difference(NamedTuple):
    """Two lines that should be one."""

    what: Literal["by_hand", "at_once"]
    """``by_hand``: the newest copy has it otherwise. ``at_once``: two machines made the same revision."""
    was: Line | None
    """The line of the copy, or the edit that does not count; None when there was none."""
    now: Line | None
    """The line that counts; None when the journal has it no more."""


def differences(store: Store) -> tuple[Difference, ...]:
    """List what differs from the copies in months edited outside, and between lines of the journal."""
    return (*_by_hand(store), *_at_once(store.lines()))


def _by_hand(store: Store) -> Iterator[Difference]:
    for own in store.contents():
        month = own.name[: len("YYYY-MM")]
        is_edited = own.status == "edited" and own.name == month_files.month_file(month, store.seal.ending)
        copy = backups.newest(store.places.backups, month, store.seal) if is_edited else None
        if copy is None:
            continue
        was, now = _by_place(copy[1]), _by_place(own.lines)
        erased = {id_of(line) for line in own.lines if line.get("erased") is True}
        for place in sorted(was):
            if place[0] not in erased:
                yield from _pairs(was[place], now.get(place, {}))


def _by_place(lines: Iterable[Line]) -> dict[tuple[str, int], dict[str, Line]]:
    places: dict[tuple[str, int], dict[str, Line]] = {}
    for line in lines:
        places.setdefault((id_of(line), rev_of(line)), {})[canonical(line)] = line
    return places


def _pairs(was: dict[str, Line], now: dict[str, Line]) -> Iterator[Difference]:
    """Set the lines that only the copy has against those that only the journal has."""
    gone = [was[text] for text in sorted(was.keys() - now.keys())]
    come = [now[text] for text in sorted(now.keys() - was.keys())]
    if gone:
        yield from (Difference("by_hand", old, new) for old, new in zip_longest(gone, come))


def _at_once(lines: Iterable[Line]) -> Iterator[Difference]:
    entries: dict[str, list[Line]] = {}
    for line in lines:
        entries.setdefault(id_of(line), []).append(line)
    for mine in entries.values():
        stands = max(mine, key=lambda line: (rank(line), canonical(line)))
        for other in mine:
            if rank(other)[:3] == rank(stands)[:3] and content(other) != content(stands):
                yield Difference("at_once", other, stands)
