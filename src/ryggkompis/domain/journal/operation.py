"""An operation on the back: when it was, and from when whoever operated allows exercise.

The surgeon's and the hospital physiotherapist's words rule; without a word of theirs nothing is allowed.
Twelve weeks are a convention on the careful side: 108 people with two weeks of restrictions or six did alike
(Bono 2017), and no trial of exercise after disc surgery found more operations (Oosterhuis 2014, of low
certainty or less).
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from ryggkompis.domain.base.scales import Exclusion
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.journal.entries import Profile
from ryggkompis.domain.journal.episode_mark import EpisodeMark

HEALING_DAYS: Final = 84
"""Days after an operation with a question more, and without movements to the end of the range."""
GENTLE_DAYS: Final = 28
"""Days after exercise was allowed in which who starts here starts low, however old the operation is."""
ALONE: Final[tuple[Exclusion, ...]] = ("operated",)
"""What keeps somebody from a plan where it is an operation and nothing else."""
ANOTHER: Final = 14
"""Days by which a day that is told must differ from every one known to be that of another operation."""


class Operation(Value):
    """One operation, as the patient told of it."""

    day: date
    cleared: date | None = None
    """The day from which exercise is allowed; it may lie ahead, and is never before the operation."""
    by: str | None = None

    @property
    def healed_on(self) -> date:
        """The first day that is treated as any other."""
        return self.day + timedelta(days=HEALING_DAYS)

    def is_allowed(self, day: date) -> bool:
        """Tell whether whoever operated allows exercise on ``day``."""
        return self.cleared is not None and self.cleared <= day

    def is_healing(self, day: date) -> bool:
        """Tell whether fewer than twelve weeks have passed since it."""
        return self.day <= day < self.healed_on

    def is_recent(self, day: date) -> bool:
        """Tell whether it heals still, or exercise has been allowed for a few weeks only."""
        allowed = self.cleared is not None and 0 <= (day - self.cleared).days < GENTLE_DAYS
        return self.is_healing(day) or allowed


class Wound(Value):
    """What is asked about for twelve weeks; an operation that nobody gave a day counts until they do."""

    since: date | None


def operations(marks: Iterable[EpisodeMark]) -> tuple[Operation, ...]:
    """List every operation told of, oldest first, whatever episode it belongs to; of two words the later."""
    found = {mark.operated: _operation(mark.operated, mark) for mark in marks if mark.operated is not None}
    return tuple(found[day] for day in sorted(found)) if found else ()


def _operation(day: date, mark: EpisodeMark) -> Operation:
    # A word from before the operation was not about it.
    cleared = mark.cleared if mark.cleared is not None and mark.cleared >= day else None
    return Operation(day, cleared, mark.cleared_by if cleared else None)


def operation_on(marks: Iterable[EpisodeMark], day: date) -> Operation | None:
    """Give the latest operation that had been by ``day``."""
    been = [one for one in operations(marks) if one.day <= day]
    return been[-1] if been else None


def operation_meant(marks: Iterable[EpisodeMark], told: date | None) -> Operation | None:
    """Find the operation that a day is about: the nearest one known, or the latest where no day is told."""
    known = operations(marks)
    if told is None:
        return known[-1] if known else None
    near = (one for one in reversed(known) if abs((told - one.day).days) < ANOTHER)
    return min(near, key=lambda one: abs(told - one.day), default=None)


def wound_on(operation: Operation | None, profile: Profile | None, day: date) -> Wound | None:
    """Tell whether there is a wound to ask about on ``day``: a day that nobody told is not long ago."""
    if operation is not None and operation.is_healing(day):
        return Wound(operation.day)
    is_said = profile is not None and "operated" in profile.exclusions
    # An operation that still waits for a word explains what was ticked.
    return Wound(None) if is_said and (operation is None or operation.is_allowed(day)) else None
