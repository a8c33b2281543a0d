"""What is asked before a visit and after it; worded when it is asked."""

from collections.abc import Mapping

from ryggkompis.domain.base.scales import QUESTIONS
from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.journal.entries import Event, Profile, Programme
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import (
    NO,
    Choice,
    OneOf,
    Question,
    Text,
    a_day,
    text,
    yes_or_no,
)
from ryggkompis.words.lines import texts
from ryggkompis.words.programme import is_only_meant, would_be_replaced

TELL, FILE = "tell", "file"
"""How a programme is told: by questions, or as the therapist's file."""


def been() -> tuple[Question, ...]:
    """Ask whether today's visit has been."""
    answers = yes_or_no(_("yes"), _("no, not yet"), no_first=True)
    return (Question(key="been", words=_("Have you been there?"), answer=OneOf(answers, can_skip=False)),)


def before() -> tuple[Question, ...]:
    """Ask when the next visit is, and what the patient wants to ask there."""
    return (_next_visit(), *(_question(n) for n in range(QUESTIONS)))


def after(answers: Mapping[str, object]) -> tuple[Question, ...]:
    """Ask what was agreed, when the next visit is, and whether they gave something to follow."""
    choices = (
        Choice(value=False, label=_("no"), key=NO),
        Choice(TELL, _("yes, and I tell it next")),
        Choice(FILE, _("yes, as a file")),
    )
    found = (
        Question(
            key="agreed",
            words=_("What was agreed?"),
            hint=_("A few words are enough. It is marked in the pictures of your course."),
            answer=text(Event, "text", is_needed=True),
        ),
        _next_visit(),
        Question(
            key="programme",
            words=_("Did they give you something to follow?"),
            hint=_("Exercises, a limit for walking, something to avoid: then the plan follows it."),
            answer=OneOf(choices),
        ),
    )
    return (*found, _file()) if answers.get("programme") == FILE else found


def file_in(answers: Mapping[str, object]) -> str:
    """Give where the file lies; empty where there is none."""
    return str(answers.get("file") or "").strip() if answers.get("programme") == FILE else ""


def replacing(now: Programme, name: str, catalogue: Catalogue) -> Question:
    """Ask whether the programme of ``name`` is to hold instead of another therapist's."""
    return Question(
        key="only",
        words=is_only_meant(name),
        hint="\n".join(texts(would_be_replaced(now, catalogue))),
        answer=OneOf(yes_or_no(_("yes"), _("no"), no_first=True), can_skip=False),
    )


def _file() -> Question:
    return Question(
        key="file",
        words=_("Where does the file lie?"),
        hint=_("For example ~/programme.yaml."),
        answer=Text(is_needed=True),
    )


def _next_visit() -> Question:
    return Question(
        key="next_visit",
        words=_("When is the next visit?"),
        hint=_("You are reminded two days before. Enter alone means that you do not know."),
        answer=a_day("next_visit", is_ahead=True),
    )


def _question(n: int) -> Question:
    return Question(
        key=f"question {n}",
        words=_("What do you want to ask? ({n} of {all})").format(n=n + 1, all=QUESTIONS),
        hint=_("It stands on the page for your therapist."),
        answer=text(Profile, "questions"),
    )
