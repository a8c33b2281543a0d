"""Files handed to an import, and what came of them."""

from datetime import UTC, date
from typing import TypeVar

from ryggkompis.domain.entries import CheckIn
from ryggkompis.importers import Found, Here, Notice, parse_mapping, read_file
from ryggkompis.store import decode

HERE = Here(today=date(2026, 11, 22), tz="Europe/Oslo", offset=UTC)
Told = TypeVar("Told", bound=Notice)


def taken_in(text: str | bytes, *maps: str, here: Here = HERE) -> Found:
    data = text if isinstance(text, bytes) else text.encode()
    return read_file(data, here, parse_mapping(maps), name="diary.csv")


def mornings(found: Found) -> dict[str, CheckIn]:
    entries = [decode(line) for line in found.lines]
    return {entry.day.isoformat(): entry for entry in entries if isinstance(entry, CheckIn)}


def numbers(found: Found) -> dict[str, tuple[int | None, int | None]]:
    return {day: (entry.leg, entry.back) for day, entry in mornings(found).items()}


def told(found: Found, kind: type[Told]) -> list[Told]:
    return [notice for notice in found.notices if isinstance(notice, kind)]
