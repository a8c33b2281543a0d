"""Anything that can be said, for properties that hold whatever it is."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from ryggkompis.domain.base.thresholds import BOUNDS
from ryggkompis.domain.base.value import names
from ryggkompis.domain.journal.entries import KINDS, Entry
from tests.fitting import fitting_fields

FIRST, LAST = date(2000, 1, 1), date(2026, 11, 22)
OFFSETS = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
MOMENTS = st.datetimes(
    datetime(2000, 1, 2),  # noqa: DTZ001 - the zone comes from the strategy
    datetime(2026, 11, 20),  # noqa: DTZ001 - as above
    timezones=OFFSETS,
)
DAYS = st.dates(FIRST, LAST)
STAMP: dict[str, st.SearchStrategy[Any]] = {
    "id": st.from_regex(r"[0-9A-Z]{26}", fullmatch=True),
    "rev": st.integers(1, 9),
    "day": DAYS,
    "at": MOMENTS,
    "tz": st.just("Etc/UTC"),
    "saved": st.none() | MOMENTS,
}
BOUNDED = {
    "onset": st.none() | DAYS,
    "next_visit": st.none() | DAYS,
    "thresholds": st.fixed_dictionaries(
        {}, optional={name: st.integers(low, high) for name, (low, high) in BOUNDS.items()}
    ),
}


def known_fields(kind: type[Entry]) -> dict[str, st.SearchStrategy[Any]]:
    """Give what is narrower than its type allows."""
    return {**STAMP, **{name: BOUNDED[name] for name in names(kind) if name in BOUNDED}}


def anything_said(kind: type[Entry]) -> st.SearchStrategy[Entry]:
    """Fill every field, also those that may be left unknown."""
    return st.builds(kind, **{**fitting_fields(kind), **known_fields(kind)})


ENTRY = st.sampled_from(KINDS).flatmap(anything_said)
ENTRIES = st.lists(ENTRY, max_size=6, unique_by=lambda entry: entry.id)
