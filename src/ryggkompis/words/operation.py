"""What is said after an operation: whose words rule, what is waited for, and what is left out until when."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.journal.operation import Operation
from ryggkompis.domain.plan.reasons import NeedsOwnPlan
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _
from ryggkompis.words.lines import Line

AFTER_OPERATION: Final = ("operated",)
"""An operation alone is what the plan waits for."""
ROOM: Final = 200
"""Characters of a therapist's word beside the plan; “ryggkompis programme” shows all of it."""


def own_plan_in_words(reason: NeedsOwnPlan) -> str:
    """Say why somebody else makes the plan."""
    if reason.exclusions != AFTER_OPERATION:
        return _("You need a plan from somebody who knows you and your back. The diary is yours to use.")
    if reason.allowed_from is not None:
        return _(
            "You may exercise from {day}, and the plan begins then. Until that day, do as whoever "
            "operated has told you."
        ).format(day=formats.day_month(reason.allowed_from))
    return _(
        "After an operation, whoever operated decides what you do. The plan waits until they say that you "
        "may exercise."
    )


def waiting_in_words(operation: Operation | None, day: date) -> Iterator[Line]:
    """Say what there is instead of a plan while whoever operated has not allowed exercise."""
    known = operation if operation is not None and not operation.is_allowed(day) else None
    if known is None:
        yield Line(_("You told us that your back was operated on."), "warm")
    else:
        yield Line(_("You were operated on {day}.").format(day=formats.day_month_year(known.day)), "warm")
    yield Line("")
    yield Line(
        _(
            "How much you walk, how you lie and sit, and what you lift: what the surgeon and the hospital's "
            "physiotherapist have told you is what counts now. It may differ from what others are told."
        )
    )
    if known is not None and known.cleared is not None:
        begins = _("You may exercise from {day}. The plan begins on that day, gently.")
        yield Line(begins.format(day=formats.day_month_year(known.cleared)))
    else:
        waits = _("Nothing is planned here until they say that you may exercise. The diary is yours to use.")
        yield Line(waits)


def told_by_therapist(programme: Programme | None) -> Iterator[Line]:
    """Give the therapist's own word to the patient, as what must wait and until when; in short where long."""
    words = shown(programme.note).strip() if programme and programme.note else ""
    if words:
        brief = words if len(words) <= ROOM else f"{words[: ROOM - 1].rstrip()}…"
        yield Line(_("From your therapist: {note}").format(note=" ".join(brief.split())))
