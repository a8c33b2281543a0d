"""Whom the program is for and what it is not: the same words wherever they are said."""

from ryggkompis.i18n.language import _


def intended_use() -> tuple[str, ...]:
    """Say whom the program is for, and what it is not, a paragraph each."""
    return (
        _(
            "Ryggkompis is a diary and a reminder for adults who have been told by health personnel that "
            "they have a herniated disc in the low back. You note pain and activity, follow the course "
            "yourself, and have an overview to take to your therapist. What it suggests is for "
            "you to confirm or leave."
        ),
        _(
            "It makes no diagnosis, gives no treatment, and does not replace a doctor, a physiotherapist, "
            "a naprapath or a chiropractor. No clinician has reviewed its content. Whether a plan that "
            "follows your answers makes it a medical device (MDR) is an open question, so it is for your own "
            "use and for evaluation."
        ),
    )
