"""The therapist's programme in words: what it is called, since when it is in use, and its file's mark."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.text import shown, shown_name
from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.journal.visits import is_past, is_told, therapists
from ryggkompis.domain.plan.ladder import day_minutes
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.words.entry_names import choice_name, exercise_name
from ryggkompis.words.lines import Line
from ryggkompis.words.saved import plan_follows

WHAT_WAS_SAID: Final = N_("What the therapist said")


def told_by(name: str) -> str:
    """Name who said it: several therapists as a sentence does."""
    return formats.list_of([shown_name(one) for one in therapists(name)])


def in_use(programme: Programme) -> Iterator[Line]:
    """Say which programme is in use, and until when it was meant."""
    name, day = told_by(programme.name), formats.brief_day(programme.day)
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
        yield Line(told.format(name=told_by(programme.name), day=until), "strong", more, act="programme")


def what_it_says(programme: Programme, catalogue: Catalogue) -> Iterator[Line]:
    """Say what the plan keeps to, each as an item."""
    catalogue = catalogue.with_own(programme.own)

    def named(ids: Iterable[str]) -> str:
        return formats.list_of([f"{id_} {exercise_name(id_, catalogue)}" for id_ in ids])

    if programme.note:
        yield Line(shown(programme.note))
    if programme.walk_ceiling is not None:
        most = formats.minutes(day_minutes(programme.walk_ceiling))
        yield Line(_("- Walking: {minutes} a day at most.").format(minutes=most))
    if programme.barred:
        yield Line(_("- Left out: {names}.").format(names=named(programme.barred)))
    if programme.required:
        yield Line(_("- Always there: {names}.").format(names=named(programme.required)))
    if programme.own:
        own = named(one.id for one in programme.own)
        yield Line(_("- Your therapist's own: {names}.").format(names=own))
    if programme.days:
        days = formats.list_of([choice_name("days", day) for day in programme.days])
        yield Line(_("- Exercises on: {days}.").format(days=days))


def would_be_replaced(programme: Programme, catalogue: Catalogue) -> Iterator[Line]:
    """Say what no longer holds when another therapist's programme takes the place of this one."""
    yield Line(_("You follow another programme now. It would no longer hold:"))
    yield from in_use(programme)
    yield from what_it_says(programme, catalogue)
    yield Line(_("To follow both, answer no, and tell the new one by questions."), act="programme")


def is_only_meant(name: str) -> str:
    """Ask whether a new programme is to hold alone."""
    return _("Follow only what {name} says from now on?").format(name=shown_name(name))


def mark_of(programme: Programme) -> Iterator[Line]:
    """Say by which mark its file is known, where there is a file."""
    if not is_told(programme):
        yield Line(_("The file's mark is {sha}.").format(sha=programme.sha[:8]), "muted")


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
