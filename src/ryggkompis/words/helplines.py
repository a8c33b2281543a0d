"""Whom to call, and who can be talked to day and night."""

from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.catalogue.catalogue import Action
from ryggkompis.i18n.language import _

ACTIONS: Final[dict[Action, str]] = {
    "113": N_("Call 113"),
    "116117_now": N_("Call 116 117 now"),
    "116117_today": N_("Call 116 117 or your doctor today"),
    "gp_days": N_("See your doctor within days"),
    "gp": N_("Talk to your doctor"),
}
"""Whom to call, most urgent first."""
HELPLINES: Final = (("Mental Helse", "116 123"), ("Kirkens SOS", "22 40 00 40"))
"""Names and numbers; both answer day and night."""


def helplines_in_words() -> tuple[str, ...]:
    """Give a heading, and a line for each of them."""
    return (_("Someone to talk to, day and night"), *(f"{name}  {number}" for name, number in HELPLINES))
