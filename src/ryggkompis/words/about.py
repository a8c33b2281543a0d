"""Whom the program is for, what it is not, and whom to call: the same words wherever they are said."""

from collections.abc import Iterator

from ryggkompis.content.reviewed import reviewers
from ryggkompis.i18n.language import _, ngettext
from ryggkompis.words.lines import Line
from ryggkompis.words.urgent import in_an_emergency


def about_the_program() -> Iterator[Line]:
    """Say whom the program is for, what it is not, and whom to call, a paragraph each."""
    yield from (Line(paragraph) for paragraph in _intended_use())
    yield in_an_emergency()


def reviewed_in_words(n: int) -> str:
    """Say how many clinicians have reviewed it; that is never an approval."""
    if not n:
        return _("No clinician has reviewed the rules and texts.")
    return ngettext(
        "{n} clinician has reviewed the rules and texts, which is no approval.",
        "{n} clinicians have reviewed the rules and texts, which is no approval.",
        n,
    ).format(n=n)


def _intended_use() -> tuple[str, ...]:
    return (
        _(
            "Ryggkompis is a diary and a reminder for adults who have been told by health personnel that "
            "they have a herniated disc in the low back. You note pain and activity, follow the course "
            "yourself, and have an overview to take to your therapist. Its plan is yours to take or "
            "leave."
        ),
        _(
            "It makes no diagnosis, gives no treatment, and does not replace a doctor, a physiotherapist, "
            "a naprapath or a chiropractor. {reviewed} Whether a plan that follows your answers makes it a "
            "medical device (MDR) is an open question, so it is for your own use and for evaluation."
        ).format(reviewed=reviewed_in_words(reviewers())),
    )
