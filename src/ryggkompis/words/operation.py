"""What is said after an operation: whose words rule, what is waited for, and what is left out until when."""

from collections.abc import Iterator

from ryggkompis.domain.base.text import shown
from ryggkompis.domain.journal.entries import Programme
from ryggkompis.domain.journal.operation import Operation
from ryggkompis.domain.plan.reasons import Heals, NeedsOwnPlan
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _

AFTER_OPERATION = ("operated",)


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


def heals_in_words(reason: Heals) -> str:
    """Say what is left out while an operation heals."""
    return _(
        "Your operation is less than twelve weeks ago. Until {day} no exercise here goes far into a bend "
        "or a twist, unless your therapist's programme asks for it."
    ).format(day=formats.day_month(reason.until))


def waiting_in_words(operation: Operation | None, how: str) -> Iterator[str]:
    """Say what there is instead of a plan, and ask for what is not told yet; ``how`` says how to tell it."""
    if operation is None:
        yield _("You told us that your back was operated on. When was it?")
    else:
        yield _("You were operated on {day}.").format(day=formats.day_month_year(operation.day))
    yield _(
        "How much you walk, how you lie and sit, and what you lift: what the surgeon and the hospital's "
        "physiotherapist have told you is what counts now. It may differ from what others are told."
    )
    if operation is not None and operation.cleared is not None:
        yield _("You may exercise from {day}. The plan begins on that day, gently.").format(
            day=formats.day_month_year(operation.cleared)
        )
    else:
        yield _("Nothing is planned here until they say that you may exercise. The diary is yours to use.")
    yield how


def note_in_words(programme: Programme | None) -> str:
    """Give the therapist's own word to the patient; nothing where there is none."""
    if programme is None or not programme.note:
        return ""
    return _("From your therapist: {note}").format(note=shown(programme.note))
