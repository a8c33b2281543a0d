"""The facts as a FHIR R4 collection, with public codes where there are any (clinical 3.6), and no name."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from ryggkompis.domain.course.progress import Period, Values
from ryggkompis.i18n.language import _, current
from ryggkompis.report.page import UNKNOWN, one_line
from ryggkompis.report.records.fhir_codes import (
    ABSENT,
    CATEGORIES,
    CODES,
    LOINC,
    OURS,
    PAIN,
    SITES,
    SNOMED,
    SYSTEM,
    UCUM,
    WALKED,
)
from ryggkompis.report.summary import PainCourse, Summary
from ryggkompis.store.lines import canonical
from ryggkompis.words.entries import choice_name, field_name, kind_name
from ryggkompis.words.problems import unread_named
from ryggkompis.words.progress import Measure, change_in_words, earlier_in_words, measure_name

Resource: TypeAlias = dict[str, Any]


def bundle(summary: Summary) -> bytes:
    """Write ``facts`` as one Bundle, in UTF-8."""
    # Two patients' files must never meet under one id, so what they said is what every id is made from.
    seed = uuid5(OURS, "\n".join(canonical(line) for line in summary.lines))
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
    patient = {"reference": subject}
    parts = (_safety, _person, _pain, _signs, _done, _told, _course)
    for place, one in enumerate(one for part in parts for one in part(summary)):
        # Everything was told by the patient, and nobody else has measured anything.
        is_medicine = one["resourceType"] == "MedicationStatement"
        source = {"informationSource": patient} if is_medicine else {"performer": [patient]}
        yield _with_id({**one, "subject": patient, **source}, seed, str(place))


def _safety(summary: Summary) -> Iterator[Resource]:
    for said in summary.safety.answers:
        question = said.question.in_(current()) if said.question else said.flag
        told = f"{choice_name('answers', said.answer)}: {_line(question)} ({_line(said.flag)})"
        yield _ours("red-flag", _("Safety questions"), said.day, valueString=told)
    lock, last = summary.safety.lock, summary.period.last
    if lock is not None:
        held = Period(lock.since, max(lock.since, last))
        yield _ours("plan-held", _("The plan is held back"), held, valueString=_line(", ".join(lock.said)))
    for seen in summary.safety.seen:
        note = {"note": [{"text": _line(seen.text)}]} if seen.text else {}
        yield _ours("clearance", kind_name("clearance"), seen.day, valueString=_line(seen.by), **note)
    asked = _("Safety questions answered")
    yield _ours("safety-asked", asked, summary.period, valueInteger=summary.safety.asked)


def _person(summary: Summary) -> Iterator[Resource]:
    person, last = summary.person, summary.period.last
    if person is not None and person.onset is not None:
        yield _ours("onset", field_name("onset"), last, valueDateTime=person.onset.isoformat())
    if person is not None and person.side is not None:
        yield _ours("side", field_name("side"), last, valueString=choice_name("side", person.side))


def _pain(summary: Summary) -> Iterator[Resource]:
    mornings: tuple[tuple[Measure, Values], ...] = (
        ("leg", summary.leg.values),
        ("back", summary.back.values),
    )
    for one in summary.unread:
        days = one.days(summary.period.first, summary.period.last)
        absent = {"coding": [{"system": ABSENT, "code": "error", "display": "Error"}]}
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
            "earlier-episode", _("Earlier episode"), one.period, valueString=_line(earlier_in_words(one))
        )


def _scored(measure: Measure, day: date, value: float, also: list[Resource]) -> Resource:
    code, display = PAIN
    site, name = SITES[measure]
    return _observation(
        "survey",
        {
            "coding": [{"system": LOINC, "code": code, "display": display}, *also],
            "text": measure_name(measure),
        },
        day,
        bodySite={
            "coding": [{"system": SNOMED, "code": site, "display": name}],
            "text": measure_name(measure),
        },
        valueQuantity={"value": value, "unit": "{score}", "system": UCUM, "code": "{score}"},
    )


def _signs(summary: Summary) -> Iterator[Resource]:
    first, last = summary.about.first, summary.about.last
    sites = (("lowest-site-first", first, summary.lowest.then), ("lowest-site", last, summary.lowest.now))
    for code, day, site in sites:
        if site is not None:
            yield _ours(code, _("Lowest point"), day, valueString=choice_name("site", site))
    if summary.numbness.latest:
        yield _ours("numbness", _("Numbness"), last, valueString=choice_name("numb", summary.numbness.latest))
    for goal in summary.goals:
        for rating in goal.ratings:
            yield _ours("activity", _line(goal.name), rating.day, valueInteger=rating.value)


def _done(summary: Summary) -> Iterator[Resource]:
    code, display = WALKED
    for day, minutes in summary.walking.by_day.items():
        yield _observation(
            "activity",
            {"coding": [{"system": LOINC, "code": code, "display": display}], "text": _("Walking")},
            day,
            valueQuantity={"value": minutes, "unit": "min", "system": UCUM, "code": "min"},
        )
    if summary.walking.longest is not None:
        walks = choice_name("further_down", True)  # noqa: FBT003 - the answer is a truth
        yield _ours("walks-down-leg", walks, summary.period, valueInteger=summary.walking.further_down)
    yield from _exercises(summary)
    for flare in summary.flares:
        yield _ours("flare", _("flare-up"), Period(flare.first, flare.last), valueBoolean=True)
    if summary.sleep.nights:
        nights = {"numerator": {"value": summary.sleep.woken}, "denominator": {"value": summary.sleep.nights}}
        yield _ours("nights-woken", _("Sleep"), summary.period, valueRatio=nights)


def _exercises(summary: Summary) -> Iterator[Resource]:
    """Tell of each exercise how often it was done, and how often the pain had gone which way after it."""
    for done in summary.exercising.practices:
        name = done.name.in_(current()) if done.name else done.id
        ways = (("pain-towards-back", done.up), ("pain-same", done.same), ("pain-down-leg", done.down))
        went = [{"code": {"coding": [_coding(code)]}, "valueInteger": times} for code, times in ways]
        text = _line(f"{name} ({done.id})")
        yield _ours("exercise", text, summary.period, valueInteger=done.times, component=went)


def _told(summary: Summary) -> Iterator[Resource]:
    for said in summary.medicines:
        yield {
            "resourceType": "MedicationStatement",
            "status": "unknown",
            "medicationCodeableConcept": {"text": _line(said.text)},
            "effectiveDateTime": said.day.isoformat(),
        }
    for happened in summary.events:
        kind = choice_name("event", happened.kind)
        yield _ours("event", kind, happened.day, valueString=_line(happened.text or kind))
    for said in summary.notes:
        yield _ours("note", _("Notes"), said.day, valueString=_line(said.text))


def _line(text: str) -> str:
    """Give ``text`` on one line; a text of blanks would be an empty element, which FHIR has not."""
    return one_line(text) or UNKNOWN


def _ours(code: str, text: str, when: date | Period, **value: object) -> Resource:
    return _observation("survey", {"coding": [_coding(code)], "text": text}, when, **value)


def _coding(code: str) -> Resource:
    return {"system": SYSTEM, "code": code, "display": CODES[code]}


def _observation(category: str, code: Resource, when: date | Period, **value: object) -> Resource:
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


def _code_system() -> Resource:
    concepts: Sequence[Resource] = [{"code": code, "display": display} for code, display in CODES.items()]
    return _with_id(
        {
            "resourceType": "CodeSystem",
            "url": SYSTEM,
            "name": "Ryggkompis",
            "status": "active",
            "content": "complete",
            "concept": concepts,
        },
        OURS,
        "codes",
    )


def _with_id(resource: Resource, seed: UUID, name: str) -> Resource:
    return {**resource, "id": str(uuid5(seed, name))}
