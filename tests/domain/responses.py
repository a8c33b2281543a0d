"""Single walks for tests of how the leg took them."""

from datetime import UTC, datetime
from typing import Any

from ryggkompis.domain.journal.entries import Walk
from tests.domain.patient import DAY_0


def a_walk(**said: Any) -> Walk:
    """One walk of ten minutes, with what is said about it."""
    return Walk(id="0" * 26, day=DAY_0, at=datetime(2026, 3, 2, 11, tzinfo=UTC), tz="UTC", minutes=10, **said)
