"""Remarks as jrnl writes them: ``[2026-11-02 08:00] It hurts``, and lines that go on."""

import re
from typing import Final

from ryggkompis.importers.builder import Builder
from ryggkompis.importers.mapping import Names
from ryggkompis.importers.moments import has_clock, moment_of
from ryggkompis.importers.source import Source
from ryggkompis.importers.where import Where

_ENTRY: Final = re.compile(r"\[(\d{4}-\d{2}-\d{2}[^\]\n]{0,20})\] ?(.*)", re.ASCII)
_MAKER: Final = "jrnl"


def is_jrnl(source: Source) -> bool:
    """Tell whether the first line that is not empty begins with a day in brackets."""
    if source.looks_like_json:
        return False
    first = next((line for line in source.lines if line.strip()), "")
    found = _ENTRY.fullmatch(first.strip())
    return found is not None and moment_of(found[1]) is not None


def read_jrnl(source: Source, names: Names, harvest: Builder) -> None:
    """Make one note of each remark."""
    del names
    begun: tuple[int, str] | None = None
    words: list[str] = []
    for number, line in enumerate((*source.lines, "[0000-00-00]"), 1):
        found = _ENTRY.fullmatch(line.strip())
        if found is None:
            words.append(line.rstrip())
            continue
        if begun is not None:
            harvest.rows += 1
            moment = moment_of(begun[1])
            at = moment if moment is None or has_clock(begun[1]) else moment.date()
            harvest.note(Where(begun[0], at, _MAKER, begun[1]), "\n".join(words))
        begun, words = (number, found[1]), [found[2]]
