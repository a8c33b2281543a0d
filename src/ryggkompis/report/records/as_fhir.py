"""The facts as a FHIR R4 collection, with public codes where there are any (clinical 3.6), and no name."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID, uuid5

from ryggkompis.domain.base.scales import MEDICINE_TURNS
from ryggkompis.domain.course.progress import Period, Values
from ryggkompis.domain.journal.drawing import SORTS, Sort
from ryggkompis.i18n.language import _, current
from ryggkompis.report.drawn import Drawn
from ryggkompis.report.records.fhir_codes import (
    ABSENT,
    CODES,
    LOINC,
    OURS,
    PAIN,
    SITES,
    SNOMED,
    SYMPTOMS,
    SYSTEM,
    UCUM,
    WALKED,
)
from ryggkompis.report.records.fhir_resources import Resource, coding, observation, ours, plain, with_id
from ryggkompis.report.summary import PainCourse, Summary
from ryggkompis.store.lines import canonical
from ryggkompis.words.course import eased_in_words, goal_name, worsened_in_words
from ryggkompis.words.drawing.names import DRAWING, drawing_in_words, place_name, sort_name
from ryggkompis.words.entries import choice_name, field_name, kind_name, values_in_words
from ryggkompis.words.entry_names import answer_name
from ryggkompis.words.meaning import event_name
from ryggkompis.words.problems import unread_named
from ryggkompis.words.progress import Measure, change_in_words, earlier_in_words, measure_name
from ryggkompis.words.today.medicine import use_in_words


def bundle(summary: Summary) -> bytes:
    """Write ``facts`` as one Bundle, in UTF-8."""
    # Two patients' files must never meet under one id, so what they said is what every id is made from.
    seed = uuid5(OURS, "\n".join(canonical(line) for line in summary.lines))
    patient = with_id({"resourceType": "Patient", "active": True}, seed, "patient")
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
    parts = (_safety, _person, _pain, _signs, _felt, _done, _told, _course)
    for place, one in enumerate(one for part in parts for one in part(summary)):
        # Everything was told by the patient, and nobody else has measured anything.
        is_medicine = one["resourceType"] == "MedicationStatement"
        source = {"informationSource": patient} if is_medicine else {"performer": [patient]}
        yield with_id({**one, "subject": patient, **source}, seed, str(place))


def _safety(summary: Summary) -> Iterator[Resource]:
    for said in summary.safety.answers:
        question = said.question.in_(current()) if said.question else said.flag
        told = f"{answer_name(said.answer)}: {plain(question)} ({plain(said.flag)})"
        yield ours("red-flag", _("Safety questions"), said.day, valueString=told)
    lock, last = summary.safety.lock, summary.period.last
    if lock is not None:
        held = Period(lock.since, max(lock.since, last))
        yield ours("plan-held", _("The plan is held back"), held, valueString=plain(", ".join(lock.said)))
    for seen in summary.safety.seen:
        note = {"note": [{"text": plain(seen.text)}]} if seen.text else {}
        yield ours("clearance", kind_name("clearance"), seen.day, valueString=plain(seen.by), **note)
    asked = _("Safety questions answered")
    yield ours("safety-asked", asked, summary.period, valueInteger=summary.safety.asked)


def _person(summary: Summary) -> Iterator[Resource]:
    person, last = summary.person, summary.period.last
    if person is not None and person.onset is not None:
        yield ours("onset", field_name("onset"), last, valueDateTime=person.onset.isoformat())
    if person is not None and person.side is not None:
        yield ours("side", field_name("side"), last, valueString=choice_name("side", person.side))


def _pain(summary: Summary) -> Iterator[Resource]:
    mornings: tuple[tuple[Measure, Values], ...] = (
        ("leg", summary.leg.values),
        ("back", summary.back.values),
    )
    for one in summary.unread:
        days = one.days(summary.period.first, summary.period.last)
        absent = {"coding": [{"system": ABSENT, "code": "error", "display": "Error"}]}
        yield ours("unreadable", unread_named([one]), Period(days[0], days[-1]), dataAbsentReason=absent)
    for measure, values in mornings:
        for day, value in sorted(values.items()):
            yield _scored(measure, day, value, [])
    evenings: tuple[tuple[Measure, Values], ...] = (
        ("leg", summary.leg_evening.values),
        ("back", summary.back_evening.values),
    )
    for measure, values in evenings:
        for day, value in sorted(values.items()):
            yield _scored(measure, day, value, [coding("average-of-day")])


def _course(summary: Summary) -> Iterator[Resource]:
    """Tell the change in this episode, and each episode before it."""
    courses: tuple[tuple[Measure, PainCourse], ...] = (("leg", summary.leg), ("back", summary.back))
    for measure, course in courses:
        if course.values:
            told = change_in_words(measure, course.change)
            yield ours("pain-change", measure_name(measure), summary.about, valueString=told)
    for one in summary.earlier:
        yield ours(
            "earlier-episode", _("Earlier episode"), one.period, valueString=plain(earlier_in_words(one))
        )


def _scored(measure: Measure, day: date, value: float, also: list[Resource]) -> Resource:
    code, display = PAIN
    site, name = SITES[measure]
    return observation(
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
            yield ours(code, _("Lowest point"), day, valueString=choice_name("site", site))
    if (numb := summary.numbness).latest and numb.latest_on:
        yield ours("numbness", _("Numbness"), numb.latest_on, valueString=choice_name("numb", numb.latest))
    for goal in summary.goals:
        for rating in goal.ratings:
            yield ours("activity", plain(goal_name(goal.name)), rating.day, valueInteger=rating.value)


def _felt(summary: Summary) -> Iterator[Resource]:
    """Tell where it hurts, what makes it worse and what eases it."""
    for drawn in summary.drawings:
        said, marked = (
            plain(drawing_in_words(drawn)),
            [_marked(drawn, sort) for sort in SORTS if drawn.of(sort)],
        )
        parts = {"component": marked} if marked else {}
        yield ours("drawing", _(DRAWING), drawn.day, valueString=said, **parts)
    if (worse := summary.worsens) is not None:
        yield ours("worsens", field_name("worsens"), worse.day, valueString=worsened_in_words(worse))
    if (better := summary.eases) is not None:
        yield ours("eases", field_name("eases"), better.day, valueString=eased_in_words(better))


def _marked(drawn: Drawn, sort: Sort) -> Resource:
    """Tell in which regions one thing was marked."""
    code, display = SYMPTOMS[sort]
    known = {"coding": [{"system": SNOMED, "code": code, "display": display}], "text": sort_name(sort)}
    return {"code": known, "valueString": "; ".join(place_name(place) for place in drawn.of(sort))}


def _done(summary: Summary) -> Iterator[Resource]:
    code, display = WALKED
    for day, minutes in summary.walking.by_day.items():
        yield observation(
            "activity",
            {"coding": [{"system": LOINC, "code": code, "display": display}], "text": _("Walking")},
            day,
            valueQuantity={"value": minutes, "unit": "min", "system": UCUM, "code": "min"},
        )
    if summary.walking.longest is not None:
        walks = choice_name("further_down", True)  # noqa: FBT003 - the answer is a truth
        yield ours("walks-down-leg", walks, summary.period, valueInteger=summary.walking.further_down)
    yield from _exercises(summary)
    for flare in summary.flares:
        yield ours("flare", _("flare-up"), Period(flare.first, flare.last), valueBoolean=True)
    if summary.sleep.nights:
        nights = {"numerator": {"value": summary.sleep.woken}, "denominator": {"value": summary.sleep.nights}}
        yield ours("nights-woken", _("Sleep"), summary.period, valueRatio=nights)


def _exercises(summary: Summary) -> Iterator[Resource]:
    """Tell of each exercise how often it was done, and how often the pain had gone which way after it."""
    for done in summary.exercising.practices:
        name = done.name.in_(current()) if done.name else done.id
        ways = (("pain-towards-back", done.up), ("pain-same", done.same), ("pain-down-leg", done.down))
        went = [{"code": {"coding": [coding(code)]}, "valueInteger": times} for code, times in ways]
        text = plain(f"{name} ({done.id})")
        yield ours("exercise", text, summary.period, valueInteger=done.times, component=went)


def _told(summary: Summary) -> Iterator[Resource]:
    for use in summary.medicine_use:
        used = Period(use.weeks[0].first, use.weeks[-1].last)
        yield {
            "resourceType": "MedicationStatement",
            "status": "unknown",
            "medicationCodeableConcept": {"text": plain(use.name)},
            "effectivePeriod": {"start": used.first.isoformat(), "end": used.last.isoformat()},
            "note": [{"text": plain(" ".join(use_in_words(use)))}],
        }
    for said in summary.medicines:
        yield {
            "resourceType": "MedicationStatement",
            "status": "unknown",
            "medicationCodeableConcept": {"text": plain(said.text)},
            "effectiveDateTime": said.day.isoformat(),
        }
    for happened in summary.events:
        is_turn = happened.kind in MEDICINE_TURNS
        kind = kind_name("medicine") if is_turn else choice_name("event", happened.kind)
        yield ours("event", kind, happened.day, valueString=plain(event_name(happened)))
    for one in summary.followed:
        words = plain(values_in_words(one.said, one.catalogue))
        yield ours("programme", kind_name("programme"), one.said.day, valueString=words)
    for said in summary.notes:
        yield ours("note", _("Notes"), said.day, valueString=plain(said.text))


def _code_system() -> Resource:
    concepts: Sequence[Resource] = [{"code": code, "display": display} for code, display in CODES.items()]
    return with_id(
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
