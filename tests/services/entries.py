"""Entries as a test needs them."""

from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from ryggkompis.domain.journal.entries import Entry

Said = TypeVar("Said", bound=Entry)


def said(kind: type[Said], day: date, **fields: Any) -> Said:
    """Say something on ``day``, at eight."""
    at = datetime.combine(day, time(8), UTC)
    made: Said = kind(id=f"{kind.__name__}-{day}", day=day, at=at, tz="UTC", **fields)
    return made
