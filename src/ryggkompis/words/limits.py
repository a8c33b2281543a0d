"""What the limits of the table are called, in words that say what each of them decides."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.i18n.language import _

LIMITS: Final = N_("The limits of the plan")
_NAMES: Final[Mapping[str, str]] = {
    "worse_leg": N_("Points above usual that make a morning worse"),
    "settles_within": N_("Minutes in which the leg should settle after a walk"),
    "good_share": N_("Per cent of the known days that went well before a step up"),
    "days_at_level": N_("Days at a level before a step up"),
    "days_between_rises": N_("Days between two steps up"),
    "too_little": N_("Per cent of the plan that is too little to go on"),
    "too_much": N_("Per cent of the plan that is so much that we hold"),
    "position_minutes": N_("Minutes between two changes of position"),
    "position_minutes_tender": N_("The same on tender days"),
}


def limit_name(name: str) -> str:
    """Name a limit by its name in ``Thresholds``; an unknown one names itself."""
    return _(_NAMES.get(name, name))
