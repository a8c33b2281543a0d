"""What every entry carries: its id, its revision, the patient's day, and the moment."""

from datetime import date, datetime
from typing import Annotated, TypeAlias

from msgspec import Meta

from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.origin import Origin

Moment: TypeAlias = Annotated[datetime, Meta(tz=True)]
"""With its offset from UTC."""


class Stamp(Value, kw_only=True):
    """What every entry carries."""

    id: str
    """Made when the form opens and kept on retry, so a save that is repeated cannot double."""
    rev: Annotated[int, Meta(ge=1)] = 1
    """Counts edits; a clock never orders them."""
    day: date
    """The patient's calendar day: stored, never recomputed."""
    at: Moment
    tz: str
    saved: Moment | None = None
    """When the store made it durable, in UTC; breaks ties only."""
    origin: Origin | None = None
    """The import that brought it from another program's file."""
