"""What a report says of a change, and what its parts are called."""

from collections.abc import Iterable, Mapping
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
_PARTS: Final[Mapping[str, str]] = {
    "notes": N_("notes"),
    "medicine": N_("medicines"),
    "events": N_("events"),
    "goals": N_("activities"),
    "work": N_("work"),
    "worry": N_("worry"),
    "sleep": N_("sleep"),
    "profile": N_("the profile"),
    "questions": N_("questions for the visit"),
    "programme": N_("the therapist's programme"),
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


def part_name(part: str) -> str:
    """Name a part that can be left out, in the current language."""
    return _(_PARTS[part])


def parts_named(parts: Iterable[str]) -> Mapping[str, str]:
    """Give each of these parts with its name."""
    return {part: part_name(part) for part in parts}
