"""What a report says of a change, and what its formats are called."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.course.progress import (
    LEAST_FOR_CHANGE,
    Change,
    ClearlyBetter,
    ClearlyWorse,
    NoClearChange,
    NotAllRead,
    TooEarly,
)
from ryggkompis.i18n.language import _

_CHANGES: Final[Mapping[type[Change], str]] = {
    ClearlyBetter: N_("clearly less pain"),
    ClearlyWorse: N_("clearly more pain"),
    NoClearChange: N_("no clear change"),
    NotAllRead: N_("not all can be read"),
}
_FORMATS: Final[Mapping[str, str]] = {
    "pdf": N_("PDF, to print or to send"),
    "html": N_("HTML, for a browser"),
    "md": N_("Markdown"),
    "txt": N_("text, for a message"),
    "fhir": N_("FHIR, for a clinic's system"),
    "csv": N_("CSV, a table"),
    "json": N_("JSON, to bring in again"),
}


def change_told(change: Change) -> str:
    """Say what a change comes to in a few words, or what is missing for it."""
    match change:
        case TooEarly(n_first, _n) if n_first < LEAST_FOR_CHANGE:
            told = _("too few answers in the first week ({n} of {least})")
            return told.format(n=n_first, least=LEAST_FOR_CHANGE)
        case TooEarly(_n, n_last) if n_last < LEAST_FOR_CHANGE:
            told = _("too few answers in the last 7 days ({n} of {least})")
            return told.format(n=n_last, least=LEAST_FOR_CHANGE)
        case TooEarly():
            return _("the two weeks overlap")
        case _:
            return _(_CHANGES[type(change)])


def format_name(format_: str) -> str:
    """Say a format and what it is good for, in the current language."""
    return _(_FORMATS[format_])
