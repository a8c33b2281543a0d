"""The visits to the therapist: when the next one is near, when to tell what was agreed, how long it holds."""

from datetime import date
from typing import Final

from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.journal.history import History

REMINDED_BEFORE: Final = 2
"""Days before a visit on which it is first spoken of."""
ASKED_AFTER: Final = 14
"""Days after a visit for which the program asks what was agreed; then it leaves the patient alone."""
TOLD: Final = "# Fortalt av pasienten / Told by the patient\n"
"""The first line of a programme that was told by questions, for the clinic that gets it as a file."""


def last_visit(history: History, until: date) -> date | None:
    """Find the latest visit noted on ``until`` or before; None when none was."""
    return max((one.day for one in history.events if one.event == "visit" and one.day <= until), default=None)


def next_visit(history: History, day: date) -> date | None:
    """Give the next visit there is, ``day`` included; None when none is known."""
    visit = _planned(history, day)
    return visit if visit is not None and visit >= day else None


def coming_visit(history: History, day: date) -> date | None:
    """Give the next visit when it is near, today included."""
    visit = next_visit(history, day)
    return visit if visit is not None and (visit - day).days <= REMINDED_BEFORE else None


def untold_visit(history: History, day: date) -> date | None:
    """Give the planned visit that has passed and of which nothing was told."""
    visit = _planned(history, day)
    if visit is None or not 0 < (day - visit).days <= ASKED_AFTER:
        return None
    told = last_visit(history, day)
    return visit if told is None or told < visit else None


def is_past(programme: Programme, day: date) -> bool:
    """Tell whether the last day it was meant for has passed; it stands until the patient has answered."""
    return programme.until is not None and programme.until < day


def is_told(programme: Programme) -> bool:
    """Tell whether the patient told it by questions: then there is no file whose mark could be compared."""
    return programme.text.startswith(TOLD)


def therapists(name: str) -> tuple[str, ...]:
    """Give those whose programmes hold together, of the name that they have together; else the name itself.

    What stands after a comma in small letters tells who somebody is, as in “Kari, the physiotherapist”.
    """
    parts = name.split(", ")
    return tuple(parts) if all(part[:1].isupper() for part in parts) else (name,)


def _planned(history: History, day: date) -> date | None:
    profile = history.profile(day)
    return profile.next_visit if profile else None
