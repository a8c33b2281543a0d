"""Files handed to an import, and what came of them."""

from datetime import UTC, date
from pathlib import Path
from typing import TypeVar

from ryggkompis.domain.base.value import names, replace
from ryggkompis.domain.journal.entries import CheckIn, Entry, Walk
from ryggkompis.domain.journal.history import History
from ryggkompis.importers.found import Found, Here
from ryggkompis.importers.mapping import parse_mapping
from ryggkompis.importers.notices import Notice
from ryggkompis.importers.reading import read_file
from ryggkompis.importers.taking.taking import Taking
from ryggkompis.store.codec import decode

HERE = Here(today=date(2026, 11, 22), tz="Europe/Oslo", offset=UTC)
DATA = Path(__file__).parents[1] / "data"
EVERY = ("E01", "E07", "A1")
"""Ids that a mapping may name."""
Told = TypeVar("Told", bound=Notice)


def taken_in(text: str | bytes, *maps: str, here: Here = HERE) -> Found:
    data = text if isinstance(text, bytes) else text.encode()
    return read_file(data, here, parse_mapping(maps), name="diary.csv")


def mornings(found: Found) -> dict[str, CheckIn]:
    entries = [decode(line) for line in found.lines]
    return {entry.day.isoformat(): entry for entry in entries if isinstance(entry, CheckIn)}


def numbers(found: Found) -> dict[str, tuple[int | None, int | None]]:
    return {day: (entry.leg, entry.back) for day, entry in mornings(found).items()}


def told(found: Found | Taking, kind: type[Told]) -> list[Told]:
    """Give the notices of one kind; without what stands in the lines, which is asserted where it is shown."""
    return [_bare(notice) for notice in found.notices if isinstance(notice, kind)]


def _bare(notice: Told) -> Told:
    return replace(notice, examples=()) if "examples" in names(notice) else notice


def real(name: str, *maps: str) -> Found:
    return read_file(DATA / name, HERE, parse_mapping(maps, lambda: EVERY))


def text(said: str, *maps: str, here: Here = HERE) -> Found:
    return read_file(said.encode(), here, parse_mapping(maps, lambda: EVERY), name="file")


def made(found: Found | Taking) -> list[Entry]:
    return [decode(line) for line in found.lines]


def steps(found: Found | Taking) -> dict[date, int]:
    return History.of(made(found)).steps


def walks(found: Found | Taking) -> list[tuple[str, int]]:
    return [(entry.day.isoformat(), entry.minutes) for entry in made(found) if isinstance(entry, Walk)]
