"""How far down the leg the pain reaches: the lowest point of some mornings (clinical 3.1)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ryggkompis.domain.base.scales import SITES, Site
from ryggkompis.domain.course.progress import WEEK
from ryggkompis.domain.journal.entries import CheckIn


def furthest(mornings: Iterable[CheckIn]) -> Site | None:
    """Give the lowest point that was reached; None where no morning says."""
    return max((c.site for c in mornings if c.site is not None), key=SITES.index, default=None)


def then_and_now(mornings: Sequence[CheckIn], last: date) -> tuple[Site | None, Site | None]:
    """Give the lowest point of the first seven mornings that say, and of the seven days up to ``last``."""
    answered = [c for c in mornings if c.site is not None and c.day <= last]
    return furthest(answered[:WEEK]), furthest(c for c in answered if c.day > last - timedelta(days=WEEK))
