"""What the program is, and what it is not: the end of every help text, and the first words of the demo."""

from ryggkompis.i18n.language import _
from ryggkompis.words.about import intended_use


def about_the_program() -> str:
    """Say whom the program is for, what it is not, and whom to call, in paragraphs."""
    return "\n\n".join((*intended_use(), in_an_emergency()))


def in_an_emergency() -> str:
    """Say whom to call, in one paragraph."""
    return _(
        "In an emergency call 113. If you turn numb between the legs, have new trouble with bladder or "
        "bowels, or a leg turns weak: call 116 117 now. “ryggkompis urgent” says when it is 113 instead."
    )
