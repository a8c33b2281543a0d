"""The codes of a FHIR bundle: public ones where there are any (clinical 3.6), and our own, each explained."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from ryggkompis.domain.journal.drawing import Sort
from ryggkompis.words.progress import Measure

LOINC: Final = "http://loinc.org"
UCUM: Final = "http://unitsofmeasure.org"
OURS: Final = UUID("6f0d2c1e-5b7a-4c0b-9d9e-7a2f4f1f9b10")
"""The name of our own codes."""
SYSTEM: Final = f"urn:uuid:{OURS}"
CATEGORIES: Final = "http://terminology.hl7.org/CodeSystem/observation-category"
PAIN: Final = ("72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported")
WALKED: Final = ("55411-3", "Exercise duration")
SITES: Final[Mapping[Measure, tuple[str, str]]] = {
    "leg": ("61685007", "Lower limb structure"),
    "back": ("37822005", "Lower back structure"),
}
ABSENT: Final = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
SNOMED: Final = "http://snomed.info/sct"
SYMPTOMS: Final[Mapping[Sort, tuple[str, str]]] = {
    "pain": ("22253000", "Pain"),
    "numbness": ("44077006", "Numbness"),
    "tingling": ("62507009", "Pins and needles"),
    "weakness": ("26544005", "Muscle weakness"),
}
"""What can be marked on a body."""
CODES: Final[Mapping[str, str]] = {
    "average-of-day": "Pain, average of the whole day",
    "red-flag": "Safety question that counts as yes",
    "safety-asked": "How often any safety question was answered",
    "plan-held": "The plan is held back until a doctor has seen the patient, since these answers",
    "clearance": "Seen by health personnel and may go on, as told by the patient",
    "onset": "When the pain began, as told by the patient",
    "side": "Which leg, as told by the patient",
    "pain-change": "Change of pain from the first week of the episode to its last",
    "earlier-episode": "Earlier episode",
    "lowest-site": "Lowest point that pain reached in the last 7 days",
    "lowest-site-first": "Lowest point that pain reached in the first 7 answered days",
    "numbness": "Numbness in the leg",
    "drawing": "Where pain, numbness, tingling and weakness were marked on a body",
    "worsens": "What makes the pain worse, and what is other than at the start",
    "eases": "What eases the pain, and what is other than at the start",
    "activity": "Patient-specific activity, 0 cannot to 10 as before",
    "exercise": "Exercise, how often it was done",
    "pain-towards-back": "Times after which the pain had gone up towards the back",
    "pain-same": "Times after which the pain was the same",
    "pain-down-leg": "Times after which the pain had gone further down the leg",
    "walks-down-leg": "Walks after which the pain went further down the leg and stayed",
    "flare": "Flare-up, as named by the patient",
    "nights-woken": "Nights woken by pain, of those answered for",
    "event": "Event noted by the patient",
    "programme": "Programme of a therapist that was in force, as told by the patient",
    "note": "Note by the patient",
    "unreadable": "Days of the diary that could not be read: unknown, and not quiet",
}
"""Our own codes, for what has no public one."""
