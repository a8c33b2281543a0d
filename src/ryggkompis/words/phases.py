"""What the phases of a course are called, wherever one is named."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.catalogue.catalogue import Phase
from ryggkompis.i18n.language import _

_PHASES: Final[Mapping[Phase, str]] = {
    "acute": N_("gentle days"),
    "early": N_("finding the rhythm"),
    "build": N_("building up"),
    "maintain": N_("keeping it up"),
}


def phase_name(phase: Phase) -> str:
    """Name a phase, as it reads in a sentence: “rolige dager”, “gentle days”."""
    return _(_PHASES[phase])
