"""What of the journal could not be read: it is not "no", and its days are not silent."""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from ryggkompis.domain.base.days import EARLIEST, days_between
from ryggkompis.domain.base.value import Value, replace
from ryggkompis.domain.journal.gate import Clearance
from ryggkompis.domain.journal.problems import Problem


class Hidden(Value):
    """A file, or a line of one, that could not be read."""

    file: str
    first: date
    last: date
    """The days it may be about, both included."""
    said_by: datetime | None = None
    """When it was last changed: whatever it says was said before that; None where nothing proves it."""
    is_one_line: bool = False
    """One line or entry of the file, and not all of it."""

    @property
    def is_dated(self) -> bool:
        """Tell whether it is known of which days it is."""
        return self.first > date.min

    def days(self, first: date, last: date) -> list[date]:
        """List the days from ``first`` to ``last``, both included, that it may be about."""
        return days_between(max(first, self.first), min(last, self.last))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def is_answered_for(self, clearances: Iterable[Clearance]) -> bool:
        """Tell whether somebody was seen after everything that it can say."""
        return any(self._is_before(one) for one in clearances)

    def _is_before(self, cleared: Clearance) -> bool:
        # Who looks answers for what was said until then, however late the look is told of.
        is_over = cleared.day > self.last
        if self.said_by is None or cleared.saved is None:
            return is_over
        return cleared.saved > self.said_by and (is_over or cleared.at > self.said_by)


def hidden_by(problem: Problem) -> Hidden:
    """Say which days a problem may be about, any where that cannot be told, and by when all was said."""
    is_one_line = problem.line is not None or problem.entry is not None
    month = [f"{problem.file[:7]}-{n:02}" for n in (1, 28, 29, 30, 31)]
    # A day that is too long ago to be meant says nothing: it is of its file's month, as what has no day is.
    named = [problem.day] if problem.day is not None and problem.day >= EARLIEST.isoformat() else month
    days = [day for text in named if (day := _day(text)) is not None and day >= EARLIEST]
    first, last = (days[0], days[-1]) if days else (date.min, date.max)
    return Hidden(problem.file, first, last, _proven(problem.changed, first), is_one_line)


def settled(problems: Iterable[Problem], cleared: Collection[Clearance]) -> tuple[Problem, ...]:
    """Tell as settled what no repair could save, once somebody was seen after it: nothing brings it back."""
    return tuple(
        replace(one, what="settled")
        if one.what == "lost" and hidden_by(one).is_answered_for(cleared)
        else one
        for one in problems
    )


def _proven(changed: datetime | None, first: date) -> datetime | None:
    """Give when a file was last changed, where it can have been then: any hand and any zip sets a time."""
    return changed if changed is not None and changed.date() >= max(first, EARLIEST) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
