"""What stands beside a drawn body."""

from ryggkompis.domain.journal.drawing import HALVES
from ryggkompis.i18n.language import _
from ryggkompis.pictures.body.drawn import Captions
from ryggkompis.words.drawing.names import half_letter


def captions() -> Captions:
    """Name the two sides of a body, and left and right."""
    left, right = (half_letter(half) for half in HALVES)
    return Captions(_("behind"), _("front"), left, right)
