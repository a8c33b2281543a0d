"""Who can be talked to day and night."""

from typing import Final

from ryggkompis.i18n.language import _

HELPLINES: Final = (("Mental Helse", "116 123"), ("Kirkens SOS", "22 40 00 40"))
"""Names and numbers; both answer day and night."""


def helplines_in_words() -> tuple[str, ...]:
    """Give a heading, and a line for each of them."""
    return (_("Someone to talk to, day and night"), *(f"{name}  {number}" for name, number in HELPLINES))
