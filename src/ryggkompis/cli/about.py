"""What the program is, and what it is not: the end of every help text, and the first words of the demo."""

from ryggkompis.i18n import _


def intended_use() -> str:
    """Say whom the program is for and what it is not, in paragraphs."""
    return f"{_meant_for()}\n\n{_not_meant_for()}\n\n{in_an_emergency()}"


def _meant_for() -> str:
    return _(
        "Ryggkompis is a diary and a reminder for adults who have been told by health personnel that they "
        "have a herniated disc in the low back. You note pain and activity, follow the course yourself, and "
        "have an overview to take to your therapist. What it suggests is for you to confirm or leave."
    )


def _not_meant_for() -> str:
    return _(
        "It makes no diagnosis, gives no treatment, and does not replace a doctor, a physiotherapist, "
        "a naprapath or a chiropractor. No clinician has reviewed its content. Whether a plan that follows "
        "your answers makes it a medical device (MDR) is an open question, so it is for your own use and for "
        "evaluation."
    )


def in_an_emergency() -> str:
    """Say whom to call, in one paragraph."""
    return _(
        "In an emergency call 113. If you turn numb between the legs, have new trouble with bladder or "
        "bowels, or a leg turns weak: call 116 117 now. “ryggkompis urgent” says when it is 113 instead."
    )
