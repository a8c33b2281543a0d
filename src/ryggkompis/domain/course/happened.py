"""What happened: events that the patient marked, medicines begun and stopped, and operations."""

from datetime import date
from typing import Literal, TypeAlias

from ryggkompis.domain.base.scales import EventKind, MedicineTurn
from ryggkompis.domain.base.value import Value
from ryggkompis.domain.course.comparing import Around
from ryggkompis.domain.journal.history import History
from ryggkompis.domain.journal.medicine import OwnMedicine
from ryggkompis.domain.journal.medicines import folded
from ryggkompis.domain.journal.operation import operations

HappenedKind: TypeAlias = EventKind | MedicineTurn | Literal["operation"]


class Happened(Value):
    """Something to mark in the charts."""

    day: date
    kind: HappenedKind
    text: str = ""
    """In the patient's own words, of a medicine its name; an operation has none."""
    allowed_from: date | None = None
    """The day from which exercise is allowed, of an operation."""
    around: Around | None = None
    """The leg on both sides of an operation, where both are known."""


def happened(history: History) -> tuple[Happened, ...]:
    """List everything that happened, oldest first."""
    found = (*marked(history), *turned(history), *operated(history))
    return tuple(sorted(found, key=lambda one: one.day))


def marked(history: History) -> tuple[Happened, ...]:
    """List the events that the patient marked, oldest first."""
    return tuple(Happened(event.day, event.event, event.text) for event in history.events)


def turned(history: History) -> tuple[Happened, ...]:
    """List the medicines that were begun or stopped, oldest first; what was told twice in a day is one."""
    found = (
        ((one.day, one.turn, folded(one.name)), Happened(one.day, one.turn, one.name))
        for one in history.all(OwnMedicine)
        if one.turn is not None
    )
    return tuple(dict(found).values())


def operated(history: History) -> tuple[Happened, ...]:
    """List the operations, oldest first."""
    told = operations(history.episode_marks)
    return tuple(Happened(one.day, "operation", "", one.cleared) for one in told)
