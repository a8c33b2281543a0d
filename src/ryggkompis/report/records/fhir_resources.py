"""What a FHIR bundle is made of: observations with public codes or our own, each with an id that stays."""

from datetime import date
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from ryggkompis.domain.course.progress import Period
from ryggkompis.report.page import UNKNOWN, one_line
from ryggkompis.report.records.fhir_codes import CATEGORIES, CODES, SYSTEM

Resource: TypeAlias = dict[str, Any]


def plain(text: str) -> str:
    """Give ``text`` on one line; a text of blanks would be an empty element, which FHIR has not."""
    return one_line(text) or UNKNOWN


def ours(code: str, text: str, when: date | Period, **value: object) -> Resource:
    """Make an observation of a kind that has no public code."""
    return observation("survey", {"coding": [coding(code)], "text": text}, when, **value)


def coding(code: str) -> Resource:
    """Give one of our own codes, with what it means."""
    return {"system": SYSTEM, "code": code, "display": CODES[code]}


def observation(category: str, code: Resource, when: date | Period, **value: object) -> Resource:
    """Make an observation of a day or a period."""
    if isinstance(when, Period):
        time: Resource = {"effectivePeriod": {"start": when.first.isoformat(), "end": when.last.isoformat()}}
    else:
        time = {"effectiveDateTime": when.isoformat()}
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": CATEGORIES, "code": category}]}],
        "code": code,
        **time,
        **value,
    }


def with_id(resource: Resource, seed: UUID, name: str) -> Resource:
    """Give ``resource`` the id that ``seed`` and ``name`` lead to, each time the same."""
    return {**resource, "id": str(uuid5(seed, name))}
