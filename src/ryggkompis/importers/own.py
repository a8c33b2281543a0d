"""Ryggkompis' own files: a report (.json) and a month of a journal; nothing is lost on the way."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.days import EARLIEST
from ryggkompis.domain.base.value import defaults, replace
from ryggkompis.domain.journal.entries import KINDS, Gate
from ryggkompis.importers.errors import BrokenJson, NothingUsable, TooMany, UnknownFile, WrittenByNewer
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.notices import FromNewer, Notice, NotUnderstood, Read
from ryggkompis.importers.source import Source
from ryggkompis.store.codec import decode
from ryggkompis.store.errors import Refused
from ryggkompis.store.lines import Line, day_of, is_hidden, is_line
from ryggkompis.store.months import REPLACEABLE, decode_month

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


def read_report(source: Source, names: Names, here: Here) -> Found:  # noqa: ARG001 - our own needs no names
    """Take the entries of a report back, as they were stored."""
    document = source.json
    if not isinstance(document, dict) or not isinstance(document.get("entries"), list):
        raise UnknownFile(file=source.name)
    version = document.get("version")
    if not isinstance(version, int) or version > _VERSION:
        raise WrittenByNewer(file=source.name)
    return _found(source, document["entries"], here)


def is_month(source: Source) -> bool:
    """Tell whether ``source`` is a month of a journal, whole or damaged."""
    return source.looks_like_json and _is_month_text(source)


def read_own_month(source: Source, names: Names, here: Here) -> Found:  # noqa: ARG001 - our own needs no names
    """Take the lines of a month in, with every edit; what is damaged is told."""
    month = decode_month(source.data, "")
    if month.status == "newer":
        raise WrittenByNewer(file=source.name)
    if not month.lines and month.bad:
        raise BrokenJson(file=source.name, line=month.bad[0])
    found = _found(source, month.lines, here, unread=len(month.bad))
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
