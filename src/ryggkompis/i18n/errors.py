"""What went wrong, in the patient's language."""

from datetime import date, datetime, time

from ryggkompis.domain.base.errors import ExpectedError
from ryggkompis.domain.base.text import shown_name
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _


def word(error: ExpectedError) -> str:
    """Say ``error`` in the current language, with days and numbers written as that language writes them."""
    values, says = {name: _shown(value) for name, value in error.values.items()}, _(error.says)
    said = says.format(**values)
    # A weekday begins small in bokmål, a sentence does not; a name of the patient's stays as it is.
    begins_with = says[1:].partition("}")[0] if says.startswith("{") else ""
    return said[:1].upper() + said[1:] if isinstance(error.values.get(begins_with), date) else said


def _shown(value: object) -> str:
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
            return formats.list_of([_shown(item) for item in value])
        case _:
            return shown_name(str(value))
