"""Ryggkompis' own files: a report (.json) and a month of a journal; nothing is lost on the way."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.days import EARLIEST
from ryggkompis.domain.base.value import defaults, replace
from ryggkompis.domain.journal.entries import KINDS
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.importers.builder import Builder
from ryggkompis.importers.errors import BrokenJson, NothingUsable, TooMany, UnknownFile, WrittenByNewer
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.notices import FromNewer, LeftOut, Notice, NotUnderstood, OnlyPart, Read, WasUnread
from ryggkompis.importers.source import Source
from ryggkompis.store.codec import decode
from ryggkompis.store.errors import Refused
from ryggkompis.store.lines import Line, day_of, is_day, is_hidden, is_line
from ryggkompis.store.months import REPLACEABLE, decode_month
from ryggkompis.words.entries import PART_NAMES

MOST: Final = 50_000
"""Entries of one file."""
_REPORT: Final = "ryggkompis"
_VERSION: Final = 1
_MONTH: Final = "ryggkompis/"
_KINDS: Final = frozenset(defaults(kind)["kind"] for kind in KINDS)


def is_report(source: Source) -> bool:
    """Tell whether ``source`` is a report as JSON."""
    if not source.looks_like_json or _is_month_text(source):
        return False
    document = source.json
    return isinstance(document, dict) and document.get("format") == _REPORT


def read_report(source: Source, names: Names, harvest: Builder) -> Found:  # noqa: ARG001 - our own needs no names
    """Take the entries of a report back, as they were stored."""
    document = source.json
    if not isinstance(document, dict) or not isinstance(document.get("entries"), list):
        raise UnknownFile(file=source.name)
    version = document.get("version")
    if not isinstance(version, int) or version > _VERSION:
        raise WrittenByNewer(file=source.name)
    outside, without = document.get("outside"), document.get("without")
    carried = outside.get("entries") if isinstance(outside, dict) else None
    given = [*document["entries"], *(carried if isinstance(carried, list) else ())]
    found = _found(source, given, harvest.here)
    told = (
        *_only_part(document.get("period"), outside),
        *_left_out(without),
        *_was_unread(document.get("summary")),
    )
    return replace(found, notices=(*found.notices, *told))


def _only_part(period: object, outside: object) -> Iterator[Notice]:
    """Tell that the diary has more than the report; what is not as we write it tells nothing."""
    match period, outside:
        case {"first": str(first), "last": str(last)}, {"before": int(before), "entries": list(carried)}:
            missing = before - sum(is_line(one) and day_of(one) < first for one in carried)
            if is_day(first) and is_day(last) and missing > 0:
                yield OnlyPart(date.fromisoformat(first), date.fromisoformat(last), missing)
        case _:
            pass


def _left_out(without: object) -> Iterator[Notice]:
    parts = tuple(part for part in PART_NAMES if part in without) if isinstance(without, list) else ()
    if parts:
        yield LeftOut(parts)


def _was_unread(summary: object) -> Iterator[Notice]:
    if isinstance(summary, dict) and summary.get("unread"):
        yield WasUnread()


def is_month(source: Source) -> bool:
    """Tell whether ``source`` is a month of a journal, whole or damaged."""
    return source.looks_like_json and _is_month_text(source)


def read_own_month(source: Source, names: Names, harvest: Builder) -> Found:  # noqa: ARG001 - our own needs no names
    """Take the lines of a month in, with every edit; what is damaged is told."""
    month = decode_month(source.data, "")
    if month.status == "newer":
        raise WrittenByNewer(file=source.name)
    if not month.lines and month.bad:
        raise BrokenJson(file=source.name, line=month.bad[0])
    found = _found(source, month.lines, harvest.here, unread=len(month.bad))
    is_whole = month.status in REPLACEABLE
    return found if is_whole else replace(found, unread=((source.name, source.data),))


def _is_month_text(source: Source) -> bool:
    head = source.data[:200].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return "".join(head.split()).startswith(f'{{"format":"{_MONTH}')


def _found(source: Source, given: Iterable[object], here: Here, unread: int = 0) -> Found:
    values = list(given)
    if len(values) > MOST:
        raise TooMany(file=source.name, limit=MOST)
    lines = [value for value in values if is_line(value) and _is_usable(value, here)]
    refused = len(values) - len(lines) + unread
    if not lines and refused:
        raise NothingUsable(file=source.name)
    return Found(tuple(lines), tuple(_notices(lines, refused)), is_ours=True)


def _notices(lines: list[Line], refused: int) -> Iterator[Notice]:
    days = [date.fromisoformat(day_of(line)) for line in lines]
    if days:
        yield Read(len(lines), len({line["id"] for line in lines}), min(days), max(days))
    if newer := sum(line.get("kind") not in _KINDS and not is_hidden(line) for line in lines):
        yield FromNewer(newer)
    if refused:
        yield NotUnderstood(refused)


def _is_usable(line: Line, here: Here) -> bool:
    """Tell whether the journal can take ``line``; a report from further east may be a day ahead."""
    if not EARLIEST <= date.fromisoformat(day_of(line)) <= here.today + timedelta(days=1):
        return False
    if is_hidden(line):
        return True
    if line.get("kind") not in _KINDS:
        return isinstance(line.get("kind"), str)
    try:
        decode(line)
    except Refused:
        # A safety answer that cannot be understood is not no: it comes in as it is, and the diary says so.
        return line["kind"] == defaults(Gate)["kind"]
    return True
