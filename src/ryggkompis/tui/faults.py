"""What went wrong, with the key that helps where only this front end knows it."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.errors import N_, ExpectedError
from ryggkompis.i18n import _, word
from ryggkompis.services.errors import SafetyAnswerStays

_THEN: Final[Mapping[type[ExpectedError], str]] = {
    SafetyAnswerStays: N_("When a doctor has looked at it, or you are sure it was a slip, press c on Today."),
}


def in_words(error: ExpectedError) -> str:
    """Say ``error``, and which key to press."""
    then = _THEN.get(type(error))
    return f"{word(error)} {_(then)}" if then else word(error)
