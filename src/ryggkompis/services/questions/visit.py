"""What is asked before a visit and after it; worded when it is asked."""

from ryggkompis.domain.base.scales import QUESTIONS
from ryggkompis.domain.journal.entries import Event, Profile
from ryggkompis.i18n.language import _
from ryggkompis.services.questions.kinds import OneOf, Question, Text, a_day, text, yes_or_no


def been() -> tuple[Question, ...]:
    """Ask whether today's visit has been."""
    answers = yes_or_no(_("yes"), _("no, not yet"), no_first=True)
    return (Question(key="been", words=_("Have you been there?"), answer=OneOf(answers, can_skip=False)),)


def before() -> tuple[Question, ...]:
    """Ask when the next visit is, and what the patient wants to ask there."""
    return (_next_visit(), *(_question(n) for n in range(QUESTIONS)))


def after() -> tuple[Question, ...]:
    """Ask what was agreed, when the next visit is, and for a programme."""
    return (
        Question(
            key="agreed",
            words=_("What was agreed?"),
            hint=_("A few words are enough. It is marked in the pictures of your course."),
            answer=text(Event, "text", is_needed=True),
        ),
        _next_visit(),
        Question(
            key="file",
            words=_("Did you get a new programme as a file?"),
            hint=_("Write where it lies, for example ~/programme.yaml. Enter alone means no."),
            answer=Text(),
        ),
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
