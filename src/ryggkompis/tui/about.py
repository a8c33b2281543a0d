"""What the program is, what it is not, and which key says whom to call."""

from ryggkompis.i18n.language import _
from ryggkompis.words.about import intended_use


def about_the_program() -> str:
    """Say whom the program is for, what it is not, and what to do in an emergency, in paragraphs."""
    emergency = _(
        "In an emergency call 113. Numb between the legs, trouble with bladder or bowels, or a leg that "
        "turns weak: call 116 117 now. The key ! says more, everywhere."
    )
    return "\n\n".join((*intended_use(), emergency))
