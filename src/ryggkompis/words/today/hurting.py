"""What is said when it hurts now: one position, ten minutes, and no lecture."""

from collections.abc import Iterator
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.value import replace
from ryggkompis.domain.catalogue.catalogue import Comfort
from ryggkompis.domain.today.hurting import BREAK
from ryggkompis.i18n.language import _, current
from ryggkompis.words.lines import Line
from ryggkompis.words.today.clock import Timed, a_rest
from ryggkompis.words.urgent import unbroken

HURTS: Final = N_("It hurts now")
"""As the patient says it."""


def a_break(relief: Comfort) -> Timed:
    """Word ten minutes in a position for rest."""
    return replace(a_rest(relief), title=f"{relief.name.in_(current())} · {BREAK} min", most=BREAK)


def afterwards() -> str:
    """Say that it is kept, and that the day may be small."""
    return _("Saved. Move a little when you feel like it. The rest of the day may be small.")


def no_position() -> Iterator[Line]:
    """Say what helps where the plan comes from somebody else."""
    yield Line(_("Rest in the position that you know is good, as your therapist has told you."), "strong")
    yield Line(unbroken(_("Is it getting worse, or are you unsure? Call them, or 116 117.")))
    yield Line("", act="urgent_now")
