"""What went wrong, with the command that helps where only this front end knows it."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_, ExpectedError
from ryggkompis.i18n.errors import word
from ryggkompis.i18n.language import _
from ryggkompis.services.errors import NoSuchEntry, SafetyAnswerStays

_THEN: Final[Mapping[type[ExpectedError], str]] = {
    NoSuchEntry: N_("“ryggkompis log” lists them."),
    SafetyAnswerStays: N_(
        "When a doctor has looked at it, or you are sure it was a slip, use “ryggkompis clear”."
    ),
}


def fault_in_words(error: ExpectedError) -> str:
    """Say ``error``, and which command to use."""
    then = _THEN.get(type(error))
    return f"{word(error)} {_(then)}" if then else word(error)
