"""The facts as a FHIR R4 collection, with public codes where there are any (clinical 3.6), and no name."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeAlias
from uuid import UUID, uuid5

from ryggkompis.domain.course.progress import Period, Values
from ryggkompis.i18n.language import _, current
from ryggkompis.report.page import one_line
from ryggkompis.report.summary import PainCourse, Summary
from ryggkompis.store.lines import canonical
from ryggkompis.words.entries import choice_name
from ryggkompis.words.problems import unread_named
from ryggkompis.words.progress import Measure, change_in_words, earlier_in_words, measure_name

Resource: TypeAlias = dict[str, Any]

_LOINC: Final = "http://loinc.org"
_UCUM: Final = "http://unitsofmeasure.org"
_OURS: Final = UUID("6f0d2c1e-5b7a-4c0b-9d9e-7a2f4f1f9b10")
"""The name of our own codes."""
_SYSTEM: Final = f"urn:uuid:{_OURS}"
_CATEGORIES: Final = "http://terminology.hl7.org/CodeSystem/observation-category"
_PAIN: Final = ("72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported")
_WALKED: Final = ("55411-3", "Exercise duration")
_SITES: Final[Mapping[Measure, tuple[str, str]]] = {
    "leg": ("61685007", "Lower limb structure"),
    "back": ("37822005", "Lower back structure"),
}
_ABSENT: Final = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
_SNOMED: Final = "http://snomed.info/sct"
_CODES: Final[Mapping[str, str]] = {
    "average-of-day": "Pain, average of the whole day",
    "red-flag": "Safety question answered yes or unsure",
    "pain-change": "Change of pain from the first week of the episode to its last",
    "earlier-episode": "Earlier episode",
    "lowest-site": "Lowest point that pain reached",
    "numbness": "Numbness in the leg",
    "activity": "Patient-specific activity, 0 cannot to 10 as before",
    "flare": "Flare-up, as named by the patient",
    "nights-woken": "Nights woken by pain, of those answered for",
    "event": "Event noted by the patient",
    "note": "Note by the patient",
    "unreadable": "Days of the diary that could not be read: unknown, and not quiet",
}
"""Our own codes, for what has no public one."""


def bundle(summary: Summary) -> bytes:
    """Write ``facts`` as one Bundle, in UTF-8."""
    # Two patients' files must never meet under one id, so what they said is what every id is made from.
    seed = uuid5(_OURS, "\n".join(canonical(line) for line in summary.lines))
    patient = _with_id({"resourceType": "Patient", "active": True}, seed, "patient")
    resources = (patient, _code_system(), *_observed(summary, seed, f"urn:uuid:{patient['id']}"))
    document = {
        "resourceType": "Bundle",
        "id": str(seed),
        "language": current(),
        "type": "collection",
        # Of the course and not of the clock: the same facts give the same bytes.
        "timestamp": f"{summary.period.last.isoformat()}T12:00:00Z",
        "entry": [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in resources],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _observed(summary: Summary, seed: UUID, subject: str) -> Iterator[Resource]:
    who = {"subject": {"reference": subject}}
    parts = (_safety, _pain, _signs, _done, _told, _course)
    for place, one in enumerate(one for part in parts for one in part(summary)):
        yield _with_id({**one, **who}, seed, str(place))


def _safety(summary: Summary) -> Iterator[Resource]:
    for said in summary.safety.answers:
        question = said.question.in_(current()) if said.question else said.flag
        told = f"{choice_name('answers', said.answer)}: {one_line(question)} ({one_line(said.flag)})"
        yield _ours("red-flag", _("Safety questions"), said.day, valueString=told)


def _pain(summary: Summary) -> Iterator[Resource]:
    mornings: tuple[tuple[Measure, Values], ...] = (
        ("leg", summary.leg.values),
        ("back", summary.back.values),
    )
    for one in summary.unread:
        days = one.days(summary.period.first, summary.period.last)
        absent = {"coding": [{"system": _ABSENT, "code": "error", "display": "Error"}]}
        yield _ours("unreadable", unread_named([one]), Period(days[0], days[-1]), dataAbsentReason=absent)
    for measure, values in mornings:
        for day, value in sorted(values.items()):
            yield _scored(measure, day, value, [])
    evenings: tuple[tuple[Measure, Values], ...] = (
        ("leg", summary.leg_evening.values),
        ("back", summary.back_evening.values),
    )
    for measure, values in evenings:
        for day, value in sorted(values.items()):
            yield _scored(measure, day, value, [_coding("average-of-day")])


def _course(summary: Summary) -> Iterator[Resource]:
    """Tell the change in this episode, and each episode before it."""
    courses: tuple[tuple[Measure, PainCourse], ...] = (("leg", summary.leg), ("back", summary.back))
    for measure, course in courses:
        if course.values:
            told = change_in_words(measure, course.change)
            yield _ours("pain-change", measure_name(measure), summary.about, valueString=told)
    for one in summary.earlier:
        yield _ours(
            "earlier-episode", _("Earlier episode"), one.period, valueString=one_line(earlier_in_words(one))
        )


def _scored(measure: Measure, day: date, value: float, also: list[Resource]) -> Resource:
    code, display = _PAIN
    site, name = _SITES[measure]
    return _observation(
        "survey",
        {
            "coding": [{"system": _LOINC, "code": code, "display": display}, *also],
            "text": measure_name(measure),
        },
        day,
        bodySite={
            "coding": [{"system": _SNOMED, "code": site, "display": name}],
            "text": measure_name(measure),
        },
        valueQuantity={"value": value, "unit": "{score}", "system": _UCUM, "code": "{score}"},
    )


def _signs(summary: Summary) -> Iterator[Resource]:
    last = summary.about.last
    if summary.lowest.now:
        yield _ours(
            "lowest-site", _("Lowest point"), last, valueString=choice_name("site", summary.lowest.now)
        )
    if summary.numbness.latest:
        yield _ours("numbness", _("Numbness"), last, valueString=choice_name("numb", summary.numbness.latest))
    for goal in summary.goals:
        for rating in goal.ratings:
            yield _ours("activity", one_line(goal.name), rating.day, valueInteger=rating.value)


def _done(summary: Summary) -> Iterator[Resource]:
    code, display = _WALKED
    for day, minutes in summary.walking.by_day.items():
        yield _observation(
            "activity",
            {"coding": [{"system": _LOINC, "code": code, "display": display}], "text": _("Walking")},
            day,
            valueQuantity={"value": minutes, "unit": "min", "system": _UCUM, "code": "min"},
        )
    for flare in summary.flares:
        yield _ours("flare", _("flare-up"), Period(flare.first, flare.last), valueBoolean=True)
    if summary.sleep.nights:
        nights = {"numerator": {"value": summary.sleep.woken}, "denominator": {"value": summary.sleep.nights}}
        yield _ours("nights-woken", _("Sleep"), summary.period, valueRatio=nights)


def _told(summary: Summary) -> Iterator[Resource]:
    for said in summary.medicines:
        yield {
            "resourceType": "MedicationStatement",
            "status": "unknown",
            "medicationCodeableConcept": {"text": one_line(said.text)},
            "effectiveDateTime": said.day.isoformat(),
        }
    for happened in summary.events:
        kind = choice_name("event", happened.kind)
        yield _ours("event", kind, happened.day, valueString=one_line(happened.text) or kind)
    for said in summary.notes:
        yield _ours("note", _("Notes"), said.day, valueString=one_line(said.text) or "–")


def _ours(code: str, text: str, when: date | Period, **value: object) -> Resource:
    return _observation("survey", {"coding": [_coding(code)], "text": text}, when, **value)


def _coding(code: str) -> Resource:
    return {"system": _SYSTEM, "code": code, "display": _CODES[code]}


def _observation(category: str, code: Resource, when: date | Period, **value: object) -> Resource:
    if isinstance(when, Period):
        time: Resource = {"effectivePeriod": {"start": when.first.isoformat(), "end": when.last.isoformat()}}
    else:
        time = {"effectiveDateTime": when.isoformat()}
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [{"system": _CATEGORIES, "code": category}]}],
        "code": code,
        **time,
        **value,
    }


def _code_system() -> Resource:
    concepts: Sequence[Resource] = [{"code": code, "display": display} for code, display in _CODES.items()]
    return _with_id(
        {
            "resourceType": "CodeSystem",
            "url": _SYSTEM,
            "name": "Ryggkompis",
            "status": "active",
            "content": "complete",
            "concept": concepts,
        },
        _OURS,
        "codes",
    )


def _with_id(resource: Resource, seed: UUID, name: str) -> Resource:
    return {**resource, "id": str(uuid5(seed, name))}
