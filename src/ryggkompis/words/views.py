"""What the views of the course are called: short in a row of names, and as a heading."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _

_NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "pain": (N_("Pain"), N_("Pain in the morning")),
    "walking": (N_("Walking"), N_("Minutes walked")),
    "reach": (N_("Reach"), N_("How far down the pain reaches")),
    "drawing": (N_("Drawing"), N_("Where it hurts, then and now")),
    "week": (N_("The week"), N_("The last seven days")),
    "calendar": (N_("Calendar"), N_("The leg, morning by morning")),
    "goals": (N_("Goals"), N_("Your own activities, week by week")),
    "sleep": (N_("Sleep"), N_("Nights broken by pain")),
    "steps": (N_("Steps"), N_("Steps a day, as a device counted them")),
    "positions": (N_("Positions"), N_("Changes of position")),
    "exercises": (N_("Exercises"), N_("Exercises done")),
    "meaning": (N_("Meaning"), N_("What it means")),
}


def view_name(name: str) -> str:
    """Name a view in a word: “Søvn”, “Sleep”."""
    return _(_NAMES[name][0])


def view_heading(name: str) -> str:
    """Say what a view shows: “Netter med smerte”, “Nights broken by pain”."""
    return _(_NAMES[name][1])
