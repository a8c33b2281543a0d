"""What lies behind a morning and only the advice looks at (clinical 4.5): nights, goals, worry and visits."""

from collections.abc import Sequence
from datetime import date

from ryggkompis.domain.base.scales import Work
from ryggkompis.domain.base.value import Value


class Weeks(Value):
    """The weeks behind a morning."""

    diary_since: date | None = None
    """The first check-in of this run of days."""
    first_leg: float | None = None
    """Mean leg pain of the first seven known mornings since the pain began."""
    broken_nights: int = 0
    """Of the last seven, those with three or more awakenings."""
    goals: Sequence[tuple[date, float]] = ()
    """Means of the patient's own goals, oldest first; goes on with the days."""
    work: Work | None = None
    """As last answered."""
    worries: tuple[int | None, ...] = ()
    """Of the last two weekly reviews, oldest first."""
    visit: date | None = None
    """The last visit that was told about."""
