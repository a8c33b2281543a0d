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

_SENTENCES: Final[Mapping[Phase, str]] = {
    "acute": N_("These are gentle days."),
    "early": N_("You are finding the rhythm."),
    "build": N_("You are building up."),
    "maintain": N_("You are keeping it up."),
}


def phase_in_words(phase: Phase) -> str:
    """Say in a sentence what the days of a phase are for: “Nå gjelder rolige dager.”."""
    return _(_SENTENCES[phase])


def phase_name(phase: Phase) -> str:
    """Name a phase, as it reads in a sentence: “rolige dager”, “gentle days”."""
    return _(_PHASES[phase])
