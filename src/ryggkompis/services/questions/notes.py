"""What is asked for a few words: a note, an event, who has looked at it; worded when it is asked."""

from ryggkompis.domain.base.scales import EVENT_KINDS
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.journal.entries import Note
from ryggkompis.domain.journal.gate import Clearance
from ryggkompis.domain.plan.safety import Lock
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import OneOf, Question, a_day, named, text, yes_or_no
from ryggkompis.words.today.clearing import seen_since, who_has_looked


def _in_words(words: str, *, hint: str = "") -> Question:
    """Ask for a few words."""
    return Question(key="text", words=words, hint=hint, answer=text(Note, "text", is_needed=True))


def note() -> tuple[Question, ...]:
    """Ask for a note."""
    return (_in_words(_("Note"), hint=_("Anything you want to remember, or to tell your therapist.")),)


def is_marked() -> str:
    """Say what becomes of an event."""
    return _("It is marked in the pictures of your course.")


def event() -> tuple[Question, ...]:
    """Ask what happened."""
    return (
        Question(
            key="event",
            words=_("What happened?"),
            hint=is_marked(),
            answer=OneOf(named("event", EVENT_KINDS), can_skip=False),
        ),
        _in_words(_("Tell it in a few words")),
    )


def cleared(lock: Lock | None) -> tuple[Question, ...]:
    """Ask who has looked at it after what was answered, and whether the patient may go on."""
    return (
        Question(
            key="by",
            words=_("Who has looked at it?"),
            hint=who_has_looked(lock),
            answer=text(Clearance, "by", is_needed=True),
        ),
        Question(
            key="seen",
            words=_("Which day was that?"),
            answer=replace(a_day(is_needed=True, has_been=True), after=lock.latest if lock else None),
        ),
        Question(
            key="sure",
            words=seen_since(lock),
            hint=_("The plan comes back gentler than it was: the longer it was held, the gentler."),
            answer=OneOf(yes_or_no(_("yes, that is so"), _("no, not yet"), no_first=True), can_skip=False),
        ),
    )
