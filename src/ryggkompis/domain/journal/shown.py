"""What the patient was shown on one real day."""

from collections.abc import Mapping
from datetime import date, datetime

from ryggkompis.domain.base.value import Value


class Holding(Value):
    """A safety answer that held the plan when it was shown."""

    id: str
    """Of its entry."""
    day: date
    saved: datetime | None = None


class Shown(Value):
    """The plan of a real day, as it was shown last on that day."""

    day: date
    version: str
    """Of the rules."""
    is_held: bool
    """There was no plan; the rest is of the last one."""
    level: int
    """The walking level that was shown."""
    exercises: Mapping[str, int]
    first_at: datetime
    """When a plan was first shown that day."""
    said: int
    """A fingerprint of what alone may raise it: the day's own answers, and what settles something."""
    is_eased_late: bool = False
    """What was told about earlier days, after it was first shown, made it easier."""
    is_in_doubt: bool = False
    """Something of the diary could not be read, and the plan was held to an earlier one."""
    held_by: tuple[Holding, ...] = ()
    """The safety answers that held the plan; where one is no longer in the diary, it may hold still."""
