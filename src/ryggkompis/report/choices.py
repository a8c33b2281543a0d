"""What a report says of a change, and what its formats are called."""

from collections.abc import Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.course.progress import (
    Change,
    ClearlyBetter,
    ClearlyWorse,
    NoClearChange,
    NotAllRead,
    TooEarly,
)
from ryggkompis.i18n.language import _

CHANGES: Final[Mapping[type[Change], str]] = {
    TooEarly: N_("too early to say"),
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


def format_name(format_: str) -> str:
    """Say a format and what it is good for, in the current language."""
    return _(_FORMATS[format_])
