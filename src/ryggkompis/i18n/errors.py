"""What went wrong, in the patient's language."""

from datetime import date, datetime, time
from typing import Final

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.text import shown_name
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _

LONGEST: Final = 160
"""Characters of what was typed, or of a path, that a sentence repeats; of more it gives both ends."""
_OURS: Final = frozenset({"choices", "known", "targets"})
"""What we list ourselves is said whole."""


def word(error: ExpectedError) -> str:
    """Say ``error`` in the current language, with days and numbers written as that language writes them."""
    values = {name: _shown(value, is_ours=name in _OURS) for name, value in error.values.items()}
    sentence = _(error.says)
    said = sentence.format(**values)
    # A weekday begins small in bokmål, a sentence does not; a name of the patient's stays as it is.
    begins_with = sentence[1:].partition("}")[0] if sentence.startswith("{") else ""
    return said[:1].upper() + said[1:] if isinstance(error.values.get(begins_with), date) else said


def _shown(value: object, *, is_ours: bool) -> str:
    """Write one value of a sentence, which stays one line; whole numbers ungrouped (they may be years)."""
    match value:
        case datetime():
            return formats.moment(value)
        case date():
            return formats.day(value)
        case time():
            return formats.clock(value)
        case float():
            return formats.number(value, decimals=2)
        case list() | tuple():
            return formats.list_of([_shown(item, is_ours=is_ours) for item in value])
        case _:
            said = _reason(value) if isinstance(value, Exception) else shown_name(str(value))
            is_short = is_ours or len(said) <= LONGEST
            return said if is_short else f"{said[: LONGEST // 2]}…{said[1 - LONGEST // 2 :]}"


def _reason(error: Exception) -> str:
    """Say what the system, or a reader of files, ran into."""
    if not isinstance(error, OSError):
        return type(error).__name__
    # Hardly ever needed, and every command pays for what is imported.
    from ryggkompis.i18n.os_errors import os_error_in_words  # noqa: PLC0415

    return os_error_in_words(error)
