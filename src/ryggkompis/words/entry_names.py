"""What the kinds of entries, their fields and their times are called, in the words of a patient."""

from collections.abc import Iterable, Mapping
from typing import Final

from ryggkompis.domain.base.errors import N_
from ryggkompis.domain.base.scales import Answer
from ryggkompis.domain.base.text import shown
from ryggkompis.domain.catalogue.catalogue import Catalogue
from ryggkompis.domain.journal.drawing import PLACES, SORTS
from ryggkompis.domain.journal.entries import Entry
from ryggkompis.domain.journal.gate import Gate
from ryggkompis.i18n import formats
from ryggkompis.i18n.language import _, current
from ryggkompis.words.drawing.names import SORT_NAMES, place_name
from ryggkompis.words.entry_choices import CHOICES

UNKNOWN_OR_SKIP: Final = N_("don't know, or skip")
"""The choice of saying nothing, before it is said in a language."""
_KINDS: Final[Mapping[str, str]] = {
    "check_in": N_("Check-in"),
    "evening": N_("Evening"),
    "gate": N_("Safety questions"),
    "clearance": N_("Seen by a doctor"),
    "walk": N_("Walk"),
    "exercise": N_("Exercise"),
    "comfort": N_("Relief"),
    "adjustment": N_("Doing less"),
    "position_change": N_("Changed position"),
    "medicine": N_("Medicine"),
    "own_medicine": N_("Medicine that is counted"),
    "weekly": N_("The week"),
    "note": N_("Note"),
    "event": N_("Event"),
    "profile": N_("About you"),
    "programme": N_("Therapist's programme"),
    "steps": N_("Steps"),
    "episode": N_("Episode"),
    "drawing": N_("Drawing"),
}
_SHORT_KINDS: Final[Mapping[str, str]] = {
    "gate": N_("Safety"),
    "clearance": N_("Doctor"),
    "adjustment": N_("Less"),
    "position_change": N_("Position"),
    "own_medicine": N_("Counted"),
    "programme": N_("Programme"),
}
_FIELDS: Final[Mapping[str, str]] = {
    "day": N_("Day"),
    "leg": N_("Leg pain now"),
    "back": N_("Back pain now"),
    "site": N_("The pain reaches"),
    "numb": N_("Numbness"),
    "morning": N_("Compared with yesterday"),
    "sleep_wakes": N_("Woken by pain"),
    "flare": N_("Flare-up"),
    "leg_avg": N_("Leg on average"),
    "back_avg": N_("Back on average"),
    "leg_worst": N_("Leg at its worst"),
    "sit_longest": N_("Longest sitting"),
    "walked": N_("Walking that day"),
    "scope": N_("Which questions"),
    "answers": N_("Answers"),
    "marked": N_("Marked, and not confirmed"),
    "unanswered": N_("Asked, and not answered"),
    "by": N_("Seen by"),
    "text": N_("In your words"),
    "steps": N_("Steps"),
    "source": N_("Counted by"),
    "minutes": N_("Minutes"),
    "peak_leg": N_("Leg at its worst on the way"),
    "settled": N_("Minutes until the leg settled"),
    "further_down": N_("Further down the leg"),
    "exercise": N_("Exercise"),
    "level": N_("Level"),
    "sets": N_("Sets"),
    "cut_short": N_("Stopped within a set"),
    "response": N_("The pain afterwards"),
    "comfort": N_("Relief"),
    "helped": N_("Did it help"),
    "goals": N_("Your activities"),
    "global_change": N_("Compared with the start"),
    "work": N_("Work"),
    "worry": N_("Afraid to move"),
    "worsens": N_("Makes it worse"),
    "eases": N_("Eases it"),
    "eased_by": N_("What helped"),
    "wish": N_("Wish for the next week"),
    "event": N_("What happened"),
    "onset": N_("When it began"),
    "side": N_("Which leg"),
    "walk_tolerance": N_("Minutes you can walk"),
    "walks_now": N_("Minutes walked a day now"),
    "walk_enough": N_("Walking that is enough"),
    "pain_goal": N_("Your goal for the pain, 0–10"),
    "had_cancer": N_("Cancer, ever"),
    "cancer_seen": N_("Who has looked at it since, and when"),
    "exclusions": N_("What applies to you"),
    "sensitivities": N_("What to be careful with"),
    "next_visit": N_("Next visit"),
    "therapist": N_("Therapist"),
    "questions": N_("Questions for the visit"),
    "thresholds": N_("Changed limits"),
    "name": N_("Counted as"),
    "most": N_("Most times a day"),
    "apart": N_("Least hours apart"),
    "turn": N_("Begun or stopped"),
    "sha": N_("Fingerprint of the file"),
    "walk_ceiling": N_("Highest walking level"),
    "barred": N_("Left out"),
    "adjust": N_("What is less"),
    "because": N_("What came in the way"),
    "required": N_("Always there"),
    "days": N_("Days with exercises"),
    "until": N_("Last day"),
    "over": N_("Over"),
    "own": N_("Your therapist's own exercises"),
    "note": N_("Note"),
    "start": N_("When this episode began"),
    "end": N_("When it was closed"),
    "ended": N_("How it ended"),
    "rhythm": N_("How often you are asked"),
    "operated": N_("Operated on"),
    "cleared": N_("Exercise allowed from"),
    "cleared_by": N_("Allowed by"),
    **SORT_NAMES,
}
PART_NAMES: Final[Mapping[str, str]] = {
    "notes": N_("notes"),
    "medicine": N_("medicines"),
    "drawing": N_("the pain drawing"),
    "events": N_("events"),
    "goals": N_("activities"),
    "work": N_("work"),
    "worry": N_("worry"),
    "sleep": N_("sleep"),
    "profile": N_("the profile"),
    "questions": N_("questions for the visit"),
    "programme": N_("the therapist's programme"),
}
"""Name of a part, as it is typed and stored, to what it is called."""


