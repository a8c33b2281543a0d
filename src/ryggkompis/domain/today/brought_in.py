"""What comes or goes today with a file may make today easier at once, and raises nothing before tomorrow."""

from datetime import date

from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.plan.as_shown import held_to, loads_of, waiting
from ryggkompis.domain.plan.plan import Step


def brought_in(history: History, day: date) -> tuple[Entry, ...]:
    """List what came in on ``day``, of whatever day it tells."""
    return tuple(e for e in history.entries if e.origin is not None and e.origin.on >= day)


def as_this_morning(history: History, day: date) -> History | None:
    """Give what would be known had no import come or gone on ``day``; None where none has."""
    gone = {entry.id for entry in brought_in(history, day)} | history.this_morning.keys()
    if not gone:
        return None
    stood = (one for one in history.this_morning.values() if one is not None)
    back = (one for one in stood if one.origin is None or one.origin.on < day)
    return History.of((*(one for one in history.entries if one.id not in gone), *back), history.hidden)


def not_raised(step: Step, without: Step) -> Step:
    """Hold today's plan to what it is without the file.

    Args:
        step: today, as it follows from all that is known.
        without: today, as it would be had no import come or gone on this day.

    """
    if step.standing.is_stopped or without.standing.is_stopped:
        return step if step.standing.is_stopped else without
    wanted = loads_of(step.standing)
    kept = wanted.within(loads_of(without.standing))
    return step if kept == wanted else held_to(step, kept, (*waiting(step.decisions),))
