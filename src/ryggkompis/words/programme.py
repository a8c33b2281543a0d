"""The therapist's programme in words: what it is called, since when it is in use, and its file's mark."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.text import shown, shown_name
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.journal.visits import is_past
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.words.lines import Line
from ryggkompis.words.saved import plan_follows

WHAT_WAS_SAID: Final = N_("What the therapist said")


def in_use(programme: Programme) -> Iterator[Line]:
    """Say which programme is in use, and until when it was meant."""
    name, day = shown(programme.name), formats.brief_day(programme.day)
    if programme.until is None:
        yield Line(_("{name}, in use from {day}.").format(name=name, day=day))
    else:
        until = formats.brief_day(programme.until)
        yield Line(_("{name}, in use from {day}, until {until}.").format(name=name, day=day, until=until))


def is_it_on(programme: Programme | None, day: date) -> Iterator[Line]:
    """Ask, when its last day has passed, whether it goes on; until that is answered it stands."""
    if programme is not None and programme.until is not None and is_past(programme, day):
        told = _("What {name} told you was meant until {day}. Does it go on?")
        until = formats.day_month_year(programme.until)
        more = _("Until you answer it stays as it is.")
        yield Line(told.format(name=shown_name(programme.name), day=until), "strong", more, act="programme")


def mark_of(programme: Programme) -> Line:
    """Say by which mark its file is known."""
    return Line(_("The file's mark is {sha}.").format(sha=programme.sha[:8]), "muted")


def told_by_therapist(programme: Programme | None) -> Iterator[Line]:
    """Give the therapist's own word to the patient, whole: what must wait, and until when, may stand last."""
    words = " ".join(shown(programme.note).split()) if programme and programme.note else ""
    if words:
        yield Line(_("From your therapist: {note}").format(note=words))


def is_kept(programme: Programme | None) -> Iterator[Line]:
    """Say what became of what was told; None where it is what is followed already."""
    if programme is None:
        yield Line(_("That is what you follow already, so nothing was changed."))
    elif programme.over:
        yield Line(_("Saved. It is over; the plan goes on from where it is, and nothing in it jumps."))
    else:
        yield Line(plan_follows())
        yield from in_use(programme)