def exercise_name(id_: str, catalogue: Catalogue | None) -> str:
    """Name an exercise, a comfort measure or the walk by its id; the id itself where nothing has it."""
    if catalogue is None:
        return shown(id_)
    walk = catalogue.walk if catalogue.walk.id.casefold() == id_.casefold() else None
    found = catalogue.exercise(id_) or catalogue.relief(id_) or walk
    return found.name.in_(current()) if found else shown(id_)


def unknown_or_skip() -> str:
    """Name the choice of saying nothing."""
    return _(UNKNOWN_OR_SKIP)


def kind_name(kind: str) -> str:
    """Name a kind of entry by its ``kind``: “Innsjekk”, “Check-in”; an unknown kind names itself."""
    return _(_KINDS.get(kind, kind))


def short_kind_name(kind: str) -> str:
    """Name a kind of entry in at most ten characters, for a column: “Trygghet”, “Safety”."""
    return _(_SHORT_KINDS[kind]) if kind in _SHORT_KINDS else kind_name(kind)


def field_name(field: str) -> str:
    """Name a field of an entry: “Bein nå”, “Leg pain now”; an unknown field names itself."""
    return _(_FIELDS.get(field, field))


def has_choices(field: str) -> bool:
    """Tell whether the values of ``field`` have names of their own."""
    return field in CHOICES or field in SORTS


def choice_name(field: str, value: object) -> str:
    """Name one value of a field with choices, as it reads in a sentence; any other value is written out."""
    if value is None:
        return _("unknown")
    if field in SORTS and value in PLACES:
        return place_name(value)
    name = CHOICES.get(field, {}).get(value)
    return _(name) if name else str(value)


def scope_name(gate: Gate) -> str:
    """Name what of the safety questions was answered."""
    if gate.is_list_begun:
        return _("the list, not finished")
    return _("single questions") if gate.is_by_itself else choice_name("scope", gate.scope)


def answer_name(answer: Answer | None) -> str:
    """Name an answer to a safety question; None is a question that nobody has answered."""
    return _("unanswered") if answer is None else choice_name("answers", answer)


def other_day(entry: Entry) -> str:
    """Name the day that the clock showed where it is not the one that the entry counts to, in few letters."""
    # Until four it is the day before for the patient: 00:30 beside that day would be a night too early.
    return formats.short_day(entry.at) if entry.at.date() != entry.day else ""


def clock_under_day(entry: Entry) -> str:
    """Give the time under the heading of the entry's day: “08:15”; of the night after it “21 Nov 00:30”."""
    return f"{other_day(entry)} {formats.clock(entry.at)}".lstrip()


def part_name(part: str) -> str:
    """Name a part that can be left out, in the current language."""
    return _(PART_NAMES[part])


def parts_named(parts: Iterable[str]) -> Mapping[str, str]:
    """Give each of these parts with its name."""
    return {part: part_name(part) for part in parts}
